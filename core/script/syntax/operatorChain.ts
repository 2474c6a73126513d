/**
 * Operators in their real precedence. The parser's tree is made for highlighting and nests `not` and chained
 * comparisons in its own way, so a chain of operators is laid flat and read again by Python's rules.
 */
import type { BinaryOp } from '../values.ts';
import type { Comparison, Expr } from './ast.ts';

export type ChainToken =
  | { readonly kind: 'operand'; readonly expr: Expr }
  | { readonly kind: 'operator'; readonly text: string; readonly start: number; readonly end: number };

const LEVELS: readonly (readonly string[])[] = [
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '//', '%', '@'],
];
const COMPARISONS: ReadonlySet<string> = new Set([
  '<',
  '<=',
  '>',
  '>=',
  '==',
  '!=',
  'in',
  'not in',
  'is',
  'is not',
]);

/** Reads a chain of operands and operators; undefined where it is not well formed. */
export function readChain(tokens: readonly ChainToken[]): Expr | undefined {
  const reader = new ChainReader(tokens);
  const expr = reader.or();
  return reader.atEnd ? expr : undefined;
}

class ChainReader {
  private position = 0;

  constructor(private readonly tokens: readonly ChainToken[]) {}

  get atEnd(): boolean {
    return this.position === this.tokens.length;
  }

  or(): Expr | undefined {
    return this.bool('or', () => this.and());
  }

  private and(): Expr | undefined {
    return this.bool('and', () => this.not());
  }

  private bool(op: 'and' | 'or', operand: () => Expr | undefined): Expr | undefined {
    let left = operand();
    while (left && this.take(op)) {
      const right = operand();
      left = right && { kind: 'bool', op, left, right, start: left.start, end: right.end };
    }
    return left;
  }

  private not(): Expr | undefined {
    const token = this.take('not');
    if (!token) return this.comparison();
    const operand = this.not();
    return operand && { kind: 'unary', op: 'not', operand, start: token.start, end: operand.end };
  }

  private comparison(): Expr | undefined {
    const first = this.level(0);
    const rest: { op: Comparison; right: Expr }[] = [];
    for (let op = this.peek(); first && op !== undefined && COMPARISONS.has(op); op = this.peek()) {
      this.position += 1;
      const right = this.level(0);
      if (!right) return undefined;
      rest.push({ op: op as Comparison, right });
    }
    const last = rest[rest.length - 1];
    if (!first || !last) return first;
    return { kind: 'compare', first, rest, start: first.start, end: last.right.end };
  }

  private level(level: number): Expr | undefined {
    const operators = LEVELS[level];
    if (!operators) return this.factor();
    let left = this.level(level + 1);
    for (let op = this.peek(); left && op !== undefined && operators.includes(op); op = this.peek()) {
      const opStart =
        this.tokens[this.position]?.kind === 'operator' ? this.startOf(this.position) : left.end;
      this.position += 1;
      const right = this.level(level + 1);
      left = right && binary(op as BinaryOp, left, right, opStart);
    }
    return left;
  }

  private factor(): Expr | undefined {
    const op = this.peek();
    if (op !== '+' && op !== '-' && op !== '~') return this.power();
    const start = this.startOf(this.position);
    this.position += 1;
    const operand = this.factor();
    return operand && { kind: 'unary', op, operand, start, end: operand.end };
  }

  private power(): Expr | undefined {
    const token = this.tokens[this.position];
    if (token?.kind !== 'operand') return undefined;
    this.position += 1;
    if (this.peek() !== '**') return token.expr;
    const opStart = this.startOf(this.position);
    this.position += 1;
    const right = this.factor();
    return right && binary('**', token.expr, right, opStart);
  }

  private startOf(index: number): number {
    const token = this.tokens[index];
    return token?.kind === 'operator' ? token.start : 0;
  }

  private peek(): string | undefined {
    const token = this.tokens[this.position];
    return token?.kind === 'operator' ? token.text : undefined;
  }

  private take(text: string): { start: number } | undefined {
    const token = this.tokens[this.position];
    if (token?.kind !== 'operator' || token.text !== text) return undefined;
    this.position += 1;
    return token;
  }
}

function binary(op: BinaryOp, left: Expr, right: Expr, opStart: number): Expr {
  return { kind: 'binary', op, left, right, opStart, start: left.start, end: right.end };
}
