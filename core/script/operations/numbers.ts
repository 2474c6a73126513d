import type { Interpreter } from '../interpreter.ts';
import { pythonError, typeError, valueError } from '../objects/errors.ts';
import { PyObject, PyStr, type PyValue } from '../values.ts';

/** What natives may ask of an object that stands for a number (a NumPy scalar, a quantity without unit). */
export interface NumberLike {
  toPythonNumber(ctx?: Interpreter): boolean | bigint | number | undefined;
  /** An array, which Python refuses as a number in words of its own. */
  readonly isArrayLike?: boolean;
}

export function isNumberLike(value: unknown): value is NumberLike {
  return value instanceof PyObject && 'toPythonNumber' in value && typeof value.toPythonNumber === 'function';
}

export function isArrayLike(value: PyValue): boolean {
  return isNumberLike(value) && value.isArrayLike === true;
}

/** Python's name of a value's class. */
export function typeName(value: PyValue): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'number') return 'float';
  return value.typeName;
}

/** The value as a JavaScript number, or undefined where it is none. */
export function asNumber(value: PyValue): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  if (isNumberLike(value)) {
    const number = value.toPythonNumber();
    return number === undefined ? undefined : Number(number);
  }
  return undefined;
}

/** The value as a JavaScript number. Raises TypeError `must be real number, not str`. */
export function toNumber(value: PyValue): number {
  const number = asNumber(value);
  if (number !== undefined) return number;
  if (isArrayLike(value)) throw typeError('only size-1 arrays can be converted to Python scalars');
  throw typeError(`must be real number, not ${typeName(value)}`);
}

/** The value as a Python int where it is one (or a bool, or an integer scalar), else undefined. */
export function asInteger(value: PyValue): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (isNumberLike(value)) {
    const number = value.toPythonNumber();
    if (typeof number === 'bigint') return number;
    if (typeof number === 'boolean') return number ? 1n : 0n;
  }
  return undefined;
}

/** The value as an int. Raises TypeError `'float' object cannot be interpreted as an integer`. */
export function toBigInteger(value: PyValue): bigint {
  const integer = asInteger(value);
  if (integer !== undefined) return integer;
  if (isArrayLike(value)) throw typeError('only integer scalar arrays can be converted to a scalar index');
  throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}

/** As `toBigInteger`, as a JavaScript number. */
export function toInteger(value: PyValue): number {
  return Number(toBigInteger(value));
}

/** Decimal digits that Python converts at most between an int and a string. */
const MOST_DIGITS = 4300;
const BEYOND_DIGITS = 10n ** BigInt(MOST_DIGITS);

/** An int in decimal digits. Raises Python's ValueError for one that would take long. */
export function decimalText(value: bigint): string {
  if (value >= BEYOND_DIGITS || -value >= BEYOND_DIGITS) throw tooManyDigits('');
  return value.toString();
}

function tooManyDigits(found: string): Error {
  return valueError(
    `Exceeds the limit (${MOST_DIGITS} digits) for integer string conversion${found}; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

/** `int(text, base)`. Raises ValueError. */
export function parseInteger(text: PyStr, base: number): bigint {
  const fail = () =>
    valueError(`invalid literal for int() with base ${base}: '${text.value.replaceAll("'", "\\'")}'`);
  const match = /^([+-]?)(0[xX]|0[oO]|0[bB])?([0-9a-zA-Z]+(?:_[0-9a-zA-Z]+)*)$/.exec(text.value.trim());
  if (match === null) throw fail();
  const prefixBase = { x: 16, o: 8, b: 2 }[(match[2] ?? '').slice(1).toLowerCase()];
  if (prefixBase !== undefined && base !== 0 && base !== prefixBase) {
    if (!(base > 16)) throw fail();
  }
  const radix = prefixBase ?? (base === 0 ? 10 : base);
  const digits = (match[3] ?? '').replaceAll('_', '');
  const isPowerOfTwo = (radix & (radix - 1)) === 0;
  if (!isPowerOfTwo && digits.length > MOST_DIGITS)
    throw tooManyDigits(`: value has ${digits.length} digits`);
  const magnitude = digitsToInteger(digits, radix);
  if (magnitude === undefined) throw fail();
  return match[1] === '-' ? -magnitude : magnitude;
}

export function digitsToInteger(digits: string, radix: number): bigint | undefined {
  let result = 0n;
  for (const digit of digits) {
    const value = Number.parseInt(digit, 36);
    if (Number.isNaN(value) || value >= radix) return undefined;
    result = result * BigInt(radix) + BigInt(value);
  }
  return result;
}

/** `float(text)`. Raises ValueError. */
export function parseFloatText(text: PyStr): number {
  const plain = text.value.trim().replaceAll(/(?<=\d)_(?=\d)/g, '');
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(plain)) return Number(plain);
  const word = /^([+-]?)(inf|infinity|nan)$/i.exec(plain);
  if (word === null)
    throw valueError(`could not convert string to float: '${text.value.replaceAll("'", "\\'")}'`);
  if (word[2]?.toLowerCase() === 'nan') return Number.NaN;
  return word[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** A float as an int, towards zero. Raises OverflowError or ValueError on inf and nan. */
export function truncate(value: number): bigint {
  if (Number.isNaN(value)) throw valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(value)) throw pythonError('OverflowError', 'cannot convert float infinity to integer');
  return BigInt(Math.trunc(value));
}

export function isText(value: PyValue): value is PyStr {
  return value instanceof PyStr;
}
