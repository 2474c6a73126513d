import { MersenneTwister, type TwisterState } from './mersenneTwister.ts';
import { RandomSource } from './randomSource.ts';

/** What `get_state` gives. */
export interface RandomStateSnapshot extends TwisterState {
  readonly spareGauss?: number;
}

/** NumPy's legacy generator: same seed, same stream as NumPy. */
export class RandomState extends RandomSource {
  private generator: MersenneTwister;
  private spareGauss: number | undefined;

  /** A seed, or several words of one. */
  constructor(seed: number | readonly number[]) {
    super();
    this.generator = twister(seed);
  }

  seed(seed: number | readonly number[]): void {
    this.generator = twister(seed);
    this.spareGauss = undefined;
  }

  snapshot(): RandomStateSnapshot {
    return { ...this.generator.snapshot(), spareGauss: this.spareGauss };
  }

  restore(snapshot: RandomStateSnapshot): void {
    this.generator = MersenneTwister.fromSnapshot(snapshot);
    this.spareGauss = snapshot.spareGauss;
  }

  double(): number {
    return this.generator.double();
  }

  /** The polar method, every second one kept from the call before. */
  gauss(): number {
    if (this.spareGauss !== undefined) {
      const kept = this.spareGauss;
      this.spareGauss = undefined;
      return kept;
    }
    for (;;) {
      const a = 2 * this.double() - 1;
      const b = 2 * this.double() - 1;
      const square = a * a + b * b;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.spareGauss = factor * a;
      return factor * b;
    }
  }

  exponential(): number {
    return -Math.log(1 - this.double());
  }

  /** By masking: draws are repeated until one is small enough. */
  interval(highest: number): number {
    if (highest === 0) return 0;
    if (highest > 0xffffffff) return this.wideInterval(highest);
    const mask = highest >= 0x80000000 ? 0xffffffff : 2 ** (32 - Math.clz32(highest)) - 1;
    for (;;) {
      const value = (this.generator.next() & mask) >>> 0;
      if (value <= highest) return value;
    }
  }

  private wideInterval(highest: number): number {
    const upper = 2 ** (32 - Math.clz32(Math.floor(highest / 2 ** 32))) - 1;
    for (;;) {
      const high = (this.generator.next() & upper) >>> 0;
      const value = high * 2 ** 32 + this.generator.next();
      if (value <= highest) return value;
    }
  }

  protected rareGeometric(p: number): number {
    return Math.ceil(Math.log1p(-this.double()) / Math.log(1 - p));
  }
}

function twister(seed: number | readonly number[]): MersenneTwister {
  return typeof seed === 'number' ? new MersenneTwister(seed) : MersenneTwister.fromKey(seed);
}
