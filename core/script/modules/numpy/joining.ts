/** Functions that put arrays together, spread them out, and ask about their shape. */
import { broadcastFlat, broadcastShapes, broadcastTo } from '../../../arrays/broadcast.ts';
import { arrayError } from '../../../arrays/errors.ts';
import { asArray, NdArray, shapeText } from '../../../arrays/ndarray.ts';
import * as shapes from '../../../arrays/shape.ts';
import { PyList, PySequence, PyTuple } from '../../objects/sequences.ts';
import { PyStr, type PyValue } from '../../values.ts';
import { type Argument, integerArgument, shapeArgument, singleAxis } from './arguments.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric } from './numeric.ts';
import { PyScalar } from './scalarObject.ts';
import { isPlainNumber } from './sequences.ts';

const read = (value: Argument, env: NumericEnvironment): NdArray => asArray(env.plain(value ?? null).value);

const stackedRows = joining('tup', (arrays) => shapes.concatenate(raised(arrays, 2), 0));

export const JOINING: FunctionTable = {
  concatenate: joining('arrays axis=0', (arrays, axis) =>
    shapes.concatenate(arrays, axis === null ? undefined : integerArgument(axis, 0)),
  ),
  hstack: joining('tup', (arrays) =>
    shapes.concatenate(raised(arrays, 1), arrays[0]?.ndim === 0 || arrays[0]?.ndim === 1 ? 0 : 1),
  ),
  vstack: stackedRows,
  row_stack: stackedRows,
  dstack: joining('tup', (arrays) => shapes.concatenate(arrays.map(withDepth), 2)),
  column_stack: joining('tup', (arrays) =>
    shapes.concatenate(
      arrays.map((a) => (a.ndim < 2 ? shapes.transpose(shapes.atLeast(a, 2)) : a)),
      1,
    ),
  ),
  stack: joining('arrays axis=0', (arrays, axis) => shapes.stack(arrays, integerArgument(axis, 0))),
  block: define('arrays', ([arrays], env) => env.wrapArray(blocks(arrays ?? null, 1, env))),
  append: define('arr values axis=None', ([a, b, axis], env) =>
    joined([a, b], (arrays) => shapes.concatenate(arrays, singleAxis(axis)), env),
  ),
  broadcast_to: define('array shape', ([a, shape], env) => {
    const array = read(a, env);
    const target = shapeArgument(shape);
    const view = broadcastTo(array, target);
    if (view !== undefined) return env.wrapArray(view.copy());
    throw arrayError(
      'ValueError',
      `operands could not be broadcast together with remapped shapes [original->remapped]: ${shapeText(array.shape)}  and requested shape ${shapeText(target)}`,
    );
  }),
  broadcast_arrays: define('*args', (_values, env, rest) => {
    const arrays = rest.map((value) => read(value, env));
    const shape = broadcastShapes(...arrays.map((array) => array.shape));
    const spread = (array: NdArray) => new NdArray(broadcastFlat(array, shape).slice(), shape, array.dtype);
    return new PyList(arrays.map((array) => env.wrapArray(spread(array))));
  }),
  broadcast_shapes: define('*args', (_values, _env, rest) => {
    const shape = broadcastShapes(...rest.map((value) => shapeArgument(value)));
    return new PyTuple(shape.map(BigInt));
  }),
  atleast_1d: raising(1),
  atleast_2d: raising(2),
  atleast_3d: raising(3),
  size: define('a axis=None', ([a, axis], env) => {
    const array = read(a, env);
    return BigInt(axis === null || axis === undefined ? array.size : array.shape[integerArgument(axis, 0)]!);
  }),
  shape: define('a', ([a], env) => new PyTuple(read(a, env).shape.map(BigInt))),
  ndim: define('a', ([a], env) => BigInt(read(a, env).ndim)),
  isscalar: define(
    'element',
    ([a]) => isPlainNumber(a ?? null) || a instanceof PyScalar || a instanceof PyStr,
  ),
};

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

/** Three axes: rows and columns come first. */
function withDepth(array: NdArray): NdArray {
  const flat = shapes.atLeast(array, 2);
  return flat.ndim === 2 ? shapes.expandDims(flat, 2) : flat;
}

/** Each argument with at least so many axes; one alone is no list. */
function raising(ndim: number): FunctionTable[string] {
  return define('*arys', (_values, env, rest) => {
    const results = rest.map((value) => {
      const operand = env.plain(value);
      const array = asArray(operand.value);
      return env.wrap(
        numeric(ndim === 3 ? withDepth(array) : shapes.atLeast(array, ndim), operand.dimension),
      );
    });
    return results.length === 1 ? results[0]! : new PyList(results);
  });
}

/** Nested lists of blocks, the innermost of which are joined along the last axis. */
function blocks(value: PyValue, depth: number, env: NumericEnvironment): NdArray {
  if (!(value instanceof PyList)) return shapes.atLeast(read(value, env), 2);
  const inner = value.items.some((item) => item instanceof PyList);
  const parts = value.items.map((item) => blocks(item, depth + 1, env));
  return shapes.concatenate(parts, inner ? 0 : 1);
}
