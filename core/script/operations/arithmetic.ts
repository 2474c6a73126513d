import type { Interpreter } from '../interpreter.ts';
import { pythonError, typeError, unsupportedError, valueError } from '../objects/errors.ts';
import { PySet } from '../objects/mappings.ts';
import { percentFormat } from '../text/percentFormat.ts';
import { concatenated, repeated } from '../text/strings.ts';
import { type BinaryOp, PyObject, PyStr, type PyValue, type UnaryOp, Unknown } from '../values.ts';
import { isNumeric } from './comparison.ts';
import { typeName } from './numbers.ts';
import { unknownOperation } from './unknowns.ts';

/** Bits that an int may have; beyond it a script would only wait. */
const WIDEST = 10_000_000;

/** `a op b`. Raises TypeError where the classes do not support it. */
export function binaryOperation(op: BinaryOp, a: PyValue, b: PyValue, ctx: Interpreter): PyValue {
  if (typeof a === 'number' && typeof b === 'number') return floatOperation(op, a, b);
  if (isNumeric(a) && isNumeric(b)) return numericOperation(op, a, b);
  if (a instanceof Unknown || b instanceof Unknown) return unknownResult(op, a, b, ctx);
  const text = a instanceof PyStr || b instanceof PyStr ? textOperation(op, a, b, ctx) : undefined;
  if (text !== undefined) return text;
  const left = a instanceof PyObject ? a.binary(op, b, false, ctx) : undefined;
  if (left !== undefined) return left;
  const right = b instanceof PyObject ? b.binary(op, a, true, ctx) : undefined;
  if (right !== undefined) return right;
  throw unsupported(op, a, b);
}

/** `a op= b`: in place where the object can, else as `a op b`. */
export function inplaceOperation(op: BinaryOp, a: PyValue, b: PyValue, ctx: Interpreter): PyValue {
  if (a instanceof PyObject && !(a instanceof Unknown)) {
    const result = a.inplace(op, b, ctx);
    if (result !== undefined) return result;
  }
  try {
    return binaryOperation(op, a, b, ctx);
  } catch (error) {
    throw renamedToInplace(error, op);
  }
}

/** `op value` */
export function unaryOperation(op: UnaryOp, value: PyValue, ctx: Interpreter): PyValue {
  if (typeof value === 'number' && op !== '~') return op === '-' ? -value : value;
  if (typeof value === 'bigint' || typeof value === 'boolean') {
    const integer = BigInt(value);
    return op === '-' ? -integer : op === '~' ? ~integer : integer;
  }
  const result = value instanceof PyObject ? value.unary(op, ctx) : undefined;
  if (result !== undefined) return result;
  throw typeError(`bad operand type for unary ${op}: '${typeName(value)}'`);
}

function unknownResult(op: BinaryOp, a: PyValue, b: PyValue, ctx: Interpreter): PyValue {
  if (op === '%' && a instanceof PyStr) return percentFormat(a, b, ctx);
  return unknownOperation(op, a, b, ctx);
}

function textOperation(op: BinaryOp, a: PyValue, b: PyValue, ctx: Interpreter): PyValue | undefined {
  if (op === '%' && a instanceof PyStr) return percentFormat(a, b, ctx);
  if (op === '+' && a instanceof PyStr) {
    if (b instanceof PyStr) return concatenated([a, b]);
    if (!(b instanceof PyObject) || b.binary === PyObject.prototype.binary)
      throw typeError(`can only concatenate str (not "${typeName(b)}") to str`);
  }
  if (op !== '*') return undefined;
  if (a instanceof PyStr && isCount(b)) return repeated(a, Number(b));
  if (b instanceof PyStr && isCount(a)) return repeated(b, Number(a));
  if (a instanceof PyStr && (b === null || typeof b === 'number'))
    throw typeError(`can't multiply sequence by non-int of type '${typeName(b)}'`);
  return undefined;
}

function isCount(value: PyValue): value is bigint | boolean {
  return typeof value === 'bigint' || typeof value === 'boolean';
}

function numericOperation(op: BinaryOp, a: boolean | bigint | number, b: boolean | bigint | number): PyValue {
  if (typeof a === 'boolean' && typeof b === 'boolean' && (op === '&' || op === '|' || op === '^'))
    return op === '&' ? a && b : op === '|' ? a || b : a !== b;
  if (typeof a === 'number' || typeof b === 'number') return floatOperation(op, Number(a), Number(b), a, b);
  return integerOperation(op, BigInt(a), BigInt(b));
}

function integerOperation(op: BinaryOp, a: bigint, b: bigint): PyValue {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return integerProduct(a, b);
    case '/':
      return quotient(a, b);
    case '//':
      return integerDivision(a, b)[0];
    case '%':
      if (b === 0n) throw pythonError('ZeroDivisionError', 'integer modulo by zero');
      return integerDivision(a, b)[1];
    case '**':
      return integerPower(a, b);
    case '<<':
      if (b < 0n) throw valueError('negative shift count');
      if (b > WIDEST) throw pythonError('MemoryError', '');
      return a << b;
    case '>>':
      if (b < 0n) throw valueError('negative shift count');
      return a >> b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '@':
      throw unsupported(op, a, b);
  }
}

const SMALL = 2n ** 512n;

/** Raises MemoryError for a product beyond all use. */
export function integerProduct(a: bigint, b: bigint): bigint {
  const small = a < SMALL && b < SMALL && -a < SMALL && -b < SMALL;
  if (!small && bitLength(a) + bitLength(b) > WIDEST) throw pythonError('MemoryError', '');
  return a * b;
}

/** Python's floor division of ints: quotient and remainder, the remainder with the divisor's sign. */
export function integerDivision(a: bigint, b: bigint): [bigint, bigint] {
  if (b === 0n) throw pythonError('ZeroDivisionError', 'integer division or modulo by zero');
  const remainder = a % b;
  const quotient = a / b;
  if (remainder !== 0n && remainder < 0n !== b < 0n) return [quotient - 1n, remainder + b];
  return [quotient, remainder];
}

/** Python's floor division of floats. */
export function floatDivision(a: number, b: number): [number, number] {
  if (b === 0) throw pythonError('ZeroDivisionError', 'float floor division by zero');
  let remainder = a % b;
  let quotient = (a - remainder) / b;
  if (remainder !== 0 && remainder < 0 !== b < 0) {
    remainder += b;
    quotient -= 1;
  }
  if (remainder === 0) remainder = b < 0 ? -0 : 0;
  const floor = Math.floor(quotient);
  return [quotient - floor > 0.5 ? floor + 1 : floor, remainder];
}

function quotient(a: bigint, b: bigint): number {
  if (b === 0n) throw pythonError('ZeroDivisionError', 'division by zero');
  const left = Number(a);
  const right = Number(b);
  if (
    Number.isFinite(left) &&
    Number.isFinite(right) &&
    Number.isSafeInteger(left) &&
    Number.isSafeInteger(right)
  )
    return left / right;
  return scaledQuotient(a, b);
}

/** A quotient of large ints with 64 good bits before rounding. */
function scaledQuotient(a: bigint, b: bigint): number {
  const shift = bitLength(a) - bitLength(b) - 66;
  const scaled = shift < 0 ? (a << BigInt(-shift)) / b : a / (b << BigInt(shift));
  const result = Number(scaled | (scaled === 0n ? 0n : 1n)) * 2 ** shift;
  if (!Number.isFinite(result))
    throw pythonError('OverflowError', 'integer division result too large for a float');
  return result;
}

export function bitLength(value: bigint): number {
  if (value === 0n) return 0;
  const digits = (value < 0n ? -value : value).toString(16);
  return 4 * (digits.length - 1) + 32 - Math.clz32(Number.parseInt(digits[0] ?? '0', 16));
}

function integerPower(a: bigint, b: bigint): PyValue {
  if (b < 0n) {
    if (a === 0n) throw pythonError('ZeroDivisionError', '0.0 cannot be raised to a negative power');
    return Number(a) ** Number(b);
  }
  if (Number(b) * bitLength(a) > WIDEST) throw pythonError('MemoryError', '');
  return a ** b;
}

function floatOperation(op: BinaryOp, a: number, b: number, left: PyValue = a, right: PyValue = b): PyValue {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      if (b === 0)
        throw pythonError(
          'ZeroDivisionError',
          typeof right === 'number' || typeof left === 'number'
            ? 'float division by zero'
            : 'division by zero',
        );
      return a / b;
    case '//':
      return floatDivision(a, b)[0];
    case '%':
      if (b === 0) throw pythonError('ZeroDivisionError', 'float modulo');
      return floatDivision(a, b)[1];
    case '**':
      return floatPower(a, b);
    default:
      throw unsupported(op, left, right);
  }
}

/** Raises as Python: no negative power of zero, no overflow; roots of negatives would be complex. */
export function floatPower(a: number, b: number): number {
  if (a === 0 && b < 0) throw pythonError('ZeroDivisionError', '0.0 cannot be raised to a negative power');
  if (a < 0 && !Number.isInteger(b) && Number.isFinite(b) && Number.isFinite(a))
    throw unsupportedError('complex numbers');
  if (a === 1 || (a === -1 && !Number.isFinite(b) && !Number.isNaN(b))) return 1;
  const result = a ** b;
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b))
    throw pythonError('OverflowError', "(34, 'Numerical result out of range')");
  return result;
}

function unsupported(op: BinaryOp, a: PyValue, b: PyValue): Error {
  const shown = op === '**' ? '** or pow()' : op;
  if (op === '*' && (isSequence(a) || isSequence(b)))
    return typeError(`can't multiply sequence by non-int of type '${typeName(isSequence(a) ? b : a)}'`);
  return typeError(`unsupported operand type(s) for ${shown}: '${typeName(a)}' and '${typeName(b)}'`);
}

function isSequence(value: PyValue): boolean {
  const name = typeName(value);
  return !(value instanceof PySet) && (name === 'list' || name === 'tuple' || name === 'str');
}

function renamedToInplace(error: unknown, op: BinaryOp): unknown {
  if (!(error instanceof Error) || !error.message.startsWith('unsupported operand')) return error;
  const shown = op === '**' ? '** or pow()' : op;
  return typeError(error.message.replace(`for ${shown}:`, `for ${op}=:`));
}
