import type { Interpreter } from '../interpreter.ts';
import { keyOf, keyText } from '../operations/hashing.ts';
import { type BinaryOp, type CompareOp, PyObject, type PyValue, Unknown } from '../values.ts';
import { pythonError } from './errors.ts';

/** A set or frozenset, in the order of insertion. */
export class PySet extends PyObject {
  private readonly valueByKey = new Map<unknown, PyValue>();
  private hasUnknown = false;

  constructor(
    values: Iterable<PyValue> = [],
    readonly typeName: 'set' | 'frozenset' = 'set',
  ) {
    super();
    for (const value of values) this.add(value);
  }

  get size(): number {
    return this.valueByKey.size;
  }

  add(value: PyValue): void {
    if (value instanceof Unknown) this.hasUnknown = true;
    const key = keyOf(value);
    if (!this.valueByKey.has(key)) this.valueByKey.set(key, value);
  }

  has(value: PyValue): boolean {
    return this.valueByKey.has(keyOf(value));
  }

  delete(value: PyValue): boolean {
    return this.valueByKey.delete(keyOf(value)) || this.hasUnknown;
  }

  clear(): void {
    this.valueByKey.clear();
  }

  values(): Iterable<PyValue> {
    return this.valueByKey.values();
  }

  override iterate(): Iterable<PyValue> {
    return this.checked();
  }

  override length(): number {
    return this.size;
  }

  override contains(value: PyValue): boolean {
    return this.has(value);
  }

  override binary(op: BinaryOp, other: PyValue, reflected = false): PyValue | undefined {
    if (!(other instanceof PySet)) return undefined;
    const [a, b] = reflected ? [other, this] : [this, other];
    if (op === '|') return new PySet([...a.values(), ...b.values()], a.typeName);
    if (op === '&')
      return new PySet(
        [...a.values()].filter((v) => b.has(v)),
        a.typeName,
      );
    if (op === '-')
      return new PySet(
        [...a.values()].filter((v) => !b.has(v)),
        a.typeName,
      );
    if (op !== '^') return undefined;
    const onlyHere = [...a.values()].filter((v) => !b.has(v));
    return new PySet([...onlyHere, ...[...b.values()].filter((v) => !a.has(v))], a.typeName);
  }

  override inplace(op: BinaryOp, other: PyValue): PyValue | undefined {
    if (this.typeName === 'frozenset') return undefined;
    const result = this.binary(op, other);
    if (!(result instanceof PySet)) return undefined;
    this.clear();
    for (const value of result.values()) this.add(value);
    return this;
  }

  override compare(op: CompareOp, other: PyValue): PyValue | undefined {
    if (!(other instanceof PySet)) return undefined;
    const below = isSubset(this, other);
    const above = isSubset(other, this);
    if (op === '==') return below && above;
    if (op === '!=') return !(below && above);
    if (op === '<=') return below;
    if (op === '<') return below && !above;
    return op === '>=' ? above : above && !below;
  }

  override hashKey(): unknown {
    if (this.typeName === 'set') return undefined;
    return `f{${[...this.valueByKey.keys()].map(keyText).sort().join(',')}}`;
  }

  override repr(ctx: Interpreter): string {
    const body = [...this.values()].map((value) => ctx.repr(value)).join(', ');
    if (this.typeName === 'frozenset') return this.size === 0 ? 'frozenset()' : `frozenset({${body}})`;
    return this.size === 0 ? 'set()' : `{${body}}`;
  }

  private *checked(): Iterable<PyValue> {
    const size = this.size;
    for (const value of this.values()) {
      yield value;
      if (this.size !== size) throw pythonError('RuntimeError', 'Set changed size during iteration');
    }
  }
}

function isSubset(a: PySet, b: PySet): boolean {
  for (const value of a.values()) if (!b.has(value)) return false;
  return true;
}
