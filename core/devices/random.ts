/**
 * Counter-based random numbers: the same draw for the same (seed, stream, tick, element), on every device,
 * in any order. Generator: Threefry-2x32 with 20 rounds (Salmon, Moraes, Dror, Shaw: Parallel random numbers:
 * as easy as 1, 2, 3, SC11), key (seed, stream), counter (tick, element).
 * `templates/cpp/random.h.njk` is the same in C++; whoever changes one changes both.
 */

const TWO_26 = 67108864;
const TWO_MINUS_53 = 2 ** -53;
const TWO_MINUS_54 = 2 ** -54;
/** Separates the streams of repeated draws for one element. */
const DRAW_STEP = 0x9e3779b9;
/** Ends loops that a NaN would keep going. */
const MAX_SEARCH = 2000;

/** Key of a random stream: call site `site` of the code object `name`. An unsigned 32-bit hash. */
export function streamKey(name: string, site: number): number {
  let hash = 0x811c9dc5;
  const text = `${name}#${site}`;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One uniform number in [0, 1), a multiple of 2^-53. Arguments count modulo 2^32. */
export function uniform(seed: number, stream: number, tick: number, element: number): number {
  const k0 = seed | 0;
  const k1 = stream | 0;
  const k2 = 0x1bd11bda ^ k0 ^ k1;
  // Written out in full: V8 keeps both halves in registers, and nothing is allocated.
  let a = (tick + k0) | 0;
  let b = (element + k1) | 0;
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k1) | 0;
  b = (b + k2 + 1) | 0;
  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0;
  b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0;
  b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0;
  b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + k2) | 0;
  b = (b + k0 + 2) | 0;
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k0) | 0;
  b = (b + k1 + 3) | 0;
  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0;
  b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0;
  b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0;
  b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + k1) | 0;
  b = (b + k2 + 4) | 0;
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k2) | 0;
  b = (b + k0 + 5) | 0;
  return ((a >>> 5) * TWO_26 + (b >>> 6)) * TWO_MINUS_53;
}

/** One number from the standard normal distribution: the quantile of one uniform number. */
export function normal(seed: number, stream: number, tick: number, element: number): number {
  // Exact, and never on the bounds: the middle of the uniform number's interval, less a half.
  return normalQuantile(uniform(seed, stream, tick, element) - 0.5 + TWO_MINUS_54);
}

/** One Poisson number of mean `lam`; 0 where `lam` is not positive. */
export function poisson(seed: number, stream: number, tick: number, element: number, lam: number): number {
  if (!(lam > 0)) return 0;
  if (lam >= 10) return poissonByRejection(seed, stream, tick, element, lam);
  let u = uniform(seed, stream, tick, element);
  let p = Math.exp(-lam);
  let k = 0;
  while (u >= p && k < MAX_SEARCH) {
    u -= p;
    k++;
    p *= lam / k;
  }
  return k;
}

/**
 * One binomial number as Brian's BinomialFunction draws it: exact where n p or n (1 - p) is at most 5, else
 * the normal approximation, which may be fractional or negative.
 */
export function binomial(
  seed: number,
  stream: number,
  tick: number,
  element: number,
  n: number,
  p: number,
): number {
  if (n * p > 5 && n * (1 - p) > 5) {
    return n * p + Math.sqrt(n * p * (1 - p)) * normal(seed, stream, tick, element);
  }
  return exactBinomial(seed, stream, tick, element, n, p);
}

/** One binomial number, whatever `n` and `p` are. */
export function exactBinomial(
  seed: number,
  stream: number,
  tick: number,
  element: number,
  n: number,
  p: number,
): number {
  const rare = p > 0.5 ? 1 - p : p;
  if (!(rare > 0)) return p > 0.5 ? n : 0;
  const odds = rare / (1 - rare);
  if (n * rare >= 10) {
    const k = binomialByRejection(seed, stream, tick, element, n, rare);
    return p > 0.5 ? n - k : k;
  }
  let u = uniform(seed, stream, tick, element);
  let probability = Math.exp(n * Math.log1p(-rare));
  let k = 0;
  while (u >= probability && k < n && k < MAX_SEARCH) {
    u -= probability;
    k++;
    probability *= ((n - k + 1) / k) * odds;
  }
  return p > 0.5 ? n - k : k;
}

/** Transformed rejection for means of 10 or more (Hoermann 1993, algorithm PTRS). */
function poissonByRejection(
  seed: number,
  stream: number,
  tick: number,
  element: number,
  lam: number,
): number {
  const logLam = Math.log(lam);
  const b = 0.931 + 2.53 * Math.sqrt(lam);
  const a = -0.059 + 0.02483 * b;
  const logInverseAlpha = Math.log(1.1239 + 1.1328 / (b - 3.4));
  const vr = 0.9277 - 3.6224 / (b - 2);
  let key = stream;
  for (let attempt = 0; attempt < MAX_SEARCH; attempt++) {
    const u = uniform(seed, key, tick, element) - 0.5;
    key = (key + DRAW_STEP) | 0;
    const v = uniform(seed, key, tick, element);
    key = (key + DRAW_STEP) | 0;
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + lam + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const acceptance = Math.log(v) + logInverseAlpha - Math.log(a / (us * us) + b);
    if (acceptance <= k * logLam - lam - logFactorial(k)) return k;
  }
  return Math.floor(lam);
}

/** Transformed rejection for n p of 10 or more, p at most 0.5 (Hoermann 1993, algorithm BTRS). */
function binomialByRejection(
  seed: number,
  stream: number,
  tick: number,
  element: number,
  n: number,
  p: number,
): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const vr = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const logOdds = Math.log(p / (1 - p));
  const mode = Math.floor((n + 1) * p);
  const logMode = logFactorial(mode) + logFactorial(n - mode);
  let key = stream;
  for (let attempt = 0; attempt < MAX_SEARCH; attempt++) {
    const u = uniform(seed, key, tick, element) - 0.5;
    key = (key + DRAW_STEP) | 0;
    const v = uniform(seed, key, tick, element);
    key = (key + DRAW_STEP) | 0;
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + n * p + 0.5);
    if (k < 0 || k > n) continue;
    if (us >= 0.07 && v <= vr) return k;
    const acceptance = Math.log((v * alpha) / (a / (us * us) + b));
    if (acceptance <= logMode - logFactorial(k) - logFactorial(n - k) + (k - mode) * logOdds) return k;
  }
  return mode;
}

/** log(k!), by Stirling's series from 10 on. */
function logFactorial(k: number): number {
  if (k < 10) {
    let product = 1;
    for (let factor = 2; factor <= k; factor++) product *= factor;
    return Math.log(product);
  }
  const r = 1 / k;
  const r2 = r * r;
  const series = r * (1 / 12 - r2 * (1 / 360 - r2 * (1 / 1260 - r2 / 1680)));
  return (k + 0.5) * Math.log(k) - k + 0.9189385332046728 + series;
}

/** Quantile of the standard normal distribution at 0.5 + q (Wichura 1988, algorithm AS 241, PPND16). */
export function normalQuantile(q: number): number {
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) *
          r +
          13731.69376550946) *
          r +
          1971.5909503065513) *
          r +
          133.14166789178438) *
          r +
          3.3871328727963665)) /
      (((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) *
        r +
        5394.196021424751) *
        r +
        687.1870074920579) *
        r +
        42.31333070160091) *
        r +
        1)
    );
  }
  const r = Math.sqrt(-Math.log(0.5 - Math.abs(q)));
  const x = r <= 5 ? middleQuantile(r - 1.6) : tailQuantile(r - 5);
  return q < 0 ? -x : x;
}

function middleQuantile(r: number): number {
  return (
    (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
      1.2704582524523684) *
      r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
      1.4234371107496835) /
    (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
      0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
      1)
  );
}

function tailQuantile(r: number): number {
  return (
    (((((((2.0103343992922881e-7 * r + 0.000027115555687434876) * r + 0.0012426609473880784) * r +
      0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
      6.657904643501103) /
    (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 0.000018463183175100548) * r +
      0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
      1)
  );
}
