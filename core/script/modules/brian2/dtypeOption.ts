import { kindOf } from '../../../arrays/dtype.ts';
import type { GivenType, GivenTypes } from '../../../variables/floatType.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyStr, type PyValue, Unknown } from '../../values.ts';
import { dtypeArgument } from '../numpy/arguments.ts';
import type { Arguments } from './arguments.ts';

/** `dtype=` of a group: a type, or a dictionary of types; undefined where there is none, or none is known. */
export function dtypeOption(args: Arguments): GivenTypes | undefined {
  const value = args.get('dtype');
  if (!(value instanceof PyDict)) return value === undefined ? undefined : givenType(value);
  const types = new Map<string, GivenType>();
  for (const [name, item] of value.entries()) {
    const type = name instanceof PyStr ? givenType(item) : undefined;
    if (type !== undefined) types.set((name as PyStr).value, type);
  }
  return types;
}

/** Raises TypeError for what is no type. */
function givenType(value: PyValue): GivenType | undefined {
  // Floats of other widths are Brian's to take; here they are kept in 64 bits.
  if (value instanceof PyStr && /^(float|half|longdouble|longfloat|f\d)/.test(value.value))
    return { name: value.value, kind: 'float' };
  const type = value instanceof Unknown ? undefined : dtypeArgument(value);
  if (type === undefined) return undefined;
  const kind = kindOf(type);
  return { name: type, kind: kind === 'bool' ? 'boolean' : kind };
}
