/** What is both a method of arrays and a function of NumPy, with what it does to units. */
import { allocate } from '../../../arrays/dtype.ts';
import { binary, mapArray, unary, writeInto } from '../../../arrays/elementwise.ts';
import { rint } from '../../../arrays/functions.ts';
import { nonzero } from '../../../arrays/indexing.ts';
import { dot } from '../../../arrays/linear.ts';
import { asArray, NdArray, normalizeAxis, type Operand } from '../../../arrays/ndarray.ts';
import { accumulate, diff, mean, reduce, roundTo, variance } from '../../../arrays/reduce.ts';
import * as shapes from '../../../arrays/shape.ts';
import { argsort, searchsorted, sort } from '../../../arrays/sorting.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import { typeError } from '../../objects/errors.ts';
import { PySequence, PyTuple } from '../../objects/sequences.ts';
import { asInteger } from '../../operations/numbers.ts';
import { PyStr, type PyValue } from '../../values.ts';
import {
  type Argument,
  axisArgument,
  dtypeArgument,
  integerArgument,
  numberArgument,
  shapeArgument,
  singleAxis,
} from './arguments.ts';
import type { NumericEnvironment } from './environment.ts';
import { type Numeric, numeric, requireSameDimension } from './numeric.ts';

export interface Operation {
  /** Parameters after the array itself. */
  readonly signature: readonly string[];
  apply(self: Numeric, args: readonly Argument[], env: NumericEnvironment): PyValue;
}

type ArrayOperation = (array: NdArray, args: readonly Argument[]) => Operand;
type DimensionRule = (dimension: Dimension) => Dimension;

const keep: DimensionRule = (dimension) => dimension;
const drop: DimensionRule = () => DIMENSIONLESS;

/** An operation on the bare numbers, and a rule for the dimension. */
function plain(signature: string, rule: DimensionRule, operation: ArrayOperation): Operation {
  return {
    signature: signature === '' ? [] : signature.split(' '),
    apply: (self, args, env) => {
      const result = operation(asArray(self.value), args);
      return env.wrap(numeric(unwrapped(result), rule(self.dimension)));
    },
  };
}

function unwrapped(value: Operand): Operand {
  return value instanceof NdArray ? value.unwrap() : value;
}

const REDUCING = 'axis=None dtype=None out=None keepdims=False';
const isTrue = (value: Argument): boolean => value === true;

function reducing(name: string, rule: DimensionRule, signature = REDUCING): Operation {
  const keepDims = signature.split(' ').indexOf('keepdims=False');
  return plain(signature, rule, (array, args) =>
    reduce(name, array, axisArgument(args[0]), isTrue(args[keepDims])),
  );
}

const product: Operation = {
  signature: REDUCING.split(' '),
  apply: (self, args, env) => {
    const array = asArray(self.value);
    const axis = axisArgument(args[0]);
    const result = reduce('prod', array, axis, isTrue(args[3]));
    const factors = array.size / Math.max(1, asArray(result).size);
    return env.wrap(numeric(result, self.dimension.power(factors)));
  },
};

const clip: Operation = {
  signature: ['a_min=None', 'a_max=None', 'out=None'],
  apply: (self, [low, high], env) => {
    let value = self.value;
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
    return env.wrap(numeric(value, self.dimension.multiply(right.dimension)));
  },
};

const search: Operation = {
  signature: ['v', 'side="left"', 'sorter=None'],
  apply: (self, [values, side], env) => {
    const wanted = env.numeric(values ?? null);
    requireSameDimension(self, wanted, () => 'searchsorted', env.registry);
    const from = side instanceof PyStr && side.value === 'right' ? 'right' : 'left';
    return env.wrap(numeric(searchsorted(asArray(self.value), asArray(wanted.value), from).unwrap()));
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
    return env.wrap(numeric(accumulate(asArray(self.value), (a, b) => a * b, singleAxis(axis))));
  },
};

/** `a.reshape(2, 3)` as well as `a.reshape((2, 3))`. */
function lengthsOf(args: readonly Argument[]): number[] {
  const given = args.filter((value) => value !== undefined);
  return given.length === 1 ? shapeArgument(given[0]) : given.map((value) => shapeArgument(value)[0]!);
}

function counts(value: Argument): number[] {
  return value instanceof PySequence ? shapeArgument(value) : [integerArgument(value, 1)];
}

function rounded(array: NdArray, decimals: Argument): NdArray {
  return roundTo(array, integerArgument(decimals, 0), rint);
}

function takeFrom(array: NdArray, indices: Argument, axis: Argument, env: NumericEnvironment): NdArray {
  const wanted = asArray(env.plain(indices ?? null).value);
  const source = singleAxis(axis) === undefined ? shapes.ravel(array) : array;
  const at = normalizeAxis(singleAxis(axis) ?? 0, source.ndim);
  const length = source.shape[at]!;
  const positions = Array.from(wanted.flat(), (k) => (k < 0 ? k + length : k));
  const result = shapes.take(source, positions, at);
  const shape = [...source.shape.slice(0, at), ...wanted.shape, ...source.shape.slice(at + 1)];
  return shapes.reshape(result, shape);
}

const take: Operation = {
  signature: ['indices', 'axis=None', 'out=None', 'mode="raise"'],
  apply: (self, [indices, axis], env) =>
    env.wrap(numeric(unwrapped(takeFrom(asArray(self.value), indices, axis, env)), self.dimension)),
};

const repeat: Operation = {
  signature: ['repeats', 'axis=None'],
  apply: (self, [repeats, axis], env) => {
    const times = env.plain(repeats ?? null).value;
    const list = Array.from(asArray(times).flat());
    return env.wrap(numeric(shapes.repeat(asArray(self.value), list, singleAxis(axis)), self.dimension));
  },
};

/** Functions of NumPy and methods of its arrays, by name. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['sum', reducing('sum', keep)],
  ['mean', plain(REDUCING, keep, (a, [axis, , , keepDims]) => mean(a, axisArgument(axis), isTrue(keepDims)))],
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
  ['min', reducing('min', keep, 'axis=None out=None keepdims=False')],
  ['max', reducing('max', keep, 'axis=None out=None keepdims=False')],
  [
    'ptp',
    plain('axis=None out=None keepdims=False', keep, (a, [axis]) =>
      binary('subtract', reduce('max', a, axisArgument(axis)), reduce('min', a, axisArgument(axis))),
    ),
  ],
  ['prod', product],
  ['argmin', reducing('argmin', drop, 'axis=None out=None keepdims=False')],
  ['argmax', reducing('argmax', drop, 'axis=None out=None keepdims=False')],
  ['all', reducing('all', drop, 'axis=None out=None keepdims=False')],
  ['any', reducing('any', drop, 'axis=None out=None keepdims=False')],
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
  ['ravel', plain('order="C"', keep, (a) => shapes.ravel(a))],
  ['squeeze', plain('axis=None', keep, (a, [axis]) => shapes.squeeze(a, singleAxis(axis)))],
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

/** Methods that are no functions of the same signature. */
export const METHODS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['reshape', plain('*shape order="C"', keep, (a, args) => shapes.reshape(a, lengthsOf(args)))],
  [
    'transpose',
    plain('*axes', keep, (a, args) =>
      args.length === 0 ? shapes.transpose(a) : shapes.transpose(a, lengthsOf(args)),
    ),
  ],
  ['flatten', plain('order="C"', keep, (a) => shapes.ravel(a).copy())],
  [
    'astype',
    plain('dtype order="K" casting="unsafe" subok=True copy=True', keep, (a, [dtype]) =>
      a.astype(dtypeArgument(dtype) ?? 'float64'),
    ),
  ],
  ['view', plain('dtype=None type=None', keep, (a) => a)],
  ['conj', plain('', keep, (a) => a)],
  ['conjugate', plain('', keep, (a) => a)],
  ['item', plain('*args', keep, (a, [index]) => itemAt(a, index))],
  ['__abs__', plain('', keep, (a) => mapArray(a, a.dtype, Math.abs))],
  [
    'sort',
    {
      signature: ['axis=-1', 'kind=None', 'order=None'],
      apply: (self, [axis]) => {
        const array = asArray(self.value);
        writeInto(array, sort(array, integerArgument(axis, -1)).flat());
        return null;
      },
    },
  ],
  [
    'fill',
    {
      signature: ['value'],
      apply: (self, [value], env) => {
        const filler = env.numeric(value ?? null);
        requireSameDimension(self, filler, () => 'fill', env.registry);
        const array = asArray(self.value);
        writeInto(
          array,
          allocate(array.dtype, array.size).fill(numberArgument(env.wrap(numeric(filler.value)), 0)),
        );
        return null;
      },
    },
  ],
]);

function itemAt(array: NdArray, index: Argument): Operand {
  const position = index === undefined ? undefined : asInteger(index);
  if (position === undefined) return array.item();
  return array.toScalar(array.flat()[Number(position)]!);
}

/** Functions that are no methods of arrays, but of one array and with the same rules. */
export const FUNCTIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['sort', plain('axis=-1 kind=None order=None', keep, (a, [axis]) => sort(a, singleAxis(axis)))],
  ['reshape', plain('newshape order="C"', keep, (a, [shape]) => shapes.reshape(a, shapeArgument(shape)))],
  [
    'transpose',
    plain('axes=None', keep, (a, [axes]) =>
      shapes.transpose(a, axes === null || axes === undefined ? undefined : shapeArgument(axes)),
    ),
  ],
  [
    'diff',
    plain('n=1 axis=-1', keep, (a, [n, axis]) => diff(a, integerArgument(n, 1), integerArgument(axis, -1))),
  ],
  ['flip', plain('axis=None', keep, (a, [axis]) => shapes.flip(a, singleAxis(axis)))],
  ['flipud', plain('', keep, (a) => shapes.flip(a, 0))],
  ['fliplr', plain('', keep, (a) => shapes.flip(a, 1))],
  [
    'roll',
    plain('shift axis=None', keep, (a, [shift, axis]) =>
      shapes.roll(a, integerArgument(shift, 0), singleAxis(axis)),
    ),
  ],
  ['tile', plain('reps', keep, (a, [reps]) => shapes.tile(a, counts(reps)))],
  ['expand_dims', plain('axis', keep, (a, [axis]) => shapes.expandDims(a, integerArgument(axis, 0)))],
  ['atleast_1d', plain('', keep, (a) => shapes.atLeast(a, 1))],
  ['atleast_2d', plain('', keep, (a) => shapes.atLeast(a, 2))],
  ['real', plain('', keep, (a) => a)],
  ['nansum', reducing('nansum', keep)],
  ['nanmin', reducing('nanmin', keep, 'axis=None out=None keepdims=False')],
  ['nanmax', reducing('nanmax', keep, 'axis=None out=None keepdims=False')],
  ['nanmean', plain(REDUCING, keep, (a, [axis]) => nanMean(a, axis))],
  ['nanstd', plain(REDUCING, keep, (a, [axis]) => unary('sqrt', nanVariance(a, axis)))],
  ['count_nonzero', reducing('count_nonzero', drop, 'axis=None keepdims=False')],
  ['copy', plain('order="K" subok=False', drop, (a) => a.copy())],
  ['flatnonzero', plain('', drop, (a) => nonzero(shapes.ravel(a))[0]!)],
  ['trapz', plain('x=None dx=1.0 axis=-1', keep, (a, [, dx]) => trapezoids(a, numberArgument(dx, 1)))],
  ['gradient', plain('dx=1.0', keep, (a, [dx]) => gradient(a, numberArgument(dx, 1)))],
]);

function nanMean(array: NdArray, axis: Argument): Operand {
  const present = mapArray(array, 'bool', (x) => (Number.isNaN(x) ? 0 : 1));
  return binary(
    'divide',
    reduce('nansum', array, axisArgument(axis)),
    reduce('sum', present, axisArgument(axis)),
  );
}

function nanVariance(array: NdArray, axis: Argument): Operand {
  const center = nanMean(array, axis);
  const along = singleAxis(axis);
  const spread = center instanceof NdArray && along !== undefined ? shapes.expandDims(center, along) : center;
  const deviation = binary('subtract', array, spread);
  return nanMean(asArray(binary('multiply', deviation, deviation)), axis);
}

function trapezoids(array: NdArray, dx: number): Operand {
  const flat = array.flat();
  let sum = 0;
  for (let k = 1; k < flat.length; k++) sum += ((flat[k]! + flat[k - 1]!) / 2) * dx;
  return sum;
}

function gradient(array: NdArray, dx: number): NdArray {
  const flat = array.flat();
  const last = flat.length - 1;
  return NdArray.of(
    Array.from(flat, (_, k) => {
      const low = Math.max(0, k - 1);
      const high = Math.min(last, k + 1);
      return (flat[high]! - flat[low]!) / ((high - low) * dx);
    }),
  );
}
