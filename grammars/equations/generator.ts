import type { TextRange } from '../../core/text/range.ts';
import { missing } from './numbers.ts';
import { type GeneratorParts, type IteratorParts, runRule } from './parser.ts';
import { asReadBy, syntaxProblem } from './problems.ts';
import { endOf, For, If, tokenize } from './tokens.ts';
import type { GeneratorTree, GrammarProblem, Parsed } from './tree.ts';

/**
 * Reads what `connect(j=...)` takes: `ELEMENT [for VARIABLE in range(...)|sample(...)] [if CONDITION]`.
 * Never throws. Problems: SyntaxError, worded as Brian words them for the whole string.
 */
export function parseGenerator(text: string): Parsed<GeneratorTree> {
  const tokens = tokenize(text);
  const whole = { start: 0, end: text.length };
  const { result, problems, failedAt, consumed } = runRule((parser) => parser.generator(), tokens, text);
  const found = problems.map((problem) => worded(problem, text));
  const complain: Complain = (detail, range) => {
    if (found.some((problem) => problem.message.startsWith('Error parsing'))) return;
    found.unshift(worded(syntaxProblem(detail, range), text));
  };
  const stop = failedAt ?? tokens[consumed];
  if (stop !== undefined) {
    const last = Number.isNaN(stop.startOffset) ? tokens.at(-1) : stop;
    complain(
      stopReason(stop.tokenType),
      last === undefined ? whole : { start: last.startOffset, end: endOf(last) },
    );
  }
  if (result === undefined) return { tree: { element: missing(whole), range: whole }, problems: found };
  return { tree: generatorTree(result, whole, complain), problems: found };
}

function stopReason(token: unknown): string {
  if (token === For) return 'Generator expression must involve only one iterator.';
  return token === If ? 'Generator must have at most one if statement.' : 'invalid syntax';
}

/** Python's errors come wrapped; Brian's own texts about operators stay as they are. */
function worded(problem: GrammarProblem, text: string): GrammarProblem {
  if (problem.foreign !== undefined) return asReadBy(problem, 'rendering');
  if (problem.message.startsWith('Can only')) return problem;
  const detail = /(?:\.|\])$/.test(problem.message)
    ? problem.message
    : `Error encountered was ${problem.message}`;
  const example = "Expression must have generator syntax, for example 'k for k in range(i-10, i+10)'.";
  return { ...problem, message: `Error parsing expression '${text}'. ${example} ${detail}` };
}

type Complain = (detail: string, range: TextRange) => void;

function generatorTree(parts: GeneratorParts, range: TextRange, complain: Complain): GeneratorTree {
  const { element, condition } = parts;
  const iterator = parts.iterator && iteratorTree(parts.iterator, complain);
  return { element, ...(iterator && { iterator }), ...(condition && { condition }), range };
}

function iteratorTree(parts: IteratorParts, complain: Complain): GeneratorTree['iterator'] {
  const { variable, args, keywords, range } = parts;
  const name = parts.function?.name;
  if (name !== 'range' && name !== 'sample') {
    const detail = "Iterator expression must be one of the supported functions: ['range', 'sample']";
    complain(detail, parts.function?.range ?? parts.sourceRange);
    return undefined;
  }
  if (variable.kind !== 'name') {
    complain('invalid syntax', variable.range);
    return undefined;
  }
  const wrong = argumentProblem(name, args.length, [...keywords.keys()]);
  if (wrong !== undefined) complain(wrong, parts.sourceRange);
  const [p, size] = [keywords.get('p'), keywords.get('size')];
  return { variable, function: name, args, range, ...(p && { p }), ...(size && { size }) };
}

function argumentProblem(
  name: 'range' | 'sample',
  positional: number,
  keywords: readonly string[],
): string | undefined {
  const title = name === 'range' ? 'Range' : 'Sample';
  if (positional < 1 || positional > 3) return `${title} iterator takes 1-3 positional arguments.`;
  if (name === 'range')
    return keywords.length > 0 ? "Range iterator doesn't accept any keyword arguments." : undefined;
  if (keywords.length === 1 && (keywords[0] === 'p' || keywords[0] === 'size')) return undefined;
  return "Sample iterator accepts one keyword argument, either 'p' or 'size'.";
}
