import { typeError } from '../objects/errors.ts';
import { PyObject, type PyValue } from '../values.ts';

/** Numbers that objects get when they are first used as part of a tuple key; never shown to a script. */
const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** A number for an object, the same for its whole life; what `id()` gives. */
export function identityOf(value: object): number {
  let identity = identities.get(value);
  if (identity === undefined) {
    lastIdentity += 1;
    identity = lastIdentity;
    identities.set(value, identity);
  }
  return identity;
}

/** The key under which a JavaScript Map finds a Python value: equal values have equal keys. */
export function keyOf(value: PyValue): unknown {
  if (typeof value === 'bigint') return integerKey(value);
  if (typeof value === 'number') return Number.isInteger(value) ? integerKey(BigInt(value)) : value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null) return null;
  const key = value.hashKey();
  if (key === undefined) throw typeError(`unhashable type: '${value.typeName}'`);
  return key;
}

/** A key as text, to build the keys of tuples from. */
export function keyText(key: unknown): string {
  if (typeof key === 'string') return `"${key.replaceAll('"', '""')}"`;
  if (typeof key === 'object' && key !== null) return `o${identityOf(key)}`;
  return String(key);
}

export function isHashable(value: PyValue): boolean {
  return !(value instanceof PyObject) || value.hashKey() !== undefined;
}

function integerKey(value: bigint): unknown {
  const asNumber = Number(value);
  return Number.isSafeInteger(asNumber) ? asNumber : `i${value}`;
}
