import { ProblemError } from '../problems/problem.ts';
import { PREFERENCE_DEFINITIONS, type PreferenceDefinition, type PreferenceValue } from './definitions.ts';

export type { PreferenceValue } from './definitions.ts';

/**
 * Brian's `prefs`: named settings with defaults. Values of NumPy types are given by name (`'float32'`).
 * Wrong names and values raise PreferenceError; reading an unknown name raises KeyError.
 */
export class Preferences {
  private readonly changed = new Map<string, PreferenceValue>();

  has(name: string): boolean {
    return Object.hasOwn(PREFERENCE_DEFINITIONS, name);
  }

  /** True for `codegen` and `codegen.cpp`, under which preferences stand. */
  isCategory(name: string): boolean {
    return this.names().some((full) => full.startsWith(`${name}.`));
  }

  get(name: string): PreferenceValue {
    if (!this.has(name)) throw failure('KeyError', `'${name}'`);
    const value = this.changed.get(name);
    return value === undefined ? PREFERENCE_DEFINITIONS[name]!.default : value;
  }

  /** `shown` is how Python shows the value, for the message. */
  set(name: string, value: PreferenceValue, shown = show(value)): void {
    if (this.isCategory(name)) throw failure('PreferenceError', 'Cannot set a preference category.');
    const definition = this.definition(name);
    if (!accepts(definition, value))
      throw failure('PreferenceError', `Value '${shown}' for preference '${name}' is invalid.`);
    if (value === definition.default) this.changed.delete(name);
    else this.changed.set(name, value);
  }

  delete(): never {
    throw failure('PreferenceError', 'Preferences cannot be deleted.');
  }

  names(): readonly string[] {
    return Object.keys(PREFERENCE_DEFINITIONS);
  }

  /** What a preference is for; undefined where there is none of that name. */
  meaning(name: string): string | undefined {
    return this.has(name) ? PREFERENCE_DEFINITIONS[name]!.meaning : undefined;
  }

  resetToDefaults(): void {
    this.changed.clear();
  }

  private definition(name: string): PreferenceDefinition {
    if (this.has(name)) return PREFERENCE_DEFINITIONS[name]!;
    const category = name.slice(0, Math.max(0, name.lastIndexOf('.')));
    const known = category !== '' && this.isCategory(category);
    const what = known ? `Preference '${name}'` : `Preference category ${category}`;
    throw failure('PreferenceError', `${what} is unregistered. Spelling error?`);
  }
}

function accepts({ accepts: own, default: usual }: PreferenceDefinition, value: PreferenceValue): boolean {
  if (own !== undefined) return own(value);
  // In Python a truth value is an integer too.
  if (typeof usual === 'number') return typeof value === 'boolean' || Number.isInteger(value);
  if (Array.isArray(usual)) return Array.isArray(value);
  return typeof value === typeof usual && value !== null && !Array.isArray(value);
}

function show(value: PreferenceValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function failure(errorClass: string, message: string): ProblemError {
  return new ProblemError({ code: 'preference', severity: 'error', errorClass, message });
}
