/** Python's generator of random numbers: the same streams as CPython's. */
import { MersenneTwister } from '../../../arrays/mersenneTwister.ts';
import { bitLength } from '../../operations/arithmetic.ts';

const NORMAL_BOUND = (4 * Math.exp(-0.5)) / Math.SQRT2;

export class PythonRandom {
  private generator: MersenneTwister;
  private spareGauss: number | undefined;

  constructor(seed: bigint) {
    this.generator = seeded(seed);
  }

  seed(seed: bigint): void {
    this.generator = seeded(seed);
    this.spareGauss = undefined;
  }

  /** Uniform in [0, 1). */
  double(): number {
    return this.generator.double();
  }

  bits(count: number): bigint {
    let result = 0n;
    for (let done = 0; done < count; done += 32) {
      const missing = count - done;
      const word = this.generator.next();
      result |= BigInt(missing < 32 ? word >>> (32 - missing) : word) << BigInt(done);
    }
    return result;
  }

  /** Uniform among the ints below `limit`, which is positive. */
  below(limit: bigint): bigint {
    const width = bitLength(limit);
    for (;;) {
      const value = this.bits(width);
      if (value < limit) return value;
    }
  }

  index(length: number): number {
    return Number(this.below(BigInt(length)));
  }

  /** Standard normal, two at a time. */
  gauss(): number {
    if (this.spareGauss !== undefined) {
      const kept = this.spareGauss;
      this.spareGauss = undefined;
      return kept;
    }
    const angle = this.double() * 2 * Math.PI;
    const radius = Math.sqrt(-2 * Math.log(1 - this.double()));
    this.spareGauss = Math.sin(angle) * radius;
    return Math.cos(angle) * radius;
  }

  /** Standard normal, by the ratio of uniforms. */
  normal(): number {
    for (;;) {
      const u = this.double();
      const v = 1 - this.double();
      const z = (NORMAL_BOUND * (u - 0.5)) / v;
      if ((z * z) / 4 <= -Math.log(v)) return z;
    }
  }

  exponential(): number {
    return -Math.log(1 - this.double());
  }

  /** Indices of `count` different elements of `length`, in the order drawn. */
  sample(length: number, count: number): number[] {
    const poolLimit = 21 + (count > 5 ? 4 ** Math.ceil(Math.log(count * 3) / Math.log(4)) : 0);
    if (length > poolLimit) return this.sampleSparse(length, count);
    const pool = Array.from({ length }, (_, k) => k);
    return Array.from({ length: count }, (_, k) => {
      const drawn = this.index(length - k);
      const result = pool[drawn]!;
      pool[drawn] = pool[length - k - 1]!;
      return result;
    });
  }

  private sampleSparse(length: number, count: number): number[] {
    const drawn = new Set<number>();
    while (drawn.size < count) drawn.add(this.index(length));
    return [...drawn];
  }
}

/** An int gives the words of its size as key. */
function seeded(seed: bigint): MersenneTwister {
  const words: number[] = [];
  for (let rest = seed < 0n ? -seed : seed; rest > 0n; rest >>= 32n) words.push(Number(rest & 0xffffffffn));
  return MersenneTwister.fromKey(words.length === 0 ? [0] : words);
}
