/** Python's `math`. */
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyInstance } from '../../objects/classes.ts';
import { pythonError, typeError, valueError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import type { PyModule } from '../../objects/module.ts';
import { PyTuple } from '../../objects/sequences.ts';
import { binaryOperation, bitLength } from '../../operations/arithmetic.ts';
import { asInteger, asNumber, toNumber, truncate, typeName } from '../../operations/numbers.ts';
import { type PyValue, Unknown } from '../../values.ts';
import { type Argument, type Body, fn, members, moduleOf } from './define.ts';
import { binaryExponent, exactSum, nextAfter, remainder, scaled, unitInLastPlace } from './floatParts.ts';
import {
  combinations,
  factorial,
  greatestDivisor,
  leastMultiple,
  permutations,
  squareRoot,
} from './integers.ts';
import { erf, erfc, gamma, logGamma } from './specialFunctions.ts';

const UNKNOWN = { unknown: new Unknown(DIMENSIONLESS) };

/** A float, also of an object with `__float__`. Raises TypeError. */
function float(value: Argument, ctx: Interpreter): number {
  if (value instanceof PyInstance) {
    const convert = value.cls.lookup('__float__');
    if (convert !== undefined)
      return toNumber(ctx.call(convert, { positional: [value], keywords: new Map() }));
  }
  const number = toNumber(value ?? null);
  if (typeof value === 'bigint' && !Number.isFinite(number))
    throw pythonError('OverflowError', 'int too large to convert to float');
  return number;
}

/** Raises as C's `errno` makes Python raise: a NaN or an infinity that came out of finite numbers. */
function checked(result: number, inputs: readonly number[], overflows: boolean): number {
  if (Number.isFinite(result)) return result;
  if (Number.isNaN(result)) {
    if (!inputs.some(Number.isNaN)) throw valueError('math domain error');
  } else if (inputs.every(Number.isFinite)) {
    throw overflows ? pythonError('OverflowError', 'math range error') : valueError('math domain error');
  }
  return result;
}

/** A function of exactly so many arguments, given by position. */
function exact(name: string, count: number, body: Body): NativeFunction {
  return new NativeFunction(name, (args, ctx) => {
    const values = args.positional;
    if (values.some((value) => value instanceof Unknown)) return UNKNOWN.unknown;
    if (args.keywords.size > 0) throw typeError(`math.${name}() takes no keyword arguments`);
    if (values.length !== count) throw typeError(countMessage(name, count, values.length));
    return body(values, ctx, { rest: [], keywordRest: new Map() });
  });
}

function countMessage(name: string, count: number, given: number): string {
  if (count === 1) return `math.${name}() takes exactly one argument (${given} given)`;
  return `${name} expected ${count} arguments, got ${given}`;
}

const FLOAT_FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  acos: Math.acos,
  asin: Math.asin,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atan: Math.atan,
  cbrt: Math.cbrt,
  cos: Math.cos,
  degrees: (x) => x * (180 / Math.PI),
  erf,
  erfc,
  fabs: Math.abs,
  radians: (x) => x * (Math.PI / 180),
  sin: Math.sin,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh,
  atanh: Math.atanh,
  log1p: Math.log1p,
};

const OVERFLOWING_FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  cosh: Math.cosh,
  exp: Math.exp,
  exp2: (x) => 2 ** x,
  expm1: Math.expm1,
  gamma: (x) => (x <= 0 && Number.isInteger(x) ? Number.NaN : gamma(x)),
  sinh: Math.sinh,
};

function unary(): NativeFunction[] {
  const made = (table: Readonly<Record<string, (x: number) => number>>, overflows: boolean) =>
    Object.entries(table).map(([name, f]) =>
      exact(name, 1, ([x], ctx) => {
        const value = float(x, ctx);
        return checked(f(value), [value], overflows);
      }),
    );
  return [...made(FLOAT_FUNCTIONS, false), ...made(OVERFLOWING_FUNCTIONS, true)];
}

/** Ints of any size have logarithms. */
function logarithm(value: Argument, log: (x: number) => number, ctx: Interpreter): number {
  const integer = asInteger(value ?? null);
  if (integer !== undefined) {
    if (integer <= 0n) throw valueError('math domain error');
    const shift = Math.max(0, bitLength(integer) - 1000);
    return log(Number(integer >> BigInt(shift))) + (shift === 0 ? 0 : shift * log(2));
  }
  const x = float(value, ctx);
  return x === 0 ? checked(Number.NaN, [x], false) : checked(log(x), [x], false);
}

const LOGARITHMS: NativeFunction[] = [
  fn(
    'log',
    'x base=',
    ([x, base], ctx) => {
      const numerator = logarithm(x, Math.log, ctx);
      if (base === undefined) return numerator;
      return binaryOperation('/', numerator, logarithm(base, Math.log, ctx), ctx);
    },
    UNKNOWN,
  ),
  exact('log2', 1, ([x], ctx) => logarithm(x, Math.log2, ctx)),
  exact('log10', 1, ([x], ctx) => logarithm(x, Math.log10, ctx)),
  exact('lgamma', 1, ([x], ctx) => {
    const value = float(x, ctx);
    return checked(logGamma(value), [value], !(value <= 0 && Number.isInteger(value)));
  }),
];

function power(x: number, y: number): number {
  if (x === 1 || y === 0) return 1;
  if (x === -1 && (y === Number.POSITIVE_INFINITY || y === Number.NEGATIVE_INFINITY)) return 1;
  if (x === 0 && y < 0 && Number.isFinite(y)) throw valueError('math domain error');
  return checked(x ** y, [x, y], true);
}

const BINARY: NativeFunction[] = [
  exact('atan2', 2, ([y, x], ctx) => Math.atan2(float(y, ctx), float(x, ctx))),
  exact('copysign', 2, ([x, y], ctx) => {
    const [size, sign] = [Math.abs(float(x, ctx)), float(y, ctx)];
    return sign < 0 || Object.is(sign, -0) ? -size : size;
  }),
  exact('fmod', 2, ([x, y], ctx) => {
    const [a, b] = [float(x, ctx), float(y, ctx)];
    return checked(a % b, [a, b], false);
  }),
  exact('pow', 2, ([x, y], ctx) => power(float(x, ctx), float(y, ctx))),
  exact('remainder', 2, ([x, y], ctx) => {
    const [a, b] = [float(x, ctx), float(y, ctx)];
    return checked(remainder(a, b), [a, b], false);
  }),
  exact('nextafter', 2, ([x, y], ctx) => nextAfter(float(x, ctx), float(y, ctx))),
  exact('ldexp', 2, ([x, i], ctx) => {
    const value = float(x, ctx);
    const exponent = asInteger(i ?? null);
    if (exponent === undefined) throw typeError('Expected an int as second argument to ldexp.');
    return checked(scaled(value, Number(exponent)), [value], true);
  }),
];

function rounding(name: string, round: (x: number) => number): NativeFunction {
  return exact(name, 1, ([x], ctx) => {
    if (x instanceof PyInstance) {
      const own = x.cls.lookup(`__${name}__`);
      if (own !== undefined) return ctx.call(own, { positional: [x], keywords: new Map() });
    }
    const integer = asInteger(x ?? null);
    if (integer !== undefined) return integer;
    if (name === 'trunc' && asNumber(x ?? null) === undefined)
      throw typeError(`type ${typeName(x ?? null)} doesn't define __trunc__ method`);
    return truncate(round(float(x, ctx)));
  });
}

const PARTS: NativeFunction[] = [
  rounding('floor', Math.floor),
  rounding('ceil', Math.ceil),
  rounding('trunc', Math.trunc),
  exact('modf', 1, ([x], ctx) => {
    const value = float(x, ctx);
    if (!Number.isFinite(value))
      return new PyTuple([Number.isNaN(value) ? value : Object.is(Math.sign(value), -1) ? -0 : 0, value]);
    const whole = Math.trunc(value);
    const fraction = value - whole;
    return new PyTuple([fraction === 0 && (value < 0 || Object.is(value, -0)) ? -0 : fraction, whole]);
  }),
  exact('frexp', 1, ([x], ctx) => {
    const value = float(x, ctx);
    if (value === 0 || !Number.isFinite(value)) return new PyTuple([value, 0n]);
    const exponent = binaryExponent(value) + 1;
    return new PyTuple([scaled(value, -exponent), BigInt(exponent)]);
  }),
  exact('ulp', 1, ([x], ctx) => unitInLastPlace(float(x, ctx))),
  exact('isfinite', 1, ([x], ctx) => Number.isFinite(float(x, ctx))),
  exact('isinf', 1, ([x], ctx) => Math.abs(float(x, ctx)) === Number.POSITIVE_INFINITY),
  exact('isnan', 1, ([x], ctx) => Number.isNaN(float(x, ctx))),
];

function isClose(a: number, b: number, relative: number, absolute: number): boolean {
  if (relative < 0 || absolute < 0) throw valueError('tolerances must be non-negative');
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const difference = Math.abs(a - b);
  return (
    difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) || difference <= absolute
  );
}

/** The root of a sum of squares, scaled so that it neither overflows nor loses small numbers. */
function euclidean(values: readonly number[]): number {
  const sizes = values.map(Math.abs);
  if (sizes.includes(Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
  const largest = Math.max(0, ...sizes);
  if (largest === 0 || Number.isNaN(largest)) return sizes.some(Number.isNaN) ? Number.NaN : 0;
  const scale = 2 ** Math.max(-1000, Math.min(1000, binaryExponent(largest)));
  return Math.sqrt(exactSum(sizes.map((x) => (x / scale) ** 2))) * scale;
}

const AGGREGATES: NativeFunction[] = [
  fn('fsum', 'seq', ([seq], ctx) => {
    const values = [...ctx.iterate(seq ?? null)];
    return values.some((x) => x instanceof Unknown)
      ? UNKNOWN.unknown
      : exactSum(values.map((x) => float(x, ctx)));
  }),
  fn('prod', 'iterable * start=1', ([values, start], ctx) => {
    let product: PyValue = start ?? 1n;
    for (const value of ctx.iterate(values ?? null)) product = binaryOperation('*', product, value, ctx);
    return product;
  }),
  fn('hypot', '*coordinates', (_values, ctx, { rest }) => euclidean(rest.map((x) => float(x, ctx))), UNKNOWN),
  fn(
    'dist',
    'p q',
    ([p, q], ctx) => {
      const [a, b] = [[...ctx.iterate(p ?? null)], [...ctx.iterate(q ?? null)]];
      if (a.length !== b.length) throw valueError('both points must have the same number of dimensions');
      if ([...a, ...b].some((x) => x instanceof Unknown)) return UNKNOWN.unknown;
      return euclidean(a.map((x, i) => float(x, ctx) - float(b[i], ctx)));
    },
    UNKNOWN,
  ),
  fn('isclose', 'a b * rel_tol=1e-09 abs_tol=0.0', ([a, b, relative, absolute], ctx) =>
    isClose(float(a, ctx), float(b, ctx), float(relative, ctx), float(absolute, ctx)),
  ),
];

const INTEGERS: NativeFunction[] = [
  exact('factorial', 1, ([n]) => factorial(n ?? null)),
  exact('comb', 2, ([n, k]) => combinations(n ?? null, k ?? null)),
  fn('perm', 'n k=None', ([n, k]) => permutations(n ?? null, k ?? null), UNKNOWN),
  fn('gcd', '*integers', (_values, _ctx, { rest }) => greatestDivisor(rest), UNKNOWN),
  fn('lcm', '*integers', (_values, _ctx, { rest }) => leastMultiple(rest), UNKNOWN),
  exact('isqrt', 1, ([n]) => squareRoot(n ?? null)),
];

const CONSTANTS = new Map<string, PyValue>([
  ['pi', Math.PI],
  ['e', Math.E],
  ['tau', 2 * Math.PI],
  ['inf', Number.POSITIVE_INFINITY],
  ['nan', Number.NaN],
]);

export function mathModule(): PyModule {
  const functions = [...unary(), ...LOGARITHMS, ...BINARY, ...PARTS, ...AGGREGATES, ...INTEGERS];
  return moduleOf('math', CONSTANTS, members(...functions));
}
