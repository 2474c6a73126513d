import type { PairSink } from '../devices/device.ts';
import { GrowingValues } from '../devices/growing.ts';
import { ProblemError } from '../problems/problem.ts';
import type { ConnectRequest } from './connectRequest.ts';

/** Collects new synapses until all are known, so that arrays grow once per `connect`. */
export class PairBuffer implements PairSink {
  private readonly sources = GrowingValues.int32();
  private readonly targets = GrowingValues.int32();

  /** `reversed`: sources are looked for, not targets. */
  constructor(
    private readonly request: ConnectRequest,
    private readonly reversed = false,
  ) {}

  get pre(): Int32Array {
    return this.sources.values as Int32Array;
  }

  get post(): Int32Array {
    return this.targets.values as Int32Array;
  }

  add(pre: number, post: number, copies: number): void {
    for (let k = Math.trunc(copies); k > 0; k--) {
      this.sources.push(pre);
      this.targets.push(post);
    }
  }

  invalid(index: number, size: number): never {
    this.fail(`index ${this.reversed ? '_i' : '_j'}=${index} outside allowed range from 0 to ${size - 1}`);
  }

  invalidSample(wanted: number, available: number): never {
    const fault = wanted < 0 ? 'negative' : `bigger than the population size ${available}`;
    this.fail(`Requested sample size ${wanted} is ${fault}.`);
  }

  private fail(message: string): never {
    const { location } = this.request;
    throw new ProblemError({
      code: 'connect',
      severity: 'error',
      errorClass: 'IndexError',
      message,
      location,
    });
  }
}
