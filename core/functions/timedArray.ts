import type { Dimension } from '../units/dimension.ts';
import { DIMENSIONLESS, SECOND } from '../units/dimension.ts';
import type { BrianFunction, TimedArrayImplementation } from './function.ts';

/**
 * The function of a TimedArray: `name(t)` for one column without `twoDimensional`, else `name(t, i)`.
 * @param values rows times columns numbers in SI base units, one row after the other
 * @param dt how long each row holds, in seconds
 */
export function timedArrayFunction(
  name: string,
  values: Float64Array,
  rows: number,
  columns: number,
  dimension: Dimension,
  dt: number,
  twoDimensional = columns > 1,
): BrianFunction {
  const implementation: TimedArrayImplementation = { kind: 'timed array', values, rows, columns, dt };
  return {
    name,
    argNames: twoDimensional ? ['t', 'i'] : ['t'],
    argUnits: twoDimensional ? [SECOND, DIMENSIONLESS] : [SECOND],
    argTypes: twoDimensional ? ['any', 'any'] : ['any'],
    returnUnit: dimension,
    returnType: 'float',
    stateless: true,
    evaluate: (t, i) => timedArrayValue(implementation, t!, i),
    implementation,
  };
}

/**
 * The value that holds at time `t` (seconds). Before 0 it is the first, after the end the last; NaN for a
 * column that doesn't exist. `groupDt` is the step of the clock that asks: with it, times that rounding has
 * put just before a row count as that row (method: whole fractions of the array's dt, as in Brian).
 */
export function timedArrayValue(
  array: TimedArrayImplementation,
  t: number,
  column = 0,
  groupDt = 1e-4,
): number {
  const { values, rows, columns, dt } = array;
  if (!(column >= 0 && column < columns)) return Number.NaN;
  return values[timedArrayRow(t, rows, dt, groupDt) * columns + Math.trunc(column)] ?? Number.NaN;
}

/** The row that holds at time `t`; the first before 0, the last after the end. */
export function timedArrayRow(t: number, rows: number, dt: number, groupDt: number): number {
  return Math.min(Math.max(rowAt(t, dt, timedArrayFraction(dt, groupDt)), 0), rows - 1);
}

/**
 * Whether a function of time keeps its value over each step of a clock: a TimedArray whose dt is a whole multiple
 * of the clock's. As in Brian, to the last digit: 0.3 ms is no multiple of 0.1 ms.
 */
export function isLocallyConstant({ implementation }: BrianFunction, groupDt: number): boolean {
  if (implementation?.kind !== 'timed array') return false;
  const ratio = implementation.dt / groupDt;
  return ratio >= 1 && Number.isInteger(ratio);
}

/** Into how many parts the array's dt is cut, so that an eighth of the clock's step is resolved. */
export function timedArrayFraction(dt: number, groupDt: number): number {
  return Math.max(Math.trunc(2 ** Math.ceil(Math.log2((8 / groupDt) * dt))), 1);
}

function rowAt(t: number, dt: number, fraction: number): number {
  return Math.trunc(roundHalfEven(t / (dt / fraction)) / fraction);
}

/** As NumPy rounds. */
export function roundHalfEven(x: number): number {
  const rounded = Math.round(x);
  return Math.abs(x % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
