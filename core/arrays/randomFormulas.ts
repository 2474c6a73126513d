/** Formulas of NumPy's rejection methods, to the last digit as there. */

/** The parameter of the wrapped Cauchy distribution that von Mises' is drawn through. */
export function concentration(kappa: number): number {
  if (kappa < 1e-5) return 1 / kappa + kappa;
  const r = 1 + Math.sqrt(1 + 4 * kappa * kappa);
  const rho = (r - Math.sqrt(2 * r)) / (2 * kappa);
  return (1 + rho * rho) / (2 * rho);
}

/** Whether the quotient of probabilities at `y` and at the mode lets `v` pass. */
export function acceptsBinomial(
  y: number,
  v: number,
  n: number,
  p: number,
  mode: number,
  variance: number,
): boolean {
  const q = 1 - p;
  const distance = Math.abs(y - mode);
  if (distance <= 20 || distance >= variance / 2 - 1) {
    const s = p / q;
    const a = s * (n + 1);
    let quotient = 1;
    for (let k = Math.min(mode, y) + 1; k <= Math.max(mode, y); k++)
      quotient *= mode < y ? a / k - s : 1 / (a / k - s);
    return v <= quotient;
  }
  const squeeze =
    (distance / variance) * ((distance * (distance / 3 + 0.625) + 0.16666666666666666) / variance + 0.5);
  const t = (-distance * distance) / (2 * variance);
  const logV = Math.log(v);
  if (logV < t - squeeze) return true;
  if (logV > t + squeeze) return false;
  const [x1, f1, z, w] = [y + 1, mode + 1, n + 1 - mode, n - y + 1];
  const bound =
    (mode + 0.5) * Math.log(f1 / x1) +
    (n - mode + 0.5) * Math.log(z / w) +
    (y - mode) * Math.log((w * p) / (x1 * q)) +
    correction(f1) +
    correction(z) +
    correction(x1) +
    correction(w);
  return logV <= bound;
}

/** The rest of Stirling's formula. */
function correction(x: number): number {
  const square = x * x;
  return (13680 - (462 - (132 - (99 - 140 / square) / square) / square) / square) / x / 166320;
}

const STIRLING = [
  8.333333333333333e-2, -2.777777777777778e-3, 7.936507936507937e-4, -5.952380952380952e-4,
  8.417508417508418e-4, -1.917526917526918e-3, 6.41025641025641e-3, -2.955065359477124e-2,
  1.796443723688307e-1, -1.3924322169059,
];

/** Logarithm of the gamma function by Stirling's series, shifted to arguments of at least 7. */
export function logGamma(x: number): number {
  if (x === 1 || x === 2) return 0;
  const shift = x < 7 ? Math.floor(7 - x) : 0;
  let argument = x + shift;
  const inverse = 1 / (argument * argument);
  let sum = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = sum * inverse + STIRLING[k]!;
  let result =
    sum / argument + 0.5 * Math.log(2 * Math.PI) + (argument - 0.5) * Math.log(argument) - argument;
  for (let k = 0; k < shift; k++) {
    argument -= 1;
    result -= Math.log(argument);
  }
  return result;
}
