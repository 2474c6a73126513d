import { EOF, type IToken } from 'chevrotain';
import type { TextRange } from '../../core/text/range.ts';
import { asReadBy, syntaxProblem } from './problems.ts';
import { endOf } from './tokens.ts';
import type { ForeignSyntax, GrammarProblem } from './tree.ts';

const OPENING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * What is wrong with one expression. Python reports the first error of syntax alone, and only an
 * expression that Python can read is looked at by Brian, so the kinds are kept apart.
 */
export class ExpressionNotes {
  private bracketProblem: GrammarProblem | undefined;
  private syntaxProblem: GrammarProblem | undefined;
  private others: GrammarProblem[] = [];
  private expressionEnd = Number.POSITIVE_INFINITY;
  private expressionStart = 0;

  constructor(private readonly text: string) {}

  problems(): GrammarProblem[] {
    const first = this.bracketProblem ?? this.syntaxProblem;
    return first === undefined ? this.others : [first];
  }

  add(problem: GrammarProblem): void {
    this.others.push(problem);
  }

  syntax(message: string, range: TextRange): void {
    this.syntaxProblem ??= syntaxProblem(message, range);
  }

  /** Only the outermost of nested ones counts: Brian reads an expression from the outside. */
  unsupported(foreign: ForeignSyntax, range: TextRange): void {
    const problem = { ...syntaxProblem(this.refusal(foreign), range), foreign };
    this.others = this.others.filter((p) => p.range.start < range.start || p.range.end > range.end);
    this.others.push(asReadBy(problem, 'symbolic'));
  }

  private refusal({ refusal }: ForeignSyntax): string {
    const whole = this.text
      .slice(this.expressionStart, Math.min(this.expressionEnd, this.text.length))
      .trim();
    return `Error during evaluation of sympy expression '${whole}': ${refusal}`;
  }

  comparedTwice(range: TextRange): void {
    this.others = this.others.filter((p) => p.range.start < range.start || p.range.end > range.end);
    this.others.push(syntaxProblem('Can only handle single comparisons like a<b not a<b<c', range));
  }

  /** Python can't go on at `token`; where the text ends, the last token before the end is to blame. */
  unexpected(token: IToken, last: IToken = token): void {
    const blamed = token.tokenType === EOF ? last : token;
    const range = { start: blamed.startOffset, end: endOf(blamed) };
    this.syntax('invalid syntax', blamed.tokenType === EOF ? { start: 0, end: this.text.length } : range);
  }

  forgottenComma(start: number, next: IToken): void {
    this.syntax('invalid syntax. Perhaps you forgot a comma?', { start, end: endOf(next) });
  }

  invalidCharacter(character: string, offset: number): void {
    const hex = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    const range = { start: offset, end: offset + character.length };
    this.syntax(`invalid character '${character}' (U+${hex})`, range);
  }

  /** Finds the first bracket without its partner among the tokens ahead. */
  checkBrackets(within: (token: IToken) => boolean, ahead: (k: number) => IToken): void {
    this.bracketProblem = undefined;
    this.expressionStart = ahead(1).startOffset;
    const open: IToken[] = [];
    let k = 1;
    for (; ahead(k).tokenType !== EOF && within(ahead(k)); k++) this.noteBracket(ahead(k), open);
    this.expressionEnd = k > 1 ? endOf(ahead(k - 1)) : this.expressionStart;
    const last = open.at(-1);
    if (last === undefined) return;
    const range = { start: last.startOffset, end: endOf(last) };
    this.bracketProblem ??= syntaxProblem(`'${last.image}' was never closed`, range);
  }

  /** Whether brackets fit, so that a parser may look for a closing one. */
  isClosed(token: IToken): boolean {
    return this.bracketProblem === undefined && token.tokenType !== EOF;
  }

  private noteBracket(token: IToken, open: IToken[]): void {
    if (Object.hasOwn(OPENING, token.image)) open.push(token);
    if (!Object.hasOwn(CLOSING, token.image)) return;
    const partner = open.pop();
    if (partner !== undefined && OPENING[partner.image] === token.image) return;
    const message =
      partner === undefined
        ? `unmatched '${token.image}'`
        : `closing parenthesis '${token.image}' does not match opening parenthesis '${partner.image}'`;
    this.bracketProblem ??= syntaxProblem(message, { start: token.startOffset, end: endOf(token) });
  }
}
