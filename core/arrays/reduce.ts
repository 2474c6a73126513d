/** Sums, extrema and the like, over all elements or along axes. */
import { type ArrayData, allocate, type DType, floatOf, kindOf } from './dtype.ts';
import { binary, mapArray } from './elementwise.ts';
import { arrayError } from './errors.ts';
import { integerOperation } from './functions.ts';
import { NdArray, normalizeAxis } from './ndarray.ts';
import { stack, transpose } from './shape.ts';

/** Undefined means all elements. */
export type AxisArgument = number | readonly number[] | undefined;

interface Reduction {
  /** Result type, given the operand's. */
  readonly dtype: (dtype: DType) => DType;
  /** Over `count` elements from `start` on, `step` apart. */
  readonly reduce: (data: ArrayData, start: number, step: number, count: number) => number;
  /** Message of the ValueError on nothing; absent where nothing gives a neutral value. */
  readonly emptyError?: string;
}

const counted = (dtype: DType): DType => (kindOf(dtype) === 'float' ? dtype : 'int64');
const toBool = (): DType => 'bool';
const same = (dtype: DType): DType => dtype;
const index = (): DType => 'int64';

const REDUCTIONS: ReadonlyMap<string, Reduction> = new Map<string, Reduction>([
  ['sum', { dtype: counted, reduce: pairwiseSum }],
  ['prod', { dtype: counted, reduce: fold((a, b) => a * b, 1) }],
  ['nansum', { dtype: counted, reduce: fold((a, b) => (Number.isNaN(b) ? a : a + b), 0) }],
  ['min', extremum('minimum', (x, best) => x < best || Number.isNaN(x))],
  ['max', extremum('maximum', (x, best) => x > best || Number.isNaN(x))],
  ['nanmin', extremum('fmin', (x, best) => x < best || Number.isNaN(best))],
  ['nanmax', extremum('fmax', (x, best) => x > best || Number.isNaN(best))],
  ['argmin', position('argmin', (x, best) => x < best || (Number.isNaN(x) && !Number.isNaN(best)))],
  ['argmax', position('argmax', (x, best) => x > best || (Number.isNaN(x) && !Number.isNaN(best)))],
  ['all', { dtype: toBool, reduce: fold((a, b) => (a !== 0 && b !== 0 ? 1 : 0), 1) }],
  ['any', { dtype: toBool, reduce: fold((a, b) => (a !== 0 || b !== 0 ? 1 : 0), 0) }],
  ['count_nonzero', { dtype: index, reduce: fold((a, b) => a + (b !== 0 ? 1 : 0), 0) }],
]);

function fold(combine: (a: number, b: number) => number, initial: number): Reduction['reduce'] {
  return (data, start, step, count) => {
    let value = initial;
    for (let k = 0; k < count; k++) value = combine(value, data[start + k * step]!);
    return value;
  };
}

function extremum(ufunc: string, better: (x: number, best: number) => boolean): Reduction {
  const emptyError = `zero-size array to reduction operation ${ufunc} which has no identity`;
  return {
    dtype: same,
    emptyError,
    reduce: (data, start, step, count) => {
      let best = data[start]!;
      for (let k = 1; k < count; k++) {
        const x = data[start + k * step]!;
        if (better(x, best)) best = x;
      }
      return best;
    },
  };
}

function position(name: string, better: (x: number, best: number) => boolean): Reduction {
  return {
    dtype: index,
    emptyError: `attempt to get ${name} of an empty sequence`,
    reduce: (data, start, step, count) => {
      let best = 0;
      for (let k = 1; k < count; k++)
        if (better(data[start + k * step]!, data[start + best * step]!)) best = k;
      return best;
    },
  };
}

/** NumPy's pairwise summation, so that sums agree with it to the last digit. */
function pairwiseSum(data: ArrayData, start: number, step: number, count: number): number {
  if (count < 8) {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += data[start + k * step]!;
    return sum;
  }
  if (count <= 128) return sumInEights(data, start, step, count);
  const half = Math.floor(count / 2);
  const first = half - (half % 8);
  return pairwiseSum(data, start, step, first) + pairwiseSum(data, start + first * step, step, count - first);
}

function sumInEights(data: ArrayData, start: number, step: number, count: number): number {
  const lanes = new Float64Array(8);
  for (let lane = 0; lane < 8; lane++) lanes[lane] = data[start + lane * step]!;
  let k = 8;
  for (; k < count - (count % 8); k += 8)
    for (let lane = 0; lane < 8; lane++) lanes[lane]! += data[start + (k + lane) * step]!;
  const [a, b, c, d, e, f, g, h] = lanes as unknown as number[];
  let sum = a! + b! + (c! + d!) + (e! + f! + (g! + h!));
  for (; k < count; k++) sum += data[start + k * step]!;
  return sum;
}

/** Applies a reduction by its name (`sum`, `min`, `argmax`, ...). */
export function reduce(name: string, array: NdArray, axis?: AxisArgument, keepDims = false): NdArray {
  const reduction = REDUCTIONS.get(name)!;
  const axes = axesOf(axis, array.ndim);
  const kept = array.shape.map((_, k) => k).filter((k) => !axes.includes(k));
  const ordered = axes.length === array.ndim ? array : transpose(array, [...kept, ...axes]);
  const count = axes.reduce((product, k) => product * array.shape[k]!, 1);
  if (count === 0 && reduction.emptyError !== undefined) throw arrayError('ValueError', reduction.emptyError);
  const shape = kept.map((k) => array.shape[k]!);
  const dtype = reduction.dtype(array.dtype);
  const data = reduceRows(reduction, ordered, shape, count, axes, dtype);
  const fullShape = array.shape.map((length, k) => (axes.includes(k) ? 1 : length));
  return new NdArray(data, keepDims ? fullShape : shape, dtype);
}

function reduceRows(
  reduction: Reduction,
  ordered: NdArray,
  shape: readonly number[],
  count: number,
  axes: readonly number[],
  dtype: DType,
): ArrayData {
  const rows = shape.reduce((product, length) => product * length, 1);
  const data = allocate(dtype, rows);
  // Along an axis that is not the last, NumPy adds row to row, one after the other.
  const sequential = axes.length === 1 && shape.length > 0 && ordered.strides[ordered.ndim - 1] !== 1;
  const flat = ordered.flat();
  const apply = sequential && reduction.reduce === pairwiseSum ? fold((a, b) => a + b, 0) : reduction.reduce;
  for (let row = 0; row < rows; row++) data[row] = apply(flat, row * count, 1, count);
  const operation = reduction === REDUCTIONS.get('prod') ? 'multiply' : 'add';
  const isTotal = operation === 'multiply' || reduction.reduce === pairwiseSum;
  if (isTotal && dtype === 'int64' && kindOf(ordered.dtype) !== 'float' && !data.every(Number.isSafeInteger))
    for (let row = 0; row < rows; row++) data[row] = exactly(operation, flat, row * count, count);
  return data;
}

/** Over 64-bit integers that overflow on the way. */
function exactly(operation: 'add' | 'multiply', flat: ArrayData, start: number, count: number): number {
  const combine = integerOperation(
    operation,
    operation === 'add' ? (a, b) => a + b : (a, b) => a * b,
    'int64',
  );
  let value = operation === 'add' ? 0 : 1;
  for (let k = 0; k < count; k++) value = combine(value, flat[start + k]!);
  return value;
}

function axesOf(axis: AxisArgument, ndim: number): readonly number[] {
  if (axis === undefined) return Array.from({ length: ndim }, (_, k) => k);
  const axes = typeof axis === 'number' ? [axis] : axis;
  return axes.map((k) => normalizeAxis(k, ndim));
}

function countAlong(array: NdArray, axis: AxisArgument): number {
  return axesOf(axis, array.ndim).reduce((product, k) => product * array.shape[k]!, 1);
}

export function mean(array: NdArray, axis?: AxisArgument, keepDims = false): NdArray {
  const values = kindOf(array.dtype) === 'float' ? array : array.astype('float64');
  const total = reduce('sum', values, axis, keepDims);
  return narrow(binary('divide', total, countAlong(array, axis)), floatOf(array.dtype));
}

/** Variance; `ddof` is subtracted from the number of elements. */
export function variance(array: NdArray, axis?: AxisArgument, ddof = 0, keepDims = false): NdArray {
  const deviations = binary('subtract', array, mean(array, axis, true));
  const squares = binary('multiply', deviations, deviations);
  const total = reduce('sum', squares, axis, keepDims);
  return binary('divide', total, Math.max(countAlong(array, axis) - ddof, 0));
}

function narrow(value: NdArray, dtype: DType): NdArray {
  return value.dtype !== dtype ? value.astype(dtype) : value;
}

/** Running sum or product along an axis, of the flattened array without one. */
export function accumulate(
  array: NdArray,
  combine: (sum: number, x: number) => number,
  axis?: number,
): NdArray {
  const dtype = counted(array.dtype);
  if (axis === undefined) {
    const data = allocate(dtype, array.size);
    array.flat().forEach((x: number, k: number) => {
      data[k] = k === 0 ? x : combine(data[k - 1]!, x);
    });
    return new NdArray(data, [array.size], dtype);
  }
  return alongAxis(array, axis, dtype, (row) => accumulate(row, combine));
}

/** Applies a function on one-dimensional arrays along an axis; its results have equal lengths. */
export function alongAxis(
  array: NdArray,
  axis: number,
  dtype: DType,
  apply: (row: NdArray) => NdArray,
): NdArray {
  const last = normalizeAxis(axis, array.ndim);
  const order = array.shape.map((_, k) => k).filter((k) => k !== last);
  const moved = transpose(array, [...order, last]);
  const length = array.shape[last]!;
  const rowCount = length === 0 ? 0 : array.size / length;
  const flat = moved.flat();
  const rows = Array.from({ length: rowCount }, (_, row) =>
    apply(new NdArray(flat.slice(row * length, (row + 1) * length), [length], array.dtype)),
  );
  const resultLength = rows[0]?.size ?? 0;
  const data = allocate(dtype, rowCount * resultLength);
  rows.forEach((row, k) => {
    data.set(row.flat(), k * resultLength);
  });
  const result = new NdArray(data, [...order.map((k) => array.shape[k]!), resultLength], dtype);
  return transpose(
    result,
    array.shape.map((_, k) => (k === last ? order.length : order.indexOf(k))),
  );
}

/** A binary function of `BINARY` from one slice to the next along an axis. */
export function foldAlong(ufunc: string, array: NdArray, axis: number): NdArray {
  const slices = slicesAlong(array, axis);
  const [first] = slices;
  if (first === undefined)
    throw arrayError('ValueError', `zero-size array to reduction operation ${ufunc} which has no identity`);
  return slices.slice(1).reduce((sum, slice) => binary(ufunc, sum, slice), first);
}

/** As `foldAlong`, keeping every intermediate result. */
export function accumulateWith(ufunc: string, array: NdArray, axis: number): NdArray {
  let last: NdArray | undefined;
  const results = slicesAlong(array, axis).map((slice) => {
    last = last === undefined ? slice : binary(ufunc, last, slice);
    return last;
  });
  return results.length === 0 ? array : stack(results, axis);
}

function slicesAlong(array: NdArray, axis: number): NdArray[] {
  const at = normalizeAxis(axis, array.ndim);
  const others = array.shape.map((_, k) => k).filter((k) => k !== at);
  const shape = others.map((k) => array.shape[k]!);
  const strides = others.map((k) => array.strides[k]!);
  return Array.from(
    { length: array.shape[at]! },
    (_, k) => new NdArray(array.data, shape, array.dtype, strides, array.offset + k * array.strides[at]!),
  );
}

/** Differences of neighbours along an axis, `n` times over. */
export function diff(array: NdArray, n = 1, axis = -1): NdArray {
  if (n === 0) return array;
  const dtype = array.dtype === 'bool' ? 'bool' : array.dtype;
  const once = alongAxis(array, axis, dtype, (row) => {
    const flat = row.flat();
    const result = NdArray.zeros([Math.max(0, flat.length - 1)], dtype);
    for (let k = 0; k + 1 < flat.length; k++)
      result.data[k] = dtype === 'bool' ? Number(flat[k] !== flat[k + 1]) : flat[k + 1]! - flat[k]!;
    return result;
  });
  return diff(once, n - 1, axis);
}

/** Rounded half to even after `decimals` digits. */
export function roundTo(array: NdArray, decimals: number, rint: (x: number) => number): NdArray {
  if (kindOf(array.dtype) !== 'float' && decimals >= 0) return array.copy();
  const factor = 10 ** Math.abs(decimals);
  return mapArray(array, array.dtype, (x) =>
    decimals >= 0 ? rint(x * factor) / factor : rint(x / factor) * factor,
  );
}
