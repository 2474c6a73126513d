import assert from 'node:assert/strict';
import { binomial, normal, poisson, streamKey, uniform } from '../../core/devices/random.ts';

const COUNT = 100_000;
const SEED = 20240601;

/** The 53 bits that `uniform` keeps of a block of the generator. */
function fromBlock(a: number, b: number): number {
  return ((a >>> 5) * 2 ** 26 + (b >>> 6)) / 2 ** 53;
}

function moments(draw: (element: number) => number): { mean: number; variance: number } {
  let sum = 0;
  let squares = 0;
  for (let k = 0; k < COUNT; k++) {
    const x = draw(k);
    sum += x;
    squares += x * x;
  }
  const mean = sum / COUNT;
  return { mean, variance: squares / COUNT - mean * mean };
}

function correlation(x: (k: number) => number, y: (k: number) => number): number {
  let sum = 0;
  for (let k = 0; k < COUNT; k++) sum += (x(k) - 0.5) * (y(k) - 0.5);
  return (12 * sum) / COUNT;
}

describe('Threefry', () => {
  // Known answers of threefry2x32 with 20 rounds, from the distribution of the Random123 library.
  const cases = [
    { key: [0, 0], counter: [0, 0], block: [0x6b200159, 0x99ba4efe] },
    { key: [-1, -1], counter: [-1, -1], block: [0x1cb996fc, 0xbb002be7] },
    { key: [0x13198a2e, 0x03707344], counter: [0x243f6a88, 0x85a308d3], block: [0xc4923a9c, 0x483df7a0] },
  ] as const;
  for (const { key, counter, block } of cases)
    it(`gives the known answer for key ${key[0].toString(16)}`, () => {
      assert.equal(uniform(key[0], key[1], counter[0], counter[1]), fromBlock(block[0], block[1]));
    });
});

describe('uniform', () => {
  // Standard errors: mean 0.29/sqrt(n), variance 0.075/sqrt(n); the bounds are five of them.
  it('has the moments of the uniform distribution', () => {
    const { mean, variance } = moments((k) => uniform(SEED, 1, 0, k));
    assert.ok(Math.abs(mean - 0.5) < (5 * 0.289) / Math.sqrt(COUNT));
    assert.ok(Math.abs(variance - 1 / 12) < (5 * 0.0745) / Math.sqrt(COUNT));
  });

  it('fills 100 bins evenly over elements and over ticks (chi-square, 99 degrees of freedom)', () => {
    for (const draw of [(k: number) => uniform(SEED, 7, 3, k), (k: number) => uniform(SEED, 7, k, 3)]) {
      const bins = new Array<number>(100).fill(0);
      for (let k = 0; k < COUNT; k++) bins[Math.floor(100 * draw(k))]!++;
      const expected = COUNT / 100;
      const chi = bins.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
      assert.ok(chi > 45 && chi < 178, `chi-square ${chi}`); // one in 100,000 on either side
    }
  });

  const pairs: Record<string, [(k: number) => number, (k: number) => number]> = {
    'neighbouring elements': [(k) => uniform(SEED, 1, 0, k), (k) => uniform(SEED, 1, 0, k + 1)],
    'successive ticks': [(k) => uniform(SEED, 1, 0, k), (k) => uniform(SEED, 1, 1, k)],
    'neighbouring streams': [(k) => uniform(SEED, 1, 0, k), (k) => uniform(SEED, 2, 0, k)],
    'neighbouring seeds': [(k) => uniform(SEED, 1, 0, k), (k) => uniform(SEED + 1, 1, 0, k)],
    'tick and element exchanged': [(k) => uniform(SEED, 1, 5, k), (k) => uniform(SEED, 1, k, 5)],
  };
  for (const [name, [x, y]] of Object.entries(pairs))
    it(`does not correlate ${name}`, () => {
      assert.ok(Math.abs(correlation(x, y)) < 5 / Math.sqrt(COUNT));
    });

  it('counts its arguments modulo 2^32', () => {
    assert.equal(uniform(-1, 5, 6, -1), uniform(2 ** 32 - 1, 5, 6, 2 ** 32 - 1));
  });
});

describe('normal', () => {
  it('has the moments of the standard normal distribution', () => {
    const { mean, variance } = moments((k) => normal(SEED, 3, 0, k));
    assert.ok(Math.abs(mean) < 5 / Math.sqrt(COUNT));
    assert.ok(Math.abs(variance - 1) < (5 * Math.SQRT2) / Math.sqrt(COUNT));
  });

  it('has the right share beyond one, two and three standard deviations', () => {
    for (const [bound, share] of [
      [1, 0.31731050786291415],
      [2, 0.04550026389635842],
      [3, 0.0026997960632601866],
    ] as const) {
      let beyond = 0;
      for (let k = 0; k < COUNT; k++) if (Math.abs(normal(SEED, 4, 1, k)) > bound) beyond++;
      assert.ok(Math.abs(beyond / COUNT - share) < 5 * Math.sqrt(share / COUNT));
    }
  });

  it('is the quantile of the uniform number of the same place', () => {
    // Quantiles known to 15 digits; the search finds draws close to them.
    for (const [p, quantile] of [
      [0.975, 1.959963984540054],
      [0.25, -0.6744897501960817],
      [0.5, 0],
      [0.001, -3.090232306167813],
    ] as const) {
      let best = 0;
      for (let k = 0; k < COUNT; k++)
        if (Math.abs(uniform(1, 1, 1, k) - p) < Math.abs(uniform(1, 1, 1, best) - p)) best = k;
      const density = Math.exp(-(quantile ** 2) / 2) / Math.sqrt(2 * Math.PI);
      const shift = (uniform(1, 1, 1, best) - p) / density;
      const bound = 1e-12 + (1 + Math.abs(quantile)) * shift * shift;
      assert.ok(Math.abs(normal(1, 1, 1, best) - quantile - shift) < bound, `quantile of ${p}`);
    }
  });
});

describe('poisson', () => {
  for (const lam of [0.01, 1, 9.9, 10, 30, 1000])
    it(`has mean and variance ${lam}`, () => {
      const { mean, variance } = moments((k) => poisson(SEED, 5, 0, k, lam));
      assert.ok(Math.abs(mean - lam) < 5 * Math.sqrt(lam / COUNT));
      // Var(s^2) = (mu4 - sigma^4) / n, with mu4 = lam (1 + 3 lam).
      assert.ok(Math.abs(variance - lam) < 5 * Math.sqrt((lam + 2 * lam * lam) / COUNT));
    });

  it('gives every count its probability (chi-square)', () => {
    for (const lam of [3, 14]) {
      const counts = new Array<number>(60).fill(0);
      for (let k = 0; k < COUNT; k++) counts[poisson(SEED, 6, 2, k, lam)]!++;
      let chi = 0;
      let bins = 0;
      for (let k = 0, p = Math.exp(-lam); k < 60; k++, p *= lam / k) {
        if (COUNT * p < 20) continue;
        chi += (counts[k]! - COUNT * p) ** 2 / (COUNT * p);
        bins++;
      }
      assert.ok(chi < bins + 5 * Math.sqrt(2 * bins), `chi-square ${chi} of ${bins} bins`);
    }
  });

  for (const lam of [0, -1, Number.NaN])
    it(`is 0 for a mean of ${lam}`, () => assert.equal(poisson(1, 2, 3, 4, lam), 0));
});

describe('binomial', () => {
  for (const { n, p } of [
    { n: 10, p: 0.2 },
    { n: 10, p: 0.9 },
    { n: 1000, p: 0.001 },
    { n: 100, p: 0.5 },
    { n: 1, p: 0.3 },
  ])
    it(`has the moments for n = ${n}, p = ${p}`, () => {
      const { mean, variance } = moments((k) => binomial(SEED, 8, 0, k, n, p));
      const expected = n * p * (1 - p);
      assert.ok(Math.abs(mean - n * p) < 5 * Math.sqrt(expected / COUNT));
      assert.ok(Math.abs(variance - expected) < 0.05 * expected + 5 * Math.sqrt(expected / COUNT));
    });

  it('approximates by the normal distribution where n p and n (1 - p) are above 5', () => {
    const draws = Array.from({ length: 50 }, (_, k) => binomial(SEED, 8, 0, k, 100, 0.5));
    assert.ok(draws.some((x) => !Number.isInteger(x)));
  });

  it('is certain for p = 0 and p = 1', () => {
    assert.equal(binomial(1, 2, 3, 4, 7, 0), 0);
    assert.equal(binomial(1, 2, 3, 4, 7, 1), 7);
  });
});

describe('streamKey', () => {
  it('differs between sites and names, and is an unsigned 32-bit number', () => {
    const keys = new Set<number>();
    for (let k = 0; k < 100; k++)
      for (let site = 0; site < 10; site++) keys.add(streamKey(`neurongroup_${k}_stateupdater`, site));
    assert.equal(keys.size, 1000);
    for (const key of keys) assert.equal(key, key >>> 0);
  });
});
