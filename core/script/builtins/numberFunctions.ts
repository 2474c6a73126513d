/** Builtin functions on numbers and characters. */
import type { Interpreter } from '../interpreter.ts';
import { callArguments } from '../objects/arguments.ts';
import { pythonError, typeError, valueError } from '../objects/errors.ts';
import { PyTuple } from '../objects/sequences.ts';
import { binaryOperation, integerDivision } from '../operations/arithmetic.ts';
import { findAttribute } from '../operations/attributes.ts';
import { exactRatio, roundedFloat, roundedQuotient } from '../operations/floatText.ts';
import {
  asInteger,
  asNumber,
  isArrayLike,
  toBigInteger,
  toInteger,
  typeName,
} from '../operations/numbers.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../values.ts';

type Builtin = (args: CallArguments, ctx: Interpreter) => PyValue;

const abs: Builtin = ({ positional: [value = null] }, ctx) => {
  if (typeof value === 'number') return Math.abs(value);
  if (typeof value === 'bigint' || typeof value === 'boolean') {
    const integer = BigInt(value);
    return integer < 0n ? -integer : integer;
  }
  if (value instanceof Unknown) return new Unknown(value.dimension);
  const method = value instanceof PyObject ? findAttribute(value, '__abs__', ctx) : undefined;
  if (method === undefined) throw typeError(`bad operand type for abs(): '${typeName(value)}'`);
  return ctx.call(method, callArguments([]));
};

const round: Builtin = (args, ctx) => {
  const [value = null] = args.positional;
  const digits = args.positional[1] ?? args.keywords.get('ndigits') ?? null;
  if (value instanceof Unknown || digits instanceof Unknown) return new Unknown();
  const own = value instanceof PyObject ? findAttribute(value, '__round__', ctx) : undefined;
  if (own !== undefined) return ctx.call(own, callArguments(digits === null ? [] : [digits]));
  if (isArrayLike(value)) throw typeError(`type ${typeName(value)} doesn't define __round__ method`);
  const integer = asInteger(value);
  if (integer !== undefined) return digits === null ? integer : roundedInteger(integer, toInteger(digits));
  const number = asNumber(value);
  if (number === undefined) throw typeError(`type ${typeName(value)} doesn't define __round__ method`);
  if (digits !== null) return roundedFloat(number, toInteger(digits));
  if (Number.isNaN(number)) throw valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(number))
    throw pythonError('OverflowError', 'cannot convert float infinity to integer');
  return roundedQuotient(...exactRatio(number));
};

function roundedInteger(value: bigint, digits: number): bigint {
  if (digits >= 0) return value;
  const unit = 10n ** BigInt(-digits);
  return roundedQuotient(value, unit) * unit;
}

const divmod: Builtin = ({ positional: [a = null, b = null] }, ctx) => {
  if (typeof a === 'bigint' && typeof b === 'bigint') return new PyTuple(integerDivision(a, b));
  return new PyTuple([binaryOperation('//', a, b, ctx), binaryOperation('%', a, b, ctx)]);
};

const pow: Builtin = ({ positional: [a = null, b = null, modulus] }, ctx) => {
  if (modulus === undefined) return binaryOperation('**', a, b, ctx);
  return modularPower(toBigInteger(a), toBigInteger(b), toBigInteger(modulus));
};

function modularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (modulus === 0n) throw valueError('pow() 3rd argument cannot be 0');
  if (exponent < 0n) throw valueError('base is not invertible for the given modulus');
  let result = 1n;
  let factor = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % modulus;
    factor = (factor * factor) % modulus;
  }
  return integerDivision(result, modulus)[1];
}

/** `hex`, `oct`, `bin`. */
function inBase(base: number, prefix: string): Builtin {
  return ({ positional: [value = null] }) => {
    if (value instanceof Unknown) return new Unknown();
    const integer = toBigInteger(value);
    return new PyStr(
      `${integer < 0n ? '-' : ''}${prefix}${(integer < 0n ? -integer : integer).toString(base)}`,
    );
  };
}

const ord: Builtin = ({ positional: [value = null] }) => {
  if (value instanceof Unknown) return new Unknown();
  if (!(value instanceof PyStr))
    throw typeError(`ord() expected string of length 1, but ${typeName(value)} found`);
  const [character, ...rest] = value.value;
  if (character === undefined || rest.length > 0)
    throw typeError(`ord() expected a character, but string of length ${[...value.value].length} found`);
  return BigInt(character.codePointAt(0) ?? 0);
};

const chr: Builtin = ({ positional: [value = null] }) => {
  if (value instanceof Unknown) return new Unknown();
  const code = toInteger(value);
  if (code < 0 || code > 0x10ffff) throw valueError('chr() arg not in range(0x110000)');
  return new PyStr(String.fromCodePoint(code));
};

export const NUMBER_BUILTINS: readonly (readonly [string, Builtin])[] = [
  ['abs', abs],
  ['round', round],
  ['divmod', divmod],
  ['pow', pow],
  ['hex', inBase(16, '0x')],
  ['oct', inBase(8, '0o')],
  ['bin', inBase(2, '0b')],
  ['ord', ord],
  ['chr', chr],
];
