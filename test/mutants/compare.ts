import type { Problem } from '../../core/problems/problem.ts';
import type { Stmt } from '../../core/script/syntax/ast.ts';
import { parseScript } from '../../core/script/syntax/parse.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { Verdict } from './judge.ts';
import type { Mutation } from './mutation.ts';
import { nodesOf } from './pythonTree.ts';

/**
 * How our check and Brian compare:
 * - `false alarm`: we complain, Brian does not; `missed`: the other way round;
 * - `other class`: none of our errors has Brian's class; `other place`: none with that class is on the line of
 *   the change, covers a name that it concerns, or is in a statement that Brian names;
 * - `run only`: an error of the steps, or of what a script does with their results, that our run reports, too;
 * - `unsupported`: we said that we can't judge; `no verdict`: Brian took too long.
 */
export type Outcome =
  | 'agreed'
  | 'false alarm'
  | 'missed'
  | 'other class'
  | 'other place'
  | 'run only'
  | 'unsupported'
  | 'no verdict';

export interface Comparison {
  readonly path: string;
  readonly line: number;
  readonly mutation: Mutation;
  /** What stood where the change is. */
  readonly original: string;
  readonly outcome: Outcome;
  readonly brian: Verdict;
  /** Our errors, each as `line N: Class: message`. */
  readonly ours: readonly string[];
}

/** @param text the changed script */
export function compare(
  text: string,
  mutation: Mutation,
  brian: Verdict,
  problems: readonly Problem[],
): Outcome {
  if (brian.verdict === 'none') return 'no verdict';
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (brian.verdict === 'accepted') return errors.length === 0 ? 'agreed' : 'false alarm';
  if (errors.length === 0)
    return problems.some(({ code }) => code === 'unsupported') ? 'unsupported' : 'missed';
  const sameClass = errors.filter(({ errorClass }) => brian.errorClasses.includes(errorClass));
  if (sameClass.length === 0) return 'other class';
  const covers = (problem: Problem) => coversChange(text, mutation, brian.lines, problem);
  return sameClass.some(covers) ? 'agreed' : 'other place';
}

function coversChange(text: string, mutation: Mutation, lines: readonly number[], problem: Problem): boolean {
  const places = [problem, ...(problem.related ?? [])].flatMap(({ location }) => location?.range ?? []);
  const [own] = places;
  if (own === undefined) return false;
  const { range, replacement, names } = mutation;
  const change = { start: range.start, end: range.start + replacement.length };
  if (places.some((place) => touches(place, change))) return true;
  // A missing bracket shows at its partner, a missing unit at what it leaves behind.
  if (linesOf(text, own).some((line) => linesOf(text, change).includes(line))) return true;
  const covered = text.slice(own.start, own.end);
  if (names.some((name) => new RegExp(`(?<!\\w)d?${name}(?!\\w)`).test(covered))) return true;
  const statement = simpleStatementAt(parseScript(text, '').statements, own.start) ?? own;
  return linesOf(text, statement).some((line) => lines.includes(line));
}

/** Brian names the first line of a statement, whichever part of it is wrong. */
function simpleStatementAt(statements: readonly Stmt[], offset: number): TextRange | undefined {
  return nodesOf(statements).statements.find(
    (statement) => !('body' in statement) && statement.start <= offset && offset < statement.end,
  );
}

function linesOf(text: string, { start, end }: TextRange): number[] {
  const first = lineOf(text, start);
  return Array.from({ length: lineOf(text, end) - first + 1 }, (_, k) => first + k);
}

function touches(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** From 1. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
