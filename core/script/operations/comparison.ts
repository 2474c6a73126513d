import type { Interpreter } from '../interpreter.ts';
import { typeError } from '../objects/errors.ts';
import { type CompareOp, PyObject, PyStr, type PyValue, Unknown } from '../values.ts';
import { typeName } from './numbers.ts';
import { unknownComparison } from './unknowns.ts';

/** Python's `a == b` as a truth value; an array's element-wise answer is asked for its truth. */
export function equals(a: PyValue, b: PyValue, ctx: Interpreter): boolean {
  if (a === b) return true;
  const result = equality(a, b, ctx);
  return typeof result === 'boolean' ? result : ctx.truth(result);
}

/** Python's `a == b`, whatever value that gives. */
export function equality(a: PyValue, b: PyValue, ctx: Interpreter): PyValue {
  if (isNumeric(a) && isNumeric(b)) return numericEquals(a, b);
  if (a instanceof PyStr && b instanceof PyStr) return a.value === b.value;
  if (a instanceof Unknown || b instanceof Unknown) return unknownComparison('==', a, b, ctx);
  return richCompare('==', a, b, ctx) ?? a === b;
}

const MIRRORED: Record<CompareOp, CompareOp> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** Asks the left operand, then the right one with the mirrored operator; undefined: neither knows. */
export function richCompare(op: CompareOp, a: PyValue, b: PyValue, ctx: Interpreter): PyValue | undefined {
  const left = a instanceof PyObject ? a.compare(op, b, ctx) : undefined;
  if (left !== undefined) return left;
  return b instanceof PyObject ? b.compare(MIRRORED[op], a, ctx) : undefined;
}

export function isNumeric(value: PyValue): value is boolean | bigint | number {
  return typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean';
}

export function numericEquals(a: boolean | bigint | number, b: boolean | bigint | number): boolean {
  // Loose equality is JavaScript's exact comparison of bigint and number.
  const left = typeof a === 'boolean' ? Number(a) : a;
  const right = typeof b === 'boolean' ? Number(b) : b;
  // biome-ignore lint/suspicious/noDoubleEquals: the only operator that compares bigint with number
  return left == right;
}

/** `a op b` for all six comparisons. Raises TypeError where the values have no order. */
export function compareValues(op: CompareOp, a: PyValue, b: PyValue, ctx: Interpreter): PyValue {
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(op, a, b);
  if (a instanceof Unknown || b instanceof Unknown) return unknownComparison(op, a, b, ctx);
  if (a instanceof PyStr && b instanceof PyStr) return compareTexts(op, a.value, b.value);
  const result = richCompare(op, a, b, ctx);
  if (result !== undefined) return result;
  if (op === '==') return a === b;
  if (op === '!=') return a !== b;
  throw typeError(`'${op}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`);
}

/** Whether `a < b`, for sorting. */
export function isLess(a: PyValue, b: PyValue, ctx: Interpreter): boolean {
  const result = compareValues('<', a, b, ctx);
  return typeof result === 'boolean' ? result : ctx.truth(result);
}

function compareNumbers(op: CompareOp, a: boolean | bigint | number, b: boolean | bigint | number): boolean {
  switch (op) {
    case '==':
      return numericEquals(a, b);
    case '!=':
      return !numericEquals(a, b);
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

/** Order by code points, as Python's. */
function compareTexts(op: CompareOp, a: string, b: string): boolean {
  if (op === '==') return a === b;
  if (op === '!=') return a !== b;
  const hasSurrogates = /[\ud800-\udfff]/.test(a + b);
  const order = hasSurrogates ? codePointOrder(a, b) : a < b ? -1 : a > b ? 1 : 0;
  if (op === '<') return order < 0;
  if (op === '<=') return order <= 0;
  return op === '>' ? order > 0 : order >= 0;
}

function codePointOrder(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
