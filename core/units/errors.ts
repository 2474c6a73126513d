import { ProblemError } from '../problems/problem.ts';
import type { Dimension } from './dimension.ts';
import { type UnitRegistry, unitDisplay } from './displayUnits.ts';
import { quantityHint } from './remedy.ts';

/** The text of Brian's DimensionMismatchError: the description, then the units at fault. */
export function mismatchMessage(
  description: string,
  dimensions: readonly Dimension[],
  registry?: UnitRegistry,
): string {
  const shown = dimensions.map((dimension) => unitDisplay(dimension, registry));
  if (shown.length === 0) return description;
  if (shown.length === 1) return `${description} (unit is ${shown[0]}).`;
  if (shown.length === 2) return `${description} (units are ${shown[0]} and ${shown[1]}).`;
  return `${description} (units are ${shown.map((unit) => `(${unit})`).join(' ')}).`;
}

/** A DimensionMismatchError, to be thrown; whoever evaluates the script adds the place. */
export function dimensionMismatch(
  description: string,
  dimensions: readonly Dimension[],
  registry?: UnitRegistry,
): ProblemError {
  return new ProblemError({
    code: 'dimension-mismatch',
    severity: 'error',
    errorClass: 'DimensionMismatchError',
    message: mismatchMessage(description, dimensions, registry),
    hint: quantityHint(description, dimensions),
  });
}
