/** Taking floats apart: exponents, neighbours, exact sums. */
import { pythonError, valueError } from '../../objects/errors.ts';
import { bitLength } from '../../operations/arithmetic.ts';
import { roundedQuotient } from '../../operations/floatText.ts';

/** Every float is a whole number of these: 2**-1074. */
const FINEST = -1074;

/** A finite float as `units * 2**exponent`. */
function parts(value: number): { units: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const units = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { units: bits >> 63n ? -units : units, exponent: Math.max(biased, 1) - 1075 };
}

/** The float nearest to `units * 2**exponent`, ties to even. */
function nearest(units: bigint, exponent: number): number {
  const length = bitLength(units);
  if (units === 0n || length + exponent < FINEST - 1) return 0;
  if (length + exponent > 1025) return units < 0n ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const surplus = Math.max(length - 53, FINEST - exponent, 0);
  const kept = roundedQuotient(units, 1n << BigInt(surplus));
  return Number(kept) * 2 ** (exponent + surplus);
}

/** The power of two that a finite non-zero value lies at or above. */
export function binaryExponent(value: number): number {
  const { units, exponent } = parts(value);
  return bitLength(units) - 1 + exponent;
}

/** `value * 2**exponent`, rounded once. */
export function scaled(value: number, exponent: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const { units, exponent: own } = parts(value);
  const result = nearest(units, own + exponent);
  return result === 0 && value < 0 ? -0 : result;
}

/** The next float from `x` towards `y`. */
export function nextAfter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + (y > x === x > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

export function unitInLastPlace(value: number): number {
  const size = Math.abs(value);
  if (!Number.isFinite(size)) return size;
  const next = nextAfter(size, Number.POSITIVE_INFINITY);
  return Number.isFinite(next) ? next - size : size - nextAfter(size, 0);
}

/** What is left of `x` over the nearest multiple of `y`, ties to even. */
export function remainder(x: number, y: number): number {
  if (Number.isFinite(x) && Math.abs(y) === Number.POSITIVE_INFINITY) return x;
  if (!Number.isFinite(x) || !Number.isFinite(y) || y === 0) return Number.NaN;
  const [a, b] = [parts(x), parts(Math.abs(y))];
  const exponent = Math.min(a.exponent, b.exponent);
  const dividend = a.units << BigInt(a.exponent - exponent);
  const divisor = b.units << BigInt(b.exponent - exponent);
  const rest = dividend - roundedQuotient(dividend, divisor) * divisor;
  if (rest === 0n) return x < 0 || Object.is(x, -0) ? -0 : 0;
  return nearest(rest, exponent);
}

/** The sum rounded once, whatever the order. Raises as `math.fsum` does. */
export function exactSum(values: readonly number[]): number {
  const special = values.filter((x) => !Number.isFinite(x));
  if (special.length > 0) return sumOfInfinities(special);
  const pieces = values.map(parts);
  const exponent = pieces.reduce((least, piece) => Math.min(least, piece.exponent), 0);
  let sum = 0n;
  for (const piece of pieces) sum += piece.units << BigInt(piece.exponent - exponent);
  const result = nearest(sum, exponent);
  if (!Number.isFinite(result)) throw pythonError('OverflowError', 'intermediate overflow in fsum');
  return result;
}

function sumOfInfinities(values: readonly number[]): number {
  const sum = values.reduce((a, b) => a + b, 0);
  if (Number.isNaN(sum) && !values.some(Number.isNaN)) throw valueError('-inf + inf in fsum');
  return sum;
}
