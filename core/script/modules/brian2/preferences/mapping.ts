import { UNKNOWN_NAME, unknownName } from '../../../../preferences/preferences.ts';
import { ProblemError } from '../../../../problems/problem.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { NativeFunction } from '../../../objects/functions.ts';
import { PyDict } from '../../../objects/mappings.ts';
import { isErrorOf } from '../../../objects/raised.ts';
import { PyList, PyTuple } from '../../../objects/sequences.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../../values.ts';

/** What Python's `MutableMapping` gives to an object that has names and values, none of which can be deleted. */
export abstract class PreferenceMapping extends PyObject {
  /** Names of the preferences under this object, from here on. */
  protected abstract names(): readonly string[];
  /** Raises KeyError. */
  protected abstract value(name: string, ctx: Interpreter): PyValue;
  protected abstract assign(name: string, value: PyValue, ctx: Interpreter): void;

  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    if (key instanceof Unknown) return new Unknown();
    if (!(key instanceof PyStr)) throw unknownName('KeyError', ctx.repr(key));
    return atName(key, () => this.value(key.value, ctx));
  }

  override setItem(key: PyValue, value: PyValue, ctx: Interpreter): boolean {
    if (key instanceof PyStr) atName(key, () => this.assign(key.value, value, ctx));
    return key instanceof PyStr || key instanceof Unknown;
  }

  override deleteItem(_key: PyValue, ctx: Interpreter): boolean {
    return ctx.raise('PreferenceError', 'Preferences cannot be deleted.');
  }

  override contains(value: PyValue): boolean | undefined {
    if (value instanceof Unknown) return undefined;
    return value instanceof PyStr && this.names().includes(value.value);
  }

  override iterate(): Iterable<PyValue> {
    return this.names().map((name) => new PyStr(name));
  }

  override length(): number {
    return this.names().length;
  }

  /** Methods that all mappings have. */
  protected mappingMethod(name: string): PyValue | undefined {
    const method = MAPPING_METHODS[name];
    return method && new NativeFunction(name, (args, ctx) => method(this, args, ctx));
  }

  items(ctx: Interpreter): PyValue[] {
    return this.names().map((name) => new PyTuple([new PyStr(name), this.value(name, ctx)]));
  }

  values(ctx: Interpreter): PyValue[] {
    return this.names().map((name) => this.value(name, ctx));
  }

  /** `get`: the default where reading raises KeyError. */
  find(key: PyValue, otherwise: PyValue, ctx: Interpreter): PyValue {
    try {
      return this.getItem(key, ctx);
    } catch (error) {
      if (isErrorOf(error, 'KeyError')) return otherwise;
      throw error;
    }
  }
}

/** Puts a complaint about the name where the script writes it. */
function atName<T>(key: PyStr, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const location = key.provenance?.locate({ start: 0, end: key.value.length });
    if (!(error instanceof ProblemError) || error.problem.code !== UNKNOWN_NAME || !location) throw error;
    throw new ProblemError({ ...error.problem, location });
  }
}

type MappingMethod = (self: PreferenceMapping, args: CallArguments, ctx: Interpreter) => PyValue;

function refuse(_self: PreferenceMapping, _args: CallArguments, ctx: Interpreter): never {
  return ctx.raise('PreferenceError', 'Preferences cannot be deleted.');
}

const MAPPING_METHODS: Readonly<Record<string, MappingMethod>> = {
  keys: (self) => new PyList([...self.iterate()]),
  values: (self, _args, ctx) => new PyList(self.values(ctx)),
  items: (self, _args, ctx) => new PyList(self.items(ctx)),
  get: (self, { positional: [key = null, otherwise = null] }, ctx) => self.find(key, otherwise, ctx),
  setdefault: (self, { positional: [key = null, value = null] }, ctx) => {
    if (self.contains(key) !== true) self.setItem(key, value, ctx);
    return self.getItem(key, ctx);
  },
  update: (self, { positional: [other], keywords }, ctx) => {
    if (other instanceof PyDict) for (const [key, value] of other.entries()) self.setItem(key, value, ctx);
    for (const [key, value] of keywords) self.setItem(new PyStr(key), value, ctx);
    return null;
  },
  clear: refuse,
  popitem: refuse,
  pop: (self, args, ctx) => {
    const [key = null, otherwise] = args.positional;
    if (otherwise !== undefined && self.contains(key) === false) return otherwise;
    self.getItem(key, ctx);
    return refuse(self, args, ctx);
  },
};
