/** Functions that make arrays. */
import { kindOf } from '../../../arrays/dtype.ts';
import { binary, mapArray } from '../../../arrays/elementwise.ts';
import { nonzero, unravel } from '../../../arrays/indexing.ts';
import { asArray, NdArray, product } from '../../../arrays/ndarray.ts';
import {
  atLeast,
  diagonal,
  diagonalMatrix,
  eye,
  meshgrid,
  openGrid,
  ravel,
  reshape,
  stack,
} from '../../../arrays/shape.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyClass } from '../../objects/classes.ts';
import { typeError } from '../../objects/errors.ts';
import { PyList, PySequence, PyTuple } from '../../objects/sequences.ts';
import { asInteger } from '../../operations/numbers.ts';
import { PyStr, type PyValue, Unknown } from '../../values.ts';
import { type Argument, dtypeArgument, integerArgument, numberArgument, shapeArgument } from './arguments.ts';
import { NumericObject, plainNumeric } from './conversions.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { arange, asType, evenlySpaced, isTooLarge, linspace } from './grids.ts';
import { type Numeric, numeric, requireDimensionless, shortText } from './numeric.ts';
import { objectArray, PyObjectArray } from './objectArray.ts';
import { PyScalar } from './scalarObject.ts';

const PLAIN = new Unknown(DIMENSIONLESS);

export const CREATION: FunctionTable = {
  array: define(
    'object dtype=None copy=True order="K" subok=False ndmin=0',
    ([a, dtype, copy, , subclass, ndim], env) => {
      const objects = objectsOf(a, dtype, env);
      if (objects !== undefined) return objects;
      const operand = env.plain(a ?? null);
      if (subclass === true && operand.isQuantity) return env.wrap(operand);
      return converted(a, dtype, copy !== false, env, integerArgument(ndim, 0));
    },
  ),
  asarray: define('a dtype=None order=None', ([a, dtype], env) => {
    const objects = objectsOf(a, dtype, env);
    if (objects !== undefined) return objects;
    // An array that is one already is the same object.
    const isSame = a instanceof NumericObject && !a.isQuantity && env.plain(a).value instanceof NdArray;
    if (isSame && !(a instanceof PyScalar) && (dtype === undefined || dtype === null)) return a;
    return converted(a, dtype, false, env);
  }),
  asfarray: define('a dtype=None', ([a], env) => {
    const array = asArray(env.plain(a ?? null).value);
    return env.wrapArray(kindOf(array.dtype) === 'float' ? array : array.astype('float64'));
  }),
  diagflat: define('v k=0', ([v, k], env) =>
    env.wrapArray(diagonalMatrix(ravel(asArray(env.plain(v ?? null).value)), integerArgument(k, 0))),
  ),
  vander: define('x N=None increasing=False', ([x, n, increasing], env) => {
    const points = asArray(env.plain(x ?? null).value);
    const columns = integerArgument(n, points.size);
    const exponents = Array.from({ length: columns }, (_, k) => (increasing === true ? k : columns - 1 - k));
    const column = reshape(points, [points.size, 1]);
    return env.wrapArray(binary('power', column, NdArray.of(exponents, 'int64')));
  }),
  asanyarray: define('a dtype=None order=None', ([a, dtype], env) => {
    const value = env.plain(a ?? null);
    return value.isQuantity ? (a ?? null) : converted(a, dtype, false, env);
  }),
  require: define('a dtype=None requirements=None', ([a, dtype], env) => converted(a, dtype, false, env)),
  ascontiguousarray: define('a dtype=None', ([a, dtype], env) => converted(a, dtype, true, env)),
  zeros: define('shape dtype=None order="C"', ([shape, dtype], env) => filled(shape, dtype, 0, env)),
  ones: define('shape dtype=None order="C"', ([shape, dtype], env) => filled(shape, dtype, 1, env), PLAIN),
  empty: define('shape dtype=None order="C"', ([shape, dtype], env) => filled(shape, dtype, 0, env)),
  full: define('shape fill_value dtype=None order="C"', ([shape, filler, dtype], env) => {
    const lengths = newShape(shape, env.ctx);
    if (isTooLarge(product(lengths), env)) return new Unknown();
    const { value } = env.plain(filler ?? null);
    const target = NdArray.zeros(lengths, dtypeArgument(dtype) ?? asArray(value).dtype);
    return env.wrap(numeric(asType(binary('add', target, value), target.dtype)));
  }),
  zeros_like: define('a dtype=None order="K" subok=True', ([a, dtype], env) => like(a, dtype, 0, env)),
  ones_like: define('a dtype=None order="K" subok=True', ([a, dtype], env) => like(a, dtype, 1, env), PLAIN),
  empty_like: define('a dtype=None order="K" subok=True', ([a, dtype], env) => like(a, dtype, 0, env)),
  full_like: define('a fill_value dtype=None', ([a, filler, dtype], env) => {
    const model = env.plain(a ?? null);
    const array = asArray(model.value);
    const target = NdArray.zeros(array.shape, dtypeArgument(dtype) ?? array.dtype);
    const value = asType(binary('add', target, env.plain(filler ?? null).value), target.dtype);
    return env.wrap(numeric(value, model.dimension));
  }),
  eye: define('N M=None k=0 dtype=None', ([n, m, k, dtype], env) => {
    const rows = integerArgument(n, 0);
    if (isTooLarge(rows * integerArgument(m, rows), env)) return new Unknown();
    return env.wrap(
      numeric(eye(rows, integerArgument(m, rows), integerArgument(k, 0), dtypeArgument(dtype) ?? 'float64')),
    );
  }),
  identity: define('n dtype=None', ([n, dtype], env) => {
    const rows = integerArgument(n, 0);
    return env.wrap(numeric(eye(rows, rows, 0, dtypeArgument(dtype) ?? 'float64')));
  }),
  diag: define('v k=0', ([v, k], env) => {
    const array = asArray(env.plain(v ?? null).value);
    const offset = integerArgument(k, 0);
    return env.wrap(
      numeric(array.ndim === 1 ? diagonalMatrix(array, offset) : diagonal(array, offset).copy()),
    );
  }),
  arange: define('start= stop= step= dtype=None', arange),
  linspace: define('start stop num=50 endpoint=True retstep=False dtype=None', linspace),
  logspace: define('start stop num=50 endpoint=True base=10.0', ([start, stop, num, endpoint, base], env) => {
    const points = evenlySpaced(
      bare(start, env),
      bare(stop, env),
      integerArgument(num, 50),
      endpoint !== false,
    );
    return env.wrap(numeric(binary('power', numberArgument(base, 10), points)));
  }),
  geomspace: define('start stop num=50 endpoint=True', ([start, stop, num, endpoint], env) => {
    const [a, b] = [bare(start, env), bare(stop, env)];
    const points = evenlySpaced(Math.log10(a), Math.log10(b), integerArgument(num, 50), endpoint !== false);
    const result = mapArray(points, 'float64', (x) => 10 ** x);
    if (result.size > 0) result.data[0] = a;
    if (result.size > 1 && endpoint !== false) result.data[result.size - 1] = b;
    return env.wrap(numeric(result));
  }),
  meshgrid: define('*xi indexing="xy" sparse=False copy=True', ([indexing, sparse], env, vectors) => {
    const operands = vectors.map((vector) => env.plain(vector));
    const mode = indexing instanceof PyStr && indexing.value === 'ij' ? 'ij' : 'xy';
    const axes = operands.map(({ value }) => asArray(value));
    const grids = sparse === true ? openGrid(axes, mode) : meshgrid(axes, mode);
    return new PyList(grids.map((grid, k) => env.wrap(numeric(grid, operands[k]!.dimension))));
  }),
  indices: define('dimensions', ([dimensions], env) => {
    const shape = shapeArgument(dimensions);
    const size = shape.reduce((a, b) => a * b, 1);
    const all = NdArray.of(
      Float64Array.from({ length: size }, (_, k) => k),
      'int64',
    );
    const axes = unravel(new NdArray(all.data, shape, 'int64'), shape);
    return env.wrapArray(stack(axes));
  }),
  tri: define('N M=None k=0', ([n, m, k], env) => {
    const rows = integerArgument(n, 0);
    const columns = integerArgument(m, rows);
    const result = NdArray.zeros([rows, columns]);
    for (let at = 0; at < result.size; at++)
      result.data[at] = at % columns <= Math.floor(at / columns) + integerArgument(k, 0) ? 1 : 0;
    return env.wrap(numeric(result));
  }),
  tril_indices: define('n k=0 m=None', ([n, k, m], env) =>
    indicesWhere(n, m, (row, column) => column <= row + integerArgument(k, 0), env),
  ),
  triu_indices: define('n k=0 m=None', ([n, k, m], env) =>
    indicesWhere(n, m, (row, column) => column >= row + integerArgument(k, 0), env),
  ),
  diag_indices: define('n ndim=2', ([n, ndim], env) => {
    const along = Array.from({ length: integerArgument(n, 0) }, (_, k) => k);
    return new PyTuple(
      Array.from({ length: integerArgument(ndim, 2) }, () => env.wrapArray(NdArray.of(along, 'int64'))),
    );
  }),
  ix_: define('*args', (_values, env, vectors) => {
    const parts = vectors.map((vector) => asArray(env.plain(vector).value));
    const indices = parts.map((part) => (part.dtype === 'bool' ? nonzero(part)[0]! : part));
    const shapeOf = (at: number) => indices.map((part, k) => (k === at ? part.size : 1));
    return new PyTuple(indices.map((part, k) => env.wrapArray(reshape(part, shapeOf(k)))));
  }),
  tril: define('m k=0', ([m, k], env) =>
    triangle(m, (row, column) => column <= row + integerArgument(k, 0), env),
  ),
  triu: define('m k=0', ([m, k], env) =>
    triangle(m, (row, column) => column >= row + integerArgument(k, 0), env),
  ),
};

/** Row and column indices of the elements of a matrix that `where` holds for. */
function indicesWhere(
  n: Argument,
  m: Argument,
  where: (row: number, column: number) => boolean,
  env: NumericEnvironment,
): PyValue {
  const rows = integerArgument(n, 0);
  const columns = integerArgument(m, rows);
  const found: [number[], number[]] = [[], []];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      if (where(row, column)) {
        found[0].push(row);
        found[1].push(column);
      }
  return new PyTuple(found.map((part) => env.wrapArray(NdArray.of(part, 'int64'))));
}

function triangle(
  value: Argument,
  keeps: (row: number, column: number) => boolean,
  env: NumericEnvironment,
): PyValue {
  const array = asArray(env.plain(value ?? null).value).copy();
  const [rows, columns] = array.shape.slice(-2) as [number, number];
  for (let k = 0; k < array.size; k++)
    if (!keeps(Math.floor(k / columns) % rows, k % columns)) array.data[k] = 0;
  return env.wrap(numeric(array));
}

/** An array of texts or objects, where the elements are no numbers. */
function objectsOf(value: Argument, dtype: Argument, env: NumericEnvironment): PyValue | undefined {
  const isPlain = dtype === undefined || dtype === null;
  if (isPlain && !(value instanceof PyObjectArray) && asPlain(value ?? null, env) !== undefined)
    return undefined;
  return isPlain || isObjects(dtype) ? objectArray(value ?? null, dtype ?? null, env.ctx) : undefined;
}

function asPlain(value: PyValue, env: NumericEnvironment): Numeric | undefined {
  return plainNumeric(value, env.ctx);
}

function isObjects(dtype: PyValue): boolean {
  const name = dtype instanceof PyStr ? dtype.value : dtype instanceof PyClass ? dtype.name : '';
  return name === 'object' || name === 'O' || name === 'str' || /^[<=|]?U\d*$/.test(name);
}

/** `array(x)` and `asarray(x)` drop units. */
function converted(
  value: Argument,
  dtype: Argument,
  copy: boolean,
  env: NumericEnvironment,
  ndim = 0,
): PyValue {
  const wanted = dtypeArgument(dtype);
  const array = asArray(env.plain(value ?? null).value);
  const cast = wanted === undefined || wanted === array.dtype ? array : array.astype(wanted);
  return env.wrapArray(atLeast(copy && cast === array ? array.copy() : cast, ndim));
}

/** The lengths of a new array; none for None. Raises TypeError in the words that NumPy has for it. */
function newShape(value: Argument, ctx: Interpreter): number[] {
  if (value === undefined || value === null) return [];
  const array = value instanceof NumericObject ? value.toNumeric().value : undefined;
  if (array instanceof NdArray && array.ndim > 0) return shapeArgument(new PyList([...ctx.iterate(value)]));
  const isSequence = value instanceof PySequence || value instanceof PyStr;
  if (isSequence || asInteger(value) !== undefined) return shapeArgument(value);
  throw typeError(`expected a sequence of integers or a single integer, got '${ctx.repr(value)}'`);
}

function filled(shape: Argument, dtype: Argument, value: number, env: NumericEnvironment): PyValue {
  const lengths = newShape(shape, env.ctx);
  if (isTooLarge(product(lengths), env)) return new Unknown();
  return env.wrapArray(NdArray.full(lengths, value, dtypeArgument(dtype) ?? 'float64'));
}

function like(model: Argument, dtype: Argument, value: number, env: NumericEnvironment): PyValue {
  const array = asArray(env.plain(model ?? null).value);
  return env.wrapArray(NdArray.full(array.shape, value, dtypeArgument(dtype) ?? array.dtype));
}

function bare(value: Argument, env: NumericEnvironment): number {
  const operand = env.numeric(value ?? null);
  requireDimensionless(operand, () => `expected a dimensionless argument but got ${shortText(operand)}`);
  return Number(asArray(operand.value).item());
}
