/** Brian's checks of the values that a preference may have. */
import type { Accepts } from './definition.ts';
import { NamedType, type PreferenceValue, typeNameOf } from './values.ts';

/** Brian's usual check: a value of the default's class. In Python a truth value is an integer, too. */
export function sameClassAs(usual: PreferenceValue): Accepts {
  const wanted = typeNameOf(usual);
  return (value) => typeNameOf(value) === wanted || (wanted === 'int' && typeof value === 'boolean');
}

export const anything: Accepts = () => true;

export const textOrNone: Accepts = (value) => value === null || typeof value === 'string';

export const textOrList: Accepts = (value) => typeof value === 'string' || Array.isArray(value);

export function oneOf(...values: readonly PreferenceValue[]): Accepts {
  return (value) => values.includes(value);
}

/** The classes `float32` and `float64`; a dtype compares equal to its class. */
export const floatType: Accepts = (value) =>
  value instanceof NamedType &&
  value.module === 'numpy' &&
  (value.name === 'float32' || value.name === 'float64');

/** Any text, or a class of code objects: whether a target exists shows when code is made for it. */
export const codeTarget: Accepts = (value) => {
  if (typeof value === 'string') return true;
  if (value instanceof NamedType && value.isClass) return value.name.endsWith('CodeObject');
  return { errorClass: 'TypeError', message: 'issubclass() arg 1 must be a class' };
};

/** As `codeTarget`, or None. */
export const codeTargetOrNone: Accepts = (value) => value === null || codeTarget(value);

export const LOG_LEVELS = ['CRITICAL', 'ERROR', 'WARNING', 'INFO', 'DEBUG', 'DIAGNOSTIC'] as const;

export const logLevel: Accepts = (value) => {
  if (typeof value === 'string') return (LOG_LEVELS as readonly string[]).includes(value.toUpperCase());
  const message = `'${typeNameOf(value)}' object has no attribute 'upper'`;
  return { errorClass: 'AttributeError', message };
};

/** Brian looks for GSL's headers in the folder; here nothing is compiled with them. */
export const gslFolder: Accepts = (value) => {
  if (value === null || typeof value === 'string') return true;
  const message = `Illegal value for GSL directory: ${String(value)}, has to be str`;
  return { errorClass: 'PreferenceError', message };
};
