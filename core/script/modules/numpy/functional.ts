/** Functions that call functions of the script. */

import { broadcastFlat, broadcastShapes } from '../../../arrays/broadcast.ts';
import { unravel } from '../../../arrays/indexing.ts';
import { asArray, NdArray, normalizeAxis } from '../../../arrays/ndarray.ts';
import * as shapes from '../../../arrays/shape.ts';
import type { Interpreter } from '../../interpreter.ts';
import { callArguments } from '../../objects/arguments.ts';
import { PyIterator } from '../../objects/iterators.ts';
import { PyList, PySequence, PyTuple } from '../../objects/sequences.ts';
import { type CallArguments, PyObject, type PyValue, Unknown } from '../../values.ts';
import { type Argument, dtypeArgument, hasUnknown, integerArgument, shapeArgument } from './arguments.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric } from './numeric.ts';
import { environment } from './wrapping.ts';

const read = (value: Argument, env: NumericEnvironment): NdArray => asArray(env.plain(value ?? null).value);

/** What `np.vectorize(f)` and `np.frompyfunc(f, 1, 1)` give: a function of arrays, called per element. */
class VectorizedFunction extends PyObject {
  readonly typeName = 'numpy.vectorize';

  constructor(
    private readonly inner: PyValue,
    private readonly dtype: Argument,
  ) {
    super();
  }

  override call(args: CallArguments, ctx: Interpreter): PyValue {
    if (hasUnknown([...args.positional, ...args.keywords.values()])) return new Unknown();
    const env = environment(ctx);
    const arrays = args.positional.map((value) => read(value, env));
    const shape = broadcastShapes(...arrays.map((array) => array.shape));
    const flats = arrays.map((array) => broadcastFlat(array, shape));
    const results = Array.from({ length: flats[0]?.length ?? 0 }, (_, k) => {
      const elements = flats.map((flat, n) => env.wrap(numeric(element(arrays[n]!, flat[k]!))));
      return ctx.call(this.inner, { ...args, positional: elements });
    });
    if (hasUnknown(results)) return new Unknown();
    const flat = read(new PyList(results), env);
    const typed = dtypeArgument(this.dtype) === undefined ? flat : flat.astype(dtypeArgument(this.dtype)!);
    return env.wrap(numeric(shapes.reshape(typed, shape)));
  }

  override getAttribute(name: string): PyValue | undefined {
    return name === 'pyfunc' ? this.inner : undefined;
  }
}

function element(array: NdArray, stored: number): NdArray {
  return NdArray.full([], stored, array.dtype);
}

export const FUNCTIONAL: FunctionTable = {
  vectorize: define(
    'pyfunc otypes=None doc=None excluded=None cache=False signature=None',
    ([fn, types]) =>
      new VectorizedFunction(fn ?? null, types instanceof PySequence ? types.items[0] : undefined),
  ),
  frompyfunc: define('func nin nout', ([fn]) => new VectorizedFunction(fn ?? null, undefined)),
  apply_along_axis: define('func1d axis arr *args', ([fn, axis, arr], env, rest) => {
    const array = read(arr, env);
    const at = normalizeAxis(integerArgument(axis, 0), array.ndim);
    const moved = shapes.transpose(array, [...array.shape.map((_, k) => k).filter((k) => k !== at), at]);
    const length = array.shape[at]!;
    const outer = moved.shape.slice(0, -1);
    const rows = shapes.reshape(moved, [array.size / Math.max(1, length), length]);
    const results = Array.from({ length: rows.shape[0]! }, (_, k) => {
      const row = shapes.reshape(shapes.take(rows, [k], 0), [length]);
      return read(env.ctx.call(fn ?? null, callArguments([env.wrapArray(row), ...rest])), env);
    });
    const stacked = shapes.stack(results);
    const whole = shapes.reshape(stacked, [...outer, ...stacked.shape.slice(1)]);
    if (stacked.ndim === 1) return env.wrapArray(whole);
    const order = outer.map((_, k) => k);
    order.splice(at, 0, outer.length);
    return env.wrapArray(shapes.transpose(whole, order));
  }),
  fromfunction: define('function shape dtype=None **kwargs', ([fn, shape], env) => {
    const lengths = shapeArgument(shape);
    const axes = grid(lengths).map((axis) => env.wrapArray(axis.astype('float64')));
    return env.ctx.call(fn ?? null, callArguments(axes));
  }),
  fromiter: define('iter dtype=None count=-1', ([values, dtype, count], env) => {
    const items = [...env.ctx.iterate(values ?? null)];
    const wanted = integerArgument(count, -1);
    if (hasUnknown(items)) return new Unknown();
    const array = read(new PyList(wanted < 0 ? items : items.slice(0, wanted)), env);
    return env.wrapArray(array.astype(dtypeArgument(dtype) ?? 'float64'));
  }),
  ndenumerate: define('arr', ([arr], env) => {
    const array = read(arr, env);
    const axes = grid(array.shape).map((axis) => axis.flat());
    const items = Array.from(array.flat(), (x, k) => {
      const index = new PyTuple(axes.map((axis) => BigInt(axis[k]!)));
      return new PyTuple([index, env.wrap(numeric(element(array, x)))]);
    });
    return new PyIterator(items[Symbol.iterator](), 'numpy.ndenumerate');
  }),
  ndindex: define('*shape', (_values, _env, rest) => {
    const lengths = rest.length === 1 ? shapeArgument(rest[0]) : rest.map((n) => shapeArgument(n)[0]!);
    const axes = grid(lengths).map((axis) => axis.flat());
    const size = lengths.reduce((product, length) => product * length, 1);
    const items = Array.from({ length: size }, (_, k) => new PyTuple(axes.map((axis) => BigInt(axis[k]!))));
    return new PyIterator(items[Symbol.iterator](), 'numpy.ndindex');
  }),
};

/** The index of each element along each axis. */
export function grid(shape: readonly number[]): NdArray[] {
  const size = shape.reduce((product, length) => product * length, 1);
  return unravel(
    new NdArray(
      Float64Array.from({ length: size }, (_, k) => k),
      shape,
      'int64',
    ),
    shape,
  );
}
