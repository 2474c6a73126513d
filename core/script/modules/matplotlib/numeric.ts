/** The one place where plots meet NumPy's arrays and Brian's quantities. */
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import type { Interpreter } from '../../interpreter.ts';
import type { PyObject, PyValue } from '../../values.ts';
import { asNumeric, PyArray } from '../numpy/objects.ts';
import type { Numbers } from './convert.ts';

/** The numbers of an array, quantity or state variable, units aside; undefined for what isn't one. */
export function numericArray(value: PyObject, ctx: Interpreter): Numbers | undefined {
  const operand = asNumeric(value, ctx);
  if (operand === undefined) return undefined;
  const array = asArray(operand.value);
  // A copy: the script may change its array after plotting it.
  return { values: Float64Array.from(array.flat()), shape: array.shape };
}

/** A NumPy array for the script. */
export function arrayValue(values: Float64Array, shape: readonly number[] = [values.length]): PyValue {
  return new PyArray(new NdArray(values, shape, 'float64'));
}
