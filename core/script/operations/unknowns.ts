import { DIMENSIONLESS, Dimension } from '../../units/dimension.ts';
import { type BinaryOp, PyObject, type PyValue, Unknown } from '../values.ts';

/** `a op b` where one of them is unknown: unknown, too, but perhaps of a known dimension. */
export function unknownOperation(op: BinaryOp, a: PyValue, b: PyValue): Unknown {
  const left = dimensionOf(a);
  const right = dimensionOf(b);
  if (left === undefined || right === undefined) return new Unknown();
  if (op === '*') return new Unknown(left.multiply(right));
  if (op === '/') return new Unknown(left.divide(right));
  return new Unknown((op === '+' || op === '-') && left === right ? left : undefined);
}

function dimensionOf(value: PyValue): Dimension | undefined {
  if (!(value instanceof PyObject)) return value === null ? undefined : DIMENSIONLESS;
  return 'dimension' in value && value.dimension instanceof Dimension ? value.dimension : undefined;
}
