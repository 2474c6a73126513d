import { gradient, type Spacing, trapezoids } from '../../../arrays/calculus.ts';
import { binary, mapArray, unary, writeInto } from '../../../arrays/elementwise.ts';
import { nonzero } from '../../../arrays/indexing.ts';
import { asArray, NdArray, type Operand } from '../../../arrays/ndarray.ts';
import { diff, reduce } from '../../../arrays/reduce.ts';
import * as shapes from '../../../arrays/shape.ts';
import { sort } from '../../../arrays/sorting.ts';
import { PyList } from '../../objects/sequences.ts';
import { type Argument, axisArgument, integerArgument, shapeArgument, singleAxis } from './arguments.ts';
import { numeric } from './numeric.ts';
import { counts, drop, keep, type Operation, plain, REDUCING, reducing } from './operations.ts';

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
  apply: (self, [distance, axis], env) => {
    const samples = asArray(self.value);
    const spacing = env.plain(distance ?? 1n);
    const dimension = self.dimension.divide(spacing.dimension);
    const along = (k: number) => env.wrap(numeric(gradient(samples, spacingOf(spacing.value), k), dimension));
    const single = singleAxis(axis) ?? (samples.ndim === 1 ? 0 : undefined);
    return single === undefined ? new PyList(samples.shape.map((_, k) => along(k))) : along(single);
  },
};

/** The count over all elements is a number of Python. */
const countNonzero: Operation = {
  signature: ['axis=None', 'keepdims=False'],
  apply: (self, [axis, keepDims], env) => {
    const counts = reduce('count_nonzero', asArray(self.value), axisArgument(axis), keepDims === true);
    return env.wrap(numeric(counts.ndim === 0 ? counts.item() : counts));
  },
};

function spacingOf(value: Operand): Spacing {
  return value instanceof NdArray && value.ndim > 0 ? value : asArray(value).flat()[0]!;
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
  ['imag', plain('', keep, (a) => NdArray.zeros(a.shape, a.dtype))],
  [
    'nan_to_num',
    plain('copy=True nan=0.0', keep, (a) => mapArray(a, a.dtype, (x) => (Number.isNaN(x) ? 0 : x))),
  ],
  ['fill_diagonal', fillDiagonal],
  ['nansum', reducing('nansum', keep)],
  ['nanmin', reducing('nanmin', keep, 'axis=None out=None keepdims=False')],
  ['nanmax', reducing('nanmax', keep, 'axis=None out=None keepdims=False')],
  ['nanmean', plain(REDUCING, keep, (a, [axis]) => nanMean(a, axis))],
  ['nanstd', plain(REDUCING, keep, (a, [axis]) => unary('sqrt', nanVariance(a, axis)))],
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

function nanVariance(array: NdArray, axis: Argument): NdArray {
  const center = nanMean(array, axis);
  const along = singleAxis(axis);
  const spread = along !== undefined ? shapes.expandDims(center, along) : center;
  const deviation = binary('subtract', array, spread);
  return nanMean(binary('multiply', deviation, deviation), axis);
}
