import { membersOf } from '../../documentation/index.ts';
import { didYouMean } from '../../namespaces/nearest.ts';
import { OBJECT, typeOf } from '../builtins/types.ts';
import type { Interpreter } from '../interpreter.ts';
import { PyClass, PyDescriptor, PyInstance } from '../objects/classes.ts';
import { pythonError } from '../objects/errors.ts';
import { PyDict } from '../objects/mappings.ts';
import { PyModule } from '../objects/module.ts';
import { PyTuple } from '../objects/sequences.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../values.ts';
import { typeName } from './numbers.ts';

/** `value.name`, or undefined where there is no such attribute. */
export function findAttribute(value: PyValue, name: string, ctx: Interpreter): PyValue | undefined {
  const own = value instanceof PyObject ? value.getAttribute(name, ctx) : undefined;
  if (own !== undefined) return own;
  const cls = typeOf(value);
  const member = cls.lookup(name);
  if (member !== undefined) return member instanceof PyDescriptor ? member.bind(value, cls, ctx) : member;
  return commonAttribute(value, name, cls);
}

/** `value.name`. Raises AttributeError; a name that an incomplete module lacks is unknown in analysis. */
export function getAttribute(value: PyValue, name: string, ctx: Interpreter): PyValue {
  const attribute = findAttribute(value, name, ctx);
  if (attribute !== undefined) return attribute;
  if (ctx.mode === 'analysis' && value instanceof PyModule && value.mayHave(name)) return new Unknown();
  const ofNumber = isNumber(value) ? ctx.numberAttribute?.(value, name) : undefined;
  if (ofNumber !== undefined) return ofNumber;
  throw missingAttribute(value, name);
}

function isNumber(value: PyValue): value is number | bigint | boolean {
  return typeof value !== 'object';
}

/** `value.name = given`. Raises AttributeError. */
export function setAttribute(value: PyValue, name: string, given: PyValue, ctx: Interpreter): void {
  if (value instanceof PyObject && value.setAttribute(name, given, ctx)) return;
  if (findAttribute(value, name, ctx) !== undefined)
    throw pythonError('AttributeError', `'${typeName(value)}' object attribute '${name}' is read-only`);
  throw missingAttribute(value, name);
}

/** `del value.name`. Raises AttributeError. */
export function deleteAttribute(value: PyValue, name: string, _ctx: Interpreter): void {
  if (value instanceof Unknown) return;
  if (value instanceof PyInstance && value.attributes.delete(name)) return;
  if (value instanceof PyModule && value.members.delete(name)) return;
  if (value instanceof PyClass && value.interpreter !== undefined && value.members.delete(name)) return;
  throw missingAttribute(value, name);
}

/** Names of a value's attributes, as `dir()` lists them. */
export function attributeNames(value: PyValue): string[] {
  const names = new Set<string>();
  if (value instanceof PyModule) for (const name of value.names()) names.add(name);
  if (value instanceof PyInstance) for (const name of value.attributes.keys()) names.add(name);
  const cls = value instanceof PyClass ? value : typeOf(value);
  for (const base of cls.mro) for (const name of base.members.keys()) names.add(name);
  return [...names].sort();
}

function commonAttribute(value: PyValue, name: string, cls: PyClass): PyValue | undefined {
  if (value instanceof PyClass) {
    const attribute = classAttribute(value, name);
    if (attribute !== undefined) return attribute;
  }
  if (name === '__class__') return cls;
  if (name === '__doc__') return null;
  if (name === '__dict__' && value instanceof PyInstance) return dictOf(value.attributes);
  if (name === '__dict__' && value instanceof PyModule)
    return new PyDict([...value.members].map(([key, member]) => [new PyStr(key), member] as const));
  return undefined;
}

function classAttribute(cls: PyClass, name: string): PyValue | undefined {
  if (name === '__name__' || name === '__qualname__') return new PyStr(cls.name);
  if (name === '__module__') return new PyStr(cls.module ?? 'builtins');
  if (name === '__bases__') return new PyTuple([...cls.bases]);
  if (name === '__mro__') return new PyTuple([...cls.mro, ...(cls.mro.includes(OBJECT) ? [] : [OBJECT])]);
  if (name === '__dict__') return dictOf(cls.members);
  return undefined;
}

function dictOf(members: ReadonlyMap<string, PyValue>): PyDict {
  return new PyDict([...members].map(([key, member]) => [new PyStr(key), member] as const));
}

function missingAttribute(value: PyValue, name: string): Error {
  const hint = didYouMean(name, [...attributeNames(value), ...membersOf(typeName(value)).keys()]);
  return pythonError('AttributeError', `${ownerText(value)} has no attribute '${name}'`, undefined, hint);
}

function ownerText(value: PyValue): string {
  if (value instanceof PyModule) return `module '${value.name}'`;
  return value instanceof PyClass ? `type object '${value.name}'` : `'${typeName(value)}' object`;
}
