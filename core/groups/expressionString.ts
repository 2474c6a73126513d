/** Strings of the script that hold one expression which Brian reads by itself: conditions, rates, probabilities. */
import { asReadBy, parseExpression, type Reader } from '../../grammars/equations/index.ts';
import type { Expression, GrammarProblem } from '../../grammars/equations/tree.ts';
import { checkCondition, noCondition } from '../equations/checkCondition.ts';
import { syntaxHint } from '../equations/syntaxHints.ts';
import { type ResolveContext, resolveNames } from '../namespaces/resolve.ts';
import type { Names } from '../namespaces/resolved.ts';
import type { SourceString } from '../text/provenance.ts';
import { generationProblem, wordUses } from './codeFaults.ts';
import { counting, reportIn } from './prepareCode.ts';

export interface ReadExpression {
  readonly tree: Expression;
  readonly names: Names;
}

export interface ReadingOptions {
  /** Who reads it: see `asReadBy`. */
  readonly reader?: Reader;
  /** True where Python sees the string as it is, with the blanks before it. */
  readonly layout?: boolean;
}

/**
 * Looks up the words of a string, then reads it. Reports KeyError for what is not found, and what the grammar
 * refuses.
 * @returns undefined where the string can't be read
 */
export function readExpression(
  source: SourceString,
  context: ResolveContext,
  { reader = 'units', layout = false }: ReadingOptions = {},
): ReadExpression | undefined {
  const counted = counting(context);
  const names = resolveNames(wordUses(source), counted);
  const { tree, problems } = parseExpression(source.value);
  const fault = layout ? layoutFault(source.value) : undefined;
  const all = fault !== undefined ? [fault] : counted.errors() > 0 ? problems.filter(isSyntax) : problems;
  for (const problem of all) reportIn(source, context)(asReadBy(problem, reader));
  return all.length > 0 || problems.length > 0 ? undefined : { tree, names };
}

/**
 * Reads and checks the condition of code called `title`: what has no truth value (TypeError, SyntaxError), units.
 * `notBoolean` is what Brian says of the first.
 */
export function readCondition(
  source: SourceString,
  context: ResolveContext,
  notBoolean: (text: string) => string,
  title?: string,
): ReadExpression | undefined {
  const counted = counting(context);
  const names = resolveNames(wordUses(source), counted);
  const report = reportIn(source, counted);
  const { tree, problems } = parseExpression(source.value);
  const fault = layoutFault(source.value) ?? problems.find(isSyntax);
  if (fault !== undefined) {
    report(fault);
    return undefined;
  }
  const wrapped = (problem: Parameters<typeof report>[0]) =>
    report(
      title !== undefined && (problem.errorClass === 'SyntaxError' || problem.errorClass === 'ValueError')
        ? generationProblem(problem, title, `_cond = ${source.value}`)
        : problem,
    );
  const [foreign] = problems;
  // What is no name of the group, as `np` in `np.exp(v)`, has been told already.
  if (foreign !== undefined && counted.errors() > 0) return undefined;
  const message = notBoolean(source.value);
  if (foreign !== undefined) {
    const problem = noCondition(tree, names, message);
    const hint = syntaxHint(source.value, asReadBy(foreign, 'symbolic').message, foreign.range);
    if (problem === undefined) wrapped(foreign);
    else report({ ...problem, hint: problem.hint ?? hint });
    return undefined;
  }
  checkCondition(tree, names, report, { message, units: wrapped });
  return counted.errors() === 0 ? { tree, names } : undefined;
}

/** True for what Python itself refuses. */
function isSyntax({ foreign }: GrammarProblem): boolean {
  return foreign === undefined;
}

/** What Python says of blanks before an expression, and of lines after it. */
function layoutFault(text: string): GrammarProblem | undefined {
  if (text !== '' && text.trim() === '') return layoutProblem('IndentationError', 0, text.length);
  const indent = /^\s*?([ \t]+)\S/.exec(text);
  if (indent !== null && !/^[ \t]*#/.test(text))
    return layoutProblem('IndentationError', indent[0].length - 1, 1);
  const next = continuation(text);
  return next === undefined ? undefined : layoutProblem('SyntaxError', next, 1);
}

function layoutProblem(
  errorClass: 'IndentationError' | 'SyntaxError',
  start: number,
  length: number,
): GrammarProblem {
  const message = errorClass === 'SyntaxError' ? 'invalid syntax' : 'unexpected indent';
  return { code: 'syntax', errorClass, message, range: { start, end: start + length } };
}

/** Where text goes on after the end of a line outside of brackets. */
function continuation(text: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.trimEnd().matchAll(/#[^\n]*|[([{]|[)\]}]|\\\n|\n\s*(?=\S)/g)) {
    if (/^[([{]/.test(token)) depth++;
    else if (/^[)\]}]/.test(token)) depth--;
    else if (token.startsWith('\n') && depth <= 0 && text.slice(0, index).trim() !== '')
      return index + token.length;
  }
  return undefined;
}
