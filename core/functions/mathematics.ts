/** What Brian's functions compute, where JavaScript has no function of its own for it. */

/** (e^x - 1)/x, 1 at 0; infinite where e^x overflows. */
export function exprel(x: number): number {
  if (Math.abs(x) < 1e-16) return 1;
  return x > 717 ? Number.POSITIVE_INFINITY : Math.expm1(x) / x;
}

export const log1p = Math.log1p;

/** -1, 0 or 1; keeps NaN. */
export function sign(x: number): number {
  return Math.sign(x) + 0;
}

/** Towards zero, as `int` does. */
export function truncate(x: number): number {
  return Math.trunc(x) + 0;
}

/** The step in which a time lies; a time just short of a step, by rounding, counts as that step. */
export function timestep(t: number, dt: number): number {
  return truncate((t + 1e-3 * dt) / dt);
}

/** Python's `//`: rounded towards minus infinity; consistent with `%`, so 1//0.1 is 9. */
export function floorDivide(a: number, b: number): number {
  if (b === 0) return a / b;
  const quotient = (a - modulo(a, b)) / b;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** Python's `%`: takes the sign of the divisor. */
export function modulo(a: number, b: number): number {
  const remainder = a % b;
  return remainder !== 0 && remainder < 0 !== b < 0 ? remainder + b : remainder;
}
