import type { Interpreter } from '../interpreter.ts';
import { toBigInteger, typeName } from '../operations/numbers.ts';
import { type CompareOp, PyObject, type PyValue, Unknown } from '../values.ts';
import { PySlice, sequenceIndex } from './slice.ts';

/** What `iter()`, `map()`, `zip()`, ... give: a JavaScript iterator as a Python object. */
export class PyIterator extends PyObject {
  constructor(
    readonly iterator: Iterator<PyValue>,
    readonly typeName = 'iterator',
  ) {
    super();
  }
  /** The next value, or undefined at the end. */
  next(): PyValue | undefined {
    const step = this.iterator.next();
    return step.done ? undefined : step.value;
  }
  override iterate(): Iterable<PyValue> {
    const iterator = this.iterator;
    // No `return` method: leaving a loop early must not end a Python iterator.
    return { [Symbol.iterator]: () => ({ next: () => iterator.next() }) };
  }
}

export class PyRange extends PyObject {
  readonly typeName = 'range';
  readonly count: number;

  constructor(
    readonly start: bigint,
    readonly stop: bigint,
    readonly step: bigint,
  ) {
    super();
    const span = step > 0n ? stop - start : start - stop;
    const stride = step > 0n ? step : -step;
    this.count = span <= 0n ? 0 : Number((span + stride - 1n) / stride);
  }

  at(index: number): bigint {
    return this.start + BigInt(index) * this.step;
  }

  override iterate(ctx: Interpreter): Iterable<PyValue> {
    return { [Symbol.iterator]: () => new RangeIterator(this, ctx) };
  }

  override length(): number {
    return this.count;
  }

  override getItem(key: PyValue): PyValue | undefined {
    if (key instanceof Unknown) return new Unknown();
    if (!(key instanceof PySlice))
      return this.at(sequenceIndex(key, this.count, 'range object', typeName(key)));
    const { start, step, count } = key.indices(this.count);
    const first = this.at(start);
    const stride = this.step * BigInt(step);
    return new PyRange(first, first + stride * BigInt(count), stride);
  }

  override contains(value: PyValue): boolean {
    if (typeof value === 'number' && !Number.isInteger(value)) return false;
    if (value instanceof PyObject || value === null) return false;
    const offset = toBigInteger(typeof value === 'number' ? BigInt(value) : value) - this.start;
    return offset % this.step === 0n && offset / this.step >= 0n && offset / this.step < BigInt(this.count);
  }

  override compare(op: CompareOp, other: PyValue): PyValue | undefined {
    if (!(other instanceof PyRange) || (op !== '==' && op !== '!=')) return undefined;
    const same =
      this.count === other.count &&
      (this.count === 0 || (this.start === other.start && (this.count === 1 || this.step === other.step)));
    return same === (op === '==');
  }

  override hashKey(): unknown {
    return `r(${this.start},${this.count},${this.step})`;
  }

  override repr(): string {
    const step = this.step === 1n ? '' : `, ${this.step}`;
    return `range(${this.start}, ${this.stop}${step})`;
  }
}

class RangeIterator implements Iterator<PyValue> {
  private next_: bigint;
  private left: number;
  private readonly step: bigint;
  private readonly result: { done: boolean; value: PyValue } = { done: false, value: null };

  constructor(
    range: PyRange,
    private readonly ctx: Interpreter,
  ) {
    this.next_ = range.start;
    this.left = range.count;
    this.step = range.step;
  }

  next(): IteratorResult<PyValue> {
    if (this.left <= 0) return { done: true, value: null };
    this.left -= 1;
    if ((this.left & 15) === 0) this.ctx.tick();
    this.result.value = this.next_;
    this.next_ += this.step;
    return this.result as IteratorResult<PyValue>;
  }
}
