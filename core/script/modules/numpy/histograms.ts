/** Histograms and their bins. */
import { mapArray } from '../../../arrays/elementwise.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import { variance } from '../../../arrays/reduce.ts';
import { insertionPoint, quantile } from '../../../arrays/sorting.ts';
import { typeError, valueError } from '../../objects/errors.ts';
import { PySequence, PyTuple } from '../../objects/sequences.ts';
import { PyStr, type PyValue } from '../../values.ts';
import { type Argument, integerArgument } from './arguments.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric } from './numeric.ts';

const read = (value: Argument, env: NumericEnvironment): NdArray => asArray(env.plain(value ?? null).value);

export const HISTOGRAMS: FunctionTable = {
  histogram: define('a bins=10 range=None density=None weights=None', histogram),
  histogram_bin_edges: define('a bins=10 range=None weights=None', ([a, bins, range], env) =>
    env.wrapArray(binEdges(read(a, env).flat(), bins, range, env)),
  ),
  histogram2d: define('x y bins=10 range=None density=None weights=None', histogram2d),
  bincount: define('x weights=None minlength=0', ([x, weights, minimum], env) => {
    const values = read(x, env);
    // A list is read as integers, whatever is in it.
    if (values.dtype.startsWith('float') && values.size > 0 && !(x instanceof PySequence))
      throw typeError(
        "Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'",
      );
    const indices = values.astype('int64').flat();
    if (indices.some((index) => index < 0))
      throw valueError("'list' argument must have no negative elements");
    const amounts = weightsOf(weights, env);
    const largest = Array.from(indices).reduce((most, index) => Math.max(most, index), -1);
    const length = Math.max(largest + 1, integerArgument(minimum, 0));
    const result = NdArray.zeros([length], amounts ? 'float64' : 'int64');
    indices.forEach((index: number, k: number) => {
      result.data[index]! += amounts?.[k] ?? 1;
    });
    return env.wrap(numeric(result));
  }),
  digitize: define('x bins right=False', ([x, bins, right], env) => {
    const edges = read(bins, env).toFloat64();
    const isFalling = edges.length > 1 && edges[0]! > edges[edges.length - 1]!;
    const sorted = isFalling ? edges.slice().reverse() : edges;
    const side = right === true ? 'left' : 'right';
    const place = (value: number) => {
      const position = insertionPoint(sorted, value, side);
      return isFalling ? edges.length - position : position;
    };
    return env.wrap(numeric(mapArray(read(x, env), 'int64', place)));
  }),
};

function weightsOf(weights: Argument, env: NumericEnvironment): ArrayLike<number> | undefined {
  return weights === null || weights === undefined ? undefined : read(weights, env).flat();
}

function histogram(values: readonly Argument[], env: NumericEnvironment): PyValue {
  const [a, bins, range, density, weights] = values;
  const data = read(a, env).flat();
  const bounds = binEdges(data, bins, range, env);
  const edges = bounds.toFloat64();
  const amounts = weightsOf(weights, env);
  const counts = new Float64Array(edges.length - 1);
  data.forEach((x: number, k: number) => {
    const bin = binOf(x, edges);
    if (bin >= 0) counts[bin]! += amounts?.[k] ?? 1;
  });
  const total = counts.reduce((sum, n) => sum + n, 0);
  const heights = density === true ? counts.map((n, k) => n / (edges[k + 1]! - edges[k]!) / total) : counts;
  const isCount = density !== true && (amounts === undefined || !isFloat(weights, env));
  const result = NdArray.of(heights, isCount ? 'int64' : 'float64');
  return new PyTuple([env.wrap(numeric(result)), env.wrap(numeric(bounds))]);
}

function isFloat(weights: Argument, env: NumericEnvironment): boolean {
  return read(weights, env).dtype.startsWith('float');
}

function histogram2d(values: readonly Argument[], env: NumericEnvironment): PyValue {
  const [x, y, bins, range, density, weights] = values;
  const pairOf = (value: Argument, length: number): readonly Argument[] =>
    value instanceof PySequence && value.items.length === length ? value.items : [value, value];
  const pair = pairOf(bins, 2);
  const ranges = pairOf(range, 2);
  const [points, others] = [read(x, env).flat(), read(y, env).flat()];
  const rows = binEdges(points, pair[0], ranges[0], env).astype('float64');
  const columns = binEdges(others, pair[1], ranges[1], env).astype('float64');
  const amounts = weightsOf(weights, env);
  const width = columns.size - 1;
  const counts = NdArray.zeros([rows.size - 1, width]);
  points.forEach((at: number, k: number) => {
    const [row, column] = [binOf(at, rows.flat()), binOf(others[k]!, columns.flat())];
    if (row >= 0 && column >= 0) counts.data[row * width + column]! += amounts?.[k] ?? 1;
  });
  if (density === true) normalize(counts, rows.toFloat64(), columns.toFloat64());
  return new PyTuple([counts, rows, columns].map((array) => env.wrapArray(array)));
}

function normalize(counts: NdArray, rows: Float64Array, columns: Float64Array): void {
  const total = (counts.data as Float64Array).reduce((sum, n) => sum + n, 0);
  const width = columns.length - 1;
  for (let k = 0; k < counts.data.length; k++) {
    const [row, column] = [Math.floor(k / width), k % width];
    const area = (rows[row + 1]! - rows[row]!) * (columns[column + 1]! - columns[column]!);
    counts.data[k]! /= total * area;
  }
}

function binEdges(
  data: ArrayLike<number>,
  bins: Argument,
  range: Argument,
  env: NumericEnvironment,
): NdArray {
  const limits = range === null || range === undefined ? undefined : read(range, env).flat();
  if (bins instanceof PyStr) return evenEdges(binCount(bins.value, data, limits), data, limits);
  const given = read(bins ?? 10n, env);
  if (given.ndim === 0) return evenEdges(Number(given.item()), data, limits);
  const edges = given.flat();
  for (let k = 1; k < edges.length; k++)
    if (edges[k]! < edges[k - 1]!) throw valueError('`bins` must increase monotonically, when an array');
  return given;
}

function evenEdges(count: number, data: ArrayLike<number>, given: ArrayLike<number> | undefined): NdArray {
  if (count < 1) throw valueError('`bins` must be positive, when an integer');
  const limits = given ?? extent(data);
  let [low, high] = [limits[0]!, limits[1]!];
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    const kind = given === undefined ? 'autodetected' : 'supplied';
    throw valueError(`${kind} range of [${shown(low)}, ${shown(high)}] is not finite`);
  }
  if (low > high) throw valueError('max must be larger than min in range parameter.');
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  const step = (high - low) / count;
  return NdArray.of(Array.from({ length: count + 1 }, (_, k) => (k === count ? high : low + k * step)));
}

function shown(x: number): string {
  return Number.isNaN(x) ? 'nan' : x > 0 ? 'inf' : '-inf';
}

/** Rules for the width of bins, given the number of values and their spread; undefined: a single bin. */
const WIDTHS: Readonly<Record<string, (data: NdArray, span: number) => number>> = {
  sturges: (data, span) => span / (Math.log2(data.size) + 1),
  sqrt: (data, span) => span / Math.sqrt(data.size),
  rice: (data, span) => span / (2 * data.size ** (1 / 3)),
  scott: (data) =>
    ((24 * Math.sqrt(Math.PI)) / data.size) ** (1 / 3) * Math.sqrt(Number(variance(data).item())),
  fd: (data) => {
    const quartile = (fraction: number) => Number(quantile(data, fraction).item());
    return (2 * (quartile(0.75) - quartile(0.25))) / data.size ** (1 / 3);
  },
  auto: (data, span) => {
    const [quartiles, sturges] = [WIDTHS.fd!(data, span), WIDTHS.sturges!(data, span)];
    return quartiles > 0 ? Math.min(quartiles, sturges) : sturges;
  },
};

function binCount(rule: string, data: ArrayLike<number>, limits: ArrayLike<number> | undefined): number {
  const width = Object.hasOwn(WIDTHS, rule) ? WIDTHS[rule] : undefined;
  if (width === undefined) throw valueError(`'${rule}' is not a valid estimator for \`bins\``);
  if (data.length === 0) return 1;
  const [low, high] = limits === undefined ? extent(data) : [limits[0]!, limits[1]!];
  const inside = Array.from(data).filter((x) => x >= low! && x <= high!);
  const all = extent(inside);
  const size = width(NdArray.of(inside), all[1]! - all[0]!);
  return size > 0 ? Math.max(1, Math.ceil((high! - low!) / size)) : 1;
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
