/** Reading and writing parts of arrays with NumPy's index expressions. */
import { broadcastFlat, broadcastTo, commonShape } from './broadcast.ts';
import { kindOf } from './dtype.ts';
import { writeInto } from './elementwise.ts';
import { arrayError } from './errors.ts';
import { NdArray, product, shapeText } from './ndarray.ts';

/** One part of an index expression; bounds of a slice are as written, undefined where left out. */
export type Index =
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'slice'; readonly start?: number; readonly stop?: number; readonly step?: number }
  | { readonly kind: 'newaxis' }
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'array'; readonly array: NdArray };

/** `array[keys]`: a view for integers and slices, a copy where an array is among the keys. */
export function getItems(array: NdArray, keys: readonly Index[]): NdArray {
  const selection = select(array, keys);
  if (selection.view !== undefined) return selection.view;
  const { shape, offsets } = selection;
  const result = NdArray.zeros(shape, array.dtype);
  for (let k = 0; k < offsets.length; k++) result.data[k] = array.data[offsets[k]!]!;
  return result;
}

/** `array[keys] = values`. Raises NumPy's errors. */
export function setItems(array: NdArray, keys: readonly Index[], values: NdArray): void {
  const selection = select(array, keys);
  if (selection.view !== undefined) {
    // Values may overlap the target, so they are read before anything is written.
    const source = broadcastFlat(withoutLeadingOnes(values, selection.view.ndim), selection.view.shape);
    writeInto(selection.view, source.buffer === selection.view.data.buffer ? source.slice() : source);
    return;
  }
  const { shape, offsets } = selection;
  const source = broadcastTo(withoutLeadingOnes(values, shape.length), shape);
  if (source === undefined) throw assignmentMismatch(keys, values, shape);
  const target = new NdArray(array.data, array.shape, array.dtype, array.strides, array.offset);
  writeAt(target, offsets, source.flat());
}

function writeAt(target: NdArray, offsets: Int32Array, values: ArrayLike<number>): void {
  const compact = NdArray.zeros([values.length], target.dtype);
  writeInto(compact, values);
  for (let k = 0; k < offsets.length; k++) target.data[offsets[k]!] = compact.data[k]!;
}

/** NumPy lets a (1,1,3) value be stored in a (3,) place. */
function withoutLeadingOnes(values: NdArray, ndim: number): NdArray {
  let skip = 0;
  while (values.ndim - skip > ndim && values.shape[skip] === 1) skip++;
  if (skip === 0) return values;
  return new NdArray(
    values.data,
    values.shape.slice(skip),
    values.dtype,
    values.strides.slice(skip),
    values.offset,
  );
}

function assignmentMismatch(keys: readonly Index[], values: NdArray, shape: readonly number[]): Error {
  const [only] = keys;
  if (keys.length === 1 && only?.kind === 'array' && only.array.dtype === 'bool' && values.ndim === 1)
    return arrayError(
      'ValueError',
      `NumPy boolean array indexing assignment cannot assign ${values.size} input values to the ${product(shape)} output values where the mask is true`,
    );
  return arrayError(
    'ValueError',
    `shape mismatch: value array of shape ${shapeText(values.shape)} could not be broadcast to indexing result of shape ${shapeText(shape)}`,
  );
}

type Selection =
  | { readonly view: NdArray }
  | { readonly view: undefined; readonly shape: readonly number[]; readonly offsets: Int32Array };

/** One dimension of what an index expression selects, or the block that arrays select together. */
interface Axis {
  readonly shape: readonly number[];
  readonly strides?: readonly number[];
  readonly offsets?: Int32Array;
}

function select(array: NdArray, keys: readonly Index[]): Selection {
  const parts = expand(array, keys);
  const advanced = parts.some((part) => part.kind === 'array');
  let offset = array.offset;
  let dimension = 0;
  const axes: (Axis | 'array')[] = [];
  const arrays: { index: NdArray; stride: number; length: number; axis: number }[] = [];
  for (const part of parts) {
    if (part.kind === 'newaxis') {
      axes.push({ shape: [1], strides: [0] });
      continue;
    }
    const length = array.shape[dimension]!;
    const stride = array.strides[dimension]!;
    const axis = dimension++;
    if (part.kind === 'slice') {
      const { start, count, step } = resolveSlice(part, length);
      offset += start * stride;
      axes.push({ shape: [count], strides: [step * stride] });
    } else if (part.kind === 'array') {
      arrays.push({ index: part.array, stride, length, axis });
      axes.push('array');
    } else if (part.kind === 'integer' && advanced) {
      arrays.push({ index: NdArray.full([], part.value, 'int64'), stride, length, axis });
      axes.push('array');
    } else if (part.kind === 'integer') {
      offset += checkedIndex(part.value, length, axis) * stride;
    }
  }
  if (!advanced) return { view: viewOf(array, axes as Axis[], offset) };
  return gather(offset, axes, arrays);
}

function viewOf(array: NdArray, axes: readonly Axis[], offset: number): NdArray {
  const shape = axes.flatMap((axis) => axis.shape);
  return new NdArray(
    array.data,
    shape,
    array.dtype,
    axes.flatMap((axis) => axis.strides ?? []),
    product(shape) === 0 ? 0 : offset,
  );
}

/** Arrays select one block; it stands where they stood, or first where slices separate them. */
function gather(
  offset: number,
  axes: readonly (Axis | 'array')[],
  arrays: readonly { index: NdArray; stride: number; length: number; axis: number }[],
): Selection {
  const block = blockOf(arrays);
  const first = axes.indexOf('array');
  const together = axes.slice(first, axes.lastIndexOf('array') + 1).every((axis) => axis === 'array');
  const rest = axes.flatMap((axis): Axis[] => (axis === 'array' ? [] : [axis]));
  const position = together ? axes.slice(0, first).length : 0;
  const ordered = [...rest.slice(0, position), block, ...rest.slice(position)];
  let offsets: Int32Array = Int32Array.of(offset);
  for (const axis of ordered) offsets = outerSum(offsets, axis);
  return { view: undefined, shape: ordered.flatMap((axis) => axis.shape), offsets };
}

function blockOf(arrays: readonly { index: NdArray; stride: number; length: number; axis: number }[]): Axis {
  const shape = commonShape(arrays.map(({ index }) => index.shape));
  if (shape === undefined) {
    const texts = arrays.map(({ index }) => `${shapeText(index.shape)} `).join('');
    throw arrayError(
      'IndexError',
      `shape mismatch: indexing arrays could not be broadcast together with shapes ${texts}`,
    );
  }
  const offsets = new Int32Array(product(shape));
  for (const { index, stride, length, axis } of arrays) {
    const values = broadcastFlat(index, shape);
    for (let k = 0; k < offsets.length; k++)
      offsets[k] = offsets[k]! + checkedIndex(values[k]!, length, axis) * stride;
  }
  return { shape, offsets };
}

function outerSum(starts: Int32Array, axis: Axis): Int32Array {
  const steps = axis.offsets ?? Int32Array.from({ length: axis.shape[0]! }, (_, k) => k * axis.strides![0]!);
  const sums = new Int32Array(starts.length * steps.length);
  let position = 0;
  for (const start of starts) for (const step of steps) sums[position++] = start + step;
  return sums;
}

/** Fills in the ellipsis and what was left out, and turns masks into integers. */
function expand(array: NdArray, keys: readonly Index[]): Index[] {
  const consumed = (key: Index): number => {
    if (key.kind === 'newaxis' || key.kind === 'ellipsis') return 0;
    return key.kind === 'array' && key.array.dtype === 'bool' ? key.array.ndim : 1;
  };
  const used = keys.reduce((sum, key) => sum + consumed(key), 0);
  if (used > array.ndim) {
    const what = `array is ${array.ndim}-dimensional, but ${used} were indexed`;
    throw arrayError('IndexError', `too many indices for array: ${what}`);
  }
  const filler = Array.from({ length: array.ndim - used }, (): Index => ({ kind: 'slice' }));
  const at = keys.findIndex((key) => key.kind === 'ellipsis');
  const complete = at < 0 ? [...keys, ...filler] : [...keys.slice(0, at), ...filler, ...keys.slice(at + 1)];
  let dimension = 0;
  return complete.flatMap((key) => {
    const first = dimension;
    dimension += consumed(key);
    return key.kind === 'array' ? integersOf(key.array, array.shape, first) : [key];
  });
}

function integersOf(index: NdArray, shape: readonly number[], first: number): Index[] {
  if (index.dtype !== 'bool') {
    if (kindOf(index.dtype) === 'float')
      throw arrayError('IndexError', 'arrays used as indices must be of integer (or boolean) type');
    return [{ kind: 'array', array: index }];
  }
  index.shape.forEach((length, k) => {
    const expected = shape[first + k]!;
    if (length !== expected)
      throw arrayError(
        'IndexError',
        `boolean index did not match indexed array along dimension ${first + k}; dimension is ${expected} but corresponding boolean dimension is ${length}`,
      );
  });
  return nonzero(index).map((array) => ({ kind: 'array', array }));
}

/** Indices of the elements that are not zero, one array per dimension. */
export function nonzero(array: NdArray): NdArray[] {
  const flat = array.flat();
  const found: number[] = [];
  for (let k = 0; k < flat.length; k++) if (flat[k] !== 0) found.push(k);
  return unravel(NdArray.of(found, 'int64'), array.ndim === 0 ? [1] : array.shape);
}

/** Flat indices (C order) as one index array per dimension. */
export function unravel(indices: NdArray, shape: readonly number[]): NdArray[] {
  let rest = Float64Array.from(indices.flat());
  const result: NdArray[] = [];
  for (const length of [...shape].reverse()) {
    result.unshift(
      new NdArray(
        rest.map((k) => k % length),
        indices.shape,
        'int64',
      ),
    );
    rest = rest.map((k) => Math.floor(k / length));
  }
  return result;
}

/** Where an element of a one-dimensional array lies. Raises IndexError. */
export function offsetOf(array: NdArray, index: number): number {
  return array.offset + checkedIndex(index, array.shape[0]!, 0) * array.strides[0]!;
}

export function checkedIndex(index: number, length: number, axis: number): number {
  if (index >= -length && index < length) return index < 0 ? index + length : index;
  throw arrayError('IndexError', `index ${index} is out of bounds for axis ${axis} with size ${length}`);
}

/** A slice of Python on a sequence of that length. Raises ValueError for a step of zero. */
export function resolveSlice(
  slice: { readonly start?: number; readonly stop?: number; readonly step?: number },
  length: number,
): { start: number; count: number; step: number } {
  const step = slice.step ?? 1;
  if (step === 0) throw arrayError('ValueError', 'slice step cannot be zero');
  const lowest = step > 0 ? 0 : -1;
  const highest = step > 0 ? length : length - 1;
  const clamp = (bound: number) => Math.min(Math.max(bound < 0 ? bound + length : bound, lowest), highest);
  const start = slice.start === undefined ? (step > 0 ? 0 : length - 1) : clamp(slice.start);
  const stop = slice.stop === undefined ? (step > 0 ? length : -1) : clamp(slice.stop);
  return { start, count: Math.max(0, Math.ceil((stop - start) / step)), step };
}
