/** Order among elements. NaN comes last. */
import { kindOf } from './dtype.ts';
import { arrayError } from './errors.ts';
import { NdArray } from './ndarray.ts';
import { alongAxis, mean } from './reduce.ts';
import { ravel } from './shape.ts';

function ascending(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return Number.isNaN(b) ? -1 : a - b;
}

export function sort(array: NdArray, axis?: number): NdArray {
  if (axis === undefined) return sort(ravel(array), 0);
  return alongAxis(
    array,
    axis,
    array.dtype,
    (row) => new NdArray(row.flat().slice().sort(), row.shape, row.dtype),
  );
}

/** Indices that would sort; equal elements keep their order. */
export function argsort(array: NdArray, axis?: number): NdArray {
  if (axis === undefined) return argsort(ravel(array), 0);
  return alongAxis(array, axis, 'int64', (row) => {
    const flat = row.flat();
    const order = Array.from(flat, (_, k) => k).sort((a, b) => ascending(flat[a]!, flat[b]!) || a - b);
    return NdArray.of(order, 'int64');
  });
}

export interface UniqueResult {
  readonly values: NdArray;
  /** First index of each value. */
  readonly indices: NdArray;
  /** Index of each element's value. */
  readonly inverse: NdArray;
  readonly counts: NdArray;
}

export function unique(array: NdArray): UniqueResult {
  const flat = array.flat();
  const order = argsort(ravel(array)).flat();
  const values: number[] = [];
  const indices: number[] = [];
  const counts: number[] = [];
  const inverse = NdArray.zeros([flat.length], 'int64');
  for (const k of order) {
    const x = flat[k]!;
    const last = values[values.length - 1];
    if (values.length > 0 && (x === last || (Number.isNaN(x) && Number.isNaN(last)))) {
      counts[counts.length - 1]! += 1;
    } else {
      values.push(x);
      indices.push(k);
      counts.push(1);
    }
    inverse.data[k] = values.length - 1;
  }
  return {
    values: NdArray.of(values, array.dtype),
    indices: NdArray.of(indices, 'int64'),
    inverse,
    counts: NdArray.of(counts, 'int64'),
  };
}

/** Where each value would have to be inserted to keep `sorted` in order. */
export function searchsorted(sorted: NdArray, values: NdArray, side: 'left' | 'right'): NdArray {
  const flat = sorted.flat();
  const positions = Float64Array.from(values.flat(), (x) => insertionPoint(flat, x, side));
  return new NdArray(positions, values.shape, 'int64');
}

export function insertionPoint(sorted: ArrayLike<number>, x: number, side: 'left' | 'right'): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = ascending(sorted[middle]!, x);
    if (order < 0 || (order === 0 && side === 'right')) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What stands for a quantile between two values. */
export type QuantileMethod = 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest';

/** Quantiles, by linear interpolation if not said otherwise; `fractions` between 0 and 1. NaN among the values gives NaN. */
export function quantile(
  array: NdArray,
  fraction: number,
  axis?: number,
  method: QuantileMethod = 'linear',
): NdArray {
  if (!(fraction >= 0 && fraction <= 1))
    throw arrayError('ValueError', 'Quantiles must be in the range [0, 1]');
  const source = axis === undefined ? ravel(array) : array;
  // Methods that pick a value keep its type.
  const picks = method === 'lower' || method === 'higher' || method === 'nearest';
  const dtype = picks ? source.dtype : 'float64';
  const result = alongAxis(source, axis ?? 0, dtype, (row) =>
    NdArray.of([quantileOf(row, fraction, method)]),
  );
  const at = axis === undefined ? 0 : axis < 0 ? axis + source.ndim : axis;
  const shape = source.shape.filter((_, k) => k !== at);
  return new NdArray(result.flat(), shape, dtype);
}

function quantileOf(row: NdArray, fraction: number, method: QuantileMethod): number {
  const sorted = sort(row, 0).flat();
  if (sorted.length === 0 || Number.isNaN(sorted[sorted.length - 1])) return Number.NaN;
  const place = fraction * (sorted.length - 1);
  const low = Math.floor(place);
  const weight = weightOf(method, place - low, low);
  const a = sorted[low]!;
  const b = sorted[Math.min(low + 1, sorted.length - 1)]!;
  return weight < 0.5 ? a + (b - a) * weight : b - (b - a) * (1 - weight);
}

export function median(array: NdArray, axis?: number): NdArray {
  if (axis === undefined && array.size === 0) return mean(array);
  const floats = kindOf(array.dtype) === 'float' ? array : array.astype('float64');
  const source = axis === undefined ? ravel(floats) : floats;
  const at = axis ?? 0;
  const result = alongAxis(source, at, 'float64', (row) => NdArray.of([medianOf(row)]));
  const dropped = at < 0 ? at + source.ndim : at;
  return new NdArray(
    result.flat(),
    source.shape.filter((_, k) => k !== dropped),
    'float64',
  );
}

/** How far the quantile lies between its neighbours. */
function weightOf(method: QuantileMethod, rest: number, low: number): number {
  if (method === 'lower' || rest === 0) return 0;
  if (method === 'higher') return 1;
  if (method === 'midpoint') return 0.5;
  if (method === 'linear') return rest;
  return rest > 0.5 || (rest === 0.5 && low % 2 === 1) ? 1 : 0;
}

function medianOf(row: NdArray): number {
  const sorted = sort(row, 0).flat();
  const half = sorted.length >> 1;
  if (Number.isNaN(sorted[sorted.length - 1])) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
