import type { Interpreter } from '../interpreter.ts';
import { compareValues, equals } from '../operations/comparison.ts';
import { keyOf, keyText } from '../operations/hashing.ts';
import { asInteger, typeName } from '../operations/numbers.ts';
import { type BinaryOp, type CompareOp, PyObject, type PyValue, Unknown } from '../values.ts';
import { pythonError, typeError, valueError } from './errors.ts';
import { PySlice, sequenceIndex, sliced } from './slice.ts';

/** Elements that one sequence may hold; beyond it Python, too, would run out of memory. */
const LONGEST = 50_000_000;

/** Characters of the key of a tuple, in which those of the tuples in it are written out. */
const LONGEST_KEY = 1_000_000;

/** What lists and tuples share. */
export abstract class PySequence extends PyObject {
  constructor(readonly items: PyValue[]) {
    super();
  }

  /** A sequence of the same class. */
  protected abstract like(items: PyValue[]): PySequence;

  override getItem(key: PyValue, _ctx: Interpreter): PyValue | undefined {
    if (key instanceof Unknown) return new Unknown();
    if (key instanceof PySlice) return this.like(sliced(this.items, key));
    return this.items[sequenceIndex(key, this.items.length, this.typeName, typeName(key))];
  }

  override iterate(): Iterable<PyValue> {
    return this.items;
  }

  override length(): number {
    return this.items.length;
  }

  override contains(value: PyValue, ctx: Interpreter): boolean | undefined {
    if (this.items.some((item) => !(item instanceof Unknown) && equals(item, value, ctx))) return true;
    return this.items.some((item) => item instanceof Unknown) ? undefined : false;
  }

  override compare(op: CompareOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    if (!(other instanceof PySequence) || other.typeName !== this.typeName) return undefined;
    return compareItems(op, this.items, other.items, ctx);
  }

  override binary(op: BinaryOp, other: PyValue, reflected: boolean, _ctx: Interpreter): PyValue | undefined {
    if (op === '+' && !reflected) return this.concatenated(other);
    if (op === '*') return this.repeated(other);
    return undefined;
  }

  private concatenated(other: PyValue): PyValue | undefined {
    if (other instanceof PySequence && other.typeName === this.typeName)
      return this.like([...this.items, ...other.items]);
    if (other instanceof PyObject && !(other instanceof PySequence)) return undefined;
    throw typeError(`can only concatenate ${this.typeName} (not "${typeName(other)}") to ${this.typeName}`);
  }

  private repeated(other: PyValue): PyValue | undefined {
    const count = typeof other === 'bigint' || typeof other === 'boolean' ? asInteger(other) : undefined;
    if (count === undefined) return undefined;
    const times = Math.max(0, Number(count));
    if (times * this.items.length > LONGEST) throw pythonError('MemoryError', '');
    const items: PyValue[] = [];
    for (let i = 0; i < times; i++) for (const item of this.items) items.push(item);
    return this.like(items);
  }
}

export class PyList extends PySequence {
  readonly typeName = 'list';
  private printing = false;

  protected like(items: PyValue[]): PyList {
    return new PyList(items);
  }

  override setItem(key: PyValue, value: PyValue, ctx: Interpreter): boolean {
    if (key instanceof Unknown) return true;
    if (key instanceof PySlice) this.setSlice(key, [...ctx.iterate(value)]);
    else this.items[assignedIndex(key, this.items.length)] = value;
    return true;
  }

  override deleteItem(key: PyValue, _ctx: Interpreter): boolean {
    if (key instanceof Unknown) return true;
    if (!(key instanceof PySlice)) {
      this.items.splice(assignedIndex(key, this.items.length, 'deletion'), 1);
      return true;
    }
    const { start, step, count } = key.indices(this.items.length);
    const doomed = new Set(Array.from({ length: count }, (_, i) => start + i * step));
    this.replaceAll(this.items.filter((_, i) => !doomed.has(i)));
    return true;
  }

  override inplace(op: BinaryOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    if (op !== '+' || other instanceof Unknown) return undefined;
    // Numbers come first in Python: an array on the right adds element by element.
    const added = other instanceof PyObject && !(other instanceof PySequence);
    const sum = added ? other.binary('+', this, true, ctx) : undefined;
    if (sum !== undefined) return sum;
    for (const value of [...ctx.iterate(other)]) this.items.push(value);
    return this;
  }

  override hashKey(): unknown {
    return undefined;
  }

  override repr(ctx: Interpreter): string {
    if (this.printing) return '[...]';
    this.printing = true;
    try {
      return `[${itemTexts(this.items, ctx).join(', ')}]`;
    } finally {
      this.printing = false;
    }
  }

  replaceAll(items: readonly PyValue[]): void {
    this.items.length = 0;
    for (const item of items) this.items.push(item);
  }

  private setSlice(slice: PySlice, values: readonly PyValue[]): void {
    const { start, step, count } = slice.indices(this.items.length);
    if (step === 1) {
      this.replaceAll([...this.items.slice(0, start), ...values, ...this.items.slice(start + count)]);
      return;
    }
    if (values.length !== count)
      throw valueError(
        `attempt to assign sequence of size ${values.length} to extended slice of size ${count}`,
      );
    values.forEach((value, i) => {
      this.items[start + i * step] = value;
    });
  }
}

export class PyTuple extends PySequence {
  readonly typeName: string = 'tuple';
  private key: string | undefined;

  protected like(items: PyValue[]): PyTuple {
    return new PyTuple(items);
  }

  override hashKey(): unknown {
    this.key ??= `t(${this.items.map((item) => keyText(keyOf(item))).join(',')})`;
    if (this.key.length > LONGEST_KEY) throw pythonError('MemoryError', '');
    return this.key;
  }

  override repr(ctx: Interpreter): string {
    const texts = itemTexts(this.items, ctx);
    return texts.length === 1 ? `(${texts[0]},)` : `(${texts.join(', ')})`;
  }
}

function assignedIndex(key: PyValue, length: number, what = 'assignment'): number {
  const index = sequenceIndexOrUndefined(key, length);
  if (index === undefined) throw pythonError('IndexError', `list ${what} index out of range`);
  return index;
}

function sequenceIndexOrUndefined(key: PyValue, length: number): number | undefined {
  const integer = asInteger(key);
  if (integer === undefined) throw typeError(`list indices must be integers or slices, not ${typeName(key)}`);
  const position = Number(integer) < 0 ? Number(integer) + length : Number(integer);
  return position >= 0 && position < length ? position : undefined;
}

/** Counts each element as work: a list may hold another one many times over. */
function itemTexts(items: readonly PyValue[], ctx: Interpreter): string[] {
  return items.map((item) => {
    ctx.tick();
    return ctx.repr(item);
  });
}

function compareItems(
  op: CompareOp,
  a: readonly PyValue[],
  b: readonly PyValue[],
  ctx: Interpreter,
): PyValue {
  if ((op === '==' || op === '!=') && a.length !== b.length) return op === '!=';
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const left = a[i] as PyValue;
    const right = b[i] as PyValue;
    if (left instanceof Unknown || right instanceof Unknown) return new Unknown();
    ctx.tick();
    if (equals(left, right, ctx)) continue;
    return op === '==' || op === '!=' ? op === '!=' : compareValues(op, left, right, ctx);
  }
  return compareLengths(op, a.length, b.length);
}

function compareLengths(op: CompareOp, a: number, b: number): boolean {
  if (op === '==') return a === b;
  if (op === '!=') return a !== b;
  if (op === '<') return a < b;
  if (op === '<=') return a <= b;
  return op === '>' ? a > b : a >= b;
}
