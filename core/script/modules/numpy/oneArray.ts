import { broadcastTo } from '../../../arrays/broadcast.ts';
import { gradient, type Spacing, trapezoids } from '../../../arrays/calculus.ts';
import { binary, mapArray, unary, writeInto } from '../../../arrays/elementwise.ts';
import { nonzero } from '../../../arrays/indexing.ts';
import { asArray, NdArray, normalizeAxis, type Operand } from '../../../arrays/ndarray.ts';
import { accumulate, diff, reduce } from '../../../arrays/reduce.ts';
import * as shapes from '../../../arrays/shape.ts';
import { sort } from '../../../arrays/sorting.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import { dimensionMismatch } from '../../../units/errors.ts';
import { typeError } from '../../objects/errors.ts';
import { PyList } from '../../objects/sequences.ts';
import {
  type Argument,
  axisArgument,
  integerArgument,
  numberArgument,
  shapeArgument,
  singleAxis,
} from './arguments.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric } from './numeric.ts';
import { drop, keep, type Operation, plain } from './operation.ts';
import { counts, reshaped, unitlessCumulativeProduct } from './operations.ts';
import { reducing } from './reductions.ts';

const fillDiagonal: Operation = {
  signature: ['val', 'wrap=False'],
  apply: (self, [value], env) => {
    const diagonal = shapes.diagonal(asArray(self.value));
    const filler = asArray(env.numeric(value ?? null).value).flat();
    writeInto(
      diagonal,
      Array.from({ length: diagonal.size }, (_, at) => filler[at % filler.length]!),
    );
    return null;
  },
};

/** The integral over positions has the product of both dimensions. */
const trapz: Operation = {
  signature: ['x=None', 'dx=1.0', 'axis=-1'],
  apply: (self, [x, dx, axis], env) => {
    const spacing = env.plain(x ?? dx ?? 1n);
    const samples = asArray(self.value);
    const value = trapezoids(samples, spacingOf(spacing.value), integerArgument(axis, -1));
    return env.wrap(numeric(value, self.dimension.multiply(spacing.dimension)));
  },
};

const gradientOperation: Operation = {
  signature: ['varargs=1', 'axis=None', 'edge_order=1'],
  apply: (self, [distance, axis, order], env) => {
    const samples = asArray(self.value);
    const spacing = env.plain(distance ?? 1n);
    // The result is an array like the samples, into which quotients are written.
    const dimension = self.isQuantity ? self.dimension : DIMENSIONLESS;
    if (self.isQuantity && spacing.dimension !== DIMENSIONLESS) {
      const quotient = dimension.divide(spacing.dimension);
      throw dimensionMismatch('Inconsistent units in assignment', [dimension, quotient], env.registry);
    }
    const along = (k: number) =>
      env.wrap(numeric(gradient(samples, spacingOf(spacing.value), k, integerArgument(order, 1)), dimension));
    const single = singleAxis(axis) ?? (samples.ndim === 1 ? 0 : undefined);
    return single === undefined ? new PyList(samples.shape.map((_, k) => along(k))) : along(single);
  },
};

/** With values in front of it and behind it along an axis. */
function extended(
  array: NdArray,
  axis: number,
  before: Argument,
  after: Argument,
  env: NumericEnvironment,
): NdArray {
  const at = normalizeAxis(axis, array.ndim);
  const slice = array.shape.map((length, k) => (k === at ? 1 : length));
  const part = (value: Argument) => {
    if (value === undefined || value === null) return [];
    const given = asArray(env.plain(value).value);
    return [given.ndim === 0 ? broadcastTo(given, slice)! : given];
  };
  const parts = [...part(before), array, ...part(after)];
  return parts.length === 1 ? array : shapes.concatenate(parts, at);
}

/** The count over all elements is a number of Python. */
const countNonzero: Operation = {
  signature: ['axis=None', 'keepdims=False'],
  apply: (self, [axis, keepDims], env) => {
    const counts = reduce('count_nonzero', asArray(self.value), axisArgument(axis), keepDims === true);
    return env.wrap(numeric(counts.ndim === 0 ? counts.item() : counts));
  },
};

/** NumPy looks for infinities with comparisons that quantities refuse. */
const finite: Operation = {
  signature: ['copy=True', 'nan=0.0', 'posinf=None', 'neginf=None'],
  apply: (self, [, nan, high, low], env) => {
    if (self.isQuantity)
      throw typeError('This operation is not supported for float64 values because it would be ambiguous.');
    const array = asArray(self.value);
    const replaced = mapArray(array, array.dtype, (x) => {
      if (Number.isNaN(x)) return numberArgument(nan, 0);
      if (x === Number.POSITIVE_INFINITY) return numberArgument(high, Number.MAX_VALUE);
      return x === Number.NEGATIVE_INFINITY ? numberArgument(low, -Number.MAX_VALUE) : x;
    });
    return env.wrap(numeric(replaced));
  },
};

function spacingOf(value: Operand): Spacing {
  return value instanceof NdArray && value.ndim > 0 ? value : asArray(value).flat()[0]!;
}

const PER_AXIS = 'axis=None dtype=None out=None keepdims=False';
const SPREAD = 'axis=None dtype=None out=None ddof=0 keepdims=False';

/** NaN as another number, which leaves the result alone. */
function replaced(array: NdArray, other: number): NdArray {
  return mapArray(array, array.dtype, (x) => (Number.isNaN(x) ? other : x));
}

/** Functions that are no methods of arrays, but of one array and with the same rules. */
export const FUNCTIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['sort', plain('axis=-1 kind=None order=None', keep, (a, [axis]) => sort(a, singleAxis(axis)))],
  [
    'reshape',
    plain('newshape order="C"', keep, (a, [shape, order]) => reshaped(a, shapeArgument(shape), order)),
  ],
  [
    'transpose',
    plain('axes=None', keep, (a, [axes]) =>
      shapes.transpose(a, axes === null || axes === undefined ? undefined : shapeArgument(axes)),
    ),
  ],
  [
    'diff',
    {
      signature: ['n=1', 'axis=-1', 'prepend=None', 'append=None'],
      keeps: true,
      apply: (self, [n, axis, before, after], env) => {
        const at = integerArgument(axis, -1);
        const array = extended(asArray(self.value), at, before, after, env);
        return env.wrap(numeric(diff(array, integerArgument(n, 1), at), self.dimension));
      },
    },
  ],
  ['ediff1d', plain('to_end=None to_begin=None', keep, (a) => diff(shapes.ravel(a)))],
  ['flip', plain('axis=None', keep, (a, [axis]) => shapes.flip(a, singleAxis(axis)))],
  ['flipud', plain('', keep, (a) => shapes.flip(a, 0))],
  ['fliplr', plain('', keep, (a) => shapes.flip(a, 1))],
  ['tile', plain('reps', keep, (a, [reps]) => shapes.tile(a, counts(reps)))],
  ['expand_dims', plain('axis', keep, (a, [axis]) => shapes.expandDims(a, integerArgument(axis, 0)))],
  ['real', plain('', keep, (a) => a)],
  ['imag', plain('', keep, (a) => NdArray.zeros(a.shape, a.dtype))],
  ['nan_to_num', finite],
  ['cumprod', unitlessCumulativeProduct],
  ['fill_diagonal', fillDiagonal],
  ['nansum', reducing('nansum', keep)],
  ['nanmin', reducing('nanmin', keep, 'axis=None out=None keepdims=False')],
  ['nanmax', reducing('nanmax', keep, 'axis=None out=None keepdims=False')],
  ['nanmean', plain(PER_AXIS, keep, (a, [axis]) => nanMean(a, axis))],
  ['nanstd', plain(SPREAD, keep, (a, [axis, , , ddof]) => unary('sqrt', nanVariance(a, axis, ddof)))],
  [
    'nanvar',
    plain(
      SPREAD,
      (d) => d.power(2),
      (a, [axis, , , ddof]) => nanVariance(a, axis, ddof),
    ),
  ],
  ['nanprod', plain(PER_AXIS, keep, (a, [axis]) => reduce('prod', replaced(a, 1), axisArgument(axis)))],
  [
    'nancumsum',
    plain(PER_AXIS, keep, (a, [axis]) => accumulate(replaced(a, 0), (s, x) => s + x, singleAxis(axis))),
  ],
  [
    'nancumprod',
    plain(PER_AXIS, keep, (a, [axis]) => accumulate(replaced(a, 1), (s, x) => s * x, singleAxis(axis))),
  ],
  [
    'nanargmin',
    plain('axis=None', drop, (a, [axis]) =>
      reduce('argmin', replaced(a, Number.POSITIVE_INFINITY), axisArgument(axis)),
    ),
  ],
  [
    'nanargmax',
    plain('axis=None', drop, (a, [axis]) =>
      reduce('argmax', replaced(a, Number.NEGATIVE_INFINITY), axisArgument(axis)),
    ),
  ],
  ['count_nonzero', countNonzero],
  ['copy', plain('order="K" subok=False', drop, (a) => a.copy())],
  ['flatnonzero', plain('', drop, (a) => nonzero(shapes.ravel(a))[0]!)],
  ['trapz', trapz],
  ['gradient', gradientOperation],
]);

function nanMean(array: NdArray, axis: Argument): NdArray {
  const present = mapArray(array, 'bool', (x) => (Number.isNaN(x) ? 0 : 1));
  return binary(
    'divide',
    reduce('nansum', array, axisArgument(axis)),
    reduce('sum', present, axisArgument(axis)),
  );
}

function nanVariance(array: NdArray, axis: Argument, ddof: Argument): NdArray {
  const center = nanMean(array, axis);
  const along = singleAxis(axis);
  const spread = along !== undefined ? shapes.expandDims(center, along) : center;
  const deviation = binary('subtract', array, spread);
  const squares = binary('multiply', deviation, deviation);
  const present = mapArray(array, 'bool', (x) => (Number.isNaN(x) ? 0 : 1));
  const counts = reduce('sum', present, axisArgument(axis));
  const degrees = mapArray(counts, 'float64', (n) => Math.max(n - integerArgument(ddof, 0), 0));
  return binary('divide', reduce('nansum', squares, axisArgument(axis)), degrees);
}
