/** Reading the arguments of NumPy's functions. */
import { type DType, isDType } from '../../../arrays/dtype.ts';
import type { AxisArgument } from '../../../arrays/reduce.ts';
import { PyClass } from '../../objects/classes.ts';
import { typeError } from '../../objects/errors.ts';
import { PySequence } from '../../objects/sequences.ts';
import { asInteger, asNumber, toInteger, typeName } from '../../operations/numbers.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
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
  const name = value instanceof PyStr ? value.value : nameOf(value);
  if (name !== undefined && isDType(name)) return name;
  const alias = name === undefined ? undefined : ALIASES.get(name.replace(/^[<=|]/, ''));
  if (alias === undefined) throw typeError(`data type '${name ?? typeName(value)}' not understood`);
  return alias;
}

function nameOf(value: PyValue): string | undefined {
  if (value instanceof PyClass) return value.name;
  return value instanceof PyObject && 'name' in value && typeof value.name === 'string'
    ? value.name
    : undefined;
}
