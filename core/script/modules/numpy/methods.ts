/** What is only a method of arrays. */
import { broadcastFlat } from '../../../arrays/broadcast.ts';
import { allocate } from '../../../arrays/dtype.ts';
import { mapArray, writeInto } from '../../../arrays/elementwise.ts';
import { checkedIndex, getItems, nonzero, setItems } from '../../../arrays/indexing.ts';
import { asArray, NdArray, type Scalar } from '../../../arrays/ndarray.ts';
import * as shapes from '../../../arrays/shape.ts';
import { argsort, sort } from '../../../arrays/sorting.ts';
import {
  type Argument,
  dtypeArgument,
  integerArgument,
  numberArgument,
  shapeArgument,
  singleAxis,
} from './arguments.ts';
import { numeric, requireSameDimension } from './numeric.ts';
import { drop, keep, type Operation, plain } from './operation.ts';
import { lengthsOf, OPERATIONS, ordered, reshaped } from './operations.ts';

/** `a.reshape(2, 3, order='F')`: the lengths come as they are, or as a tuple. */
const reshape: Operation = {
  signature: ['*shape', 'order="C"'],
  keeps: true,
  apply: (self, args, env) => {
    const [order] = args.slice(-1);
    const value = reshaped(asArray(self.value), lengthsOf(args.slice(0, -1)), order);
    return env.wrap({ ...numeric(value, self.dimension), isArray: true });
  },
};

/** Sorts in place; partitions, too, are sorted arrays. */
function sortMethod(signature: string, axisAt: number): Operation {
  return {
    signature: signature.split(' '),
    apply: (self, args) => {
      const array = asArray(self.value);
      writeInto(array, sort(array, integerArgument(args[axisAt], -1)).flat());
      return null;
    },
  };
}

const plainCompress: Operation = {
  signature: ['condition', 'axis=None'],
  apply: (self, [condition, axis], env) => {
    const along = singleAxis(axis);
    const source = along === undefined ? shapes.ravel(asArray(self.value)) : asArray(self.value);
    const places = Array.from(nonzero(asArray(env.plain(condition ?? null).value))[0]!.flat());
    return env.wrap(numeric(shapes.take(source, places, along ?? 0), self.dimension));
  },
};

const chosen: Operation = {
  signature: ['choices'],
  apply: (self, [choices], env) => {
    const options = asArray(env.plain(choices ?? null).value);
    const which = asArray(self.value);
    const columns = Array.from({ length: options.shape[0] ?? 0 }, (_, k) =>
      broadcastFlat(getItems(options, [{ kind: 'integer', value: k }]), which.shape),
    );
    const result = NdArray.zeros(which.shape, options.dtype);
    which.flat().forEach((option: number, k: number) => {
      result.data[k] = columns[option]![k]!;
    });
    return env.wrap(numeric(result));
  },
};

const clipping = OPERATIONS.get('clip')!;

/** The method calls the bounds `min` and `max`. */
const clip: Operation = { ...clipping, signature: ['min=None', 'max=None', 'out=None'] };

/** Methods that are no functions of the same signature. */
export const METHODS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['reshape', reshape],
  ['clip', clip],
  [
    'transpose',
    plain('*axes', keep, (a, args) =>
      args.length === 0 ? shapes.transpose(a) : shapes.transpose(a, lengthsOf(args)),
    ),
  ],
  ['flatten', plain('order="C"', keep, (a, [order]) => shapes.ravel(ordered(a, order)).copy())],
  [
    'astype',
    plain('dtype order="K" casting="unsafe" subok=True copy=True', keep, (a, [dtype]) =>
      a.astype(dtypeArgument(dtype) ?? 'float64'),
    ),
  ],
  ['view', plain('dtype=None type=None', keep, (a) => a)],
  ['byteswap', plain('inplace=False', keep, (a) => a.copy())],
  ['partition', sortMethod('kth axis=-1 kind=None order=None', 1)],
  ['argpartition', plain('kth axis=-1', drop, (a, [, axis]) => argsort(a, singleAxis(axis)))],
  ['compress', plainCompress],
  ['choose', chosen],
  ['conj', plain('', keep, (a) => a)],
  ['conjugate', plain('', keep, (a) => a)],
  [
    'item',
    {
      signature: ['*args'],
      apply: (self, indices, env) => env.wrap(numeric(itemAt(asArray(self.value), indices))),
    },
  ],
  ['__abs__', plain('', keep, (a) => mapArray(a, a.dtype, Math.abs))],
  ['sort', sortMethod('axis=-1 kind=None order=None', 0)],
  [
    'put',
    {
      signature: ['indices', 'values', 'mode="raise"'],
      apply: (self, [indices, values], env) => {
        const given = env.numeric(values ?? null);
        if (self.isQuantity) requireSameDimension(self, given, () => 'fill', env.registry);
        const array = asArray(self.value);
        const at = asArray(env.plain(indices ?? null).value);
        const flat = array.isContiguous ? shapes.ravel(array) : array;
        setItems(flat, [{ kind: 'array', array: at }], asArray(given.value));
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

function itemAt(array: NdArray, indices: readonly Argument[]): Scalar {
  const parts = indices.flatMap((index) => (index === undefined ? [] : shapeArgument(index)));
  const [position] = parts;
  if (position === undefined) return array.item();
  if (parts.length === 1) return array.toScalar(array.flat()[checkedIndex(position, array.size, 0)]!);
  return getItems(
    array,
    parts.map((value) => ({ kind: 'integer', value })),
  ).item();
}
