/** Index expressions of Python as `core/arrays` takes them. */
import { arrayError } from '../../../arrays/errors.ts';
import type { Index } from '../../../arrays/indexing.ts';
import { asArray, NdArray, type Operand } from '../../../arrays/ndarray.ts';
import { typeError } from '../../objects/errors.ts';
import { PyList, PySequence, PyTuple } from '../../objects/sequences.ts';
import { PySlice } from '../../objects/slice.ts';
import { toInteger } from '../../operations/numbers.ts';
import { PyObject, type PyValue, Unknown } from '../../values.ts';

/** Numbers of a Python value, or undefined where it has none. */
type ToNumbers = (value: PyValue) => Operand | undefined;

/** An index expression; undefined where part of it is unknown. Raises IndexError. */
export function indexOf(key: PyValue, toNumbers: ToNumbers): Index[] | undefined {
  const parts = key instanceof PyTuple ? key.items : [key];
  const keys = parts.map((part) => indexPart(part, toNumbers));
  return keys.every((part) => part !== undefined) ? (keys as Index[]) : undefined;
}

function indexPart(key: PyValue, toNumbers: ToNumbers): Index | undefined {
  if (key instanceof Unknown) return undefined;
  if (key === null) return { kind: 'newaxis' };
  if (typeof key === 'bigint') return { kind: 'integer', value: Number(key) };
  if (key === true) return { kind: 'newaxis' };
  if (typeof key === 'boolean') return { kind: 'array', array: NdArray.scalar(key) };
  if (key instanceof PySlice) return slicePart(key);
  if (key instanceof PyObject && key.typeName === 'ellipsis') return { kind: 'ellipsis' };
  if (key instanceof PyList && key.items.some((item) => item instanceof Unknown)) return undefined;
  const numbers = key instanceof PyObject ? toNumbers(key) : undefined;
  if (numbers === undefined)
    throw arrayError(
      'IndexError',
      'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices',
    );
  const indices = asArray(numbers);
  const array = key instanceof PySequence && indices.size === 0 ? NdArray.zeros([0], 'int64') : indices;
  return { kind: 'array', array };
}

function slicePart(slice: PySlice): Index | undefined {
  if ([slice.start, slice.stop, slice.step].some((bound) => bound instanceof Unknown)) return undefined;
  const bound = (value: PyValue) => (value === null ? undefined : sliceBound(value));
  return { kind: 'slice', start: bound(slice.start), stop: bound(slice.stop), step: bound(slice.step) };
}

function sliceBound(value: PyValue): number {
  if (typeof value === 'number')
    throw typeError('slice indices must be integers or None or have an __index__ method');
  return toInteger(value);
}
