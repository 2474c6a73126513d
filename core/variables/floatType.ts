import type { ValueType } from '../../grammars/equations/tree.ts';
import type { Preferences } from '../preferences/preferences.ts';
import { NamedType } from '../preferences/values.ts';
import type { DataType } from './variable.ts';

export type FloatType = Extract<DataType, 'float64' | 'float32'>;

/** A type that the script gives for variables. */
export interface GivenType {
  /** As NumPy calls it. */
  readonly name: string;
  readonly kind: ValueType;
}

/** `dtype=` of a group: one type for all floats, or types by name. */
export type GivenTypes = GivenType | ReadonlyMap<string, GivenType>;

/** How floats are stored that nothing else is said of: the preference `core.default_float_dtype`. */
export function defaultFloatType(preferences: Preferences): FloatType {
  const type = preferences.get('core.default_float_dtype');
  return type instanceof NamedType && type.name === 'float32' ? 'float32' : 'float64';
}

/**
 * How a variable is stored. Integers have 32 bits, whatever is asked for. A text is the message of the TypeError
 * where the type does not suit the variable.
 */
export function dataTypeOf(
  { name, valueType }: { readonly name: string; readonly valueType: ValueType },
  given: GivenTypes | undefined,
  usual: FloatType,
): { readonly dataType: DataType; readonly fault?: string } {
  const own = given instanceof Map ? (given.get(name) as GivenType | undefined) : undefined;
  if (own !== undefined && own.kind !== valueType)
    return {
      dataType: storage(valueType, usual),
      fault: `Error determining dtype for variable ${name}: ${own.name} is not a correct type for ${valueType} variables`,
    };
  const all = given instanceof Map || valueType !== 'float' ? undefined : (given as GivenType | undefined);
  if (all !== undefined && all.kind !== 'float')
    return { dataType: usual, fault: `${all.name} is not a valid floating point dtype.` };
  const chosen = own ?? all;
  return { dataType: storage(valueType, chosen ? floatType(chosen) : usual) };
}

function floatType({ name }: GivenType): FloatType {
  return name === 'float32' ? 'float32' : 'float64';
}

function storage(valueType: ValueType, float: FloatType): DataType {
  if (valueType === 'boolean') return 'bool';
  return valueType === 'integer' ? 'int32' : float;
}
