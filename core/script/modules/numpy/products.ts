/** Products of arrays, linear algebra and curves. */

import { promote } from '../../../arrays/dtype.ts';
import { binary, mapArray } from '../../../arrays/elementwise.ts';
import { exprel } from '../../../arrays/functions.ts';
import { determinant, inverse, matmul, norm, outer, solve } from '../../../arrays/linear.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import * as shapes from '../../../arrays/shape.ts';
import { insertionPoint } from '../../../arrays/sorting.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import { dimensionMismatch } from '../../../units/errors.ts';
import { valueError } from '../../objects/errors.ts';
import { PyTuple } from '../../objects/sequences.ts';
import { PyStr, type PyValue } from '../../values.ts';
import { type Argument, integerArgument, numberArgument, singleAxis } from './arguments.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric, shortText } from './numeric.ts';
import { applyBinary } from './rules.ts';

const read = (value: Argument, env: NumericEnvironment): NdArray => asArray(env.plain(value ?? null).value);

export const PRODUCTS: FunctionTable = {
  dot: define('a b', ([a, b], env) => product(a, b, env, 'dot')),
  vdot: define('a b', ([a, b], env) => product(a, b, env, 'dot')),
  inner: define('a b', ([a, b], env) =>
    env.wrap(numeric(matmul(read(a, env), shapes.transpose(read(b, env))))),
  ),
  matmul: define('a b', ([a, b], env) => product(a, b, env, 'matmul')),
  divmod: define('x1 x2', ([a, b], env) => {
    const [left, right] = [env.plain(a ?? null), env.plain(b ?? null)];
    const parts = ['floor_divide', 'remainder'].map((name) => applyBinary(name, left, right, env.registry));
    return new PyTuple(parts.map(env.wrap));
  }),
  outer: define('a b', ([a, b], env) => env.wrap(numeric(outer(read(a, env), read(b, env))))),
  cross: define('a b', ([a, b], env) => env.wrap(numeric(cross(read(a, env), read(b, env))))),
  polyfit: define('x y deg', ([x, y, degree], env) =>
    env.wrap(
      numeric(polynomialFit(read(x, env).toFloat64(), read(y, env).toFloat64(), integerArgument(degree, 1))),
    ),
  ),
  polyval: define('p x', ([p, x], env) => {
    const [coefficients, points] = [read(p, env), read(x, env)];
    const horner = (at: number) => coefficients.toFloat64().reduce((sum, c) => sum * at + c, 0);
    return env.wrap(numeric(mapArray(points, promote(coefficients.dtype, points.dtype), horner)));
  }),
  exprel: define('x', ([x], env) => {
    const operand = env.numeric(x ?? null);
    if (operand.dimension !== DIMENSIONLESS) {
      const text = `Function 'exprel' expected a quantitity with unit 1 for argument 'x' but got '${shortText(operand, env.registry)}'`;
      throw dimensionMismatch(text, [operand.dimension], env.registry);
    }
    const values = mapArray(asArray(operand.value), 'float64', exprel);
    const isLimit = values.ndim === 0 && [1, Number.POSITIVE_INFINITY].includes(values.flat()[0]!);
    return env.wrap(numeric(isLimit ? values.item() : values));
  }),
  convolve: define('a v mode="full"', ([a, v, mode], env) =>
    env.wrap(numeric(convolve(read(a, env), read(v, env), textOf(mode, 'full'), env))),
  ),
  correlate: define('a v mode="valid"', ([a, v, mode], env) => {
    const kernel = shapes.flip(read(v, env));
    return env.wrap(numeric(convolve(read(a, env), kernel, textOf(mode, 'valid'), env)));
  }),
  interp: define('x xp fp left=None right=None', ([x, xp, fp, left, right], env) => {
    const [at, knots, values] = [read(x, env), read(xp, env), read(fp, env)];
    const low = numberArgument(left, values.toFloat64()[0] ?? 0);
    const high = numberArgument(right, values.toFloat64().at(-1) ?? 0);
    return env.wrap(numeric(interpolate(at, knots.toFloat64(), values.toFloat64(), low, high)));
  }),
};

export const LINEAR_ALGEBRA: FunctionTable = {
  norm: define('x ord=None axis=None', ([x, , axis], env) =>
    env.wrap(numeric(norm(read(x, env), singleAxis(axis)))),
  ),
  inv: define('a', ([a], env) => env.wrap(numeric(inverse(read(a, env))))),
  det: define('a', ([a], env) => env.wrap(numeric(NdArray.scalar(determinant(read(a, env)))))),
  solve: define('a b', ([a, b], env) => env.wrap(numeric(solve(read(a, env), read(b, env))))),
};

function product(a: Argument, b: Argument, env: NumericEnvironment, kind: 'dot' | 'matmul'): PyValue {
  const [left, right] = [env.plain(a ?? null), env.plain(b ?? null)];
  const [x, y] = [asArray(left.value), asArray(right.value)];
  env.ctx.tick(Math.ceil((x.size * (y.shape.at(-1) ?? 1)) / 1000));
  const value = kind === 'dot' && (x.ndim === 0 || y.ndim === 0) ? binary('multiply', x, y) : matmul(x, y);
  return env.wrap(numeric(value, left.dimension.multiply(right.dimension)));
}

function cross(a: NdArray, b: NdArray): NdArray {
  const [x, y] = [a.flat(), b.flat()];
  const component = (i: number, j: number) => x[i]! * y[j]! - x[j]! * y[i]!;
  return NdArray.of([component(1, 2), component(2, 0), component(0, 1)], promote(a.dtype, b.dtype));
}

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

function convolve(left: NdArray, right: NdArray, mode: string, { ctx }: NumericEnvironment): NdArray {
  const [a, v] = [left.toFloat64(), right.toFloat64()];
  ctx.tick(Math.ceil((a.length * v.length) / 1000));
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
