/** Numbers and arrays with dimensions, apart from the Python objects that hold them. */
import { floatRepr } from '../../../arrays/floats.ts';
import { NdArray, type Operand } from '../../../arrays/ndarray.ts';
import { arrayStr } from '../../../arrays/print.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import { formatQuantity } from '../../../units/display.ts';
import type { UnitRegistry } from '../../../units/displayUnits.ts';
import { dimensionMismatch } from '../../../units/errors.ts';
import type { Unit } from '../../../units/unit.ts';

/** What the rest of the core exchanges: a number or an array in SI base units. */
export interface Quantity {
  readonly value: number | NdArray;
  readonly dimension: Dimension;
}

/** A quantity as operations see it: integers and booleans keep their type, and units their name. */
export interface Numeric {
  readonly value: Operand;
  readonly dimension: Dimension;
  readonly unit?: Unit;
  /** It was a Python list or tuple, which Brian treats a little differently in messages and comparisons. */
  readonly isSequence?: boolean;
  /** It is a quantity or a unit, possibly without dimension. */
  readonly isQuantity?: boolean;
  /** It stays an array even without axes, which otherwise becomes a scalar. */
  readonly isArray?: boolean;
}

export function numeric(value: Operand, dimension: Dimension = DIMENSIONLESS): Numeric {
  return { value, dimension };
}

/** Short text for messages: few elements of long arrays. */
export function shortText(operand: Numeric, registry?: UnitRegistry): string {
  const options = { edgeItems: 2, threshold: 5 };
  if (operand.unit !== undefined) return operand.unit.displayName;
  if (operand.isQuantity || (operand.dimension !== DIMENSIONLESS && !operand.isSequence))
    return formatQuantity(operand.value, operand.dimension, { ...options, registry });
  if (operand.value instanceof NdArray) return arrayStr(operand.value, options);
  return typeof operand.value === 'number' ? floatRepr(operand.value) : scalarText(operand.value);
}

function scalarText(value: boolean | bigint): string {
  if (typeof value === 'bigint') return String(value);
  return value ? 'True' : 'False';
}

/** Zero without unit goes with every dimension. */
export function isAllZero(operand: Numeric): boolean {
  if (operand.dimension !== DIMENSIONLESS || operand.isSequence) return false;
  if (!(operand.value instanceof NdArray)) return Number(operand.value) === 0;
  return operand.value.flat().every((x: number) => x === 0);
}

export function isInfinite(operand: Numeric): boolean {
  if (operand.value instanceof NdArray && operand.value.ndim > 0) return false;
  return Math.abs(singleNumber(operand) ?? 0) === Number.POSITIVE_INFINITY;
}

/** Raises DimensionMismatchError, with the description made only then. */
export function requireSameDimension(
  a: Numeric,
  b: Numeric,
  describe: () => string,
  registry?: UnitRegistry,
): void {
  if (a.dimension === b.dimension || isAllZero(a) || isAllZero(b)) return;
  // A unit on the right is not named again: Brian takes it for a stated expectation.
  const dimensions = b.unit === undefined ? [a.dimension, b.dimension] : [a.dimension];
  throw dimensionMismatch(describe(), dimensions, registry);
}

/** Raises DimensionMismatchError unless the operand is without dimension. */
export function requireDimensionless(
  operand: Numeric,
  describe: () => string,
  registry?: UnitRegistry,
): void {
  if (operand.dimension === DIMENSIONLESS || isAllZero(operand)) return;
  throw dimensionMismatch(describe(), [operand.dimension], registry);
}

/** The size of an operand as one number, or undefined where it has several elements. */
export function singleNumber(operand: Numeric): number | undefined {
  const { value } = operand;
  if (!(value instanceof NdArray)) return Number(value);
  return value.size === 1 ? Number(value.item()) : undefined;
}

export function floatValue(value: Operand): number | NdArray {
  if (!(value instanceof NdArray)) return Number(value);
  if (value.ndim === 0) return Number(value.item());
  return value.dtype === 'float64' || value.dtype === 'float32' ? value : value.astype('float64');
}
