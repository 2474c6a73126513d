/** Functions that pick elements, by condition or by place, and that write to them. */
import { broadcastFlat, broadcastShapes } from '../../../arrays/broadcast.ts';
import { allocate, promote } from '../../../arrays/dtype.ts';
import { writeInto } from '../../../arrays/elementwise.ts';
import { nonzero, unravel } from '../../../arrays/indexing.ts';
import { asArray, NdArray, normalizeAxis } from '../../../arrays/ndarray.ts';
import * as shapes from '../../../arrays/shape.ts';
import { argsort, sort } from '../../../arrays/sorting.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import { callArguments } from '../../objects/arguments.ts';
import { typeError, valueError } from '../../objects/errors.ts';
import { PySequence, PyTuple } from '../../objects/sequences.ts';
import { PyObject, type PyValue } from '../../values.ts';
import { type Argument, shapeArgument, singleAxis } from './arguments.ts';
import { NumericObject } from './conversions.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric, requireSameDimension } from './numeric.ts';

const read = (value: Argument, env: NumericEnvironment): NdArray => asArray(env.plain(value ?? null).value);

export const CHOOSING: FunctionTable = {
  where: define('condition x= y=', where),
  select: define('condlist choicelist default=0', ([conditions, choices, other], env) => {
    const masks = itemsOf(conditions).map((mask) => read(mask, env));
    const options = itemsOf(choices).map((choice) => read(choice, env));
    return env.wrapArray(selected(masks, options, read(other, env)));
  }),
  choose: define('a choices', ([a, choices], env) => {
    const options = itemsOf(choices).map((choice) => read(choice, env));
    const which = read(a, env);
    if (Array.from(which.flat()).some((k) => k < 0 || k >= options.length))
      throw valueError('invalid entry in choice array');
    const masks = options.map((_, k) => equalTo(which, k));
    return env.wrapArray(selected(masks, options, NdArray.zeros([], options[0]?.dtype)));
  }),
  piecewise: define('x condlist funclist *args', ([x, conditions, functions], env, rest) =>
    piecewise(x ?? null, itemsOf(conditions), itemsOf(functions), rest, env),
  ),
  extract: define('condition arr', ([condition, a], env) => {
    const operand = env.plain(a ?? null);
    const flat = shapes.ravel(asArray(operand.value));
    const chosen = shapes.take(flat, trueOf(read(condition, env)), 0);
    return env.wrap(numeric(chosen, operand.dimension));
  }),
  compress: define('condition a axis=None', ([condition, a, axis], env) => {
    const operand = env.plain(a ?? null);
    const along = singleAxis(axis);
    const array = asArray(operand.value);
    const source = along === undefined ? shapes.ravel(array) : array;
    const value = shapes.take(source, trueOf(read(condition, env)), normalizeAxis(along ?? 0, source.ndim));
    return env.wrap(numeric(value, operand.dimension));
  }),
  take_along_axis: define('arr indices axis', ([a, indices, axis], env) => {
    const operand = env.plain(a ?? null);
    const value = takenAlong(asArray(operand.value), read(indices, env), singleAxis(axis));
    return env.wrap(numeric(value, operand.dimension));
  }),
  place: define('arr mask vals', ([target, mask, values], env) => {
    const given = read(values, env).flat();
    let next = 0;
    rewrite(target, (x, k) => (read(mask, env).flat()[k] ? given[next++ % given.length]! : x));
    return null;
  }),
  putmask: define('a mask values', ([target, mask, values], env) => {
    const [chosen, given] = [read(mask, env).flat(), read(values, env).flat()];
    rewrite(target, (x, k) => (chosen[k] !== 0 ? given[k % given.length]! : x));
    return null;
  }),
  put: define('a ind v mode="raise"', ([target, indices, values], env) => {
    const given = read(values, env).flat();
    const places = Array.from(read(indices, env).flat());
    const { size } = arrayOf(target);
    const written = new Map(places.map((k, n) => [k < 0 ? k + size : k, given[n % given.length]!]));
    rewrite(target, (x, k) => written.get(k) ?? x);
    return null;
  }),
  copyto: define('dst src', ([target, source], env) => {
    const array = arrayOf(target);
    writeInto(array, broadcastFlat(read(source, env), array.shape).slice());
    return null;
  }),
  argwhere: define('a', ([a], env) => {
    const array = read(a, env);
    if (array.ndim === 0) return env.wrapArray(NdArray.zeros([array.item() ? 1 : 0, 0], 'int64'));
    return env.wrapArray(shapes.transpose(shapes.stack(nonzero(array))).copy());
  }),
  unravel_index: define(
    'indices shape',
    ([indices, shape], env) =>
      new PyTuple(unravel(read(indices, env), shapeArgument(shape)).map((axis) => env.wrap(numeric(axis)))),
  ),
  ravel_multi_index: define('multi_index dims', ([indices, dims], env) => {
    const lengths = shapeArgument(dims);
    const axes = itemsOf(indices).map((axis) => read(axis, env));
    const shape = broadcastShapes(...axes.map((axis) => axis.shape));
    const flats = axes.map((axis) => broadcastFlat(axis, shape));
    const result = NdArray.zeros(shape, 'int64');
    for (let k = 0; k < result.data.length; k++)
      result.data[k] = flats.reduce((sum, flat, axis) => sum * lengths[axis]! + flat[k]!, 0);
    return env.wrap(numeric(result));
  }),
  lexsort: define('keys axis=-1', ([keys], env) => {
    const columns = itemsOf(keys).map((key) => read(key, env).flat());
    const order = Array.from(columns[0] ?? [], (_, k) => k);
    order.sort((a, b) => {
      for (const column of [...columns].reverse())
        if (column[a] !== column[b]) return column[a]! < column[b]! ? -1 : 1;
      return a - b;
    });
    return env.wrapArray(NdArray.of(order, 'int64'));
  }),
  // Sorted arrays are partitioned around every element.
  partition: define('a kth axis=-1', ([a, , axis], env) => {
    const operand = env.plain(a ?? null);
    return env.wrap(numeric(sort(asArray(operand.value), singleAxis(axis)), operand.dimension));
  }),
  argpartition: define('a kth axis=-1', ([a, , axis], env) =>
    env.wrapArray(argsort(read(a, env), singleAxis(axis))),
  ),
};

function itemsOf(value: Argument): readonly PyValue[] {
  if (value instanceof PySequence) return value.items;
  if (!(value instanceof NumericObject)) throw typeError('a sequence is required');
  return [...(value.iterate(undefined as never) ?? [])];
}

function trueOf(mask: NdArray): number[] {
  return Array.from(nonzero(shapes.ravel(mask))[0]!.flat());
}

function equalTo(array: NdArray, value: number): NdArray {
  const result = NdArray.zeros(array.shape, 'bool');
  array.flat().forEach((x: number, k: number) => {
    result.data[k] = x === value ? 1 : 0;
  });
  return result;
}

/** For each element the option whose mask is the first to hold. */
function selected(masks: readonly NdArray[], options: readonly NdArray[], other: NdArray): NdArray {
  const all = [...masks, ...options, other];
  const shape = broadcastShapes(...all.map((array) => array.shape));
  const flats = masks.map((mask) => broadcastFlat(mask, shape));
  const values = options.map((option) => broadcastFlat(option, shape));
  const rest = broadcastFlat(other, shape);
  const result = NdArray.zeros(
    shape,
    [...options.map((option) => option.dtype), other.dtype].reduce(promote),
  );
  for (let k = 0; k < result.data.length; k++) {
    const first = flats.findIndex((mask) => mask[k] !== 0);
    result.data[k] = first < 0 ? rest[k]! : values[first]![k]!;
  }
  return result;
}

/** Values or functions for the parts of `x` that the conditions pick; the last one may be for the rest. */
function piecewise(
  x: PyValue,
  conditions: readonly PyValue[],
  functions: readonly PyValue[],
  rest: readonly PyValue[],
  env: NumericEnvironment,
): PyValue {
  const array = read(x, env);
  const first = conditions[0];
  const single = first !== undefined && !(first instanceof PySequence) && !(first instanceof NumericObject);
  const masks = (single ? [conditions] : conditions).map((mask) =>
    single
      ? NdArray.of(
          conditions.map((one) => (one === true ? 1 : 0)),
          'bool',
        )
      : read(mask as PyValue, env),
  );
  const result = NdArray.zeros(array.shape, array.dtype);
  const left = new Set(Array.from({ length: array.size }, (_, k) => k));
  functions.forEach((fn, k) => {
    const places = masks[k] === undefined ? [...left] : trueOf(masks[k]!);
    for (const place of places) left.delete(place);
    const part = env.wrapArray(shapes.take(shapes.ravel(array), places, 0));
    const isFunction = fn instanceof PyObject && !(fn instanceof NumericObject);
    const values = read(isFunction ? env.ctx.call(fn, callArguments([part, ...rest])) : fn, env).flat();
    places.forEach((place, n) => {
      result.data[place] = values[n % values.length]!;
    });
  });
  return env.wrapArray(result);
}

function takenAlong(array: NdArray, indices: NdArray, axis: number | undefined): NdArray {
  if (axis === undefined) return shapes.take(shapes.ravel(array), Array.from(indices.flat()), 0);
  const at = normalizeAxis(axis, array.ndim);
  const data = allocate(array.dtype, indices.size);
  const wanted = indices.flat();
  const axes = unravel(
    new NdArray(
      Float64Array.from({ length: indices.size }, (_, k) => k),
      [indices.size],
      'int64',
    ),
    indices.shape,
  ).map((positions) => positions.flat());
  for (let k = 0; k < data.length; k++) {
    const offset = axes.reduce((sum, positions, dimension) => {
      const index = dimension === at ? wanted[k]! : positions[k]! % array.shape[dimension]!;
      const place = index < 0 ? index + array.shape[dimension]! : index;
      return sum + place * array.strides[dimension]!;
    }, array.offset);
    data[k] = array.data[offset]!;
  }
  return new NdArray(data, indices.shape, array.dtype);
}

function arrayOf(value: Argument): NdArray {
  const array = value instanceof NumericObject ? value.toNumeric().value : undefined;
  if (array instanceof NdArray) return array;
  throw typeError('argument 1 must be numpy.ndarray');
}

function rewrite(target: Argument, change: (x: number, k: number) => number): void {
  const array = arrayOf(target);
  writeInto(array, Array.from(array.flat(), change));
}

function where([condition, x, y]: readonly Argument[], env: NumericEnvironment): PyValue {
  const mask = read(condition, env);
  if (x === undefined && y === undefined)
    return new PyTuple(nonzero(mask).map((indices) => env.wrap(numeric(indices))));
  if (x === undefined || y === undefined)
    throw valueError('either both or neither of x and y should be given');
  const [a, b] = [env.numeric(x), env.numeric(y)];
  requireSameDimension(a, b, () => 'x and y need to have the same dimensions', env.registry);
  const result = selected([mask], [asArray(a.value)], asArray(b.value));
  const dimension = a.dimension === DIMENSIONLESS ? b.dimension : a.dimension;
  if (dimension !== DIMENSIONLESS) return env.collapse(result, dimension);
  return env.wrap({ ...numeric(result), isArray: true });
}
