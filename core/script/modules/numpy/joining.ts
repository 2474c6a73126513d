/** Functions that put arrays together, take them apart, and ask about them. */

import { broadcastFlat, broadcastShapes } from '../../../arrays/broadcast.ts';
import { promote } from '../../../arrays/dtype.ts';
import { mapArray } from '../../../arrays/elementwise.ts';
import { nonzero, unravel } from '../../../arrays/indexing.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import * as shapes from '../../../arrays/shape.ts';
import { unique } from '../../../arrays/sorting.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import { PyList, PySequence, PyTuple } from '../../objects/sequences.ts';
import { PyStr, type PyValue } from '../../values.ts';
import { type Argument, integerArgument, shapeArgument, singleAxis } from './arguments.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { type Numeric, numeric, requireSameDimension } from './numeric.ts';

const read = (value: Argument, env: NumericEnvironment): NdArray => asArray(env.plain(value ?? null).value);

export const JOINING: FunctionTable = {
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
  array_split: define('ary indices_or_sections axis=0', ([a, sections], env) =>
    split(env.plain(a ?? null), sections, env),
  ),
  split: define('ary indices_or_sections axis=0', ([a, sections], env) =>
    split(env.plain(a ?? null), sections, env),
  ),
  broadcast_to: define('array shape', ([a, shape], env) => {
    const operand = env.plain(a ?? null);
    const target = shapeArgument(shape);
    const data = broadcastFlat(asArray(operand.value), target).slice();
    return env.wrap(numeric(new NdArray(data, target, asArray(operand.value).dtype), operand.dimension));
  }),
  intersect1d: define('ar1 ar2', ([a, b], env) => setOperation(a, b, env, (x, other) => other.has(x))),
  setdiff1d: define('ar1 ar2', ([a, b], env) => setOperation(a, b, env, (x, other) => !other.has(x))),
  union1d: define('ar1 ar2', ([a, b], env) =>
    env.wrap(numeric(unique(shapes.concatenate([read(a, env), read(b, env)])).values)),
  ),
  isin: define('element test_elements', ([a, b], env) => {
    const members = new Set(read(b, env).flat());
    return env.wrap(numeric(mapArray(read(a, env), 'bool', (x) => (members.has(x) ? 1 : 0))));
  }),
  in1d: define('ar1 ar2', ([a, b], env) => {
    const members = new Set(read(b, env).flat());
    return env.wrap(numeric(mapArray(shapes.ravel(read(a, env)), 'bool', (x) => (members.has(x) ? 1 : 0))));
  }),
  argwhere: define('a', ([a], env) =>
    env.wrap(numeric(shapes.transpose(shapes.stack(nonzero(read(a, env)))).copy())),
  ),
  unravel_index: define(
    'indices shape',
    ([indices, shape], env) =>
      new PyTuple(unravel(read(indices, env), shapeArgument(shape)).map((axis) => env.wrap(numeric(axis)))),
  ),
  size: define('a', ([a], env) => BigInt(read(a, env).size)),
  shape: define('a', ([a], env) => new PyTuple(read(a, env).shape.map(BigInt))),
  ndim: define('a', ([a], env) => BigInt(read(a, env).ndim)),
  isscalar: define(
    'element',
    ([a]) => typeof a === 'number' || typeof a === 'bigint' || typeof a === 'boolean' || a instanceof PyStr,
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
  return env.wrap(numeric(result, a.dimension === DIMENSIONLESS ? b.dimension : a.dimension));
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
