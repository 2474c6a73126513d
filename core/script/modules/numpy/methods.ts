/** What is only a method of arrays. */
import { allocate } from '../../../arrays/dtype.ts';
import { mapArray, writeInto } from '../../../arrays/elementwise.ts';
import { setItems } from '../../../arrays/indexing.ts';
import { asArray, type NdArray, type Scalar } from '../../../arrays/ndarray.ts';
import * as shapes from '../../../arrays/shape.ts';
import { sort } from '../../../arrays/sorting.ts';
import { asInteger } from '../../operations/numbers.ts';
import { type Argument, dtypeArgument, integerArgument, numberArgument } from './arguments.ts';
import { numeric, requireSameDimension } from './numeric.ts';
import { keep, lengthsOf, type Operation, ordered, plain, reshaped } from './operations.ts';

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

/** Methods that are no functions of the same signature. */
export const METHODS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['reshape', reshape],
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
  ['conj', plain('', keep, (a) => a)],
  ['conjugate', plain('', keep, (a) => a)],
  [
    'item',
    {
      signature: ['*args'],
      apply: (self, [index], env) => env.wrap(numeric(itemAt(asArray(self.value), index))),
    },
  ],
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

function itemAt(array: NdArray, index: Argument): Scalar {
  const position = index === undefined ? undefined : asInteger(index);
  if (position === undefined) return array.item();
  return array.toScalar(array.flat()[Number(position)]!);
}
