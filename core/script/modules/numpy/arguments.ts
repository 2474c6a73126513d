/** Reading the arguments of NumPy's functions. */
import { type DType, isDType } from '../../../arrays/dtype.ts';
import type { AxisArgument } from '../../../arrays/reduce.ts';
import { ProblemError } from '../../../problems/problem.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyClass } from '../../objects/classes.ts';
import { typeError, unsupportedError } from '../../objects/errors.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyList, PySequence } from '../../objects/sequences.ts';
import { asInteger, asNumber, toInteger, typeName } from '../../operations/numbers.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { PyDType } from './dtypes.ts';

export type Argument = PyValue | undefined;

/** Whether an argument, or an element of it, is unknown to analysis. */
export function hasUnknown(values: Iterable<Argument>): boolean {
  for (const value of values) {
    if (value instanceof Unknown) return true;
    if (value instanceof PySequence && hasUnknown(value.items)) return true;
  }
  return false;
}

/** Views on Brian's variables, in lists too, stand for their values. */
export function settledArguments(call: CallArguments, ctx: Interpreter): CallArguments {
  const keywords = new Map([...call.keywords].map(([name, value]) => [name, settled(value, ctx)] as const));
  return { ...call, positional: call.positional.map((value) => settled(value, ctx)), keywords };
}

/** The other side of an operation or assignment: an unknown where any of it is unknown. */
export function settledOperand(value: PyValue, ctx: Interpreter): PyValue {
  const known = settled(value, ctx);
  return !(known instanceof Unknown) && hasUnknown([known]) ? new Unknown() : known;
}

function settled(value: PyValue, ctx: Interpreter): PyValue {
  if (!(value instanceof PyObject)) return value;
  if (isSettling(value)) return value.settle(ctx);
  if (!(value instanceof PySequence) || !value.items.some((item) => item instanceof PyObject)) return value;
  const items = value.items.map((item) => settled(item, ctx));
  return items.some((item, k) => item !== value.items[k]) ? new PyList(items) : value;
}

function isSettling(value: PyObject): value is PyObject & { settle(ctx: Interpreter): PyValue } {
  return 'settle' in value && typeof value.settle === 'function';
}

/** What `body` gives; in analysis unknown where it met what NumPy takes and is not supported here. */
export function orUnknown(ctx: Interpreter, body: () => PyValue, unknown = new Unknown()): PyValue {
  try {
    return body();
  } catch (error) {
    const isOurs = error instanceof ProblemError && error.problem.code === 'unsupported';
    if (isOurs && ctx.mode === 'analysis') return unknown;
    throw error;
  }
}

export function integerArgument(value: Argument, missing: number): number {
  return value === undefined || value === null ? missing : toInteger(value);
}

export function numberArgument(value: Argument, missing: number): number {
  if (value === undefined || value === null) return missing;
  const number = asNumber(value);
  if (number === undefined) throw typeError(`must be real number, not ${typeName(value)}`);
  return number;
}

export function axisArgument(value: Argument): AxisArgument {
  if (value === undefined || value === null) return undefined;
  return value instanceof PySequence ? value.items.map(toInteger) : toInteger(value);
}

export function singleAxis(value: Argument): number | undefined {
  return value === undefined || value === null ? undefined : toInteger(value);
}

/** A length or a sequence of lengths. Raises TypeError. */
export function shapeArgument(value: Argument): number[] {
  const lengths = value instanceof PySequence ? value.items : [value ?? null];
  return lengths.map((length) => {
    const integer = asInteger(length);
    if (integer === undefined)
      throw typeError(`'${typeName(length)}' object cannot be interpreted as an integer`);
    return Number(integer);
  });
}

const ALIASES: ReadonlyMap<string, DType> = new Map<string, DType>([
  ['float', 'float64'],
  ['double', 'float64'],
  ['f8', 'float64'],
  ['d', 'float64'],
  ['single', 'float32'],
  ['f4', 'float32'],
  ['f', 'float32'],
  ['int', 'int64'],
  ['int_', 'int64'],
  ['i8', 'int64'],
  ['i4', 'int32'],
  ['i', 'int32'],
  ['bool_', 'bool'],
  ['?', 'bool'],
]);

/** An element type given as class, name or dtype object. Raises TypeError. */
export function dtypeArgument(value: Argument): DType | undefined {
  if (value === undefined || value === null) return undefined;
  if (value instanceof PyDType) return value.dtype;
  if (value instanceof PySequence || value instanceof PyDict) throw unsupportedError('structured arrays');
  const name = value instanceof PyStr ? value.value : nameOf(value);
  if (name !== undefined && isDType(name)) return name;
  const alias = name === undefined ? undefined : ALIASES.get(name.replace(/^[<=|]/, ''));
  if (name !== undefined && /^(object|str|bytes|complex|[<=|]?[OUSc])/.test(name))
    throw unsupportedError(`arrays of type ${name}`);
  if (alias === undefined) throw typeError(`data type '${name ?? typeName(value)}' not understood`);
  return alias;
}

function nameOf(value: PyValue): string | undefined {
  if (value instanceof PyClass) return value.name;
  return value instanceof PyObject && 'name' in value && typeof value.name === 'string'
    ? value.name
    : undefined;
}
