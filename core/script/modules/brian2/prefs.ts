import type { Preferences, PreferenceValue } from '../../../preferences/preferences.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyList, PySequence } from '../../objects/sequences.ts';
import { findAttribute } from '../../operations/attributes.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';

/** `prefs`, and the categories under it: `prefs.codegen`, `prefs['codegen.target']`. */
export class PreferencesObject extends PyObject {
  readonly typeName = 'BrianGlobalPreferences';

  constructor(
    private readonly preferences: Preferences,
    private readonly prefix = '',
  ) {
    super();
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    if (name.startsWith('__')) return undefined;
    const full = this.prefix + name;
    if (this.preferences.isCategory(full)) return new PreferencesObject(this.preferences, `${full}.`);
    if (this.preferences.has(full)) return toPython(this.preferences.get(full), ctx);
    if (name === 'reset_to_defaults')
      return new NativeFunction(name, () => {
        this.preferences.resetToDefaults();
        return null;
      });
    return ctx.raise('KeyError', `'${full}'`);
  }

  override setAttribute(name: string, value: PyValue, ctx: Interpreter): boolean {
    if (!(value instanceof Unknown))
      this.preferences.set(this.prefix + name, fromPython(value, ctx), ctx.repr(value));
    return true;
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue | undefined {
    return key instanceof PyStr ? this.getAttribute(key.value, ctx) : undefined;
  }

  override setItem(key: PyValue, value: PyValue, ctx: Interpreter): boolean {
    return key instanceof PyStr && this.setAttribute(key.value, value, ctx);
  }

  override contains(value: PyValue): boolean {
    return value instanceof PyStr && this.preferences.has(this.prefix + value.value);
  }

  override iterate(): Iterable<PyValue> {
    return this.preferences.names().map((name) => new PyStr(name));
  }

  override length(): number {
    return this.preferences.names().length;
  }
}

function toPython(value: PreferenceValue, ctx: Interpreter): PyValue {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  if (typeof value === 'string') return new PyStr(value);
  if (Array.isArray(value)) return new PyList(value.map((item) => toPython(item as PreferenceValue, ctx)));
  const dict = new PyDict();
  for (const [key, item] of Object.entries(value))
    dict.setItem(new PyStr(key), toPython(item as PreferenceValue, ctx), ctx);
  return dict;
}

function fromPython(value: PyValue, ctx: Interpreter): PreferenceValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof PyStr) return value.value;
  if (value instanceof PySequence) return value.items.map((item) => fromPython(item, ctx)) as PreferenceValue;
  if (value instanceof PyDict) {
    const entries = [...value.entries()].map(([key, item]) => [ctx.str(key), fromPython(item, ctx)]);
    return Object.fromEntries(entries) as PreferenceValue;
  }
  const name = findAttribute(value, '__name__', ctx);
  return name instanceof PyStr ? name.value : ctx.str(value);
}
