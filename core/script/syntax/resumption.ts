/**
 * Where to read on after a bracket or string that is never closed. CPython refuses the whole text; an editor
 * meets such a text at every other keystroke, and its user wants to hear of the unfinished statement alone.
 */
import { columnsOf } from './lexicalParts.ts';

/** A part of the text that is not read. */
export interface Unread {
  readonly start: number;
  readonly end: number;
}

const STATEMENT =
  /(?:@\w|(?:import|from|def|class|for|while|if|with|try|return|raise|del|assert|global)\b|[A-Za-z_][\w.]*(?:\[[^\]\r\n]*\])?(?:[ \t]*,[ \t]*[A-Za-z_]\w*)*[ \t]*(?:[-+*/%]|\*\*|\/\/)?=(?!=)|[A-Za-z_][\w.]*\()/y;

/** Whether the line at `start` begins a statement no deeper than `indent` columns, by the look of it. */
export function resumesAt(text: string, start: number, indent: number): boolean {
  const blanks = match(/[ \t\f]*/y, text, start);
  const at = start + blanks.length;
  if (columnsOf(blanks) > indent || match(STATEMENT, text, at) === '') return false;
  // A line of keyword arguments looks like an assignment but for its end.
  return !/,\s*(?:#.*)?$/.test(match(/[^\r\n]*/y, text, at));
}

/**
 * Whether a triple-quoted string that ends at `end` has taken the beginning of another string for its end: the
 * line up to there is code that wants a value, and nothing follows that could come after one.
 */
export function endsAtBeginning(text: string, quoteStart: number, end: number): boolean {
  // Most strings are told by the character before their end alone.
  if (!/[-+=(,rRfFuU \t]/.test(text[quoteStart - 1] ?? '')) return false;
  const lineStart =
    Math.max(text.lastIndexOf('\n', quoteStart - 1), text.lastIndexOf('\r', quoteStart - 1)) + 1;
  const before = text.slice(lineStart, quoteStart);
  return (
    /^[ \t]*[A-Za-z_][\w.]*[ \t]*(?:[-+]?=|\(.*[(,=])[ \t]*[rRfFuU]?$/.test(before) &&
    !/[,)]/.test(text[end] ?? '')
  );
}

/** The names that the unread lines seem to bind. */
export function namesBoundIn(text: string, { start, end }: Unread): string[] {
  const binding = /^[ \t]*(?:(?:def|class)[ \t]+([A-Za-z_]\w*)|([A-Za-z_]\w*)[ \t]*=(?!=))/gm;
  const found = [...text.slice(start, end).matchAll(binding)];
  return [...new Set(found.map(([, defined, assigned]) => defined ?? assigned ?? ''))];
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
