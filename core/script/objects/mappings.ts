import type { Interpreter } from '../interpreter.ts';
import { equals } from '../operations/comparison.ts';
import { keyOf } from '../operations/hashing.ts';
import { type BinaryOp, type CompareOp, PyObject, type PyValue, Unknown } from '../values.ts';
import { pythonError } from './errors.ts';
import { PyTuple } from './sequences.ts';
import { PySet } from './sets.ts';

interface Entry {
  readonly key: PyValue;
  value: PyValue;
}

/** A dict, in the order of insertion. */
export class PyDict extends PyObject {
  readonly typeName: string = 'dict';
  private readonly entryByKey = new Map<unknown, Entry>();
  private printing = false;
  /** Set where a key was assigned that analysis does not know: then any key may be there. */
  hasUnknownKeys = false;

  constructor(entries: Iterable<readonly [PyValue, PyValue]> = []) {
    super();
    for (const [key, value] of entries) this.set(key, value);
  }

  get size(): number {
    return this.entryByKey.size;
  }

  get(key: PyValue): PyValue | undefined {
    return this.entryByKey.get(keyOf(key))?.value;
  }

  has(key: PyValue): boolean {
    return this.entryByKey.has(keyOf(key));
  }

  set(key: PyValue, value: PyValue): void {
    const hash = keyOf(key);
    const entry = this.entryByKey.get(hash);
    if (entry) entry.value = value;
    else this.entryByKey.set(hash, { key, value });
  }

  /** Takes over all entries, as `update` does. */
  setAll(other: PyDict): this {
    for (const [key, value] of other.entries()) this.set(key, value);
    if (other.hasUnknownKeys) this.hasUnknownKeys = true;
    return this;
  }

  delete(key: PyValue): boolean {
    return this.entryByKey.delete(keyOf(key));
  }

  clear(): void {
    this.entryByKey.clear();
  }

  *keys(): Iterable<PyValue> {
    for (const entry of this.entryByKey.values()) yield entry.key;
  }

  *values(): Iterable<PyValue> {
    for (const entry of this.entryByKey.values()) yield entry.value;
  }

  *entries(): Iterable<readonly [PyValue, PyValue]> {
    for (const entry of this.entryByKey.values()) yield [entry.key, entry.value];
  }

  /** As `get`, but unknown where analysis cannot rule the key out. */
  find(key: PyValue): PyValue | undefined {
    const value = this.get(key);
    return value === undefined && this.hasUnknownKeys ? new Unknown() : value;
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue | undefined {
    if (key instanceof Unknown) return new Unknown();
    const known = this.get(key);
    const value = known === undefined ? this.missing(key, ctx) : known;
    if (value !== undefined) return value;
    if (this.hasUnknownKeys) return new Unknown();
    throw keyError(key, ctx);
  }

  override setItem(key: PyValue, value: PyValue, _ctx: Interpreter): boolean {
    if (key instanceof Unknown) this.hasUnknownKeys = true;
    else this.set(key, value);
    return true;
  }

  override deleteItem(key: PyValue, ctx: Interpreter): boolean {
    if (key instanceof Unknown || this.delete(key) || this.hasUnknownKeys) return true;
    throw keyError(key, ctx);
  }

  override iterate(): Iterable<PyValue> {
    return this.checked(this.hasUnknownKeys ? [...this.keys(), new Unknown()] : this.keys());
  }

  /** Guards an iteration against changes of the size, as Python does. */
  *checked<T>(items: Iterable<T>): Iterable<T> {
    const size = this.size;
    for (const item of items) {
      yield item;
      if (this.size !== size) throw pythonError('RuntimeError', 'dictionary changed size during iteration');
    }
  }

  override length(): number {
    return this.hasUnknownKeys ? Number.NaN : this.size;
  }

  override contains(value: PyValue): boolean | undefined {
    return this.has(value) || (this.hasUnknownKeys ? undefined : false);
  }

  override compare(op: CompareOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    if (!(other instanceof PyDict) || (op !== '==' && op !== '!=')) return undefined;
    return this.sameAs(other, ctx) === (op === '==');
  }

  override binary(op: BinaryOp, other: PyValue, reflected: boolean): PyValue | undefined {
    if (op !== '|' || reflected || !(other instanceof PyDict)) return undefined;
    return new PyDict().setAll(this).setAll(other);
  }

  override inplace(op: BinaryOp, other: PyValue): PyValue | undefined {
    return op === '|' && other instanceof PyDict ? this.setAll(other) : undefined;
  }

  override hashKey(): unknown {
    return undefined;
  }

  override repr(ctx: Interpreter): string {
    if (this.printing) return '{...}';
    this.printing = true;
    try {
      const parts = [...this.entries()].map(([key, value]) => {
        ctx.tick();
        return `${ctx.repr(key)}: ${ctx.repr(value)}`;
      });
      return `{${parts.join(', ')}}`;
    } finally {
      this.printing = false;
    }
  }

  /** What a missing key gives (a defaultdict makes it). */
  protected missing(_key: PyValue, _ctx: Interpreter): PyValue | undefined {
    return undefined;
  }

  private sameAs(other: PyDict, ctx: Interpreter): boolean {
    if (this.size !== other.size) return false;
    for (const [key, value] of this.entries()) {
      const theirs = other.get(key);
      if (theirs === undefined || !equals(value, theirs, ctx)) return false;
    }
    return true;
  }
}

export function keyError(key: PyValue, ctx: Interpreter): Error {
  return pythonError('KeyError', ctx.repr(key));
}

/** What `dict.keys()`, `.values()` and `.items()` give. */
export class PyDictView extends PyObject {
  constructor(
    readonly typeName: 'dict_keys' | 'dict_values' | 'dict_items',
    private readonly dict: PyDict,
  ) {
    super();
  }
  override iterate(): Iterable<PyValue> {
    return this.dict.checked(this.elements());
  }
  override length(): number {
    return this.dict.size;
  }
  override contains(value: PyValue, ctx: Interpreter): boolean {
    if (this.typeName === 'dict_keys') return this.dict.has(value);
    for (const element of this.elements()) if (equals(element, value, ctx)) return true;
    return false;
  }
  override binary(op: BinaryOp, other: PyValue, _reflected: boolean, ctx: Interpreter): PyValue | undefined {
    if (this.typeName === 'dict_values') return undefined;
    return new PySet(this.elements()).binary(op, new PySet(ctx.iterate(other)), false);
  }
  override compare(op: CompareOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    if (this.typeName === 'dict_values') return undefined;
    const isSetLike = other instanceof PyDictView || other instanceof PySet;
    return isSetLike ? new PySet(this.elements()).compare(op, new PySet(ctx.iterate(other))) : undefined;
  }
  override repr(ctx: Interpreter): string {
    return `${this.typeName}([${[...this.elements()].map((e) => ctx.repr(e)).join(', ')}])`;
  }

  private *elements(): Iterable<PyValue> {
    if (this.typeName === 'dict_keys') yield* this.dict.keys();
    else if (this.typeName === 'dict_values') yield* this.dict.values();
    else for (const [key, value] of this.dict.entries()) yield new PyTuple([key, value]);
  }
}

export { PySet } from './sets.ts';
