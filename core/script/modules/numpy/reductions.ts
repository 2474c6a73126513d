/** Reductions over axes, with all of NumPy's options. */
import { broadcastFlat } from '../../../arrays/broadcast.ts';
import { allocate } from '../../../arrays/dtype.ts';
import { binary } from '../../../arrays/elementwise.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import { reduce } from '../../../arrays/reduce.ts';
import { unsupportedError } from '../../objects/errors.ts';
import type { PyValue } from '../../values.ts';
import { type Argument, axisArgument, dtypeArgument } from './arguments.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric } from './numeric.ts';

import { type DimensionRule, drop, keep, type Operation } from './operation.ts';

export const REDUCING = 'axis=None dtype=None out=None keepdims=False initial=None where=True';
export const COMPARING = 'axis=None out=None keepdims=False initial=None where=True';
export const isTrue = (value: Argument): boolean => value === true;

/** A universal function that takes a starting value into a reduction. */
const COMBINING: ReadonlyMap<string, string> = new Map([
  ['sum', 'add'],
  ['prod', 'multiply'],
  ['min', 'minimum'],
  ['max', 'maximum'],
]);

/** What elements that `where=` leaves out count as. */
const NEUTRAL: ReadonlyMap<string, number> = new Map([
  ['sum', 0],
  ['prod', 1],
  ['all', 1],
  ['any', 0],
]);

/** A reduction with all of NumPy's options, on the bare numbers. */
export function reduceWith(
  name: string,
  array: NdArray,
  signature: string,
  args: readonly Argument[],
  env: NumericEnvironment,
): NdArray {
  const names = signature.split(' ').map((part) => part.split('=')[0]!);
  const option = (key: string) => (names.includes(key) ? args[names.indexOf(key)] : undefined) ?? null;
  if (option('out') !== null) throw unsupportedError(`the argument 'out' of ${name}`);
  const dtype = dtypeArgument(option('dtype'));
  const typed = dtype === undefined || dtype === array.dtype ? array : array.astype(dtype);
  const chosen = names.includes('where') ? counted(name, typed, option('where'), env) : typed;
  const result = reduce(name, chosen, axisArgument(option('axis')), isTrue(option('keepdims')));
  if (option('initial') === null) return result;
  return binary(COMBINING.get(name) ?? 'add', result, env.plain(option('initial')).value);
}

function counted(name: string, array: NdArray, where: PyValue, env: NumericEnvironment): NdArray {
  if (where === true) return array;
  const neutral = NEUTRAL.get(name);
  if (neutral === undefined) throw unsupportedError(`the argument 'where' of ${name}`);
  const mask = broadcastFlat(asArray(env.plain(where).value), array.shape);
  const flat = array.flat();
  const data = allocate(array.dtype, flat.length);
  for (let k = 0; k < flat.length; k++) data[k] = mask[k] !== 0 ? flat[k]! : neutral;
  return new NdArray(data, array.shape, array.dtype);
}

export function reducing(name: string, rule: DimensionRule, signature = REDUCING): Operation {
  return {
    signature: signature.split(' '),
    keeps: rule === keep,
    apply: (self, args, env) => {
      const result = reduceWith(name, asArray(self.value), signature, args, env);
      if (self.isQuantity && rule !== drop) return env.collapse(result, rule(self.dimension));
      return env.wrap(numeric(result));
    },
  };
}

/** Each factor counts in the dimension. */
export const product: Operation = {
  signature: REDUCING.split(' '),
  apply: (self, args, env) => {
    const array = asArray(self.value);
    const result = reduceWith('prod', array, REDUCING, args, env);
    const factors = array.size / Math.max(1, result.size);
    const dimension = self.dimension.power(factors);
    return self.isQuantity ? env.collapse(result, dimension) : env.wrap(numeric(result));
  },
};
