/** The distributions that NumPy's old and new generators draw in the same way from their own basic draws. */
import { acceptsBinomial, concentration, logGamma } from './randomFormulas.ts';

/** A source of random numbers with the draws that everything else is made of. */
export abstract class RandomSource {
  /** Uniform in [0, 1). */
  abstract double(): number;
  /** Standard normal. */
  abstract gauss(): number;
  /** Standard exponential. */
  abstract exponential(): number;
  /** A whole number from 0 to `highest`, both included. */
  abstract interval(highest: number): number;
  /** Counts of trials up to the first success, where it is too rare to search for. */
  protected abstract rareGeometric(p: number): number;

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

  /** By inversion up to a mean of 30, by rejection beyond. */
  binomial(n: number, p: number): number {
    if (n === 0 || p === 0) return 0;
    if (p > 0.5) return n - this.binomial(n, 1 - p);
    if (n * p > 30) return this.binomialByRejection(n, p);
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

  /** Kachitvichyanukul and Schmeiser's BTPE: a triangle, a parallelogram and two exponential tails. */
  private binomialByRejection(n: number, p: number): number {
    const q = 1 - p;
    const mode = Math.floor(n * p + p);
    const variance = n * p * q;
    const p1 = Math.floor(2.195 * Math.sqrt(variance) - 4.6 * q) + 0.5;
    const middle = mode + 0.5;
    const [left, right] = [middle - p1, middle + p1];
    const c = 0.134 + 20.5 / (15.3 + mode);
    const slope = (a: number) => a * (1 + a / 2);
    const leftRate = slope((n * p + p - left) / (n * p + p - left * p));
    const rightRate = slope((right - (n * p + p)) / (right * q));
    const p2 = p1 * (1 + 2 * c);
    const p3 = p2 + c / leftRate;
    const p4 = p3 + c / rightRate;
    for (;;) {
      const u = this.double() * p4;
      let v = this.double();
      let y: number;
      if (u <= p1) return Math.floor(middle - p1 * v + u);
      if (u <= p2) {
        const x = left + (u - p1) / c;
        v = v * c + 1 - Math.abs(mode - x + 0.5) / p1;
        if (v > 1) continue;
        y = Math.floor(x);
      } else if (u <= p3) {
        y = Math.floor(left + Math.log(v) / leftRate);
        if (y < 0 || v === 0) continue;
        v *= (u - p2) * leftRate;
      } else {
        y = Math.floor(right - Math.log(v) / rightRate);
        if (y > n || v === 0) continue;
        v *= (u - p3) * rightRate;
      }
      if (acceptsBinomial(y, v, n, p, mode, variance)) return y;
    }
  }

  /** Marsaglia and Tsang's method above shape 1. */
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

  /** Jöhnk's method where both parameters are at most 1, a quotient of gammas otherwise. */
  beta(a: number, b: number): number {
    if (a > 1 || b > 1) {
      const first = this.gamma(a);
      return first / (first + this.gamma(b));
    }
    for (;;) {
      const u = this.double();
      const v = this.double();
      const [x, y] = [u ** (1 / a), v ** (1 / b)];
      if (x + y <= 1 && x + y > 0) return x / (x + y);
    }
  }

  geometric(p: number): number {
    if (p < 1 / 3) return this.rareGeometric(p);
    let trials = 1;
    let term = p;
    let sum = p;
    const u = this.double();
    while (u > sum) {
      term *= 1 - p;
      sum += term;
      trials += 1;
    }
    return trials;
  }

  chiSquare(degrees: number): number {
    return 2 * this.gamma(degrees / 2);
  }

  standardT(degrees: number): number {
    const gauss = this.gauss();
    return (Math.sqrt(degrees / 2) * gauss) / Math.sqrt(this.gamma(degrees / 2));
  }

  laplace(location: number, scale: number): number {
    const u = this.double();
    if (u >= 0.5) return location - scale * Math.log(2 - u - u);
    return u > 0 ? location + scale * Math.log(u + u) : this.laplace(location, scale);
  }

  gumbel(location: number, scale: number): number {
    const u = 1 - this.double();
    return u < 1 ? location - scale * Math.log(-Math.log(u)) : this.gumbel(location, scale);
  }

  logistic(location: number, scale: number): number {
    const u = this.double();
    return u > 0 ? location + scale * Math.log(u / (1 - u)) : this.logistic(location, scale);
  }

  triangular(left: number, mode: number, right: number): number {
    const base = right - left;
    const u = this.double();
    if (u <= (mode - left) / base) return left + Math.sqrt(u * (mode - left) * base);
    return right - Math.sqrt((1 - u) * (right - mode) * base);
  }

  /** Best and Fisher's method on the circle. */
  vonMises(mu: number, kappa: number): number {
    if (kappa < 1e-8) return Math.PI * (2 * this.double() - 1);
    const s = concentration(kappa);
    for (;;) {
      const z = Math.cos(Math.PI * this.double());
      const w = (1 + s * z) / (s + z);
      const y = kappa * (s - w);
      const v = this.double();
      if (y * (2 - y) - v < 0 && Math.log(y / v) + 1 - y < 0) continue;
      const angle = this.double() < 0.5 ? -Math.acos(w) : Math.acos(w);
      const turned = ((Math.abs(angle + mu) + Math.PI) % (2 * Math.PI)) - Math.PI;
      return angle + mu < 0 ? -turned : turned;
    }
  }

  wald(mean: number, scale: number): number {
    const ratio = mean / (2 * scale);
    const y = mean * this.gauss() ** 2;
    const x = mean + ratio * (y - Math.sqrt(4 * scale * y + y * y));
    return this.double() <= mean / (mean + x) ? x : (mean * mean) / x;
  }

  zipf(a: number): number {
    const b = 2 ** (a - 1);
    for (;;) {
      const u = 1 - this.double();
      const v = this.double();
      const x = Math.floor(u ** (-1 / (a - 1)));
      if (!(x >= 1 && x <= Number.MAX_SAFE_INTEGER)) continue;
      const t = (1 + 1 / x) ** (a - 1);
      if ((v * x * (t - 1)) / (b - 1) <= t / b) return x;
    }
  }

  /** How many of `n` fall to each of several outcomes. */
  multinomial(n: number, p: readonly number[]): number[] {
    const counts = new Array<number>(p.length).fill(0);
    let [left, sum] = [n, 1];
    for (let k = 0; k < p.length - 1 && left > 0; k++) {
      counts[k] = this.binomial(left, p[k]! / sum);
      left -= counts[k]!;
      sum -= p[k]!;
    }
    if (left > 0) counts[p.length - 1] = left;
    return counts;
  }
}
