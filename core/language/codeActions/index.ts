/** What a click can do about a problem: edits that its hint asks for. */
import type { Problem } from '../../problems/problem.ts';
import type { TextRange } from '../../text/range.ts';
import type { ScriptModel } from '../model.ts';
import type { TextEdit } from '../rename.ts';
import { unitFixes } from './units.ts';
import { spellingFixes, wordFixes } from './words.ts';

export interface CodeAction {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Where the problem is shown, and its code. */
  readonly range: TextRange;
  readonly code: string;
}

/** A fix before its problem is attached. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** A problem that stands in the document. */
export interface PlacedProblem {
  readonly problem: Problem;
  readonly range: TextRange;
  /** The characters that it underlines. */
  readonly text: string;
}

const FIXERS: readonly ((model: ScriptModel, placed: PlacedProblem) => readonly Fix[])[] = [
  (_model, placed) => spellingFixes(placed),
  (_model, placed) => wordFixes(placed),
  unitFixes,
];

/** Fixes for the problems that touch a range of the document. */
export function codeActions(model: ScriptModel, range: TextRange): CodeAction[] {
  const touching = model.problems.flatMap((problem) => {
    const { location } = problem;
    if (location?.document !== model.document) return [];
    const { start, end } = location.range;
    return start <= range.end && range.start <= end
      ? [{ problem, range: location.range, text: model.text.slice(start, end) }]
      : [];
  });
  const actions = touching.flatMap((placed) =>
    FIXERS.flatMap((fixer) =>
      fixer(model, placed).map((fix) => ({ ...fix, range: placed.range, code: placed.problem.code })),
    ),
  );
  return distinct(actions);
}

/** A string that two groups share has each of its problems twice. */
function distinct(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Set<string>();
  return actions.filter(({ title, range, code }) => {
    const key = JSON.stringify([title, range, code]);
    return !seen.has(key) && seen.add(key);
  });
}
