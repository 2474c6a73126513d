/** Statistics and comparisons of whole arrays. */

import { broadcastFlat, broadcastShapes, commonShape } from '../../../arrays/broadcast.ts';
import { binary, mapArray } from '../../../arrays/elementwise.ts';
import { matmul, outer } from '../../../arrays/linear.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import { alongAxis, mean, reduce } from '../../../arrays/reduce.ts';
import * as shapes from '../../../arrays/shape.ts';
import { median, type QuantileMethod, quantile } from '../../../arrays/sorting.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import { pythonError, valueError } from '../../objects/errors.ts';
import { PyStr, type PyValue } from '../../values.ts';
import { type Argument, integerArgument, numberArgument, singleAxis } from './arguments.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric, requireSameDimension, shortText } from './numeric.ts';

const read = (value: Argument, env: NumericEnvironment): NdArray => asArray(env.plain(value ?? null).value);

const QUANTILE =
  'a q axis=None out=None overwrite_input=False method="linear" keepdims=False interpolation=None';

export const STATISTICS: FunctionTable = {
  median: define('a axis=None', ([a, axis], env) => {
    const operand = env.plain(a ?? null);
    return env.wrap(numeric(median(asArray(operand.value), singleAxis(axis)), operand.dimension));
  }),
  percentile: define(QUANTILE, ([a, q, axis, , , method, keepDims, interpolation], env) =>
    quantiles({ a, q, axis, keepDims, method: interpolation ?? method }, 100, env),
  ),
  quantile: define(QUANTILE, ([a, q, axis, , , method, keepDims, interpolation], env) =>
    quantiles({ a, q, axis, keepDims, method: interpolation ?? method }, 1, env),
  ),
  nanmedian: define('a axis=None', ([a, axis], env) => withoutNan(a, axis, env, (row) => median(row))),
  nanpercentile: define('a q axis=None', ([a, q, axis], env) =>
    withoutNan(a, axis, env, (row) => quantile(row, numberArgument(q, 0) / 100)),
  ),
  nanquantile: define('a q axis=None', ([a, q, axis], env) =>
    withoutNan(a, axis, env, (row) => quantile(row, numberArgument(q, 0))),
  ),
  average: define('a axis=None weights=None', average),
  corrcoef: define('x y=None rowvar=True', ([x, y, rowVariables], env) =>
    env.wrap(numeric(correlation(covariance(rowsOf(x, y, rowVariables, env), 1)))),
  ),
  cov: define('m y=None rowvar=True bias=False ddof=None', ([x, y, rowVariables, bias, ddof], env) => {
    const rows = rowsOf(x, y, rowVariables, env);
    return env.wrapArray(covariance(rows, integerArgument(ddof, bias === true ? 0 : 1)));
  }),
  allclose: define('a b rtol=1e-05 atol=1e-08 equal_nan=False', (values, env) =>
    truthOf(reduce('all', isClose(values, env))),
  ),
  isclose: define('a b rtol=1e-05 atol=1e-08 equal_nan=False', (values, env) =>
    env.wrap(numeric(isClose(values, env))),
  ),
  array_equiv: define('a1 a2', ([a, b], env) => {
    const [left, right] = [read(a, env), read(b, env)];
    if (commonShape([left.shape, right.shape]) === undefined) return false;
    return truthOf(reduce('all', binary('equal', left, right)));
  }),
  array_equal: define('a1 a2 equal_nan=False', ([a, b], env) => {
    const [left, right] = [read(a, env), read(b, env)];
    if (left.shape.join() !== right.shape.join()) return false;
    return truthOf(reduce('all', binary('equal', left, right)));
  }),
};

function truthOf(answer: NdArray): boolean {
  return answer.item() === true;
}

interface QuantileArguments {
  readonly a: Argument;
  readonly q: Argument;
  readonly axis: Argument;
  readonly keepDims: Argument;
  readonly method: Argument;
}

function quantiles(given: QuantileArguments, whole: number, env: NumericEnvironment): PyValue {
  const operand = env.plain(given.a ?? null);
  const array = asArray(operand.value);
  const fractions = asArray(env.plain(given.q ?? null).value);
  const along = singleAxis(given.axis);
  const method = given.method instanceof PyStr ? given.method.value : 'linear';
  if (Array.from(fractions.flat()).some((x) => !(x >= 0 && x <= whole)))
    throw valueError(
      whole === 1 ? 'Quantiles must be in the range [0, 1]' : 'Percentiles must be in the range [0, 100]',
    );
  const one = (x: number) => {
    const result = quantile(array, x / whole, along, method as QuantileMethod);
    if (given.keepDims !== true) return result;
    const shape = array.shape.map((length, k) => (along === undefined || along === k ? 1 : length));
    return shapes.reshape(result, shape);
  };
  // A single quantile of quantities has no unit, several of them have.
  if (fractions.ndim === 0) return env.wrap(numeric(one(Number(fractions.item()))));
  const parts = Array.from(fractions.flat(), one);
  return env.wrap(numeric(shapes.stack(parts), operand.dimension));
}

/** Without NaN, slice by slice along an axis. */
function withoutNan(
  a: Argument,
  axis: Argument,
  env: NumericEnvironment,
  apply: (row: NdArray) => NdArray,
): PyValue {
  const operand = env.plain(a ?? null);
  const array = asArray(operand.value).astype('float64');
  const along = singleAxis(axis);
  const source = along === undefined ? shapes.ravel(array) : array;
  const at = along ?? 0;
  const rows = alongAxis(source, at, 'float64', (row) => {
    const present = NdArray.of(Array.from(row.flat()).filter((x) => !Number.isNaN(x)));
    return shapes.atLeast(present.size === 0 ? NdArray.of([Number.NaN]) : apply(present), 1);
  });
  const shape = source.shape.filter((_, k) => k !== (at < 0 ? at + source.ndim : at));
  return env.wrap(numeric(shapes.reshape(rows, shape), operand.dimension));
}

function average([a, axis, weights]: readonly Argument[], env: NumericEnvironment): PyValue {
  const operand = env.plain(a ?? null);
  const array = asArray(operand.value);
  const along = singleAxis(axis);
  if (weights === null || weights === undefined)
    return env.wrap(numeric(mean(array, along), operand.dimension));
  const given = read(weights, env);
  // One weight for each slice along the axis.
  const isPerSlice = along !== undefined && given.ndim === 1 && array.ndim > 1;
  const lengths = array.shape.map((_, k) => (k === (along ?? 0) ? given.size : 1));
  const factors = isPerSlice ? shapes.reshape(given, lengths) : given;
  const spread = binary(
    'multiply',
    factors,
    mapArray(array, 'float64', () => 1),
  );
  const scale = reduce('sum', spread, along);
  if (Array.from(scale.flat()).some((x) => x === 0))
    throw pythonError('ZeroDivisionError', "Weights sum to zero, can't be normalized");
  const total = reduce('sum', binary('multiply', array, factors), along);
  return env.wrap(numeric(binary('divide', total, scale), operand.dimension));
}

function rowsOf(x: Argument, y: Argument, rowVariables: Argument, env: NumericEnvironment): NdArray {
  const rows = (value: Argument) => {
    const array = shapes.atLeast(read(value, env), 2);
    return rowVariables === false && array.shape[0] !== 1 ? shapes.transpose(array) : array;
  };
  return y === undefined || y === null ? rows(x) : shapes.concatenate([rows(x), rows(y)], 0);
}

function covariance(rows: NdArray, ddof: number): NdArray {
  const count = rows.shape[1]!;
  const deviations = binary('subtract', rows, mean(rows, 1, true));
  const sums = matmul(deviations, shapes.transpose(deviations));
  const result = binary('divide', sums, count - ddof);
  return result.size === 1 ? shapes.squeeze(result) : result;
}

function correlation(covariances: NdArray): NdArray {
  if (covariances.ndim === 0) return NdArray.scalar(1);
  const deviations = mapArray(shapes.diagonal(covariances), 'float64', Math.sqrt);
  return binary('divide', covariances, outer(deviations, deviations));
}

function isClose([a, b, rtol, atol, equalNan]: readonly Argument[], env: NumericEnvironment): NdArray {
  const nanIsEqual = equalNan === true;
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
    const bothNan = nanIsEqual && Number.isNaN(p[k]) && Number.isNaN(q[k]);
    result.data[k] = bothNan || p[k] === q[k] || (close && Number.isFinite(q[k]!)) ? 1 : 0;
  }
  return result;
}
