/** Quantities as text, as Brian prints them. */

import { binary } from '../arrays/elementwise.ts';
import { NdArray, type Operand } from '../arrays/ndarray.ts';
import { arrayRepr, arrayStr, type PrintOptions, shownElements } from '../arrays/print.ts';
import { DIMENSIONLESS, type Dimension } from './dimension.ts';
import { bestUnit, type UnitRegistry } from './displayUnits.ts';
import { baseProduct, type Unit } from './unit.ts';

export interface QuantityFormat extends PrintOptions {
  /** `str` is for people (`3. mV`), `repr` is Python (`3. * mvolt`). */
  readonly form?: 'str' | 'repr';
  readonly registry?: UnitRegistry;
}

/** What a quantity is shown in: a unit, or a multiple of a dimension's base unit. */
export type DisplayUnit = Unit | { readonly value: number; readonly dimension: Dimension };

/** A value in SI base units, shown in the unit that suits it best. */
export function formatQuantity(value: Operand, dimension: Dimension, format: QuantityFormat = {}): string {
  return inUnit(value, dimension, bestUnitOf(value, dimension, format), format);
}

/** The unit that suits all elements that a print shows. */
export function bestUnitOf(value: Operand, dimension: Dimension, format: QuantityFormat = {}): Unit {
  if (!(value instanceof NdArray)) return bestUnit([Number(value)], dimension, format.registry);
  const abbreviated = value.size > (format.threshold ?? 1000);
  const shown = abbreviated ? shownElements(value, format.edgeItems ?? 3) : value.flat();
  return bestUnit(shown, dimension, format.registry);
}

/** A value in SI base units, shown in the given unit; dimensions are not compared. */
export function inUnit(
  value: Operand,
  dimension: Dimension,
  unit: DisplayUnit,
  format: QuantityFormat = {},
): string {
  const numbers = binary('divide', value, unit.value);
  const text = numbersText(numbers, format);
  if (dimension === DIMENSIONLESS) return format.form === 'repr' ? `Quantity(${text})` : text;
  return format.form === 'repr' ? `${text} * ${longName(unit)}` : `${text} ${shortName(unit)}`;
}

/** A single number is written with array rules: `3.`, not `3.0`. */
function numbersText(numbers: Operand, format: QuantityFormat): string {
  if (numbers instanceof NdArray && numbers.ndim > 0)
    return format.form === 'repr' ? arrayRepr(numbers, format) : arrayStr(numbers, format);
  const number = numbers instanceof NdArray ? numbers.item() : numbers;
  return arrayStr(NdArray.of([Number(number)]), format)
    .slice(1, -1)
    .trim();
}

function longName(unit: DisplayUnit): string {
  return 'name' in unit ? unit.name : baseProduct(unit.dimension);
}

function shortName(unit: DisplayUnit): string {
  return 'name' in unit ? unit.displayName : unit.dimension.toString();
}
