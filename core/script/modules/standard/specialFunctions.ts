/** Error and gamma functions, to a few units in the last place. */

/** Lanczos' approximation with g = 6.0246..., 13 terms, as a quotient of two polynomials; lowest power first. */
const LANCZOS_G = 6.02468004077673;
const LANCZOS_NUMERATOR = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028,
  1439720407.3117216, 248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348,
  8071.672002365816, 210.82427775157936, 2.5066282746310002,
];
const LANCZOS_DENOMINATOR = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];

export function gamma(x: number): number {
  if (Number.isInteger(x) && x >= 1 && x <= 23) return wholeFactorial(x - 1);
  if (x > 171.7) return Number.POSITIVE_INFINITY;
  if (x < -200) return x === Number.NEGATIVE_INFINITY ? Number.NaN : Math.floor(x) % 2 === 0 ? 0 : -0;
  if (Math.abs(x) < 1e-20) return 1 / x;
  if (x < 0.5) return Math.PI / (sinPi(x) * gamma(1 - x));
  const base = x + LANCZOS_G - 0.5;
  const half = base ** (x / 2 - 0.25);
  return half * Math.exp(-base) * lanczos(x) * half;
}

/** The logarithm of gamma's size. */
export function logGamma(x: number): number {
  if (Number.isNaN(x)) return x;
  if (!Number.isFinite(x)) return Number.POSITIVE_INFINITY;
  if (x <= 0 && Number.isInteger(x)) return Number.POSITIVE_INFINITY;
  if (x === 1 || x === 2) return 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -Math.log(size);
  const result = Math.log(lanczos(size)) - LANCZOS_G + (size - 0.5) * (Math.log(size + LANCZOS_G - 0.5) - 1);
  return x > 0 ? result : Math.log(Math.PI) - Math.log(Math.abs(sinPi(size))) - Math.log(size) - result;
}

export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 1.5) return erfSeries(x);
  const result = 1 - erfcFraction(size);
  return x > 0 ? result : x < 0 ? -result : x;
}

export function erfc(x: number): number {
  const size = Math.abs(x);
  if (size < 1.5) return 1 - erfSeries(x);
  const result = erfcFraction(size);
  return x > 0 ? result : x < 0 ? 2 - result : x;
}

/** From the highest power down, or with reciprocals from the lowest up where `x` is large. */
function lanczos(x: number): number {
  let numerator = 0;
  let denominator = 0;
  for (let k = 0; k < 13; k++) {
    const i = x < 5 ? 12 - k : k;
    numerator = x < 5 ? numerator * x + LANCZOS_NUMERATOR[i]! : numerator / x + LANCZOS_NUMERATOR[i]!;
    denominator =
      x < 5 ? denominator * x + LANCZOS_DENOMINATOR[i]! : denominator / x + LANCZOS_DENOMINATOR[i]!;
  }
  return numerator / denominator;
}

function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  const sign = x < 0 ? -1 : 1;
  const n = Math.round(2 * y);
  if (n === 0) return sign * Math.sin(Math.PI * y);
  if (n === 1) return sign * Math.cos(Math.PI * (y - 0.5));
  if (n === 2) return sign * Math.sin(Math.PI * (1 - y));
  return n === 3 ? -sign * Math.cos(Math.PI * (y - 1.5)) : sign * Math.sin(Math.PI * (y - 2));
}

function wholeFactorial(n: number): number {
  let result = 1;
  for (let k = 2; k <= n; k++) result *= k;
  return result;
}

/** The sum of `2**k x**(2k+1) / (2k+1)!!`, which has only positive terms for positive x. */
function erfSeries(x: number): number {
  const twice = 2 * x * x;
  let term = x;
  let sum = x;
  for (let k = 1; Math.abs(term) > 1e-18 * Math.abs(sum); k++) {
    term *= twice / (2 * k + 1);
    sum += term;
  }
  return ((2 * sum) / Math.sqrt(Math.PI)) * Math.exp(-x * x);
}

/** Laplace's continued fraction of erfc from its far end; good for x of 1.5 and more. */
function erfcFraction(x: number): number {
  if (x >= 28) return 0;
  const square = x * x;
  let tail = square + 100.5;
  for (let k = 49; k >= 0; k--) tail = square + 2 * k + 0.5 - ((k + 1) * (k + 0.5)) / tail;
  return ((x / tail) * Math.exp(-square)) / Math.sqrt(Math.PI);
}
