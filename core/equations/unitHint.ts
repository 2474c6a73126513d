import { didYouMean } from '../namespaces/nearest.ts';
import { equationUnits, unitByName } from '../units/registry.ts';
import { isFlag } from './checkFlags.ts';

/** Symbols and words that people write for units. */
const WRITTEN: Readonly<Record<string, string>> = {
  V: 'volt',
  A: 'amp',
  s: 'second',
  sec: 'second',
  S: 'siemens',
  F: 'farad',
  C: 'coulomb',
  m: 'metre',
  kg: 'kilogram',
  K: 'kelvin',
  J: 'joule',
  W: 'watt',
  N: 'newton',
  Pa: 'pascal',
  M: 'mmolar',
  Ohm: 'ohm',
  ampere: 'amp',
  int: 'integer',
  bool: 'boolean',
};
const NUMBERS = new Set(['float', 'double', 'real', 'float64', 'None', 'dimensionless', 'unitless']);

/** What to write after the colon of an equation instead of `name`; undefined where nobody can tell. */
export function unitHint(name: string): string | undefined {
  if (Object.hasOwn(WRITTEN, name)) return `Write ': ${WRITTEN[name]}'.`;
  if (NUMBERS.has(name)) return "Write ': 1' for a number without unit.";
  if (isFlag(name)) return `Flags stand in brackets: '(${name})'.`;
  if (unitByName(name) !== undefined)
    return `The unit after the colon says what kind of quantity it is; values may still be given in ${name}.`;
  const plain = name.toLowerCase().replace(/s$/, '');
  if (equationUnits().has(plain)) return `Did you mean '${plain}'?`;
  return didYouMean(name, [...equationUnits().keys(), 'integer', 'boolean']);
}
