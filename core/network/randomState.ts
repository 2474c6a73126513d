import type { TickCounter } from '../devices/plan.ts';

/** Everything that the next random numbers depend on. */
export interface RandomSnapshot {
  readonly seed: number;
  readonly calls: readonly (readonly [name: string, count: number])[];
}

/**
 * The state of all random streams: one key, and per code object the number of its calls since the last
 * `seed()`. A stream's draws depend on nothing else, so adding an object changes no other object's draws.
 */
export class RandomState {
  private counters = new Map<string, TickCounter>();

  constructor(public seed: number) {}

  reseed(seed: number): void {
    this.seed = seed | 0;
    for (const counter of this.counters.values()) counter.value = 0;
  }

  ticks(name: string): TickCounter {
    let counter = this.counters.get(name);
    if (counter === undefined) {
      counter = { value: 0 };
      this.counters.set(name, counter);
    }
    return counter;
  }

  snapshot(): RandomSnapshot {
    return { seed: this.seed, calls: [...this.counters].map(([name, { value }]) => [name, value]) };
  }

  restore({ seed, calls }: RandomSnapshot): void {
    this.reseed(seed);
    for (const [name, count] of calls) this.ticks(name).value = count;
  }
}
