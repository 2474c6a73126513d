/** Attributes and methods of arrays, quantities and units. */
import { itemSize } from '../../../arrays/dtype.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import * as shapes from '../../../arrays/shape.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import { bestUnitOf, inUnit } from '../../../units/display.ts';
import { baseProduct, type Unit } from '../../../units/unit.ts';
import { bindSignature } from '../../objects/arguments.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyList, PyTuple } from '../../objects/sequences.ts';
import {
  type BinaryOp,
  type CallArguments,
  type CompareOp,
  PyObject,
  PyStr,
  type PyValue,
  Unknown,
} from '../../values.ts';
import { hasUnknown, integerArgument, orUnknown, settledArguments } from './arguments.ts';
import { PyDType } from './dtypes.ts';
import type { NumericEnvironment } from './environment.ts';
import { METHODS } from './methods.ts';
import { type Numeric, numeric, requireSameDimension } from './numeric.ts';
import { OPERATIONS, type Operation } from './operations.ts';

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

/** Rest parameters come first in the list where the operation takes them. */
export function argumentsOf(
  name: string,
  args: CallArguments,
  operation: Operation,
): readonly (PyValue | undefined)[] {
  const { values, rest } = bindSignature(name, args, operation.signature);
  return operation.signature[0]?.startsWith('*') ? rest : values;
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
      return env.wrap(numeric(shapes.ravel(array), self.dimension));
    case 'real':
      return env.wrap(numeric(self.value, self.dimension));
    case 'imag':
      return env.wrap(numeric(NdArray.zeros(array.shape), self.dimension));
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

function quantityAttribute(self: Numeric, name: string, env: NumericEnvironment): PyValue | undefined {
  switch (name) {
    case 'dim':
    case 'dimensions':
      return new PyDimension(self.dimension);
    case 'is_dimensionless':
      return self.dimension === DIMENSIONLESS;
    case 'has_same_dimensions':
      return new NativeFunction(
        name,
        ({ positional }) => env.numeric(positional[0] ?? null).dimension === self.dimension,
      );
    case 'get_best_unit':
      return new NativeFunction(name, () => env.wrapUnit(bestUnitOf(self.value, self.dimension, env)));
    case 'in_best_unit':
      return new NativeFunction(name, (args) => {
        const [precision] = bindSignature(name, args, ['precision=None', 'python_code=False']).values;
        return inBestUnit(self, precision ?? null, env);
      });
    case 'in_unit':
      return new NativeFunction(name, (args) => {
        const [unit, precision] = bindSignature(name, args, [
          'u',
          'precision=None',
          'python_code=False',
        ]).values;
        return inGivenUnit(self, env.numeric(unit ?? null), precision ?? null, env);
      });
    default:
      return undefined;
  }
}

/** `in_unit(x, u, precision)`. Raises DimensionMismatchError. */
export function inGivenUnit(
  self: Numeric,
  unit: Numeric,
  precision: PyValue,
  env: NumericEnvironment,
): PyStr {
  requireSameDimension(self, unit, () => 'Non-matching unit for method "in_unit"', env.registry);
  const shownIn = unit.unit ?? { value: Number(unit.value), dimension: unit.dimension };
  return new PyStr(inUnit(self.value, self.dimension, shownIn, { precision: digits(precision) }));
}

export function inBestUnit(self: Numeric, precision: PyValue, env: NumericEnvironment): PyStr {
  const unit = bestUnitOf(self.value, self.dimension, env);
  return new PyStr(inUnit(self.value, self.dimension, unit, { precision: digits(precision) }));
}

function digits(precision: PyValue): number {
  return integerArgument(precision, 8);
}

function unitAttribute(unit: Unit, name: string): PyValue | undefined {
  if (name === 'name') return new PyStr(unit.name);
  if (name === 'dispname') return new PyStr(unit.displayName);
  if (name === 'scale') return Number.isInteger(unit.scale) ? BigInt(unit.scale) : unit.scale;
  return name === 'iscompound' ? unit.compound : undefined;
}

/** Brian's `Dimension`. */
export class PyDimension extends PyObject {
  readonly typeName = 'Dimension';
  constructor(readonly dimension: Dimension) {
    super();
  }
  override getAttribute(name: string): PyValue | undefined {
    if (name === 'is_dimensionless') return this.dimension === DIMENSIONLESS;
    return name === 'dim' ? this : undefined;
  }
  override binary(op: BinaryOp, other: PyValue): PyValue | undefined {
    if (op === '**' && (typeof other === 'number' || typeof other === 'bigint'))
      return new PyDimension(this.dimension.power(Number(other)));
    if (!(other instanceof PyDimension)) return undefined;
    if (op === '*') return new PyDimension(this.dimension.multiply(other.dimension));
    return op === '/' ? new PyDimension(this.dimension.divide(other.dimension)) : undefined;
  }
  override compare(op: CompareOp, other: PyValue): PyValue | undefined {
    if (op !== '==' && op !== '!=') return undefined;
    return (other instanceof PyDimension && other.dimension === this.dimension) === (op === '==');
  }
  override repr(): string {
    return baseProduct(this.dimension);
  }
  override str(): string {
    return this.dimension.toString();
  }
  override hashKey(): unknown {
    return this.dimension;
  }
}
