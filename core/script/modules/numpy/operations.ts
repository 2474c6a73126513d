import { binary, unary } from '../../../arrays/elementwise.ts';
import { rint } from '../../../arrays/functions.ts';
import { checkedIndex, nonzero } from '../../../arrays/indexing.ts';
import { dot } from '../../../arrays/linear.ts';
import { asArray, type NdArray, normalizeAxis } from '../../../arrays/ndarray.ts';
import { accumulate, mean, reduce, roundTo, variance } from '../../../arrays/reduce.ts';
import * as shapes from '../../../arrays/shape.ts';
import { argsort, searchsorted } from '../../../arrays/sorting.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import { dimensionMismatch } from '../../../units/errors.ts';
import { typeError } from '../../objects/errors.ts';
import { PySequence, PyTuple } from '../../objects/sequences.ts';
import { PyStr } from '../../values.ts';
import { type Argument, axisArgument, integerArgument, shapeArgument, singleAxis } from './arguments.ts';
import type { NumericEnvironment } from './environment.ts';
import { type Numeric, numeric, requireSameDimension } from './numeric.ts';
import { drop, keep, type Operation, plain } from './operation.ts';
import { COMPARING, isTrue, product, reducing } from './reductions.ts';

const clip: Operation = {
  signature: ['a_min=None', 'a_max=None', 'out=None'],
  apply: (self, [low, high], env) => {
    let value = self.value;
    // Brian takes a bound that is left out for one without unit.
    if (
      self.dimension !== DIMENSIONLESS &&
      [low, high].some((bound) => bound === undefined || bound === null)
    )
      throw dimensionMismatch('clip', [self.dimension], env.registry);
    for (const [bound, ufunc] of [
      [low, 'maximum'],
      [high, 'minimum'],
    ] as const) {
      if (bound === undefined || bound === null) continue;
      const limit = env.numeric(bound);
      requireSameDimension(self, limit, () => 'clip', env.registry);
      value = binary(ufunc, value, limit.value);
    }
    return env.wrap(numeric(value, self.dimension));
  },
};

const dotProduct: Operation = {
  signature: ['b', 'out=None'],
  apply: (self, [other], env) => {
    const right = env.numeric(other ?? null);
    const value = dot(asArray(self.value), asArray(right.value));
    // A single number takes its units from a quantity in front alone.
    if (value.ndim === 0 && self.dimension === DIMENSIONLESS) return env.wrap(numeric(value));
    return env.wrap(numeric(value, self.dimension.multiply(right.dimension)));
  },
};

const search: Operation = {
  signature: ['v', 'side="left"', 'sorter=None'],
  apply: (self, [values, side, sorter], env) => {
    const wanted = env.numeric(values ?? null);
    requireSameDimension(self, wanted, () => 'searchsorted', env.registry);
    const from = side instanceof PyStr && side.value === 'right' ? 'right' : 'left';
    const order = sorter === undefined || sorter === null ? undefined : asArray(env.plain(sorter).value);
    const array = asArray(self.value);
    const sorted = order === undefined ? array : shapes.take(array, Array.from(order.flat()), 0);
    return env.wrap(numeric(searchsorted(sorted, asArray(wanted.value), from)));
  },
};

const nonzeroIndices: Operation = {
  signature: [],
  apply: (self, _args, env) =>
    new PyTuple(nonzero(asArray(self.value)).map((indices) => env.wrap(numeric(indices)))),
};

const cumulativeProduct: Operation = {
  signature: ['axis=None', 'dtype=None', 'out=None'],
  apply: (self, [axis], env) => {
    if (self.dimension !== DIMENSIONLESS)
      throw typeError('cumprod over array elements on quantities with dimensions is not possible.');
    return env.wrap({ ...self, value: cumulativeProducts(self, axis) });
  },
};

/** The function, unlike the method, has quantities lose their dimension. */
export const unitlessCumulativeProduct: Operation = {
  ...cumulativeProduct,
  apply: (self, [axis], env) =>
    env.wrap({ ...self, dimension: DIMENSIONLESS, value: cumulativeProducts(self, axis) }),
};

function cumulativeProducts({ value }: Numeric, axis: Argument): NdArray {
  return accumulate(asArray(value), (a, b) => a * b, singleAxis(axis));
}

/** With the first axis running fastest where the order is Fortran's. */
export function ordered(array: NdArray, order: Argument): NdArray {
  return order instanceof PyStr && order.value === 'F' ? shapes.transpose(array) : array;
}

/** Another shape, filled and read in the given order. */
export function reshaped(array: NdArray, lengths: readonly number[], order: Argument): NdArray {
  if (!(order instanceof PyStr && order.value === 'F')) return shapes.reshape(array, lengths);
  return shapes.transpose(shapes.reshape(shapes.transpose(array), [...lengths].reverse()));
}

/** `a.reshape(2, 3)` as well as `a.reshape((2, 3))`. */
export function lengthsOf(args: readonly Argument[]): number[] {
  const given = args.filter((value) => value !== undefined);
  return given.length === 1 ? shapeArgument(given[0]) : given.map((value) => shapeArgument(value)[0]!);
}

export function counts(value: Argument): number[] {
  return value instanceof PySequence ? shapeArgument(value) : [integerArgument(value, 1)];
}

function rounded(array: NdArray, decimals: Argument): NdArray {
  return roundTo(array, integerArgument(decimals, 0), rint);
}

function takeFrom(
  array: NdArray,
  [indices, axis, , mode]: readonly Argument[],
  env: NumericEnvironment,
): NdArray {
  const wanted = asArray(env.plain(indices ?? null).value);
  const source = singleAxis(axis) === undefined ? shapes.ravel(array) : array;
  const at = normalizeAxis(singleAxis(axis) ?? 0, source.ndim);
  const length = source.shape[at]!;
  const place = placing(mode instanceof PyStr ? mode.value : 'raise', length, at);
  const result = shapes.take(source, Array.from(wanted.flat(), place), at);
  const shape = [...source.shape.slice(0, at), ...wanted.shape, ...source.shape.slice(at + 1)];
  return shapes.reshape(result, shape);
}

/** What becomes of indices outside. Raises IndexError. */
function placing(mode: string, length: number, axis: number): (k: number) => number {
  if (mode === 'wrap') return (k) => ((k % length) + length) % length;
  if (mode === 'clip') return (k) => Math.min(Math.max(k, 0), length - 1);
  return (k) => checkedIndex(k, length, axis);
}

const take: Operation = {
  signature: ['indices', 'axis=None', 'out=None', 'mode="raise"'],
  apply: (self, args, env) => env.wrap(numeric(takeFrom(asArray(self.value), args, env), self.dimension)),
};

const repeat: Operation = {
  signature: ['repeats', 'axis=None'],
  apply: (self, [repeats, axis], env) => {
    const times = env.plain(repeats ?? null).value;
    const list = Array.from(asArray(times).flat());
    return env.wrap(numeric(shapes.repeat(asArray(self.value), list, singleAxis(axis)), self.dimension));
  },
};

/** Of a quantity it is a quantity, but without dimension. */
const squeeze: Operation = {
  signature: ['axis=None'],
  apply: (self, [axis], env) => {
    const value = shapes.squeeze(asArray(self.value), singleAxis(axis));
    return env.wrap({ ...self, value, dimension: DIMENSIONLESS, isArray: true });
  },
};

/** Functions of NumPy and methods of its arrays, by name. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['sum', reducing('sum', keep)],
  [
    'mean',
    plain('axis=None dtype=None out=None keepdims=False', keep, (a, [axis, , , keepDims]) =>
      mean(a, axisArgument(axis), isTrue(keepDims)),
    ),
  ],
  [
    'std',
    plain('axis=None dtype=None out=None ddof=0 keepdims=False', keep, (a, [axis, , , ddof, keepDims]) =>
      unary('sqrt', variance(a, axisArgument(axis), integerArgument(ddof, 0), isTrue(keepDims))),
    ),
  ],
  [
    'var',
    plain(
      'axis=None dtype=None out=None ddof=0 keepdims=False',
      (d) => d.power(2),
      (a, [axis, , , ddof, keepDims]) =>
        variance(a, axisArgument(axis), integerArgument(ddof, 0), isTrue(keepDims)),
    ),
  ],
  ['min', reducing('min', keep, COMPARING)],
  ['max', reducing('max', keep, COMPARING)],
  [
    'ptp',
    plain('axis=None out=None keepdims=False', keep, (a, [axis, , keepDims]) => {
      const extreme = (name: string) => reduce(name, a, axisArgument(axis), isTrue(keepDims));
      return binary('subtract', extreme('max'), extreme('min'));
    }),
  ],
  ['prod', product],
  ['argmin', reducing('argmin', drop, 'axis=None out=None keepdims=False')],
  ['argmax', reducing('argmax', drop, 'axis=None out=None keepdims=False')],
  ['all', reducing('all', drop, 'axis=None out=None keepdims=False where=True')],
  ['any', reducing('any', drop, 'axis=None out=None keepdims=False where=True')],
  [
    'cumsum',
    plain('axis=None dtype=None out=None', keep, (a, [axis]) =>
      accumulate(a, (s, x) => s + x, singleAxis(axis)),
    ),
  ],
  ['cumprod', cumulativeProduct],
  ['argsort', plain('axis=-1 kind=None order=None', drop, (a, [axis]) => argsort(a, singleAxis(axis)))],
  ['round', plain('decimals=0 out=None', keep, (a, [decimals]) => rounded(a, decimals))],
  ['clip', clip],
  ['nonzero', nonzeroIndices],
  ['dot', dotProduct],
  ['searchsorted', search],
  ['take', take],
  ['repeat', repeat],
  ['ravel', plain('order="C"', keep, (a, [order]) => shapes.ravel(ordered(a, order)))],
  ['squeeze', squeeze],
  [
    'diagonal',
    plain('offset=0 axis1=0 axis2=1', keep, (a, [offset]) => shapes.diagonal(a, integerArgument(offset, 0))),
  ],
  [
    'trace',
    plain('offset=0 axis1=0 axis2=1', keep, (a, [offset]) =>
      reduce('sum', shapes.diagonal(a, integerArgument(offset, 0))),
    ),
  ],
  [
    'swapaxes',
    plain('axis1 axis2', keep, (a, [first, second]) =>
      swapAxes(a, integerArgument(first, 0), integerArgument(second, 0)),
    ),
  ],
  ['copy', plain('order="C"', keep, (a) => a.copy())],
]);

function swapAxes(array: NdArray, first: number, second: number): NdArray {
  const order = array.shape.map((_, k) => k);
  const a = normalizeAxis(first, array.ndim);
  const b = normalizeAxis(second, array.ndim);
  order[a] = b;
  order[b] = a;
  return shapes.transpose(array, order);
}
