/** Lists, tuples and ranges as arrays. */
import { allocate, promote } from '../../../arrays/dtype.ts';
import { arrayError } from '../../../arrays/errors.ts';
import { asArray, NdArray, type Scalar, scalarType } from '../../../arrays/ndarray.ts';
import { stack } from '../../../arrays/shape.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import type { PyRange } from '../../objects/iterators.ts';
import { PySequence } from '../../objects/sequences.ts';
import { PyObject, type PyValue } from '../../values.ts';
import type { Numeric } from './numeric.ts';

/** Reads an element that is no list. */
type Leaf = (value: PyValue) => Numeric | undefined;

/** The dimension of every element that is no list; undefined for plain numbers. */
export function* leafDimensions(sequence: PySequence, leaf: Leaf): Iterable<Dimension | undefined> {
  for (const item of sequence.items) {
    if (item instanceof PySequence) yield* leafDimensions(item, leaf);
    else if (item instanceof PyObject) yield quantityDimension(leaf(item));
    else yield undefined;
  }
}

/** An array of nested lists; undefined where something in it is no number. Raises ValueError if ragged. */
export function nestedArray(sequence: PySequence, leaf: Leaf): NdArray | undefined {
  if (sequence.items.length === 0) return NdArray.zeros([0]);
  const plain = sequence.items.every(isPlainNumber);
  if (plain) return flatArray(sequence.items as Scalar[]);
  const parts: NdArray[] = [];
  for (const item of sequence.items) {
    const part = item instanceof PySequence ? nestedArray(item, leaf) : leaf(item)?.value;
    if (part === undefined) return undefined;
    parts.push(asArray(part));
  }
  const shapes = new Set(parts.map((part) => part.shape.join()));
  if (shapes.size > 1)
    throw arrayError(
      'ValueError',
      `setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. The detected shape was (${parts.length},) + inhomogeneous part.`,
    );
  return stack(parts);
}

function flatArray(values: readonly Scalar[]): NdArray {
  const dtype = values.map(scalarType).reduce(promote);
  return NdArray.of(values.map(Number), dtype);
}

export function rangeArray(range: PyRange): NdArray {
  const start = Number(range.start);
  const step = Number(range.step);
  const data = allocate('float64', range.count);
  for (let k = 0; k < range.count; k++) data[k] = start + k * step;
  return new NdArray(data, [range.count], 'int64');
}

/** Arrays without dimension count as plain numbers. */
function quantityDimension(operand: Numeric | undefined): Dimension | undefined {
  return operand?.dimension === DIMENSIONLESS ? undefined : operand?.dimension;
}

export function isPlainNumber(value: PyValue): value is Scalar {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}
