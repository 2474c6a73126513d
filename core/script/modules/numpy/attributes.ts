/** Attributes and methods of arrays, quantities and units. */
import { itemSize } from '../../../arrays/dtype.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import * as shapes from '../../../arrays/shape.ts';
import type { Dimension } from '../../../units/dimension.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyList, PyTuple } from '../../objects/sequences.ts';
import { type CallArguments, type PyValue, Unknown } from '../../values.ts';
import { hasUnknown, orUnknown, settledArguments } from './arguments.ts';
import { PyDType } from './dtypes.ts';
import type { NumericEnvironment } from './environment.ts';
import { METHODS } from './methods.ts';
import { type Numeric, numeric } from './numeric.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { bindOptions } from './options.ts';
import { quantityAttribute, unitAttribute } from './quantityAttributes.ts';

/** The attribute of that name, or undefined. */
export function numericAttribute(self: Numeric, name: string, env: NumericEnvironment): PyValue | undefined {
  const operation = METHODS.get(name) ?? OPERATIONS.get(name);
  if (operation !== undefined) return boundMethod(self, name, operation, env);
  return (
    arrayAttribute(self, name, env) ??
    (self.isQuantity ? quantityAttribute(self, name, env) : undefined) ??
    (self.unit === undefined ? undefined : unitAttribute(self.unit, name))
  );
}

function boundMethod(self: Numeric, name: string, operation: Operation, env: NumericEnvironment): PyValue {
  return new NativeFunction(name, (call) => {
    const args = settledArguments(call, env.ctx);
    const unknown = new Unknown(operation.keeps ? self.dimension : undefined);
    if (hasUnknown([...args.positional, ...args.keywords.values()])) return unknown;
    return orUnknown(env.ctx, () => operation.apply(self, argumentsOf(name, args, operation), env), unknown);
  });
}

/** Rest parameters come first in the list where the operation takes them, its options last. */
export function argumentsOf(
  name: string,
  args: CallArguments,
  operation: Operation,
): readonly (PyValue | undefined)[] {
  const { values, rest } = bindOptions(name, args, operation.signature);
  // What `*rest` takes comes first, then the options.
  return operation.signature[0]?.startsWith('*') ? [...rest, ...values] : values;
}

function arrayAttribute(self: Numeric, name: string, env: NumericEnvironment): PyValue | undefined {
  const array = asArray(self.value);
  switch (name) {
    case 'shape':
      return new PyTuple(array.shape.map(BigInt));
    case 'ndim':
      return BigInt(array.ndim);
    case 'size':
      return BigInt(array.size);
    case 'itemsize':
      return BigInt(itemSize(array.dtype));
    case 'nbytes':
      return BigInt(itemSize(array.dtype) * array.size);
    case 'dtype':
      return new PyDType(array.dtype);
    case 'T':
      return env.wrap(numeric(shapes.transpose(array), self.dimension));
    case 'flat':
      return env.wrapArray(shapes.ravel(array));
    case 'real':
      return env.wrap(numeric(self.value, self.dimension));
    case 'imag':
      return env.wrap(numeric(NdArray.zeros(array.shape, array.dtype), self.dimension));
    case 'strides':
      return new PyTuple(array.strides.map((stride) => BigInt(stride * itemSize(array.dtype))));
    case 'base':
      return null;
    case 'tolist':
      return new NativeFunction(name, () => listOf(array, self.dimension, env));
    default:
      return undefined;
  }
}

function listOf(array: NdArray, dimension: Dimension, env: NumericEnvironment): PyValue {
  if (array.ndim === 0) return env.wrap(numeric(array.item(), dimension));
  const items = Array.from({ length: array.shape[0]! }, (_, k) => {
    const offset = array.offset + k * array.strides[0]!;
    const part = new NdArray(array.data, array.shape.slice(1), array.dtype, array.strides.slice(1), offset);
    return listOf(part, dimension, env);
  });
  return new PyList(items);
}
