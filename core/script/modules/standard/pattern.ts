/** Python's regular expressions as JavaScript's. */

import type { Interpreter } from '../../interpreter.ts';
import { BUILTIN_EXCEPTIONS, defineException } from '../../objects/exceptions.ts';
import { PyStr } from '../../values.ts';
import { raised } from './define.ts';

export const IGNORECASE = 2;
export const MULTILINE = 8;
export const DOTALL = 16;
export const UNICODE = 32;
export const VERBOSE = 64;
export const ASCII = 256;

const INLINE: Readonly<Record<string, number>> = {
  i: IGNORECASE,
  m: MULTILINE,
  s: DOTALL,
  x: VERBOSE,
  a: ASCII,
  u: UNICODE,
};

export const RE_ERROR = defineException('error', BUILTIN_EXCEPTIONS.get('Exception'), 're');

export interface Compiled {
  readonly regexp: RegExp;
  readonly flags: number;
  /** Names of groups with their numbers. */
  readonly groups: ReadonlyMap<string, number>;
  /** What repeats or branches is repeated, as in `(a+)+`: a search may take twice as long for each character more. */
  readonly mayExplode: boolean;
}

const NESTED_REPETITION = /[*+}|][^()]*\)+(?:[*+]|\{\d*,)/;

/** Raises `re.error`. */
export function compilePattern(source: string, given: number, ctx: Interpreter): Compiled {
  const inline = /^\(\?([aimsux]+)\)/.exec(source);
  let flags = given;
  for (const letter of inline?.[1] ?? '') flags |= INLINE[letter] ?? 0;
  const body = source.slice(inline?.[0].length ?? 0);
  const letters = `dg${flags & IGNORECASE ? 'i' : ''}${flags & MULTILINE ? 'm' : ''}${flags & DOTALL ? 's' : ''}`;
  try {
    const { text, groups } = translated(body, flags);
    const mayExplode = NESTED_REPETITION.test(text);
    return { regexp: new RegExp(text, letters), flags, groups, mayExplode };
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/^.*: /, '').toLowerCase() : String(error);
    throw raised(RE_ERROR, [new PyStr(message)], ctx);
  }
}

const END = '(?![\\s\\S])';

function translated(source: string, flags: number): { text: string; groups: Map<string, number> } {
  const groups = new Map<string, number>();
  let count = 0;
  let inClass = false;
  const token =
    /\\[\s\S]|\[\^?\]?|\(\?P<(\w+)>|\(\?P=(\w+)\)|\(\?#[^)]*\)|\((?!\?)|\(\?<(?![=!])|[\]$#\s]|[\s\S]/g;
  const text = source.replace(token, (part: string, name?: string, reference?: string) => {
    if (inClass) {
      if (part === ']') inClass = false;
      return part === '[' || part === '[^' ? `\\${part}` : part;
    }
    if (part.startsWith('[')) {
      inClass = true;
      return part.endsWith(']') ? `${part.slice(0, -1)}\\]` : part;
    }
    if (name !== undefined) groups.set(name, count + 1);
    if (name !== undefined || part === '(') count += 1;
    if (name !== undefined) return `(?<${name}>`;
    if (reference !== undefined) return `\\k<${reference}>`;
    return plainToken(part, flags);
  });
  return { text: flags & VERBOSE ? withoutComments(text) : text, groups };
}

function plainToken(part: string, flags: number): string {
  if (part === '\\A') return '(?<![\\s\\S])';
  if (part === '\\Z') return END;
  if (part.startsWith('(?#')) return '';
  return part === '$' && !(flags & MULTILINE) ? `(?=\\n?${END})` : part;
}

/** Blanks and comments of a verbose pattern, except in classes and behind backslashes. */
function withoutComments(text: string): string {
  return text.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|#[^\n]*|\s+/g, (part) =>
    /^[#\s]/.test(part) ? '' : part,
  );
}
