/** Numbers and arrays as objects of a script. */
import type { DType } from '../../../arrays/dtype.ts';
import { NdArray, type Operand, type Scalar } from '../../../arrays/ndarray.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import { unitRegistryOf } from '../../../units/displayUnits.ts';
import type { Unit } from '../../../units/unit.ts';
import type { Interpreter } from '../../interpreter.ts';
import type { PyValue } from '../../values.ts';
import { asNumeric, notNumeric, plainNumeric } from './conversions.ts';
import type { NumericEnvironment } from './environment.ts';
import { floatValue, type Numeric, type Quantity } from './numeric.ts';

/** Makes the objects. Their classes need this file themselves, so `objects.ts` hands them in. */
export interface Makers {
  array(value: NdArray): PyValue;
  scalar(value: Scalar, dtype: DType): PyValue;
  quantity(value: number | NdArray, dimension: Dimension): PyValue;
  unit(unit: Unit): PyValue;
}

let make: Makers;

export function provideMakers(makers: Makers): void {
  make = makers;
}

/** As a script gets it: without dimension a plain number, a scalar of NumPy, or an array. */
export function fromQuantity(quantity: Quantity): PyValue {
  return fromNumeric(quantity);
}

/** As a function of NumPy gives it: what has no axes is a scalar of NumPy; Python's numbers stay such. */
export function fromNumeric({ value, dimension, isQuantity, isArray }: Numeric): PyValue {
  if (isQuantity || dimension !== DIMENSIONLESS) return make.quantity(floatValue(value), dimension);
  if (!(value instanceof NdArray)) return value;
  return value.ndim === 0 && !isArray ? make.scalar(value.item(), value.dtype) : make.array(value);
}

/** As Brian makes a quantity of a result: without dimension a number of Python, or an array. */
export function collapsed(value: Operand, dimension: Dimension): PyValue {
  if (dimension !== DIMENSIONLESS) return make.quantity(floatValue(value), dimension);
  if (!(value instanceof NdArray)) return value;
  return value.ndim === 0 ? value.item() : make.array(value);
}

/** What functions and methods need of the classes. */
export function environment(ctx: Interpreter): NumericEnvironment {
  return {
    ctx,
    registry: unitRegistryOf(ctx.session),
    numeric: (value) => asNumeric(value, ctx) ?? notNumeric(value, ctx),
    plain: (value) => plainNumeric(value, ctx) ?? notNumeric(value, ctx),
    wrap: fromNumeric,
    wrapArray: make.array,
    wrapQuantity: ({ value, dimension }) => make.quantity(floatValue(value), dimension),
    wrapUnit: make.unit,
    collapse: collapsed,
  };
}
