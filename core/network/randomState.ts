import type { TickCounter } from '../devices/plan.ts';

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
}
