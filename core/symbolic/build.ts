/**
 * Constructors of expression nodes that fold constants and drop `0*`, `1*`, `+ 0` and double signs, so that
 * what is built reads as a person would write it. They treat values as real numbers: `0*x` is 0 for any x.
 */
import { childrenOf } from '../../grammars/equations/children.ts';
import type { BinaryOperator, Expression, Name, NumberLiteral } from '../../grammars/equations/tree.ts';
import { DEFAULT_FUNCTIONS } from '../functions/defaults.ts';
import type { TextRange } from '../text/range.ts';
import { keyOf } from './tree.ts';

/** The range of nodes that nobody wrote. */
export const NOWHERE: TextRange = { start: 0, end: 0 };

export function number(value: number, isInteger: boolean = Number.isInteger(value)): Expression {
  if (value < 0 || Object.is(value, -0))
    return { kind: 'unary', op: '-', operand: literal(-value, isInteger), range: NOWHERE };
  return literal(value, isInteger);
}

function literal(value: number, isInteger: boolean): NumberLiteral {
  const digits = String(value);
  const text = isInteger || !/^\d+$/.test(digits) ? digits : `${digits}.0`;
  return { kind: 'number', value, text, isInteger, range: NOWHERE };
}

export const ZERO = number(0);
export const ONE = number(1);

export function name(text: string): Name {
  return { kind: 'name', name: text, range: NOWHERE };
}

export function boolean(value: boolean): Expression {
  return { kind: 'boolean', value, range: NOWHERE };
}

/** The value of a literal with any number of signs before it. */
export function asNumber(
  expr: Expression,
): { readonly value: number; readonly isInteger: boolean } | undefined {
  if (expr.kind === 'number') return expr;
  if (expr.kind !== 'unary' || expr.op === 'not') return undefined;
  const inner = asNumber(expr.operand);
  if (inner === undefined || expr.op === '+') return inner;
  return { value: -inner.value, isInteger: inner.isInteger };
}

export function isZeroLiteral(expr: Expression): boolean {
  return asNumber(expr)?.value === 0;
}

function isLiteral(expr: Expression, value: number): boolean {
  return asNumber(expr)?.value === value;
}

/** The operation as it stands, nothing folded. */
export function operation(op: BinaryOperator, left: Expression, right: Expression): Expression {
  return { kind: 'binary', op, left, right, range: NOWHERE };
}

/** The folded literal, unless the result is no finite number. */
function folded(
  a: Expression,
  b: Expression,
  operation: (x: number, y: number) => number,
): Expression | undefined {
  const x = asNumber(a);
  const y = asNumber(b);
  if (x === undefined || y === undefined) return undefined;
  const value = operation(x.value, y.value);
  return Number.isFinite(value) ? number(value, x.isInteger && y.isInteger) : undefined;
}

function negated(expr: Expression): Expression | undefined {
  if (expr.kind === 'unary' && expr.op === '-') return expr.operand;
  return undefined;
}

export function negate(expr: Expression): Expression {
  const value = asNumber(expr);
  if (value !== undefined) return value.value === 0 ? expr : number(-value.value, value.isInteger);
  const inner = negated(expr);
  if (inner !== undefined) return inner;
  return { kind: 'unary', op: '-', operand: expr, range: NOWHERE };
}

export function add(a: Expression, b: Expression): Expression {
  const value = folded(a, b, (x, y) => x + y);
  if (value !== undefined) return value;
  if (isZeroLiteral(a)) return b;
  if (isZeroLiteral(b)) return a;
  const minusB = negated(b);
  if (minusB !== undefined) return subtract(a, minusB);
  const minusA = negated(a);
  if (minusA !== undefined) return subtract(b, minusA);
  return operation('+', a, b);
}

export function subtract(a: Expression, b: Expression): Expression {
  const value = folded(a, b, (x, y) => x - y);
  if (value !== undefined) return value;
  if (isZeroLiteral(b)) return a;
  if (isZeroLiteral(a)) return negate(b);
  const minusB = negated(b);
  if (minusB !== undefined) return add(a, minusB);
  if (isSame(a, b)) return ZERO;
  return operation('-', a, b);
}

export function multiply(a: Expression, b: Expression): Expression {
  const value = folded(a, b, (x, y) => x * y);
  if (value !== undefined) return value;
  if (isZeroLiteral(a) || isZeroLiteral(b)) return ZERO;
  if (isLiteral(a, 1)) return b;
  if (isLiteral(b, 1)) return a;
  const minusA = negated(a);
  if (minusA !== undefined) return negate(multiply(minusA, b));
  const minusB = negated(b);
  if (minusB !== undefined) return negate(multiply(a, minusB));
  if (asNumber(b) !== undefined) return multiply(b, a);
  if (a.kind === 'binary' && a.op === '/' && isLiteral(a.left, 1)) return divide(b, a.right);
  if (b.kind === 'binary' && b.op === '/' && isLiteral(b.left, 1)) return divide(a, b.right);
  return operation('*', a, b);
}

export function divide(a: Expression, b: Expression): Expression {
  if (isLiteral(b, 1)) return a;
  const x = asNumber(a);
  const y = asNumber(b);
  if (x !== undefined && y !== undefined && y.value !== 0) return number(x.value / y.value, false);
  if (isZeroLiteral(a)) return ZERO;
  const minusA = negated(a);
  if (minusA !== undefined) return negate(divide(minusA, b));
  const minusB = negated(b);
  if (minusB !== undefined) return negate(divide(a, minusB));
  if (isSame(a, b)) return ONE;
  return operation('/', a, b);
}

/** An integer to a negative integer power stays as it is: Brian's equations and its code differ about it. */
export function power(base: Expression, exponent: Expression): Expression {
  if (isLiteral(exponent, 0)) return ONE;
  if (isLiteral(exponent, 1)) return base;
  const keepsInteger = asNumber(base)?.isInteger && (asNumber(exponent)?.value ?? 0) < 0;
  const value = keepsInteger ? undefined : folded(base, exponent, (x, y) => x ** y);
  return value ?? operation('**', base, exponent);
}

export function call(functionName: string, ...args: Expression[]): Expression {
  const [first] = args;
  if (first !== undefined && args.length === 1) {
    if ((functionName === 'exp' || functionName === 'exprel') && isZeroLiteral(first))
      return number(1, false);
    if (functionName === 'int' && first.kind === 'boolean') return first.value ? ONE : ZERO;
    if (functionName === 'int' && asNumber(first)?.isInteger) return first;
  }
  return { kind: 'call', name: functionName, nameRange: NOWHERE, args, range: NOWHERE };
}

export function sum(terms: readonly Expression[]): Expression {
  return terms.reduce(add, ZERO);
}

export function product(factors: readonly Expression[]): Expression {
  return factors.reduce(multiply, ONE);
}

/** Builds a tree anew through the constructors above. */
export function rebuild(expr: Expression): Expression {
  switch (expr.kind) {
    case 'unary': {
      const operand = rebuild(expr.operand);
      if (expr.op === '-') return negate(operand);
      if (expr.op === '+') return operand;
      return operand.kind === 'boolean' ? boolean(!operand.value) : { ...expr, operand };
    }
    case 'binary':
      return rebuildBinary(expr.op, rebuild(expr.left), rebuild(expr.right));
    case 'call':
      return { ...call(expr.name, ...expr.args.map(rebuild)), range: expr.range };
    case 'logical':
      return rebuildLogical(expr.op, rebuild(expr.left), rebuild(expr.right));
    case 'comparison':
      return { ...expr, left: rebuild(expr.left), right: rebuild(expr.right) };
    default:
      return expr;
  }
}

function rebuildBinary(op: BinaryOperator, left: Expression, right: Expression): Expression {
  switch (op) {
    case '+':
      return add(left, right);
    case '-':
      return subtract(left, right);
    case '*':
      return multiply(left, right);
    case '/':
      return divide(left, right);
    case '**':
      return power(left, right);
    default:
      return operation(op, left, right);
  }
}

function rebuildLogical(op: 'and' | 'or', left: Expression, right: Expression): Expression {
  const decides = op === 'or';
  if (left.kind === 'boolean') return left.value === decides ? left : right;
  if (right.kind === 'boolean') return right.value === decides ? right : left;
  return { kind: 'logical', op, left, right, range: NOWHERE };
}

/** Equal in value, too: two calls of `rand()` are not, nor need those of a function of the script be. */
function isSame(a: Expression, b: Expression): boolean {
  return keyOf(a) === keyOf(b) && isStateless(a);
}

function isStateless(expr: Expression): boolean {
  if (expr.kind === 'call' && DEFAULT_FUNCTIONS.get(expr.name)?.stateless !== true) return false;
  return childrenOf(expr).every(isStateless);
}
