import type { Interpreter } from '../interpreter.ts';
import { PyClass } from '../objects/classes.ts';
import { typeError } from '../objects/errors.ts';
import { PySlice, sequenceIndex, sliced } from '../objects/slice.ts';
import { characters, codePointLength, concatenated, hasSurrogates, substring } from '../text/strings.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../values.ts';
import { equals } from './comparison.ts';
import { typeName } from './numbers.ts';

/** `value[key]`. Raises TypeError, IndexError, KeyError. */
export function getItem(value: PyValue, key: PyValue, ctx: Interpreter): PyValue {
  if (value instanceof PyStr) return stringItem(value, key);
  const item = value instanceof PyObject ? value.getItem(key, ctx) : undefined;
  if (item !== undefined) return item;
  if (value instanceof PyClass) return genericClass(value, key, ctx);
  throw typeError(`'${typeName(value)}' object is not subscriptable`);
}

/** `value[key] = item`. Raises TypeError, IndexError. */
export function setItem(value: PyValue, key: PyValue, item: PyValue, ctx: Interpreter): void {
  if (value instanceof PyObject && value.setItem(key, item, ctx)) return;
  throw typeError(`'${typeName(value)}' object does not support item assignment`);
}

/** `del value[key]`. Raises TypeError, IndexError, KeyError. */
export function deleteItem(value: PyValue, key: PyValue, ctx: Interpreter): void {
  if (value instanceof PyObject && value.deleteItem(key, ctx)) return;
  throw typeError(`'${typeName(value)}' object doesn't support item deletion`);
}

/** `len(value)`, or undefined where the value has no length. */
export function lengthOf(value: PyValue, ctx: Interpreter): number | undefined {
  if (value instanceof PyStr) return codePointLength(value.value);
  return value instanceof PyObject ? value.length(ctx) : undefined;
}

/** The elements of a value, or undefined where it is not iterable. */
export function elementsOf(value: PyValue, ctx: Interpreter): Iterable<PyValue> | undefined {
  if (value instanceof PyStr) return characters(value);
  return value instanceof PyObject ? value.iterate(ctx) : undefined;
}

/** `item in value`. Raises TypeError. */
export function contains(value: PyValue, item: PyValue, ctx: Interpreter): PyValue {
  if (value instanceof Unknown || item instanceof Unknown) return new Unknown();
  if (value instanceof PyStr) {
    if (item instanceof PyStr) return value.value.includes(item.value);
    throw typeError(`'in <string>' requires string as left operand, not ${typeName(item)}`);
  }
  const answer = value instanceof PyObject ? value.contains(item, ctx) : undefined;
  if (answer !== undefined) return answer;
  const elements = elementsOf(value, ctx);
  if (elements === undefined) throw typeError(`argument of type '${typeName(value)}' is not iterable`);
  let mayBe = false;
  for (const element of elements) {
    if (element instanceof Unknown) mayBe = true;
    else if (equals(element, item, ctx)) return true;
  }
  return mayBe ? new Unknown() : false;
}

function stringItem(value: PyStr, key: PyValue): PyValue {
  if (key instanceof Unknown) return new Unknown();
  if (hasSurrogates(value.value)) return codePointItem(value, key);
  if (!(key instanceof PySlice)) {
    const index = sequenceIndex(key, value.value.length, 'string', `'${typeName(key)}'`);
    return substring(value, index, index + 1);
  }
  const { start, step, count } = key.indices(value.value.length);
  if (step === 1) return substring(value, start, start + count);
  return concatenatedCharacters(sliced(characters(value), key));
}

function codePointItem(value: PyStr, key: PyValue): PyValue {
  const all = characters(value);
  if (key instanceof PySlice) return concatenatedCharacters(sliced(all, key));
  return all[sequenceIndex(key, all.length, 'string', `'${typeName(key)}'`)] ?? new PyStr('');
}

function concatenatedCharacters(parts: readonly PyStr[]): PyStr {
  return parts.length === 0 ? new PyStr('') : concatenated(parts);
}

/** `list[int]` in annotations is the class itself; a class may also define `__class_getitem__`. */
function genericClass(cls: PyClass, key: PyValue, ctx: Interpreter): PyValue {
  const custom = cls.getAttribute('__class_getitem__', ctx);
  if (custom !== undefined) return ctx.call(custom, { positional: [key], keywords: new Map() });
  if (cls.interpreter === undefined) return cls;
  throw typeError(`type '${cls.name}' is not subscriptable`);
}
