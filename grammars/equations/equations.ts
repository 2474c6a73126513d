import type { IToken } from 'chevrotain';
import type { TextRange } from '../../core/text/range.ts';
import { splitEquations } from './lines.ts';
import { type EquationParts, runRule } from './parser.ts';
import { parseFailure, syntaxProblem } from './problems.ts';
import { rightHandSide } from './rightHandSide.ts';
import { symbolicProblems } from './symbolic.ts';
import { Assign, Colon, Equal, endOf, halves, tokenize } from './tokens.ts';
import type { EquationTree, GrammarProblem, Parsed } from './tree.ts';

/**
 * Reads a model: differential equations, subexpressions and parameters. Never throws. An equation whose
 * unit could not be read comes with an empty unit text; a hole in an expression is a number without digits.
 * Problems: EquationError where the shape is wrong, SyntaxError within expressions.
 */
export function parseEquations(text: string): Parsed<EquationTree[]> {
  const tree: EquationTree[] = [];
  const problems: GrammarProblem[] = [];
  for (const tokens of splitEquations(tokenize(text), text)) parseOne(tokens, text, tree, problems);
  return { tree, problems };
}

function parseOne(all: IToken[], text: string, tree: EquationTree[], problems: GrammarProblem[]): void {
  const tokens = separateEqualSigns(all);
  const whole = { start: tokens[0]!.startOffset, end: endOf(tokens.at(-1)!) };
  const { result, consumed, ...outcome } = runRule((parser) => parser.equation(), tokens, text);
  if (result === undefined && outcome.problems.length > 0) {
    problems.push(...outcome.problems);
    return;
  }
  if (result === undefined || !hasPlainName(result)) {
    const { failedAt } = outcome;
    problems.push(failed(text, whole.start, failedAt === undefined ? whole : atToken(failedAt, whole)));
    return;
  }
  const equation = treeOf(result, whole, tokens, consumed);
  tree.push(equation);
  const rest = tokens[consumed];
  if (hasNoExpression(tokens)) {
    problems.push(failed(text, whole.start, whole));
    return;
  }
  if (result.unit === undefined) problems.push(withoutUnit(equation, tokens, text, whole));
  else if (rest !== undefined) problems.push(failed(text, rest.startOffset, atToken(rest, whole)));
  problems.push(...outcome.problems);
  if (result.expr !== undefined && outcome.problems.length === 0)
    problems.push(...symbolicProblems(result.expr, rightHandSide(equation, text)));
}

function treeOf(
  parts: EquationParts,
  whole: TextRange,
  tokens: readonly IToken[],
  consumed: number,
): EquationTree {
  const range = { start: whole.start, end: endOf(tokens[Math.max(0, consumed - 1)]!) };
  const unit = parts.unit ?? { text: '', range: { start: range.end, end: range.end } };
  const { type, name, expr, flags } = parts;
  return { type, name, ...(expr && { expr }), unit, flags, range };
}

/** Brian reads an expression up to the next colon, wherever that stands; what it then has is no expression. */
function withoutUnit(
  { expr }: EquationTree,
  tokens: readonly IToken[],
  text: string,
  whole: TextRange,
): GrammarProblem {
  const hasColon = tokens.some((token) => token.tokenType === Colon);
  const readsOn = expr !== undefined && !hasColon && text.slice(whole.end).replace(/#.*/g, '').includes(':');
  return readsOn ? syntaxProblem('invalid syntax', whole) : failed(text, whole.start, whole);
}

/** Of `x == 3 : 1` Brian reads the first sign as that of an equation; Python does not like the second. */
function separateEqualSigns(tokens: IToken[]): IToken[] {
  const k = tokens.findIndex((token) => token.tokenType === Equal || token.tokenType === Assign);
  const sign = tokens[k];
  if (sign?.tokenType !== Equal || !isLeftSide(tokens.slice(0, k))) return tokens;
  return [...tokens.slice(0, k), ...halves(sign), ...tokens.slice(k + 1)];
}

function isLeftSide(tokens: readonly IToken[]): boolean {
  return /^(?:\w+|d ?\w+ \/ dt)$/.test(tokens.map(({ image }) => image).join(' '));
}

/** True where the colon follows the equals sign at once. */
function hasNoExpression(tokens: readonly IToken[]): boolean {
  const k = tokens.findIndex((token) => token.tokenType === Assign);
  return k >= 0 && tokens[k + 1]?.tokenType === Colon;
}

/** Left of the sign, Brian takes ASCII only. */
function hasPlainName(parts: EquationParts): boolean {
  return /^[A-Za-z_]\w*$/.test(parts.name.name);
}

function atToken(token: IToken, whole: TextRange): TextRange {
  if (Number.isNaN(token.startOffset)) return whole;
  return { start: token.startOffset, end: endOf(token) };
}

function failed(text: string, offset: number, range: TextRange): GrammarProblem {
  const message = parseFailure('Parsing failed: ', 'end of text', text, offset);
  return { code: 'syntax', errorClass: 'EquationError', message, range };
}
