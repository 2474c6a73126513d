import type { GrowingArray } from '../codegen/codeObject.ts';
import type { TypedArray } from './plan.ts';

type Values = TypedArray;

/** Numbers recorded during a run: an array with room to spare, doubled when full. */
export class GrowingValues implements GrowingArray {
  length = 0;
  private store: Values;

  constructor(private readonly make: (capacity: number) => Values) {
    this.store = make(64);
  }

  static float64(): GrowingValues {
    return new GrowingValues((capacity) => new Float64Array(capacity));
  }

  static float32(): GrowingValues {
    return new GrowingValues((capacity) => new Float32Array(capacity));
  }

  static int32(): GrowingValues {
    return new GrowingValues((capacity) => new Int32Array(capacity));
  }

  static boolean(): GrowingValues {
    return new GrowingValues((capacity) => new Uint8Array(capacity));
  }

  get values(): Values {
    return this.store.subarray(0, this.length);
  }

  push(value: number): void {
    if (this.length === this.store.length) this.reserve(this.length + 1);
    this.store[this.length++] = value;
  }

  append(values: ArrayLike<number>): void {
    this.reserve(this.length + values.length);
    this.store.set(values, this.length);
    this.length += values.length;
  }

  replace(values: ArrayLike<number>): void {
    this.length = 0;
    this.append(values);
  }

  private reserve(capacity: number): void {
    if (capacity <= this.store.length) return;
    const grown = this.make(Math.max(capacity, 2 * this.store.length));
    grown.set(this.store.subarray(0, this.length));
    this.store = grown;
  }
}
