/** The random numbers of NumPy's RandomState: same seed, same stream as NumPy. */

const N = 624;
const M = 397;

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

/** The distributions, drawn as NumPy's legacy generator draws them. */
export class RandomState {
  private generator: MersenneTwister;
  private spareGauss: number | undefined;

  constructor(seed: number) {
    this.generator = new MersenneTwister(seed);
  }

  seed(seed: number): void {
    this.generator = new MersenneTwister(seed);
    this.spareGauss = undefined;
  }

  double(): number {
    return this.generator.double();
  }

  /** Standard normal: polar method, every second one kept from the call before. */
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

  /** A whole number from 0 to `highest`, both included; below 2**32. */
  interval(highest: number): number {
    if (highest === 0) return 0;
    const mask = highest >= 0x80000000 ? 0xffffffff : 2 ** (32 - Math.clz32(highest)) - 1;
    for (;;) {
      const value = (this.generator.next() & mask) >>> 0;
      if (value <= highest) return value;
    }
  }

  /** Fisher-Yates from the end. */
  shuffle(swap: (a: number, b: number) => void, length: number): void {
    for (let k = length - 1; k > 0; k--) swap(k, this.interval(k));
  }

  poisson(mean: number): number {
    if (mean >= 10) return this.poissonByRejection(mean);
    if (mean === 0) return 0;
    const limit = Math.exp(-mean);
    let product = this.double();
    let count = 0;
    while (product > limit) {
      count++;
      product *= this.double();
    }
    return count;
  }

  /** Hörmann's transformed rejection with squeeze (PTRS). */
  private poissonByRejection(mean: number): number {
    const root = Math.sqrt(mean);
    const logMean = Math.log(mean);
    const b = 0.931 + 2.53 * root;
    const a = -0.059 + 0.02483 * b;
    const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    const squeeze = 0.9277 - 3.6224 / (b - 2);
    for (;;) {
      const u = this.double() - 0.5;
      const v = this.double();
      const us = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= squeeze) return k;
      if (k < 0 || (us < 0.013 && v > us)) continue;
      const left = Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b);
      if (left <= -mean + k * logMean - logGamma(k + 1)) return k;
    }
  }

  /** By inversion, as NumPy does up to a mean of 30; beyond, the number of successes is counted. */
  binomial(n: number, p: number): number {
    if (n === 0 || p === 0) return 0;
    if (p > 0.5) return n - this.binomial(n, 1 - p);
    if (n * p > 30) return this.countSuccesses(n, p);
    const q = 1 - p;
    const start = Math.exp(n * Math.log(q));
    const bound = Math.trunc(Math.min(n, n * p + 10 * Math.sqrt(n * p * q + 1)));
    let x = 0;
    let term = start;
    let u = this.double();
    while (u > term) {
      x++;
      if (x > bound) {
        x = 0;
        term = start;
        u = this.double();
      } else {
        u -= term;
        term = ((n - x + 1) * p * term) / (x * q);
      }
    }
    return x;
  }

  private countSuccesses(n: number, p: number): number {
    let count = 0;
    for (let k = 0; k < n; k++) if (this.double() < p) count++;
    return count;
  }

  /** Marsaglia and Tsang's method above shape 1, as NumPy's legacy generator. */
  gamma(shape: number): number {
    if (shape === 1) return this.exponential();
    if (shape === 0) return 0;
    return shape < 1 ? this.smallGamma(shape) : this.largeGamma(shape);
  }

  private smallGamma(shape: number): number {
    for (;;) {
      const u = this.double();
      const v = this.exponential();
      if (u <= 1 - shape) {
        const x = u ** (1 / shape);
        if (x <= v) return x;
      } else {
        const y = -Math.log((1 - u) / shape);
        const x = (1 - shape + shape * y) ** (1 / shape);
        if (x <= v + y) return x;
      }
    }
  }

  private largeGamma(shape: number): number {
    const b = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * b);
    for (;;) {
      let x: number;
      let v: number;
      do {
        x = this.gauss();
        v = 1 + c * x;
      } while (v <= 0);
      v = v * v * v;
      const u = this.double();
      if (u < 1 - 0.0331 * x ** 4) return b * v;
      if (Math.log(u) < 0.5 * x * x + b * (1 - v + Math.log(v))) return b * v;
    }
  }
}

const STIRLING = [
  8.333333333333333e-2, -2.777777777777778e-3, 7.936507936507937e-4, -5.952380952380952e-4,
  8.417508417508418e-4, -1.917526917526918e-3, 6.41025641025641e-3, -2.955065359477124e-2,
  1.796443723688307e-1, -1.3924322169059,
];

/** Logarithm of the gamma function by Stirling's series, shifted to arguments of at least 7. */
export function logGamma(x: number): number {
  if (x === 1 || x === 2) return 0;
  const shift = x < 7 ? Math.floor(7 - x) : 0;
  let argument = x + shift;
  const inverse = 1 / (argument * argument);
  let sum = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = sum * inverse + STIRLING[k]!;
  let result =
    sum / argument + 0.5 * Math.log(2 * Math.PI) + (argument - 0.5) * Math.log(argument) - argument;
  for (let k = 0; k < shift; k++) {
    argument -= 1;
    result -= Math.log(argument);
  }
  return result;
}
