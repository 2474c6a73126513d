/** The plain functions behind elementwise operations, by NumPy's names. */
import type { DType } from './dtype.ts';

/** What type the result has: floating point, that of the operand(s), or bool. */
export type ResultType = 'float' | 'same' | 'bool';

export interface UnaryFunction {
  readonly result: ResultType;
  readonly apply: (x: number) => number;
  /** Used instead for integers. */
  readonly applyInteger?: (x: number) => number;
}

export interface BinaryFunction {
  readonly result: ResultType;
  readonly apply: (a: number, b: number) => number;
  /** Used instead for integers, where division by zero gives zero. */
  readonly applyInteger?: (a: number, b: number) => number;
  readonly integersOnly?: boolean;
}

const float = (apply: (x: number) => number): UnaryFunction => ({ result: 'float', apply });
const same = (apply: (x: number) => number): UnaryFunction => ({ result: 'same', apply });
const test = (apply: (x: number) => boolean): UnaryFunction => ({
  result: 'bool',
  apply: (x) => (apply(x) ? 1 : 0),
});

/** Half to even, as NumPy rounds. */
export function rint(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) >= 2 ** 52) return x;
  const floor = Math.floor(x);
  const rest = x - floor;
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0);
  const rounded = up ? floor + 1 : floor;
  return rounded === 0 && (x < 0 || Object.is(x, -0)) ? -0 : rounded;
}

/** (e**x - 1) / x, 1 at 0, infinite from 717 on. */
export function exprel(x: number): number {
  if (Math.abs(x) < 1e-16) return 1;
  return x > 717 ? Number.POSITIVE_INFINITY : Math.expm1(x) / x;
}

export const UNARY: ReadonlyMap<string, UnaryFunction> = new Map<string, UnaryFunction>([
  ['sin', float(Math.sin)],
  ['cos', float(Math.cos)],
  ['tan', float(Math.tan)],
  ['arcsin', float(Math.asin)],
  ['arccos', float(Math.acos)],
  ['arctan', float(Math.atan)],
  ['sinh', float(Math.sinh)],
  ['cosh', float(Math.cosh)],
  ['tanh', float(Math.tanh)],
  ['arcsinh', float(Math.asinh)],
  ['arccosh', float(Math.acosh)],
  ['arctanh', float(Math.atanh)],
  ['exp', float(Math.exp)],
  ['exp2', float((x) => 2 ** x)],
  ['expm1', float(Math.expm1)],
  ['log', float(Math.log)],
  ['log2', float(Math.log2)],
  ['log10', float(Math.log10)],
  ['log1p', float(Math.log1p)],
  ['sqrt', float(Math.sqrt)],
  ['cbrt', float(Math.cbrt)],
  ['exprel', float(exprel)],
  ['deg2rad', float((x) => x * (Math.PI / 180))],
  ['rad2deg', float((x) => x * (180 / Math.PI))],
  ['sinc', float((x) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)))],
  ['floor', float(Math.floor)],
  ['ceil', float(Math.ceil)],
  ['trunc', float(Math.trunc)],
  ['rint', float(rint)],
  ['absolute', same(Math.abs)],
  ['fabs', float(Math.abs)],
  ['negative', same((x) => -x)],
  ['positive', same((x) => x)],
  ['square', same((x) => x * x)],
  ['reciprocal', { ...same((x) => 1 / x), applyInteger: (x) => Math.trunc(1 / x) }],
  ['sign', same(Math.sign)],
  ['conjugate', same((x) => x)],
  ['spacing', float((x) => nextAfter(Math.abs(x), Number.POSITIVE_INFINITY) - Math.abs(x))],
  ['isnan', test(Number.isNaN)],
  ['isinf', test((x) => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY)],
  ['isfinite', test(Number.isFinite)],
  ['signbit', test((x) => x < 0 || Object.is(x, -0))],
  ['logical_not', test((x) => x === 0)],
  ['invert', same((x) => -x - 1)],
]);

const arithmetic = (
  apply: (a: number, b: number) => number,
  applyInteger?: (a: number, b: number) => number,
): BinaryFunction => ({ result: 'same', apply, applyInteger });
const floating = (apply: (a: number, b: number) => number): BinaryFunction => ({ result: 'float', apply });
const compare = (apply: (a: number, b: number) => boolean): BinaryFunction => ({
  result: 'bool',
  apply: (a, b) => (apply(a, b) ? 1 : 0),
});
/** What 64 bits keep of an integer. */
function wrapped(x: bigint, dtype: DType): number {
  return Number(dtype === 'uint64' ? BigInt.asUintN(64, x) : BigInt.asIntN(64, x));
}

/** Exact operations for results that doubles cannot count any more. */
const EXACT: ReadonlyMap<string, (a: bigint, b: bigint) => bigint> = new Map([
  ['add', (a, b) => a + b],
  ['subtract', (a, b) => a - b],
  ['multiply', (a, b) => a * b],
  ['power', powerOf64Bits],
]);

/** By repeated squaring, so that no number grows beyond what is kept. */
function powerOf64Bits(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let factor = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = BigInt.asIntN(64, result * factor);
    factor = BigInt.asIntN(64, factor * factor);
  }
  return result;
}

/** An operation on 64-bit integers, which wraps around as they do. */
export function integerOperation(
  name: string,
  apply: (a: number, b: number) => number,
  dtype: DType,
): (a: number, b: number) => number {
  const exact = EXACT.get(name);
  if (exact === undefined || (dtype !== 'int64' && dtype !== 'uint64')) return apply;
  return (a, b) => {
    const value = apply(a, b);
    if (Number.isSafeInteger(value) || !Number.isInteger(a) || !Number.isInteger(b)) return value;
    return wrapped(exact(BigInt(a), BigInt(b)), dtype);
  };
}

const bits = (apply: (a: bigint, b: bigint) => bigint): BinaryFunction => ({
  result: 'same',
  apply: (a, b) => Number(BigInt.asIntN(64, apply(BigInt(a), BigInt(b)))),
  integersOnly: true,
});

/** Python's remainder: the sign of the divisor. */
export function pythonModulo(a: number, b: number): number {
  if (Number.isFinite(a) && !Number.isFinite(b) && !Number.isNaN(b))
    return a === 0 || a < 0 === b < 0 ? a : b;
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return rest < 0 === b < 0 || Number.isNaN(rest) ? rest : rest + b;
}

/** Python's `//` for floats. */
export function floorDivide(a: number, b: number): number {
  if (b === 0) return a / b;
  const quotient = (a - pythonModulo(a, b)) / b;
  if (!Number.isFinite(quotient)) return Number.isFinite(a) ? Math.floor(a / b) : Number.NaN;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestDivisor(b, a % b);
}

const floatBits = new Float64Array(1);
const integerBits = new BigInt64Array(floatBits.buffer);

/** The neighbouring double of `a` on the way to `b`. */
export function nextAfter(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b) || a === b) return a === b ? b : Number.NaN;
  if (a === 0) return b > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  floatBits[0] = a;
  integerBits[0]! += a < b === a > 0 ? 1n : -1n;
  return floatBits[0]!;
}

export const BINARY: ReadonlyMap<string, BinaryFunction> = new Map<string, BinaryFunction>([
  ['add', arithmetic((a, b) => a + b)],
  ['subtract', arithmetic((a, b) => a - b)],
  ['multiply', arithmetic((a, b) => a * b)],
  ['divide', floating((a, b) => a / b)],
  ['floor_divide', arithmetic(floorDivide, (a, b) => (b === 0 ? 0 : Math.floor(a / b)))],
  ['remainder', arithmetic(pythonModulo, (a, b) => (b === 0 ? 0 : pythonModulo(a, b) + 0))],
  [
    'fmod',
    arithmetic(
      (a, b) => a % b,
      (a, b) => (b === 0 ? 0 : (a % b) + 0),
    ),
  ],
  ['power', arithmetic((a, b) => (a === 1 || b === 0 ? 1 : a ** b))],
  ['maximum', arithmetic(Math.max)],
  ['minimum', arithmetic(Math.min)],
  ['fmax', arithmetic((a, b) => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b)))],
  ['fmin', arithmetic((a, b) => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.min(a, b)))],
  ['arctan2', floating(Math.atan2)],
  ['hypot', floating((a, b) => Math.hypot(a, b))],
  ['copysign', floating((a, b) => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a)))],
  ['logaddexp', floating((a, b) => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b))))],
  ['float_power', { result: 'float', apply: (a, b) => (a === 1 || b === 0 ? 1 : a ** b) }],
  ['logaddexp2', floating((a, b) => Math.max(a, b) + Math.log2(1 + 2 ** -Math.abs(a - b)))],
  ['nextafter', floating(nextAfter)],
  ['ldexp', floating((a, b) => a * 2 ** b)],
  ['gcd', { ...arithmetic(greatestDivisor), integersOnly: true }],
  [
    'lcm',
    {
      ...arithmetic((a, b) => (a * b === 0 ? 0 : Math.abs(a * b) / greatestDivisor(a, b))),
      integersOnly: true,
    },
  ],
  ['heaviside', floating((a, b) => (a === 0 ? b : a < 0 ? 0 : a > 0 ? 1 : Number.NaN))],
  ['equal', compare((a, b) => a === b)],
  ['not_equal', compare((a, b) => a !== b)],
  ['less', compare((a, b) => a < b)],
  ['less_equal', compare((a, b) => a <= b)],
  ['greater', compare((a, b) => a > b)],
  ['greater_equal', compare((a, b) => a >= b)],
  ['logical_and', compare((a, b) => a !== 0 && b !== 0)],
  ['logical_or', compare((a, b) => a !== 0 || b !== 0)],
  ['logical_xor', compare((a, b) => (a !== 0) !== (b !== 0))],
  ['bitwise_and', bits((a, b) => a & b)],
  ['bitwise_or', bits((a, b) => a | b)],
  ['bitwise_xor', bits((a, b) => a ^ b)],
  ['left_shift', bits((a, b) => (b < 0n || b > 63n ? 0n : a << b))],
  ['right_shift', bits((a, b) => (b < 0n || b > 63n ? (a < 0n ? -1n : 0n) : a >> b))],
]);
