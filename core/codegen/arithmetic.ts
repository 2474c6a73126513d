/** Python's arithmetic on plain numbers, where it differs from JavaScript's. Division of an integer by 0 gives 0. */

/** x % y with the sign of the divisor. */
export function modulo(x: number, y: number): number {
  const rest = x % y;
  return rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest;
}

/** x // y, as NumPy computes it: 1//0.1 is 9. */
export function floorDivide(x: number, y: number): number {
  if (y === 0) return x / y;
  const quotient = (x - modulo(x, y)) / y;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

export function integerModulo(x: number, y: number): number {
  return y === 0 ? 0 : modulo(x, y);
}

export function integerFloorDivide(x: number, y: number): number {
  return y === 0 ? 0 : floorDivide(x, y);
}
