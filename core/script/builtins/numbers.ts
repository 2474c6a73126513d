/** Builtin functions of numbers and characters. */
import type { Interpreter } from '../interpreter.ts';
import { bindArguments, callArguments } from '../objects/arguments.ts';
import { typeError, valueError } from '../objects/errors.ts';
import type { NativeCall } from '../objects/functions.ts';
import { PyTuple } from '../objects/sequences.ts';
import { binaryOperation } from '../operations/arithmetic.ts';
import { findAttribute } from '../operations/attributes.ts';
import { roundedFloat } from '../operations/floatText.ts';
import { toBigInteger, toInteger, typeName } from '../operations/numbers.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../values.ts';

function abs(args: CallArguments, ctx: Interpreter): PyValue {
  const [value = null] = bindArguments('abs', args, ['x']);
  if (typeof value === 'number') return Math.abs(value);
  if (typeof value === 'bigint') return value < 0n ? -value : value;
  if (typeof value === 'boolean') return BigInt(value);
  if (value instanceof Unknown) return new Unknown(value.dimension);
  return viaMethod(value, '__abs__', [], ctx) ?? fail(`bad operand type for abs(): '${typeName(value)}'`);
}

function fail(message: string): never {
  throw typeError(message);
}

function viaMethod(
  value: PyValue,
  name: string,
  args: readonly PyValue[],
  ctx: Interpreter,
): PyValue | undefined {
  const method = findAttribute(value, name, ctx);
  return method && ctx.call(method, callArguments(args));
}

function round(args: CallArguments, ctx: Interpreter): PyValue {
  const [value = null, digits] = bindArguments('round', args, ['number', 'ndigits=None']);
  if (value instanceof Unknown) return new Unknown(value.dimension);
  const places = digits === null || digits === undefined ? undefined : toInteger(digits);
  if (typeof value === 'number')
    return places === undefined ? wholeNumber(value) : roundedFloat(value, places);
  if (typeof value === 'bigint' || typeof value === 'boolean')
    return roundedInteger(BigInt(value), places ?? 0);
  const rest = places === undefined ? [] : [BigInt(places)];
  return (
    viaMethod(value, '__round__', rest, ctx) ??
    viaMethod(value, 'round', rest, ctx) ??
    fail(`type ${typeName(value)} doesn't define __round__ method`)
  );
}

/** Half to even. */
function wholeNumber(value: number): bigint {
  if (Number.isNaN(value)) throw valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(value)) throw valueError('cannot convert float infinity to integer');
  const floor = Math.floor(value);
  const rest = value - floor;
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0);
  return BigInt(up ? floor + 1 : floor);
}

function roundedInteger(value: bigint, places: number): bigint {
  if (places >= 0) return value;
  const unit = 10n ** BigInt(-places);
  const half = unit / 2n;
  const rest = ((value % unit) + unit) % unit;
  const floor = value - rest;
  const up = rest > half || (rest === half && (floor / unit) % 2n !== 0n);
  return up ? floor + unit : floor;
}

function divmod(args: CallArguments, ctx: Interpreter): PyValue {
  const [a = null, b = null] = bindArguments('divmod', args, ['x', 'y']);
  return new PyTuple([binaryOperation('//', a, b, ctx), binaryOperation('%', a, b, ctx)]);
}

function pow(args: CallArguments, ctx: Interpreter): PyValue {
  const [base = null, exponent = null, modulus] = bindArguments('pow', args, ['base', 'exp', 'mod=None']);
  if (modulus === null || modulus === undefined) return binaryOperation('**', base, exponent, ctx);
  const m = toBigInteger(modulus);
  let result = 1n;
  let factor = ((toBigInteger(base) % m) + m) % m;
  for (let e = toBigInteger(exponent); e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * factor) % m;
    factor = (factor * factor) % m;
  }
  return result;
}

function inBase(radix: number, prefix: string): NativeCall {
  return (args) => {
    const [value = null] = args.positional;
    if (value instanceof Unknown) return value;
    const n = toBigInteger(value);
    return new PyStr(`${n < 0n ? '-' : ''}${prefix}${(n < 0n ? -n : n).toString(radix)}`);
  };
}

function ord(args: CallArguments): PyValue {
  const [value = null] = args.positional;
  if (value instanceof Unknown) return value;
  if (!(value instanceof PyStr))
    throw typeError(`ord() expected string of length 1, but ${typeName(value)} found`);
  const [first, second] = [...value.value];
  if (first === undefined || second !== undefined)
    throw typeError(`ord() expected a character, but string of length ${[...value.value].length} found`);
  return BigInt(first.codePointAt(0) ?? 0);
}

function chr(args: CallArguments): PyValue {
  const [value = null] = args.positional;
  if (value instanceof Unknown) return value;
  const code = toInteger(value);
  if (code < 0 || code > 0x10ffff) throw valueError('chr() arg not in range(0x110000)');
  return new PyStr(String.fromCodePoint(code));
}

export const NUMBER_FUNCTIONS: Readonly<Record<string, NativeCall>> = {
  abs,
  round,
  divmod,
  pow,
  hex: inBase(16, '0x'),
  oct: inBase(8, '0o'),
  bin: inBase(2, '0b'),
  ord,
  chr,
};
