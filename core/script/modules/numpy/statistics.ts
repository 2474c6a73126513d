/** Statistics and comparisons of whole arrays. */

import { broadcastFlat, broadcastShapes } from '../../../arrays/broadcast.ts';
import { binary, mapArray } from '../../../arrays/elementwise.ts';
import { matmul, outer } from '../../../arrays/linear.ts';
import { asArray, NdArray, type Operand } from '../../../arrays/ndarray.ts';
import { mean, reduce } from '../../../arrays/reduce.ts';
import * as shapes from '../../../arrays/shape.ts';
import { insertionPoint, median, quantile, unique } from '../../../arrays/sorting.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import { typeError, valueError } from '../../objects/errors.ts';
import { PySequence, PyTuple } from '../../objects/sequences.ts';
import { PyStr, type PyValue } from '../../values.ts';
import { type Argument, integerArgument, numberArgument, singleAxis } from './arguments.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric, requireSameDimension, shortText } from './numeric.ts';

const read = (value: Argument, env: NumericEnvironment): NdArray => asArray(env.plain(value ?? null).value);

export const STATISTICS: FunctionTable = {
  histogram: define('a bins=10 range=None density=None weights=None', histogram),
  histogram2d: define('x y bins=10 range=None', ([x, y, bins], env) => {
    const pair = bins instanceof PySequence && bins.items.length === 2 ? bins.items : [bins, bins];
    const [points, others] = [read(x, env).flat(), read(y, env).flat()];
    const [rows, columns] = [binEdges(points, pair[0], null, env), binEdges(others, pair[1], null, env)];
    const counts = NdArray.zeros([rows.size - 1, columns.size - 1]);
    points.forEach((at: number, k: number) => {
      const [row, column] = [binOf(at, rows.flat()), binOf(others[k]!, columns.flat())];
      if (row >= 0 && column >= 0) counts.data[row * (columns.size - 1) + column]! += 1;
    });
    return new PyTuple([counts, rows, columns].map((array) => env.wrapArray(array)));
  }),
  bincount: define('x weights=None minlength=0', ([x, weights, minimum], env) => {
    const indices = read(x, env).flat();
    const amounts = weights === null || weights === undefined ? undefined : read(weights, env).flat();
    const largest = indices.length === 0 ? -1 : extent(indices)[1]!;
    const length = Math.max(largest + 1, integerArgument(minimum, 0));
    const result = NdArray.zeros([length], amounts ? 'float64' : 'int64');
    indices.forEach((index: number, k: number) => {
      result.data[index]! += amounts?.[k] ?? 1;
    });
    return env.wrap(numeric(result));
  }),
  digitize: define('x bins right=False', ([x, bins, right], env) => {
    const edges = read(bins, env).flat();
    const side = right === true ? 'left' : 'right';
    return env.wrap(numeric(mapArray(read(x, env), 'int64', (value) => insertionPoint(edges, value, side))));
  }),
  unique: define('ar return_index=False return_inverse=False return_counts=False axis=None', uniqueValues),
  median: define('a axis=None', ([a, axis], env) => {
    const operand = env.plain(a ?? null);
    return env.wrap(numeric(median(asArray(operand.value), singleAxis(axis)), operand.dimension));
  }),
  percentile: define('a q axis=None', ([a, q, axis], env) => quantiles(a, q, axis, 100, env)),
  quantile: define('a q axis=None', ([a, q, axis], env) => quantiles(a, q, axis, 1, env)),
  average: define('a axis=None weights=None', ([a, axis, weights], env) => {
    const operand = env.plain(a ?? null);
    const array = asArray(operand.value);
    if (weights === null || weights === undefined)
      return env.wrap(numeric(mean(array, singleAxis(axis)), operand.dimension));
    const factors = read(weights, env);
    const total = reduce('sum', asArray(binary('multiply', array, factors)), singleAxis(axis));
    return env.wrap(
      numeric(binary('divide', total, reduce('sum', factors, singleAxis(axis))), operand.dimension),
    );
  }),
  corrcoef: define('x y=', ([x, y], env) => env.wrap(numeric(correlation(covariance(rowsOf(x, y, env)))))),
  cov: define('m y=', ([x, y], env) => env.wrap(numeric(covariance(rowsOf(x, y, env))))),
  allclose: define('a b rtol=1e-05 atol=1e-08 equal_nan=False', ([a, b, rtol, atol], env) =>
    truthOf(reduce('all', asArray(isClose(a, b, rtol, atol, env)))),
  ),
  isclose: define('a b rtol=1e-05 atol=1e-08 equal_nan=False', ([a, b, rtol, atol], env) =>
    env.wrap(numeric(isClose(a, b, rtol, atol, env))),
  ),
  array_equal: define('a1 a2', ([a, b], env) => {
    const [left, right] = [read(a, env), read(b, env)];
    if (left.shape.join() !== right.shape.join()) return false;
    return truthOf(reduce('all', binary('equal', left, right)));
  }),
};

function truthOf(answer: NdArray): boolean {
  return answer.item() === true;
}

function histogram(values: readonly Argument[], env: NumericEnvironment): PyValue {
  const [a, bins, range, density, weights] = values;
  const data = read(a, env).flat();
  const bounds = binEdges(data, bins, range, env);
  const edges = bounds.toFloat64();
  const amounts = weights === null || weights === undefined ? undefined : read(weights, env).flat();
  const counts = new Float64Array(edges.length - 1);
  data.forEach((x: number, k: number) => {
    const bin = binOf(x, edges);
    if (bin >= 0) counts[bin]! += amounts?.[k] ?? 1;
  });
  const total = counts.reduce((sum, n) => sum + n, 0);
  const heights = density === true ? counts.map((n, k) => n / (edges[k + 1]! - edges[k]!) / total) : counts;
  const dtype = density === true || amounts !== undefined ? 'float64' : 'int64';
  return new PyTuple([env.wrap(numeric(NdArray.of(heights, dtype))), env.wrap(numeric(bounds))]);
}

function binEdges(
  data: ArrayLike<number>,
  bins: Argument,
  range: Argument,
  env: NumericEnvironment,
): NdArray {
  if (bins instanceof PyStr) throw typeError('bins given by the name of a rule are not supported');
  const given = read(bins ?? 10n, env);
  if (given.ndim > 0) return given;
  const count = Number(given.item());
  if (count < 1) throw valueError('`bins` must be positive, when an integer');
  const limits = range === null || range === undefined ? extent(data) : read(range, env).flat();
  let [low, high] = [limits[0]!, limits[1]!];
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  const step = (high - low) / count;
  return NdArray.of(Array.from({ length: count + 1 }, (_, k) => (k === count ? high : low + k * step)));
}

/** The bin of a value, the last one closed on both sides; -1 outside. */
function binOf(x: number, edges: ArrayLike<number>): number {
  const last = edges.length - 1;
  if (!(x >= edges[0]! && x <= edges[last]!)) return -1;
  return Math.min(insertionPoint(edges, x, 'right') - 1, last - 1);
}

function extent(data: ArrayLike<number>): readonly number[] {
  if (data.length === 0) return [0, 1];
  let [low, high] = [data[0]!, data[0]!];
  for (let k = 1; k < data.length; k++) [low, high] = [Math.min(low, data[k]!), Math.max(high, data[k]!)];
  return [low, high];
}

function uniqueValues(values: readonly Argument[], env: NumericEnvironment): PyValue {
  const [a, withIndex, withInverse, withCounts] = values;
  const operand = env.plain(a ?? null);
  const result = unique(asArray(operand.value));
  const parts = [env.wrap(numeric(result.values, operand.dimension))];
  if (withIndex === true) parts.push(env.wrap(numeric(result.indices)));
  if (withInverse === true) parts.push(env.wrap(numeric(result.inverse)));
  if (withCounts === true) parts.push(env.wrap(numeric(result.counts)));
  return parts.length === 1 ? parts[0]! : new PyTuple(parts);
}

function quantiles(
  a: Argument,
  q: Argument,
  axis: Argument,
  whole: number,
  env: NumericEnvironment,
): PyValue {
  const array = read(a, env);
  const fractions = read(q, env);
  if (fractions.ndim === 0)
    return env.wrap(numeric(quantile(array, Number(fractions.item()) / whole, singleAxis(axis))));
  const parts = Array.from(fractions.flat(), (x) => asArray(quantile(array, x / whole, singleAxis(axis))));
  return env.wrap(numeric(shapes.stack(parts)));
}

function rowsOf(x: Argument, y: Argument, env: NumericEnvironment): NdArray {
  const first = shapes.atLeast(read(x, env), 2);
  return y === undefined || y === null
    ? first
    : shapes.concatenate([first, shapes.atLeast(read(y, env), 2)], 0);
}

function covariance(rows: NdArray): NdArray {
  const count = rows.shape[1]!;
  const deviations = asArray(binary('subtract', rows, mean(rows, 1, true)));
  const sums = asArray(matmul(deviations, shapes.transpose(deviations)));
  const result = asArray(binary('divide', sums, count - 1));
  return result.size === 1 ? shapes.squeeze(result) : result;
}

function correlation(covariances: NdArray): Operand {
  if (covariances.ndim === 0) return 1;
  const deviations = mapArray(shapes.diagonal(covariances), 'float64', Math.sqrt);
  return binary('divide', covariances, outer(deviations, deviations));
}

function isClose(a: Argument, b: Argument, rtol: Argument, atol: Argument, env: NumericEnvironment): Operand {
  const [left, right] = [env.plain(a ?? null), env.plain(b ?? null)];
  const tolerance = numeric(numberArgument(atol, 1e-8));
  // Brian compares the absolute tolerance (without unit) with the quantity, which fails.
  if (right.dimension !== DIMENSIONLESS) {
    const scaled = numeric(
      binary('multiply', asArray(right.value), numberArgument(rtol, 1e-5)),
      right.dimension,
    );
    requireSameDimension(
      scaled,
      tolerance,
      () => `Cannot calculate ${shortText(scaled)} + ${shortText(tolerance)}, units do not match`,
    );
  }
  const [x, y] = [asArray(left.value), asArray(right.value)];
  const shape = broadcastShapes(x.shape, y.shape);
  const [p, q] = [broadcastFlat(x, shape), broadcastFlat(y, shape)];
  const result = NdArray.zeros(shape, 'bool');
  const [relative, absolute] = [numberArgument(rtol, 1e-5), numberArgument(atol, 1e-8)];
  for (let k = 0; k < p.length; k++) {
    const close = Math.abs(p[k]! - q[k]!) <= absolute + relative * Math.abs(q[k]!);
    result.data[k] = p[k] === q[k] || (close && Number.isFinite(q[k]!)) ? 1 : 0;
  }
  return result;
}
