import type { IToken, TokenType } from 'chevrotain';
import { missing } from './numbers.ts';
import { runRule } from './parser.ts';
import { asReadBy, parseFailure, syntaxProblem } from './problems.ts';
import * as T from './tokens.ts';
import type { AssignmentOperator, GrammarProblem, Parsed, Statement } from './tree.ts';

const HEADING = 'Parsing the statement failed: ';
const TARGET = 'W:(A-Z_a-z, 0-9A-Z_a-z)';
const OPERATOR = String.raw`Re:('(\+|\-|\*|/|//|%|\*\*|>>|<<|&|\^|\|)?=')`;
/** The operators that Brian's code generation knows beside the plain assignment, as they stand in expressions. */
const BINARY: ReadonlyMap<string, TokenType> = new Map([
  ['+=', T.Plus],
  ['-=', T.Minus],
  ['*=', T.Star],
  ['/=', T.Slash],
  ['%=', T.Percent],
]);

/** A line or a part of one between semicolons, without the blanks before it. */
interface Piece {
  readonly text: string;
  readonly start: number;
}

/**
 * Reads a block of statements (a reset, an on_pre, generated abstract code). Never throws. Lines and `;`
 * separate statements, even where the `;` stands in a comment, as in Brian.
 * Problems: ValueError for what is no assignment, SyntaxError and KeyError within expressions (in the words of
 * the symbolic form, into which Brian brings plain assignments), AssertionError for operators Brian does not carry out.
 */
export function parseStatements(text: string): Parsed<Statement[]> {
  const tree: Statement[] = [];
  const problems: GrammarProblem[] = [];
  for (const piece of pieces(text)) parsePiece(piece, text, tree, problems);
  return { tree, problems };
}

/** Blank lines are no statements; a blank between semicolons is one, and an error. */
function pieces(text: string): Piece[] {
  const list: Piece[] = [];
  const first = text.length - text.trimStart().length;
  let start = first;
  for (const line of text.slice(first).split('\n')) {
    if (line.trim() !== '') list.push(...piecesOfLine(line, start));
    start += line.length + 1;
  }
  return list;
}

function piecesOfLine(line: string, lineStart: number): Piece[] {
  const list: Piece[] = [];
  let start = lineStart;
  for (const part of line.split(';')) {
    const indent = part.length - part.trimStart().length;
    // A piece of blanks alone is kept: Brian takes offence at it.
    const from = indent === part.length ? 0 : indent;
    if (part.length > 0) list.push({ text: part.slice(from), start: start + from });
    start += part.length + 1;
  }
  return list;
}

function parsePiece(piece: Piece, text: string, tree: Statement[], problems: GrammarProblem[]): void {
  const comment = piece.text.indexOf('#');
  const code = comment < 0 ? piece.text : piece.text.slice(0, comment);
  const tokens = T.tokenize(code, piece.start);
  const failure = shapeFailure(piece, tokens);
  if (failure !== undefined) {
    problems.push(failure);
    return;
  }
  const target = tokens[0]!;
  const sign = tokens[1]!;
  const { op, rest } = operatorOf(sign, tokens.slice(2));
  const { result, problems: found, consumed } = runRule((parser) => parser.wholeExpression(), rest, text);
  const combined = combine(target, sign, rest, text);
  const end = T.endOf(tokens.at(-1)!);
  const expr = result ?? missing({ start: end, end });
  if (op !== '=' && !BINARY.has(op)) {
    const range = { start: sign.startOffset, end: T.endOf(sign) };
    problems.push({
      code: 'syntax',
      errorClass: 'AssertionError',
      message: `Unknown operator "${op}"`,
      range,
    });
  }
  const reader = op === '=' ? 'symbolic' : 'units';
  const range = { start: target.startOffset, end: T.endOf(target) };
  const statement: Statement = {
    target: { kind: 'name', name: target.image, range },
    op: op as AssignmentOperator,
    expr,
    ...(combined?.result && { combined: combined.result }),
    range: { start: range.start, end },
    text: piece.text.trimEnd(),
    exprText: code.slice(T.endOf(sign) - piece.start).trim(),
  };
  tree.push(statement);
  const own = [...(combined?.problems ?? found)];
  const left = rest[consumed];
  if (own.length === 0 && left !== undefined)
    own.push(syntaxProblem('invalid syntax', { start: left.startOffset, end: T.endOf(left) }));
  problems.push(...own.map((problem) => ({ ...asReadBy(problem, reader), statement })));
}

/** What `target op= expr` stores, read from the tokens of all three. */
function combine(target: IToken, sign: IToken, rest: readonly IToken[], text: string) {
  const operator = BINARY.get(sign.image);
  if (operator === undefined) return undefined;
  const infix = {
    ...sign,
    image: sign.image.slice(0, -1),
    tokenType: operator,
    tokenTypeIdx: operator.tokenTypeIdx!,
  };
  return runRule((parser) => parser.wholeExpression(), [target, infix, ...rest], text);
}

/** Brian cuts `==` into an assignment and the beginning of an expression. */
function operatorOf(sign: IToken, rest: IToken[]): { op: string; rest: IToken[] } {
  if (sign.image !== '==') return { op: sign.image, rest };
  return { op: '=', rest: [T.halves(sign)[1], ...rest] };
}

/** What keeps a piece from being `name op expression # comment`. */
function shapeFailure(piece: Piece, tokens: readonly IToken[]): GrammarProblem | undefined {
  const fail = (expected: string, offset: number) => {
    const message = parseFailure(HEADING, expected, piece.text, offset);
    const at = tokens.find((t) => t.startOffset >= piece.start + offset);
    const start = piece.start + offset;
    const range =
      at === undefined
        ? { start: piece.start, end: piece.start + Math.max(1, piece.text.trimEnd().length) }
        : { start, end: T.endOf(at) };
    return { code: 'syntax', errorClass: 'ValueError', message, range };
  };
  const name = /^[A-Za-z_]\w*/.exec(piece.text)?.[0];
  if (name === undefined) return fail(TARGET, piece.text.trim() === '' ? piece.text.length : 0);
  const afterName = name.length + blanksAt(piece.text, name.length);
  const operator = /^(?:\+|-|\*\*?|\/\/?|%|>>|<<|&|\^|\|)?=/.exec(piece.text.slice(afterName))?.[0];
  if (operator === undefined) return fail(OPERATOR, afterName);
  const afterOperator = afterName + operator.length;
  if (/^(?:$|#)/.test(piece.text.slice(afterOperator))) return fail('!W:(#)', afterOperator);
  if (tokens.length < 3 && operator !== '==') {
    const message = `Empty expression in the RHS of the statement:'${piece.text}' `;
    return {
      ...syntaxProblem(message, { start: piece.start, end: piece.start + piece.text.length }),
      errorClass: 'ValueError',
    };
  }
  const comment = /#[^#]*(?:$|#)/.exec(piece.text);
  if (comment !== null && (comment[0].endsWith('#') || comment[0].trim() === '#'))
    return fail(
      'end of text',
      comment[0].trim() === '#' ? comment.index : comment.index + comment[0].length - 1,
    );
  return undefined;
}

function blanksAt(text: string, offset: number): number {
  return /^\s*/.exec(text.slice(offset))?.[0].length ?? 0;
}
