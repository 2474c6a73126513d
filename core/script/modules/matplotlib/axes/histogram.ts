/** Bins and counts as NumPy's `histogram` makes them. */
import type { Interpreter } from '../../../interpreter.ts';
import { pythonError, valueError } from '../../../objects/errors.ts';
import type { PyValue } from '../../../values.ts';
import { flatNumbers, isText, numbers } from '../convert.ts';

/** Edges of all bins. Raises ValueError for a number of bins below one. */
export function edgesOf(
  sets: readonly Float64Array[],
  bins: PyValue,
  range: Float64Array | undefined,
  ctx: Interpreter,
): Float64Array {
  if (!isText(bins) && numbers(bins, ctx).shape.length > 0) return flatNumbers(bins, ctx);
  const count = isText(bins) ? sturges(sets) : flatNumbers(bins, ctx)[0]!;
  if (!Number.isInteger(count))
    throw pythonError('TypeError', '`bins` must be an integer, a string, or an array');
  if (count < 1) throw valueError('`bins` must be positive, when an integer');
  let [low, high] = range && range.length === 2 ? [range[0]!, range[1]!] : extremes(sets);
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  return Float64Array.from({ length: count + 1 }, (_, k) =>
    k === count ? high : low + (k * (high - low)) / count,
  );
}

function extremes(sets: readonly Float64Array[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const set of sets) {
    for (const value of set) {
      if (Number.isNaN(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (low === Number.POSITIVE_INFINITY) return [0, 1];
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    throw valueError(`autodetected range of [${low}, ${high}] is not finite`);
  }
  return [low, high];
}

/** The number of bins for `bins='auto'` and its like. */
function sturges(sets: readonly Float64Array[]): number {
  const size = sets.reduce((sum, set) => sum + set.length, 0);
  return Math.max(1, Math.ceil(Math.log2(size || 1)) + 1);
}

/** Every bin but the last is open at its right edge. */
export function countInto(
  values: Float64Array,
  edges: Float64Array,
  weights: Float64Array | undefined,
  density: boolean,
  cumulative: boolean,
): Float64Array {
  const counts = new Float64Array(Math.max(0, edges.length - 1));
  const last = edges.length - 1;
  values.forEach((value, k) => {
    if (!(value >= edges[0]! && value <= edges[last]!)) return;
    counts[Math.min(binOf(value, edges), last - 1)]! += weights?.[k] ?? 1;
  });
  const total = counts.reduce((a, b) => a + b, 0);
  if (density && total > 0) {
    for (let k = 0; k < counts.length; k++) counts[k]! /= total * (edges[k + 1]! - edges[k]!);
  }
  if (cumulative) {
    for (let k = 1; k < counts.length; k++) counts[k]! += counts[k - 1]!;
    if (density && total > 0) return counts.map((value) => value / counts.at(-1)!);
  }
  return counts;
}

function binOf(value: number, edges: Float64Array): number {
  let [low, high] = [0, edges.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}
