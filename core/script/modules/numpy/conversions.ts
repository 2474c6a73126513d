/** Python values as numbers, arrays and quantities. */
import { asArray } from '../../../arrays/ndarray.ts';
import { ProblemError } from '../../../problems/problem.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import { type UnitRegistry, unitRegistryOf } from '../../../units/displayUnits.ts';
import { dimensionMismatch } from '../../../units/errors.ts';
import type { Unit } from '../../../units/unit.ts';
import { typeOf } from '../../builtins/types.ts';
import type { Interpreter } from '../../interpreter.ts';
import { typeError, unsupportedError } from '../../objects/errors.ts';
import { PyRange } from '../../objects/iterators.ts';
import { PySequence } from '../../objects/sequences.ts';
import { typeName } from '../../operations/numbers.ts';
import { PyObject, type PyValue } from '../../values.ts';
import { PyDimension } from './dimensionObject.ts';
import { floatValue, type Numeric, numeric, type Quantity } from './numeric.ts';
import { isPlainNumber, leafDimensions, nestedArray, rangeArray } from './sequences.ts';

/** Arrays and quantities, as far as this file needs to know them. */
export abstract class NumericObject extends PyObject {
  /** Quantities and units have a dimension, if perhaps none. */
  readonly isQuantity: boolean = false;

  abstract toNumeric(): Numeric;
}

/** Other objects that stand for numbers, such as a view on a group's variable. */
export interface QuantityLike {
  toNumbers(ctx: Interpreter): Numeric | undefined;
}

/** Units, as far as their class needs to know them. */
export interface UnitLike {
  readonly unit: Unit;
}

function isQuantityLike(value: PyObject): value is PyObject & QuantityLike {
  return 'toNumbers' in value && typeof value.toNumbers === 'function';
}

/**
 * A number, array, quantity, or a list or tuple of those, in SI base units; undefined for anything else (an
 * unknown, too). Raises DimensionMismatchError and TypeError for lists that mix dimensions.
 */
export function asQuantity(value: PyValue, ctx: Interpreter): Quantity | undefined {
  const operand = asNumeric(value, ctx);
  return operand && { value: floatValue(operand.value), dimension: operand.dimension };
}

/** As `asQuantity`, keeping integers, booleans and units as they are. */
export function asNumeric(value: PyValue, ctx: Interpreter): Numeric | undefined {
  if (isPlainNumber(value)) return numeric(value);
  if (value instanceof NumericObject) return value.toNumeric();
  if (value instanceof PyRange)
    return { value: rangeArray(value), dimension: DIMENSIONLESS, isSequence: true };
  if (value instanceof PySequence) return sequenceNumeric(value, ctx);
  return value instanceof PyObject && isQuantityLike(value) ? value.toNumbers(ctx) : undefined;
}

/** With its dimension, as Brian asks for it. Raises TypeError for what has none. */
export function withDimension(value: PyValue, ctx: Interpreter): Numeric {
  const operand = numericOrUndefined(value, ctx);
  if (operand === undefined)
    throw typeError(`Object of type <class '${typeOf(value).qualifiedName}'> does not have dimensions`);
  return operand;
}

/** As `asNumeric`, undefined also for lists that mix quantities with numbers. */
export function numericOrUndefined(value: PyValue, ctx: Interpreter): Numeric | undefined {
  if (value instanceof PyDimension) return { value: 1, dimension: value.dimension };
  try {
    return asNumeric(value, ctx);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.errorClass === 'TypeError') return undefined;
    throw error;
  }
}

/** What Brian takes as exponent and compares with: an array or a single number, no list. */
export function singleOrArray(value: PyValue, ctx: Interpreter): Numeric | undefined {
  return value instanceof PySequence || value instanceof PyRange ? undefined : asNumeric(value, ctx);
}

/** As `numpy.array(value)` sees it: lists of quantities lose their units. */
export function plainNumeric(value: PyValue, ctx: Interpreter): Numeric | undefined {
  if (!(value instanceof PySequence)) return asNumeric(value, ctx);
  const array = nestedArray(value, (item) => asNumeric(item, ctx));
  return array && numeric(array);
}

function sequenceNumeric(sequence: PySequence, ctx: Interpreter): Numeric | undefined {
  const leaf = (item: PyValue) => asNumeric(item, ctx);
  const array = nestedArray(sequence, leaf);
  if (array === undefined) return undefined;
  const dimensions = [...leafDimensions(sequence, leaf)];
  const quantities = dimensions.filter((dimension) => dimension !== undefined);
  const [first] = quantities;
  if (first === undefined) return { value: array, dimension: DIMENSIONLESS, isSequence: true };
  const other = quantities.find((dimension) => dimension !== first);
  if (other !== undefined) throw mixedDimensions(other, first, unitRegistryOf(ctx.session));
  if (quantities.length < dimensions.length)
    throw typeError('Mixing quantities and non-quantities is not allowed.');
  return { value: array, dimension: first, isSequence: true };
}

function mixedDimensions(a: Dimension, b: Dimension, registry: UnitRegistry): Error {
  return dimensionMismatch('Mixing quantities with different dimensions is not allowed', [a, b], registry);
}

/** A float64 array of all elements, in C order and possibly shared; for plotting and files. */
export function toFloat64(value: PyValue, ctx: Interpreter): Float64Array | undefined {
  const operand = asNumeric(value, ctx);
  return operand && asArray(operand.value).toFloat64();
}

/** For values that are no numbers: Python's TypeError, or what NumPy does and is not supported here. */
export function notNumeric(value: PyValue, ctx: Interpreter): never {
  if (ctx.mode === 'analysis' || value instanceof PySequence) throw unsupportedError('arrays of objects');
  throw typeError(`'${typeName(value)}' object cannot be interpreted as a number`);
}
