import { DEFAULT_CONSTANTS, DEFAULT_FUNCTIONS } from '../functions/defaults.ts';
import { DIMENSIONLESS } from '../units/dimension.ts';
import { unitByName } from '../units/registry.ts';
import type { Resolved } from './resolved.ts';

/** Constants, units and functions, in Brian's order: they win over names of the script. */
export function resolveBuiltin(name: string): Resolved | undefined {
  const constant = DEFAULT_CONSTANTS.get(name);
  if (constant !== undefined)
    return {
      kind: 'constant',
      name,
      value: constant,
      dimension: DIMENSIONLESS,
      valueType: 'float',
      source: 'constant',
    };
  const unit = unitByName(name);
  if (unit !== undefined)
    return {
      kind: 'constant',
      name,
      value: unit.value,
      dimension: unit.dimension,
      valueType: 'float',
      source: 'unit',
    };
  const fn = DEFAULT_FUNCTIONS.get(name);
  return fn && { kind: 'function', function: fn };
}

export function builtinNames(): Iterable<string> {
  return [...DEFAULT_CONSTANTS.keys(), ...DEFAULT_FUNCTIONS.keys()];
}
