/** `numpy.linalg`. */
import {
  choleskyFactor,
  orthogonalTriangular,
  singularValues,
  symmetricEigen,
} from '../../../arrays/decompositions.ts';
import { generalEigen } from '../../../arrays/eigenvalues.ts';
import { binary, mapArray, unary } from '../../../arrays/elementwise.ts';
import { determinant, inverse, matmul, norm, solve, squareSize } from '../../../arrays/linear.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import { reduce } from '../../../arrays/reduce.ts';
import * as shapes from '../../../arrays/shape.ts';
import { unsupportedError, valueError } from '../../objects/errors.ts';
import { PySequence, PyTuple } from '../../objects/sequences.ts';
import { PyStr, type PyValue } from '../../values.ts';
import { type Argument, integerArgument, numberArgument, singleAxis } from './arguments.ts';
import { PyComplexArray } from './complexObject.ts';
import { NumericObject } from './conversions.ts';
import { define, type FunctionDefinition, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric } from './numeric.ts';

const read = (value: Argument, env: NumericEnvironment): NdArray => asArray(env.plain(value ?? null).value);

function square(value: Argument, env: NumericEnvironment): NdArray {
  const array = read(value, env);
  squareSize(array);
  return array;
}

/** Functions that go over the matrix many times, as iterations do. */
const ITERATIVE: ReadonlySet<string> = new Set(
  'pinv lstsq eig eigvals eigh eigvalsh svd cond matrix_rank'.split(' '),
);

/** Counts what a function is about to do with a matrix as work, so that analysis leaves large ones alone. */
function counted(table: FunctionTable): FunctionTable {
  const entries = Object.entries(table).map(([name, definition]): [string, FunctionDefinition] => {
    const share = ITERATIVE.has(name) ? 0.2 : 0.002;
    const body: FunctionDefinition['body'] = (values, env, rest) => {
      const [matrix] = values;
      const size = matrix instanceof NumericObject ? asArray(matrix.toNumeric().value).size : 0;
      env.ctx.tick(Math.ceil(share * size ** 1.5));
      return definition.body(values, env, rest);
    };
    return [name, { ...definition, body }];
  });
  return Object.fromEntries(entries);
}

export const LINEAR_ALGEBRA: FunctionTable = counted({
  norm: define('x ord=None axis=None keepdims=False', ([x, order, axis, keepDims], env) =>
    env.wrap(numeric(normOf(read(x, env), order, singleAxis(axis), keepDims === true))),
  ),
  inv: define('a', ([a], env) => env.wrap(numeric(inverse(read(a, env))))),
  pinv: define('a rcond=1e-15', ([a], env) => env.wrap(numeric(pseudoInverse(read(a, env))))),
  det: define('a', ([a], env) => env.wrap(numeric(NdArray.scalar(determinant(read(a, env)))))),
  slogdet: define('a', ([a], env) => {
    const value = determinant(read(a, env));
    const pair = [Math.sign(value), Math.log(Math.abs(value))];
    return new PyTuple(pair.map((x) => env.wrap(numeric(NdArray.scalar(x)))));
  }),
  solve: define('a b', ([a, b], env) => env.wrap(numeric(solve(read(a, env), read(b, env))))),
  lstsq: define('a b rcond="warn"', ([a, b], env) => leastSquares(read(a, env), read(b, env), env)),
  eig: define('a', ([a], env) => {
    const { re, im, vectors } = generalEigen(square(a, env));
    if (vectors === undefined) throw unsupportedError('complex eigenvectors');
    return new PyTuple([eigenvalues(re, im, env), env.wrapArray(vectors)]);
  }),
  eigvals: define('a', ([a], env) => {
    const { re, im } = generalEigen(square(a, env));
    return eigenvalues(re, im, env);
  }),
  eigh: define("a UPLO='L'", ([a], env) => {
    const { values, vectors } = symmetricEigen(square(a, env));
    return new PyTuple([env.wrapArray(values), env.wrapArray(vectors)]);
  }),
  eigvalsh: define("a UPLO='L'", ([a], env) => env.wrapArray(symmetricEigen(square(a, env)).values)),
  svd: define('a full_matrices=True compute_uv=True', ([a, full, vectors], env) => {
    const array = read(a, env);
    const { u, s, vt } = singularValues(array);
    if (vectors === false) return env.wrapArray(s);
    const isSquare = array.shape[0] === array.shape[1];
    if (full !== false && !isSquare)
      throw unsupportedError('full matrices of the singular value decomposition');
    return new PyTuple([u, s, vt].map(env.wrapArray));
  }),
  qr: define('a mode="reduced"', ([a, mode], env) => {
    const { q, r } = orthogonalTriangular(read(a, env));
    return mode instanceof PyStr && mode.value === 'r'
      ? env.wrapArray(r)
      : new PyTuple([q, r].map(env.wrapArray));
  }),
  cholesky: define('a', ([a], env) => env.wrapArray(choleskyFactor(square(a, env)))),
  cond: define('x p=None', ([x], env) => {
    const s = singularValues(read(x, env)).s.toFloat64();
    return env.wrap(numeric(NdArray.scalar(s[0]! / s[s.length - 1]!)));
  }),
  matrix_rank: define('A tol=None', ([a, tolerance], env) => {
    const array = read(a, env);
    const s = singularValues(array).s.toFloat64();
    const limit = numberArgument(tolerance, s[0]! * Math.max(...array.shape) * Number.EPSILON);
    return env.wrap(numeric(NdArray.scalar(BigInt(s.filter((x) => x > limit).length))));
  }),
  matrix_power: define('a n', ([a, n], env) =>
    env.wrap(numeric(matrixPower(square(a, env), integerArgument(n, 1)))),
  ),
  multi_dot: define('arrays', ([arrays], env) => {
    const items = arrays instanceof PySequence ? arrays.items : [];
    return env.wrap(numeric(items.map((item) => read(item, env)).reduce(matmul)));
  }),
});

function eigenvalues(re: NdArray, im: NdArray, env: NumericEnvironment): PyValue {
  const isReal = im.toFloat64().every((x) => x === 0);
  return isReal ? env.wrapArray(re) : new PyComplexArray(re, im);
}

function pseudoInverse(array: NdArray): NdArray {
  const { u, s, vt } = singularValues(array);
  const limit = 1e-15 * (s.toFloat64()[0] ?? 0);
  const inverted = mapArray(s, 'float64', (x) => (x > limit ? 1 / x : 0));
  const scaled = binary('multiply', shapes.reshape(inverted, [inverted.size, 1]), shapes.transpose(u));
  return matmul(shapes.transpose(vt), scaled);
}

/** Solution, residuals, rank and singular values. */
function leastSquares(a: NdArray, b: NdArray, env: NumericEnvironment): PyValue {
  const x = matmul(pseudoInverse(a), b);
  const s = singularValues(a).s;
  const limit = s.toFloat64()[0]! * Math.max(...a.shape) * Number.EPSILON;
  const rank = s.toFloat64().filter((value) => value > limit).length;
  const deviations = binary('subtract', b, matmul(a, x));
  const isOver = a.shape[0]! > a.shape[1]! && rank === a.shape[1];
  const squares = reduce('sum', binary('multiply', deviations, deviations), 0);
  const residuals = isOver ? shapes.atLeast(squares, 1) : NdArray.zeros([0]);
  return new PyTuple([env.wrapArray(x), env.wrapArray(residuals), BigInt(rank), env.wrapArray(s)]);
}

function matrixPower(array: NdArray, n: number): NdArray {
  const base = n < 0 ? inverse(array) : array;
  let result = shapes.eye(array.shape[0]!, array.shape[0]!, 0, n < 0 ? 'float64' : array.dtype);
  for (let k = 0; k < Math.abs(n); k++) result = matmul(result, base);
  return result;
}

/** Norms of vectors (along an axis, too) and of matrices. Raises ValueError. */
function normOf(array: NdArray, order: Argument, axis: number | undefined, keepDims: boolean): NdArray {
  const name = order instanceof PyStr ? order.value : undefined;
  if (order === undefined || order === null || name === 'fro') return norm(array, axis, keepDims);
  const size = numberArgument(order, 2);
  const isMatrix = axis === undefined && array.ndim === 2;
  if (isMatrix) return matrixNorm(array, size);
  if (size === 2) return norm(array, axis, keepDims);
  const sizes = unary('absolute', array.astype('float64'));
  if (size === Number.POSITIVE_INFINITY) return reduce('max', sizes, axis, keepDims);
  if (size === Number.NEGATIVE_INFINITY) return reduce('min', sizes, axis, keepDims);
  if (size === 0)
    return reduce(
      'sum',
      mapArray(sizes, 'float64', (x) => (x === 0 ? 0 : 1)),
      axis,
      keepDims,
    );
  const powers = mapArray(sizes, 'float64', (x) => x ** size);
  return binary('power', reduce('sum', powers, axis, keepDims), 1 / size);
}

function matrixNorm(array: NdArray, size: number): NdArray {
  const sizes = unary('absolute', array.astype('float64'));
  if (Math.abs(size) === 2) {
    const s = singularValues(array).s;
    return reduce(size > 0 ? 'max' : 'min', s);
  }
  if (Math.abs(size) !== 1 && Number.isFinite(size)) throw valueError('Invalid norm order for matrices.');
  const sums = reduce('sum', sizes, Math.abs(size) === 1 ? 0 : 1);
  return reduce(size > 0 ? 'max' : 'min', sums);
}
