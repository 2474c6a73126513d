import { DEFAULT_FUNCTIONS } from '../functions/defaults.ts';
import type { TextRange } from '../text/range.ts';
import { DIMENSIONLESS } from '../units/dimension.ts';
import { equationUnits } from '../units/registry.ts';
import { valueText } from './describe/values.ts';
import { flagNames } from './describe/words.ts';
import type { CodeString, ScriptModel } from './model.ts';
import { codeStringAt } from './sites.ts';

/** A name that may stand at the cursor. */
export interface Completion {
  readonly name: string;
  readonly kind: 'variable' | 'constant' | 'function' | 'unit' | 'flag';
  readonly detail: string;
  /** The part of a word before the cursor, which the name replaces. */
  readonly replace: TextRange;
}

type Candidate = Omit<Completion, 'replace'>;

/** Names for the cursor in a code string: flags in an equation's brackets, units after its colon, else names. */
export function completions(model: ScriptModel, offset: number): Completion[] {
  const found = codeStringAt(model, offset);
  if (found === undefined) return [];
  const { codeString, inside } = found;
  const word = /[A-Za-z_]\w*$/.exec(model.text.slice(0, offset))?.[0] ?? '';
  const before = codeString.source.value.slice(0, inside);
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf(';')) + 1);
  if (line.includes('#')) return [];
  const replace = { start: offset - word.length, end: offset };
  return candidatesFor(model, codeString, line).map((candidate) => ({ ...candidate, replace }));
}

function candidatesFor(model: ScriptModel, codeString: CodeString, line: string): Candidate[] {
  if (codeString.tree.kind !== 'equations' || !line.includes(':')) return names(model, codeString);
  const afterColon = line.slice(line.indexOf(':') + 1);
  return afterColon.includes('(') ? flags() : units();
}

function flags(): Candidate[] {
  return flagNames().map((name) => ({ name, kind: 'flag', detail: 'flag' }));
}

function units(): Candidate[] {
  const words = ['1', 'boolean', 'integer'].map((name) => ({ name, kind: 'unit' as const, detail: '' }));
  const named = [...equationUnits()].map(([name, { dimension }]) => ({
    name,
    kind: 'unit' as const,
    detail: dimension.toString(),
  }));
  return [...words, ...named];
}

/** Only names that resolve are offered, so a completion never makes an error. */
function names(model: ScriptModel, codeString: CodeString): Candidate[] {
  const own = model.codeStrings
    .filter(({ owner }) => owner === codeString.owner)
    .flatMap(({ tree }) => (tree.kind === 'equations' ? tree.equations.map(({ name }) => name.name) : []));
  const around = model.definitions.map(({ name }) => name);
  const usual = ['t', 'dt', 'i', 'j', 'N', 'lastspike', 'not_refractory', 'pi'];
  const all = new Set([
    ...own,
    ...own.flatMap((name) => [`${name}_pre`, `${name}_post`]),
    ...around,
    ...usual,
  ]);
  const variables = [...all].flatMap((name) => candidate(codeString, name));
  const functions = [...DEFAULT_FUNCTIONS].map(([name, { argNames }]) => ({
    name,
    kind: 'function' as const,
    detail: `(${argNames.join(', ')})`,
  }));
  return [...variables, ...functions];
}

function candidate(codeString: CodeString, name: string): Candidate[] {
  const resolved = codeString.resolve(name);
  switch (resolved?.kind) {
    case 'variable': {
      const { dimension } = resolved.variable;
      return [{ name, kind: 'variable', detail: dimension === DIMENSIONLESS ? '1' : dimension.toString() }];
    }
    case 'constant':
      return [{ name, kind: 'constant', detail: valueText(resolved.value, resolved.dimension) }];
    case 'function':
      return [{ name, kind: 'function', detail: 'function' }];
    case 'unknown':
      return [{ name, kind: 'constant', detail: '' }];
    default:
      return [];
  }
}
