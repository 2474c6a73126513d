import { DIMENSIONLESS, Dimension } from '../../units/dimension.ts';
import { dimensionMismatch } from '../../units/errors.ts';
import type { Interpreter } from '../interpreter.ts';
import { type BinaryOp, type CompareOp, PyObject, type PyValue, Unknown } from '../values.ts';

/**
 * `a op b` where one of them is unknown: unknown, too, but perhaps of a known dimension.
 * Raises DimensionMismatchError for sums of what can't be added, whatever the values.
 */
export function unknownOperation(op: BinaryOp, a: PyValue, b: PyValue, ctx: Interpreter): Unknown {
  const left = dimensionOf(a);
  const right = dimensionOf(b);
  if (left === undefined || right === undefined) return new Unknown();
  if (op === '*') return new Unknown(left.multiply(right));
  if (op === '/') return new Unknown(left.divide(right));
  if (op !== '+' && op !== '-') return new Unknown();
  if (left === right) return new Unknown(left);
  requireOne('calculate', op, a, b, ctx);
  return new Unknown();
}

/** `a op b` where one of them is unknown. Raises DimensionMismatchError as Brian's quantities do. */
export function unknownComparison(op: CompareOp, a: PyValue, b: PyValue, ctx: Interpreter): Unknown {
  requireOne('perform comparison', op, a, b, ctx);
  return new Unknown();
}

function requireOne(verb: string, op: string, a: PyValue, b: PyValue, ctx: Interpreter): void {
  const left = dimensionOf(a);
  const right = dimensionOf(b);
  if (left === undefined || right === undefined || left === right) return;
  if (fitsAny(a, left) || fitsAny(b, right)) return;
  const description = `Cannot ${verb} ${shown(a, ctx)} ${op} ${shown(b, ctx)}, units do not match`;
  throw dimensionMismatch(description, [left, right]);
}

/** The number 0 has every dimension, infinity can be compared with all; an unknown number may be one of them. */
function fitsAny(value: PyValue, dimension: Dimension): boolean {
  if (dimension !== DIMENSIONLESS) return false;
  return value instanceof PyObject || Number(value) === 0 || !Number.isFinite(Number(value));
}

function shown(value: PyValue, ctx: Interpreter): string {
  return value instanceof Unknown ? '...' : ctx.str(value);
}

function dimensionOf(value: PyValue): Dimension | undefined {
  if (!(value instanceof PyObject)) return value === null ? undefined : DIMENSIONLESS;
  return 'dimension' in value && value.dimension instanceof Dimension ? value.dimension : undefined;
}
