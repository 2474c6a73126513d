/** Other views of the same elements, and arrays put together. */
import { broadcastTo } from './broadcast.ts';
import { allocate, type DType, promote } from './dtype.ts';
import { arrayError } from './errors.ts';
import { NdArray, normalizeAxis, product, shapeText } from './ndarray.ts';

/** The view with its axes in another order (reversed without one). */
export function transpose(array: NdArray, order?: readonly number[]): NdArray {
  const axes = (order ?? array.shape.map((_, k) => array.ndim - 1 - k)).map((k) =>
    normalizeAxis(k, array.ndim),
  );
  if (axes.length !== array.ndim) throw arrayError('ValueError', "axes don't match array");
  return new NdArray(
    array.data,
    axes.map((k) => array.shape[k]!),
    array.dtype,
    axes.map((k) => array.strides[k]!),
    array.offset,
  );
}

/** A view where that is possible, else a copy; one length may be -1. Raises ValueError. */
export function reshape(array: NdArray, shape: readonly number[]): NdArray {
  const known = product(shape.filter((length) => length !== -1));
  const free = shape.indexOf(-1);
  const complete = shape.map((length, k) => (k === free && known > 0 ? array.size / known : length));
  if (product(complete) !== array.size || complete.some((length) => !Number.isInteger(length) || length < 0))
    throw arrayError('ValueError', `cannot reshape array of size ${array.size} into shape ${wanted(shape)}`);
  if (array.isContiguous) return new NdArray(array.data, complete, array.dtype, undefined, array.offset);
  return new NdArray(array.flat(), complete, array.dtype);
}

/** As NumPy names it: without the length that is to be found. */
function wanted(shape: readonly number[]): string {
  const known = shape.filter((length) => length !== -1);
  return known.length < shape.length ? `(${known.join(',')})` : shapeText(shape);
}

export function ravel(array: NdArray): NdArray {
  return reshape(array, [array.size]);
}

/** Without axes of length 1 (all of them, or the one that is named). */
export function squeeze(array: NdArray, axis?: number): NdArray {
  const dropped = axis === undefined ? undefined : normalizeAxis(axis, array.ndim);
  if (dropped !== undefined && array.shape[dropped] !== 1)
    throw arrayError('ValueError', 'cannot select an axis to squeeze out which has size not equal to one');
  const keep = array.shape.map((length, k) => (dropped === undefined ? length !== 1 : k !== dropped));
  return new NdArray(
    array.data,
    array.shape.filter((_, k) => keep[k]),
    array.dtype,
    array.strides.filter((_, k) => keep[k]),
    array.offset,
  );
}

export function expandDims(array: NdArray, axis: number): NdArray {
  const at = normalizeAxis(axis, array.ndim + 1);
  return new NdArray(
    array.data,
    [...array.shape.slice(0, at), 1, ...array.shape.slice(at)],
    array.dtype,
    [...array.strides.slice(0, at), 0, ...array.strides.slice(at)],
    array.offset,
  );
}

/** The view with an axis (all of them without one) in reverse. */
export function flip(array: NdArray, axis?: number): NdArray {
  const axes = axis === undefined ? array.shape.map((_, k) => k) : [normalizeAxis(axis, array.ndim)];
  const offset = axes.reduce(
    (sum, k) => sum + Math.max(0, array.shape[k]! - 1) * array.strides[k]!,
    array.offset,
  );
  const strides = array.strides.map((stride, k) => (axes.includes(k) ? -stride : stride));
  return new NdArray(array.data, array.shape, array.dtype, strides, offset);
}

/** Arrays of at least `ndim` dimensions, new ones in front. */
export function atLeast(array: NdArray, ndim: number): NdArray {
  const missing = Math.max(0, ndim - array.ndim);
  const ones = new Array<number>(missing).fill(1);
  const zeros = new Array<number>(missing).fill(0);
  return new NdArray(
    array.data,
    [...ones, ...array.shape],
    array.dtype,
    [...zeros, ...array.strides],
    array.offset,
  );
}

/** Joined along an existing axis; flattened first without one. Raises ValueError. */
export function concatenate(arrays: readonly NdArray[], axis?: number): NdArray {
  const [first] = arrays;
  if (first === undefined) throw arrayError('ValueError', 'need at least one array to concatenate');
  if (axis === undefined) return concatenate(arrays.map(ravel), 0);
  if (first.ndim === 0) throw arrayError('ValueError', 'zero-dimensional arrays cannot be concatenated');
  const at = normalizeAxis(axis, first.ndim);
  arrays.forEach((array, k) => {
    checkFits(first, array, at, k);
  });
  const total = arrays.reduce((sum, array) => sum + array.shape[at]!, 0);
  const shape = first.shape.map((length, k) => (k === at ? total : length));
  const dtype = arrays.map((array) => array.dtype).reduce(promote);
  const result = new NdArray(allocate(dtype, product(shape)), shape, dtype);
  const inner = product(shape.slice(at + 1));
  const outer = product(shape.slice(0, at));
  let position = 0;
  for (const array of arrays) {
    const flat = array.flat();
    const chunk = array.shape[at]! * inner;
    for (let row = 0; row < outer; row++)
      result.data.set(flat.subarray(row * chunk, (row + 1) * chunk), row * total * inner + position);
    position += chunk;
  }
  return result;
}

function checkFits(first: NdArray, array: NdArray, axis: number, k: number): void {
  if (array.ndim !== first.ndim)
    throw arrayError(
      'ValueError',
      `all the input arrays must have same number of dimensions, but the array at index 0 has ${first.ndim} dimension(s) and the array at index ${k} has ${array.ndim} dimension(s)`,
    );
  const other = first.shape.findIndex(
    (length, dimension) => dimension !== axis && array.shape[dimension] !== length,
  );
  if (other >= 0)
    throw arrayError(
      'ValueError',
      `all the input array dimensions except for the concatenation axis must match exactly, but along dimension ${other}, the array at index 0 has size ${first.shape[other]} and the array at index ${k} has size ${array.shape[other]}`,
    );
}

/** Joined along a new axis. */
export function stack(arrays: readonly NdArray[], axis = 0): NdArray {
  if (arrays.length === 0) throw arrayError('ValueError', 'need at least one array to stack');
  if (arrays.some((array) => shapeText(array.shape) !== shapeText(arrays[0]!.shape)))
    throw arrayError('ValueError', 'all input arrays must have the same shape');
  return concatenate(
    arrays.map((array) => expandDims(array, axis)),
    axis,
  );
}

/** Each element `counts` times (one count for all, or one each), along an axis or flattened. */
export function repeat(array: NdArray, counts: readonly number[], axis?: number): NdArray {
  const source = axis === undefined ? ravel(array) : array;
  const at = normalizeAxis(axis ?? 0, source.ndim);
  const length = source.shape[at]!;
  if (counts.length !== 1 && counts.length !== length)
    throw arrayError(
      'ValueError',
      `operands could not be broadcast together with shape ${shapeText([length])} ${shapeText([counts.length])}`,
    );
  const countOf = (k: number) => counts[counts.length === 1 ? 0 : k]!;
  let total = 0;
  for (let k = 0; k < length; k++) total += countOf(k);
  const picked = allocate('int32', total);
  for (let k = 0, start = 0; k < length; start += countOf(k), k++) picked.fill(k, start, start + countOf(k));
  return take(source, picked, at);
}

/** The slices with these indices along an axis. */
export function take(array: NdArray, indices: ArrayLike<number> & Iterable<number>, axis: number): NdArray {
  const outer = product(array.shape.slice(0, axis));
  const inner = product(array.shape.slice(axis + 1));
  const length = array.shape[axis]!;
  const shape = array.shape.map((n, k) => (k === axis ? indices.length : n));
  const result = NdArray.zeros(shape, array.dtype);
  const flat = array.flat();
  let position = 0;
  for (let row = 0; row < outer; row++)
    for (const index of indices) {
      const start = (row * length + index) * inner;
      result.data.set(flat.subarray(start, start + inner), position);
      position += inner;
    }
  return result;
}

/** The whole array repeated like tiles. */
export function tile(array: NdArray, repetitions: readonly number[]): NdArray {
  let result = atLeast(array, repetitions.length);
  const counts = [...new Array<number>(Math.max(0, array.ndim - repetitions.length)).fill(1), ...repetitions];
  counts.forEach((count, axis) => {
    const length = result.shape[axis]!;
    const indices = allocate('int32', Math.max(0, count * length)).map((_, k) => k % length);
    result = take(result, indices, axis);
  });
  return result;
}

/** Elements shifted along an axis (of the flattened array without one), around its end. */
export function roll(array: NdArray, shift: number, axis?: number): NdArray {
  if (axis === undefined) return reshape(roll(ravel(array), shift, 0), array.shape);
  const at = normalizeAxis(axis, array.ndim);
  const length = array.shape[at]!;
  const indices = Array.from({ length }, (_, k) => (((k - shift) % length) + length) % length);
  return take(array, indices, at);
}

/** The diagonal of a matrix, as a view. */
export function diagonal(array: NdArray, k = 0): NdArray {
  if (array.ndim < 2) throw arrayError('ValueError', 'diag requires an array of at least two dimensions');
  const [rows, columns] = array.shape as [number, number];
  const [down, right] = array.strides as [number, number];
  const length = Math.max(0, k >= 0 ? Math.min(rows, columns - k) : Math.min(rows + k, columns));
  return new NdArray(
    array.data,
    [length],
    array.dtype,
    [down + right],
    array.offset + (k >= 0 ? k * right : -k * down),
  );
}

/** A matrix with the given diagonal. */
export function diagonalMatrix(values: NdArray, k = 0): NdArray {
  const size = values.size + Math.abs(k);
  const result = NdArray.zeros([size, size], values.dtype);
  const target = diagonal(result, k);
  values.flat().forEach((x: number, n: number) => {
    target.data[target.offset + n * target.strides[0]!] = x;
  });
  return result;
}

/** Coordinate matrices from coordinate vectors. */
export function meshgrid(vectors: readonly NdArray[], indexing: 'xy' | 'ij'): NdArray[] {
  const order = vectors.map((_, k) => (indexing === 'xy' && vectors.length > 1 && k < 2 ? 1 - k : k));
  const shape = order.map((k) => vectors[k]!.size);
  return vectors.map((vector, k) => {
    const place = order.indexOf(k);
    const line = reshape(
      ravel(vector),
      shape.map((_, axis) => (axis === place ? vector.size : 1)),
    );
    return broadcastTo(line, shape)!.copy();
  });
}

/** The same coordinates as views of length one along the other axes. */
export function openGrid(vectors: readonly NdArray[], indexing: 'xy' | 'ij'): NdArray[] {
  return vectors.map((vector, k) => {
    const place = indexing === 'xy' && vectors.length > 1 && k < 2 ? 1 - k : k;
    return reshape(
      ravel(vector),
      vectors.map((_, axis) => (axis === place ? vector.size : 1)),
    );
  });
}

export function eye(rows: number, columns: number, k: number, dtype: DType): NdArray {
  const result = NdArray.zeros([rows, columns], dtype);
  for (let row = Math.max(0, -k); row < rows && row + k < columns; row++)
    result.data[row * columns + row + k] = 1;
  return result;
}
