import { missing } from './numbers.ts';
import { runRule } from './parser.ts';
import { asReadBy } from './problems.ts';
import { tokenize } from './tokens.ts';
import type { Expression, GrammarProblem, Parsed } from './tree.ts';

/**
 * Reads one expression (a threshold, a rate, a value, a condition). Never throws.
 * Problems: SyntaxError with Python's message, or Brian's where it checks the units of what Python can read.
 */
export function parseExpression(text: string): Parsed<Expression> {
  const tokens = tokenize(text);
  const { result, problems, consumed } = runRule((parser) => parser.wholeExpression(), tokens, text);
  const rest = tokens[consumed];
  const all: GrammarProblem[] = problems.map((problem) => asReadBy(problem, 'units'));
  if (rest !== undefined && all.length === 0)
    all.push({
      code: 'syntax',
      errorClass: 'SyntaxError',
      message: 'invalid syntax',
      range: { start: rest.startOffset, end: rest.startOffset + rest.image.length },
    });
  return { tree: result ?? missing({ start: 0, end: text.length }), problems: all };
}
