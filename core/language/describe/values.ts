/** Values and units in words. */
import { DIMENSIONLESS, type Dimension } from '../../units/dimension.ts';
import { bestUnit, dimensionName, unitDisplay } from '../../units/displayUnits.ts';
import type { Variable } from '../../variables/variable.ts';

/** A plain number in the unit that shows it best: `10 ms`. */
export function valueText(value: number, dimension: Dimension): string {
  const unit = bestUnit([value], dimension);
  const number = String(Number((value / unit.value).toPrecision(8)));
  return dimension === DIMENSIONLESS ? number : `${number} ${unit.displayName}`;
}

/** As after the colon of an equation: `volt`, `boolean`, `1`. */
export function unitWord({ dataType, dimension }: Variable): string {
  if (dataType === 'bool') return 'boolean';
  if (dataType === 'int32' || dataType === 'int64') return 'integer';
  return dimensionWord(dimension);
}

/** `volt`, or `1` where there is no dimension. */
export function dimensionWord(dimension: Dimension): string {
  return dimension === DIMENSIONLESS ? '1' : dimensionName(dimension).replaceAll(' ** ', '**');
}

/** `volt (m^2 kg s^-3 A^-1)`: the name and what it stands for. */
export function dimensionText(dimension: Dimension): string {
  if (dimension === DIMENSIONLESS) return 'without unit';
  const base = dimension.toString();
  const named = unitDisplay(dimension);
  const word = `in \`${dimensionWord(dimension)}\``;
  return named === base ? word : `${word} (\`${base}\`)`;
}
