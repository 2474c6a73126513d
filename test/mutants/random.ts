/** Choices that depend on a seed and a place only, so that adding a mutator changes no other one's mutants. */
export class Choices {
  private state: number;

  constructor(seed: number, ...place: readonly (string | number)[]) {
    this.state = hash(`${seed} ${place.join(' ')}`);
  }

  /** An integer from 0 to `count` - 1. */
  below(count: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % count;
  }

  /** One of the values; undefined where there is none. */
  one<T>(values: readonly T[]): T | undefined {
    return values.length === 0 ? undefined : values[this.below(values.length)];
  }

  shuffled<T>(values: readonly T[]): T[] {
    const result = [...values];
    for (let k = result.length - 1; k > 0; k -= 1) {
      const other = this.below(k + 1);
      [result[k], result[other]] = [result[other] as T, result[k] as T];
    }
    return result;
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let k = 0; k < text.length; k += 1) value = Math.imul(value ^ text.charCodeAt(k), 0x01000193);
  return value;
}
