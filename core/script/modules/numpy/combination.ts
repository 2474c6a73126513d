/** Functions of several arrays, and statistics. */

import { broadcastFlat, broadcastShapes } from '../../../arrays/broadcast.ts';
import { promote } from '../../../arrays/dtype.ts';
import { binary, mapArray } from '../../../arrays/elementwise.ts';
import { exprel } from '../../../arrays/functions.ts';
import { nonzero, unravel } from '../../../arrays/indexing.ts';
import { determinant, inverse, matmul, norm, outer, solve } from '../../../arrays/linear.ts';
import { asArray, NdArray, type Operand } from '../../../arrays/ndarray.ts';
import { mean, reduce } from '../../../arrays/reduce.ts';
import * as shapes from '../../../arrays/shape.ts';
import { insertionPoint, median, quantile, unique } from '../../../arrays/sorting.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import { dimensionMismatch } from '../../../units/errors.ts';
import { typeError, valueError } from '../../objects/errors.ts';
import { PyList, PySequence, PyTuple } from '../../objects/sequences.ts';
import { PyStr, type PyValue } from '../../values.ts';
import { type Argument, integerArgument, numberArgument, shapeArgument, singleAxis } from './arguments.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { type Numeric, numeric, requireSameDimension, shortText } from './numeric.ts';

const read = (value: Argument, env: NumericEnvironment): NdArray => asArray(env.plain(value ?? null).value);

export const COMBINATION: FunctionTable = {
  concatenate: joining('arrays axis=0', (arrays, axis) =>
    shapes.concatenate(arrays, axis === null ? undefined : integerArgument(axis, 0)),
  ),
  hstack: joining('tup', (arrays) =>
    shapes.concatenate(raised(arrays, 1), arrays[0]?.ndim === 0 || arrays[0]?.ndim === 1 ? 0 : 1),
  ),
  vstack: joining('tup', (arrays) => shapes.concatenate(raised(arrays, 2), 0)),
  column_stack: joining('tup', (arrays) =>
    shapes.concatenate(
      arrays.map((a) => (a.ndim < 2 ? shapes.transpose(shapes.atLeast(a, 2)) : a)),
      1,
    ),
  ),
  stack: joining('arrays axis=0', (arrays, axis) => shapes.stack(arrays, integerArgument(axis, 0))),
  append: define('arr values axis=None', ([a, b, axis], env) =>
    joined([a, b], (arrays) => shapes.concatenate(arrays, singleAxis(axis)), env),
  ),
  where: define('condition x= y=', where),
  dot: define('a b', ([a, b], env) => product(a, b, env, 'dot')),
  vdot: define('a b', ([a, b], env) => product(a, b, env, 'dot')),
  inner: define('a b', ([a, b], env) =>
    env.wrap(numeric(matmul(read(a, env), shapes.transpose(read(b, env))))),
  ),
  matmul: define('a b', ([a, b], env) => product(a, b, env, 'matmul')),
  outer: define('a b', ([a, b], env) => env.wrap(numeric(outer(read(a, env), read(b, env))))),
  cross: define('a b', ([a, b], env) => env.wrap(numeric(cross(read(a, env), read(b, env))))),
  interp: define('x xp fp left=None right=None', ([x, xp, fp, left, right], env) => {
    const [at, knots, values] = [read(x, env), read(xp, env), read(fp, env)];
    const low = numberArgument(left, values.toFloat64()[0] ?? 0);
    const high = numberArgument(right, values.toFloat64().at(-1) ?? 0);
    return env.wrap(numeric(interpolate(at, knots.toFloat64(), values.toFloat64(), low, high).unwrap()));
  }),
  convolve: define('a v mode="full"', ([a, v, mode], env) =>
    env.wrap(numeric(convolve(read(a, env), read(v, env), textOf(mode, 'full')))),
  ),
  correlate: define('a v mode="valid"', ([a, v, mode], env) => {
    const kernel = shapes.flip(read(v, env));
    return env.wrap(numeric(convolve(read(a, env), kernel, textOf(mode, 'valid'))));
  }),
  histogram: define('a bins=10 range=None density=None weights=None', histogram),
  bincount: define('x weights=None minlength=0', ([x, weights, minimum], env) => {
    const indices = read(x, env).flat();
    const amounts = weights === null || weights === undefined ? undefined : read(weights, env).flat();
    const largest = indices.reduce((a: number, b: number) => Math.max(a, b), -1);
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
    return env.wrap(
      numeric(mapArray(read(x, env), 'int64', (value) => insertionPoint(edges, value, side)).unwrap()),
    );
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
  cov: define('m y=', ([x, y], env) => env.wrap(numeric(covariance(rowsOf(x, y, env)).unwrap()))),
  allclose: define('a b rtol=1e-05 atol=1e-08 equal_nan=False', ([a, b, rtol, atol], env) =>
    Boolean(reduce('all', asArray(isClose(a, b, rtol, atol, env)))),
  ),
  isclose: define('a b rtol=1e-05 atol=1e-08 equal_nan=False', ([a, b, rtol, atol], env) =>
    env.wrap(numeric(isClose(a, b, rtol, atol, env))),
  ),
  array_equal: define('a1 a2', ([a, b], env) => {
    const [left, right] = [read(a, env), read(b, env)];
    if (left.shape.join() !== right.shape.join()) return false;
    return Boolean(reduce('all', asArray(binary('equal', left, right))));
  }),
  isin: define('element test_elements', ([a, b], env) => {
    const members = new Set(read(b, env).flat());
    return env.wrap(numeric(mapArray(read(a, env), 'bool', (x) => (members.has(x) ? 1 : 0)).unwrap()));
  }),
  in1d: define('ar1 ar2', ([a, b], env) => {
    const members = new Set(read(b, env).flat());
    return env.wrap(numeric(mapArray(shapes.ravel(read(a, env)), 'bool', (x) => (members.has(x) ? 1 : 0))));
  }),
  intersect1d: define('ar1 ar2', ([a, b], env) => setOperation(a, b, env, (x, other) => other.has(x))),
  setdiff1d: define('ar1 ar2', ([a, b], env) => setOperation(a, b, env, (x, other) => !other.has(x))),
  union1d: define('ar1 ar2', ([a, b], env) =>
    env.wrap(numeric(unique(shapes.concatenate([read(a, env), read(b, env)])).values)),
  ),
  delete: define('arr obj axis=None', ([a, obj, axis], env) =>
    remove(read(a, env), read(obj, env), singleAxis(axis), env),
  ),
  insert: define('arr obj values', ([a, obj, values], env) => {
    const array = shapes.ravel(read(a, env));
    const at = integerArgument(obj, 0);
    const position = at < 0 ? at + array.size : at;
    const part = (from: number, to: number) =>
      NdArray.of(Array.from(array.flat().slice(from, to)), array.dtype);
    const added = shapes.ravel(read(values, env)).astype(array.dtype);
    return env.wrap(numeric(shapes.concatenate([part(0, position), added, part(position, array.size)])));
  }),
  argwhere: define('a', ([a], env) =>
    env.wrap(numeric(shapes.transpose(shapes.stack(nonzero(read(a, env)))).copy())),
  ),
  unravel_index: define(
    'indices shape',
    ([indices, shape], env) =>
      new PyTuple(
        unravel(read(indices, env), shapeArgument(shape)).map((axis) => env.wrap(numeric(axis.unwrap()))),
      ),
  ),
  array_split: define('ary indices_or_sections axis=0', ([a, sections], env) =>
    split(env.plain(a ?? null), sections, env),
  ),
  split: define('ary indices_or_sections axis=0', ([a, sections], env) =>
    split(env.plain(a ?? null), sections, env),
  ),
  size: define('a', ([a], env) => BigInt(read(a, env).size)),
  shape: define('a', ([a], env) => new PyTuple(read(a, env).shape.map(BigInt))),
  ndim: define('a', ([a], env) => BigInt(read(a, env).ndim)),
  isscalar: define(
    'element',
    ([a]) => typeof a === 'number' || typeof a === 'bigint' || typeof a === 'boolean' || a instanceof PyStr,
  ),
  broadcast_to: define('array shape', ([a, shape], env) => {
    const operand = env.plain(a ?? null);
    const target = shapeArgument(shape);
    const data = broadcastFlat(asArray(operand.value), target).slice();
    return env.wrap(numeric(new NdArray(data, target, asArray(operand.value).dtype), operand.dimension));
  }),
  polyfit: define('x y deg', ([x, y, degree], env) =>
    env.wrap(
      numeric(polynomialFit(read(x, env).toFloat64(), read(y, env).toFloat64(), integerArgument(degree, 1))),
    ),
  ),
  polyval: define('p x', ([p, x], env) => {
    const [coefficients, points] = [read(p, env), read(x, env)];
    const horner = (at: number) => coefficients.flat().reduce((sum: number, c: number) => sum * at + c, 0);
    return env.wrap(numeric(mapArray(points, promote(coefficients.dtype, points.dtype), horner).unwrap()));
  }),
  exprel: define('x', ([x], env) => {
    const operand = env.numeric(x ?? null);
    if (operand.dimension !== DIMENSIONLESS) {
      const text = `Function 'exprel' expected a quantitity with unit 1 for argument 'x' but got '${shortText(operand, env.registry)}'`;
      throw dimensionMismatch(text, [operand.dimension], env.registry);
    }
    return env.wrap(numeric(mapArray(asArray(operand.value), 'float64', exprel).unwrap()));
  }),
};

export const LINEAR_ALGEBRA: FunctionTable = {
  norm: define('x ord=None axis=None', ([x, , axis], env) =>
    env.wrap(numeric(norm(read(x, env), singleAxis(axis)))),
  ),
  inv: define('a', ([a], env) => env.wrap(numeric(inverse(read(a, env))))),
  det: define('a', ([a], env) => determinant(read(a, env))),
  solve: define('a b', ([a, b], env) => env.wrap(numeric(solve(read(a, env), read(b, env))))),
};

/** The pieces come together without their units; a quantity among them leaves its class. */
function joining(
  signature: string,
  join: (arrays: readonly NdArray[], option: Argument) => NdArray,
): FunctionTable[string] {
  return define(signature, ([parts, option], env) => {
    const items = parts instanceof PySequence ? parts.items : [...env.ctx.iterate(parts ?? null)];
    return joined(items, (arrays) => join(arrays, option), env);
  });
}

function joined(
  parts: readonly Argument[],
  join: (arrays: readonly NdArray[]) => NdArray,
  env: NumericEnvironment,
): PyValue {
  const operands = parts.map((part) => env.plain(part ?? null));
  const result = numeric(join(operands.map(({ value }) => asArray(value))));
  return operands.some((operand) => operand.isQuantity) ? env.wrapQuantity(result) : env.wrap(result);
}

function raised(arrays: readonly NdArray[], ndim: number): NdArray[] {
  return arrays.map((array) => shapes.atLeast(array, ndim));
}

function where([condition, x, y]: readonly Argument[], env: NumericEnvironment): PyValue {
  const mask = read(condition, env);
  if (x === undefined || y === undefined)
    return new PyTuple(nonzero(mask).map((indices) => env.wrap(numeric(indices))));
  const [a, b] = [env.numeric(x), env.numeric(y)];
  requireSameDimension(a, b, () => 'x and y need to have the same dimensions', env.registry);
  const [left, right] = [asArray(a.value), asArray(b.value)];
  const shape = broadcastShapes(mask.shape, left.shape, right.shape);
  const [m, p, q] = [mask, left, right].map((array) => broadcastFlat(array, shape)) as [
    NdArray['data'],
    NdArray['data'],
    NdArray['data'],
  ];
  const result = NdArray.zeros(shape, promote(left.dtype, right.dtype));
  for (let k = 0; k < m.length; k++) result.data[k] = m[k] !== 0 ? p[k]! : q[k]!;
  return env.wrap(numeric(result.unwrap(), a.dimension === DIMENSIONLESS ? b.dimension : a.dimension));
}

function product(a: Argument, b: Argument, env: NumericEnvironment, kind: 'dot' | 'matmul'): PyValue {
  const [left, right] = [env.plain(a ?? null), env.plain(b ?? null)];
  const [x, y] = [asArray(left.value), asArray(right.value)];
  const value = kind === 'dot' && (x.ndim === 0 || y.ndim === 0) ? binary('multiply', x, y) : matmul(x, y);
  return env.wrap(numeric(value, left.dimension.multiply(right.dimension)));
}

function cross(a: NdArray, b: NdArray): NdArray {
  const [x, y] = [a.flat(), b.flat()];
  const component = (i: number, j: number) => x[i]! * y[j]! - x[j]! * y[i]!;
  return NdArray.of([component(1, 2), component(2, 0), component(0, 1)], promote(a.dtype, b.dtype));
}

function interpolate(
  at: NdArray,
  knots: Float64Array,
  values: Float64Array,
  left: number,
  right: number,
): NdArray {
  if (knots.length !== values.length) throw valueError('fp and xp are not of the same length.');
  const last = knots.length - 1;
  return mapArray(at, 'float64', (x) => {
    if (Number.isNaN(x)) return x;
    if (x < knots[0]!) return left;
    if (x > knots[last]!) return right;
    const k = Math.min(insertionPoint(knots, x, 'right') - 1, last);
    if (k === last || knots[k] === x) return values[k]!;
    const slope = (values[k + 1]! - values[k]!) / (knots[k + 1]! - knots[k]!);
    return slope * (x - knots[k]!) + values[k]!;
  });
}

function convolve(left: NdArray, right: NdArray, mode: string): NdArray {
  const [a, v] = [left.toFloat64(), right.toFloat64()];
  if (a.length === 0 || v.length === 0) throw valueError('a cannot be empty');
  const full = new Float64Array(a.length + v.length - 1);
  a.forEach((x, i) => {
    for (let j = 0; j < v.length; j++) full[i + j]! += x * v[j]!;
  });
  const dtype = promote(left.dtype, right.dtype);
  const [long, short] = [Math.max(a.length, v.length), Math.min(a.length, v.length)];
  if (mode === 'full') return NdArray.of(full, dtype);
  const start = mode === 'same' ? Math.floor((short - 1) / 2) : short - 1;
  return NdArray.of(full.slice(start, start + (mode === 'same' ? long : long - short + 1)), dtype);
}

function textOf(value: Argument, missing: string): string {
  return value instanceof PyStr ? value.value : missing;
}

function histogram(values: readonly Argument[], env: NumericEnvironment): PyValue {
  const [a, bins, range, density, weights] = values;
  const data = read(a, env).flat();
  const bounds = binEdges(data, bins, range, env);
  const edges = bounds.toFloat64();
  const amounts = weights === null || weights === undefined ? undefined : read(weights, env).flat();
  const counts = new Float64Array(edges.length - 1);
  data.forEach((x: number, k: number) => {
    const inside = x >= edges[0]! && x <= edges[edges.length - 1]!;
    if (inside)
      counts[Math.min(insertionPoint(edges, x, 'right') - 1, counts.length - 1)]! += amounts?.[k] ?? 1;
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

/** Units are lost here, as in Brian. */
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
  return result.unwrap();
}

function setOperation(
  a: Argument,
  b: Argument,
  env: NumericEnvironment,
  keeps: (x: number, other: ReadonlySet<number>) => boolean,
): PyValue {
  const array = read(a, env);
  const other = new Set<number>(read(b, env).flat());
  const values = Array.from(unique(array).values.flat()).filter((x) => keeps(x, other));
  return env.wrap(numeric(NdArray.of(values, array.dtype)));
}

function remove(array: NdArray, which: NdArray, axis: number | undefined, env: NumericEnvironment): PyValue {
  const source = axis === undefined ? shapes.ravel(array) : array;
  const length = source.shape[axis ?? 0]!;
  const doomed = new Set(Array.from(which.flat(), (k) => (k < 0 ? k + length : k)));
  const kept = Array.from({ length }, (_, k) => k).filter((k) => !doomed.has(k));
  return env.wrap(numeric(shapes.take(source, kept, axis ?? 0)));
}

function split(operand: Numeric, sections: Argument, env: NumericEnvironment): PyValue {
  const array = asArray(operand.value);
  const length = array.shape[0] ?? 0;
  const count = sections instanceof PySequence ? 0 : integerArgument(sections, 1);
  const ends =
    sections instanceof PySequence
      ? [...shapeArgument(sections), length]
      : Array.from({ length: count }, (_, k) => Math.floor(((k + 1) * length) / count));
  let start = 0;
  const parts = ends.map((end) => {
    const indices = Array.from({ length: Math.max(0, end - start) }, (_, k) => start + k);
    start = end;
    return env.wrap(numeric(shapes.take(array, indices, 0), operand.dimension));
  });
  return new PyList(parts);
}

/** Least squares through the normal equations of an orthogonalised basis would be finer; degrees here are small. */
function polynomialFit(x: Float64Array, y: Float64Array, degree: number): NdArray {
  const size = degree + 1;
  const matrix = NdArray.zeros([size, size]);
  const right = NdArray.zeros([size]);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++)
      matrix.data[row * size + column] = x.reduce((sum, at) => sum + at ** (2 * degree - row - column), 0);
    right.data[row] = x.reduce((sum, at, k) => sum + at ** (degree - row) * y[k]!, 0);
  }
  return solve(matrix, right);
}
