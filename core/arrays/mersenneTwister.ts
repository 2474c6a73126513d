const N = 624;
const M = 397;

/** All that the next draws depend on. */
export interface TwisterState {
  readonly key: Uint32Array;
  readonly position: number;
}

/** Matsumoto and Nishimura's MT19937. */
export class MersenneTwister {
  private readonly state = new Uint32Array(N);
  private position = N;

  constructor(seed: number) {
    this.state[0] = seed >>> 0;
    for (let k = 1; k < N; k++) {
      const previous = this.state[k - 1]! ^ (this.state[k - 1]! >>> 30);
      this.state[k] = Math.imul(1812433253, previous) + k;
    }
  }

  /** Started from a key of any number of 32-bit words, as Python starts from an int of any size. */
  static fromKey(key: readonly number[]): MersenneTwister {
    const generator = new MersenneTwister(19650218);
    generator.mix(key);
    return generator;
  }

  static fromSnapshot({ key, position }: TwisterState): MersenneTwister {
    const generator = new MersenneTwister(0);
    generator.state.set(key);
    generator.position = position;
    return generator;
  }

  snapshot(): TwisterState {
    return { key: this.state.slice(), position: this.position };
  }

  /** 32 random bits. */
  next(): number {
    if (this.position >= N) this.refill();
    let y = this.state[this.position++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** Uniform in [0, 1) with 53 bits. */
  double(): number {
    const high = this.next() >>> 5;
    const low = this.next() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  private mix(key: readonly number[]): void {
    const s = this.state;
    let k = 1;
    const step = (factor: number, summand: number): void => {
      const previous = s[k - 1]! ^ (s[k - 1]! >>> 30);
      s[k] = (s[k]! ^ Math.imul(previous, factor)) + summand;
      k += 1;
      if (k < N) return;
      s[0] = s[N - 1]!;
      k = 1;
    };
    for (let n = 0; n < Math.max(N, key.length); n++) {
      const j = n % key.length;
      step(1664525, key[j]! + j);
    }
    for (let n = 1; n < N; n++) step(1566083941, -k);
    s[0] = 0x80000000;
  }

  private refill(): void {
    const s = this.state;
    for (let k = 0; k < N; k++) {
      const y = (s[k]! & 0x80000000) | (s[(k + 1) % N]! & 0x7fffffff);
      s[k] = s[(k + M) % N]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.position = 0;
  }
}
