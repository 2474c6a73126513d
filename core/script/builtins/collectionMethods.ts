import type { Interpreter } from '../interpreter.ts';
import { bindArguments, callArguments } from '../objects/arguments.ts';
import { pythonError, typeError, valueError } from '../objects/errors.ts';
import { methodTable, type NativeMethodCall } from '../objects/functions.ts';
import { keyError, PyDict, PyDictView, PySet } from '../objects/mappings.ts';
import { PyList, PySequence, PyTuple } from '../objects/sequences.ts';
import { equals } from '../operations/comparison.ts';
import { exactRatio } from '../operations/floatText.ts';
import { elementsOf } from '../operations/items.ts';
import { asInteger, asNumber, toInteger } from '../operations/numbers.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../values.ts';
import { sortedItems } from './sorting.ts';

type Body<T> = (self: T, args: CallArguments, ctx: Interpreter) => PyValue;

function on<T extends object>(cls: abstract new (...args: never[]) => T, body: Body<T>): NativeMethodCall {
  return (self, args, ctx) => {
    if (!(self instanceof cls)) throw typeError('descriptor requires an object of its own class');
    return body(self, args, ctx);
  };
}

const list = (body: Body<PyList>) => on(PyList, body);
const dict = (body: Body<PyDict>) => on(PyDict, body);
const set = (body: Body<PySet>) => on(PySet, body);

function first(args: CallArguments): PyValue {
  const value = args.positional[0];
  if (value === undefined) throw typeError('expected at least 1 argument, got 0');
  return value;
}

function indexOf(self: PySequence, args: CallArguments, ctx: Interpreter): number {
  const start = args.positional[1] === undefined ? 0 : toInteger(args.positional[1]);
  const found = self.items.findIndex((item, i) => i >= start && equals(item, first(args), ctx));
  if (found < 0)
    throw valueError(
      self instanceof PyList ? `${ctx.repr(first(args))} is not in list` : 'tuple.index(x): x not in tuple',
    );
  return found;
}

function countOf(self: PySequence, args: CallArguments, ctx: Interpreter): bigint {
  return BigInt(self.items.filter((item) => equals(item, first(args), ctx)).length);
}

function pop(self: PyList, args: CallArguments): PyValue {
  if (self.items.length === 0) throw pythonError('IndexError', 'pop from empty list');
  const given = args.positional[0] === undefined ? -1 : toInteger(args.positional[0]);
  const index = given < 0 ? given + self.items.length : given;
  if (index < 0 || index >= self.items.length) throw pythonError('IndexError', 'pop index out of range');
  return self.items.splice(index, 1)[0] as PyValue;
}

export const LIST_METHODS = methodTable({
  append: list((self, args) => {
    if (args.positional.length !== 1)
      throw typeError(`list.append() takes exactly one argument (${args.positional.length} given)`);
    self.items.push(first(args));
    return null;
  }),
  extend: list((self, args, ctx) => {
    for (const value of [...ctx.iterate(first(args))]) self.items.push(value);
    return null;
  }),
  insert: list((self, args) => {
    self.items.splice(toInteger(first(args)), 0, args.positional[1] ?? null);
    return null;
  }),
  remove: list((self, args, ctx) => {
    const found = self.items.findIndex((item) => equals(item, first(args), ctx));
    if (found < 0) throw valueError('list.remove(x): x not in list');
    self.items.splice(found, 1);
    return null;
  }),
  pop: list(pop),
  clear: list((self) => {
    self.items.length = 0;
    return null;
  }),
  index: list((self, args, ctx) => BigInt(indexOf(self, args, ctx))),
  count: list(countOf),
  reverse: list((self) => {
    self.items.reverse();
    return null;
  }),
  copy: list((self) => new PyList([...self.items])),
  sort: list((self, args, ctx) => {
    const [key = null, reverse = false] = bindArguments('sort', args, ['*', 'key=None', 'reverse=False']);
    self.replaceAll(sortedItems(self.items, key, ctx.truth(reverse), ctx));
    return null;
  }),
});

export const TUPLE_METHODS = methodTable({
  index: on(PySequence, (self, args, ctx) => BigInt(indexOf(self, args, ctx))),
  count: on(PySequence, countOf),
});

/** Takes over what `dict(...)` and `dict.update(...)` accept. */
export function updateDict(self: PyDict, args: CallArguments, ctx: Interpreter): void {
  for (const source of args.positional) {
    if (source instanceof PyDict) self.setAll(source);
    else if (source instanceof Unknown) self.hasUnknownKeys = true;
    else if (addMapping(self, source, ctx)) continue;
    else
      for (const pair of ctx.iterate(source)) {
        const items = elementsOf(pair, ctx);
        if (items === undefined)
          throw typeError('cannot convert dictionary update sequence element #0 to a sequence');
        addPair(self, [...items]);
      }
  }
  for (const [name, value] of args.keywords) self.set(new PyStr(name), value);
}

/** What has keys is a mapping. */
function addMapping(self: PyDict, source: PyValue, ctx: Interpreter): boolean {
  const keys = source instanceof PyObject ? source.getAttribute('keys', ctx) : undefined;
  if (keys === undefined || keys instanceof Unknown) return false;
  for (const key of ctx.iterate(ctx.call(keys, callArguments([]))))
    self.set(key, (source as PyObject).getItem(key, ctx) ?? null);
  return true;
}

function addPair(self: PyDict, pair: readonly PyValue[]): void {
  if (pair.length !== 2)
    throw valueError(`dictionary update sequence element #0 has length ${pair.length}; 2 is required`);
  self.set(pair[0] ?? null, pair[1] ?? null);
}

/** None is a value, so `??` will not do. */
function orElse(value: PyValue | undefined, fallback: PyValue | undefined): PyValue | undefined {
  return value === undefined ? fallback : value;
}

export const DICT_METHODS = methodTable({
  keys: dict((self) => new PyDictView('dict_keys', self)),
  values: dict((self) => new PyDictView('dict_values', self)),
  items: dict((self) => new PyDictView('dict_items', self)),
  get: dict((self, args) => orElse(self.get(first(args)), args.positional[1]) ?? null),
  setdefault: dict((self, args) => {
    const known = self.get(first(args));
    if (known !== undefined) return known;
    const value = args.positional[1] ?? null;
    self.set(first(args), value);
    return value;
  }),
  pop: dict((self, args, ctx) => {
    const value = orElse(self.get(first(args)), args.positional[1]);
    if (value === undefined) throw keyError(first(args), ctx);
    self.delete(first(args));
    return value;
  }),
  popitem: dict((self) => {
    const last = [...self.entries()].at(-1);
    if (last === undefined) throw pythonError('KeyError', "'popitem(): dictionary is empty'");
    self.delete(last[0]);
    return new PyTuple([...last]);
  }),
  update: dict((self, args, ctx) => {
    updateDict(self, args, ctx);
    return null;
  }),
  clear: dict((self) => {
    self.clear();
    return null;
  }),
  copy: dict((self) => new PyDict().setAll(self)),
});

function combined(op: '|' | '&' | '-' | '^'): NativeMethodCall {
  return set((self, args, ctx) => {
    let result: PyValue = self;
    for (const other of args.positional)
      result = (result as PySet).binary(op, new PySet(ctx.iterate(other))) ?? result;
    return result === self ? new PySet(self.values(), self.typeName) : result;
  });
}

function updated(op: '|' | '&' | '-' | '^'): NativeMethodCall {
  return set((self, args, ctx) => {
    for (const other of args.positional) self.inplace(op, new PySet(ctx.iterate(other)));
    return null;
  });
}

function compared(op: '<=' | '>='): NativeMethodCall {
  return set((self, args, ctx) => self.compare(op, new PySet(ctx.iterate(first(args)))) ?? false);
}

export const SET_METHODS = methodTable({
  add: set((self, args) => {
    self.add(first(args));
    return null;
  }),
  discard: set((self, args) => {
    self.delete(first(args));
    return null;
  }),
  remove: set((self, args, ctx) => {
    if (!self.delete(first(args))) throw keyError(first(args), ctx);
    return null;
  }),
  pop: set((self) => {
    for (const value of self.values()) {
      self.delete(value);
      return value;
    }
    throw pythonError('KeyError', "'pop from an empty set'");
  }),
  clear: set((self) => {
    self.clear();
    return null;
  }),
  copy: set((self) => new PySet(self.values(), self.typeName)),
  union: combined('|'),
  intersection: combined('&'),
  difference: combined('-'),
  symmetric_difference: combined('^'),
  update: updated('|'),
  intersection_update: updated('&'),
  difference_update: updated('-'),
  issubset: compared('<='),
  issuperset: compared('>='),
  isdisjoint: set((self, args, ctx) => ![...ctx.iterate(first(args))].some((value) => self.has(value))),
});

export const INTEGER_METHODS = methodTable({
  bit_length: (self) => {
    const value = asInteger(self) ?? 0n;
    return BigInt(value === 0n ? 0 : (value < 0n ? -value : value).toString(2).length);
  },
  conjugate: (self) => self,
  is_integer: () => true,
});

export const FLOAT_METHODS = methodTable({
  is_integer: (self) => Number.isInteger(asNumber(self)),
  as_integer_ratio: (self) => new PyTuple(exactRatio(asNumber(self) ?? 0)),
  conjugate: (self) => self,
});
