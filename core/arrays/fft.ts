/** Discrete Fourier transforms of complex sequences of any length. */

/** Real and imaginary parts. */
export interface Complex {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

export function zeros(length: number): Complex {
  return { re: new Float64Array(length), im: new Float64Array(length) };
}

/** The transform; `inverse` has the opposite sign and divides by the length. */
export function fourier(values: Complex, inverse = false): Complex {
  const length = values.re.length;
  const result = { re: values.re.slice(), im: values.im.slice() };
  if (inverse) conjugate(result);
  const transformed = transform(result);
  if (!inverse) return transformed;
  conjugate(transformed);
  for (let k = 0; k < length; k++) {
    transformed.re[k]! /= length;
    transformed.im[k]! /= length;
  }
  return transformed;
}

function conjugate({ im }: Complex): void {
  for (let k = 0; k < im.length; k++) im[k] = -im[k]!;
}

function transform(values: Complex): Complex {
  const length = values.re.length;
  if (length <= 1) return values;
  if ((length & (length - 1)) === 0) return powerOfTwo(values);
  return length <= 32 ? direct(values) : chirp(values);
}

/** exp(-2 pi i k / n), exact at the quarters of the circle. */
function twiddle(k: number, n: number): readonly [number, number] {
  const eighths = (8 * k) / n;
  if (Number.isInteger(eighths) && eighths % 2 === 0) {
    const quarter = (eighths / 2) % 4;
    return [[1, 0, -1, 0][quarter]!, [0, -1, 0, 1][quarter]!];
  }
  const angle = (-2 * Math.PI * k) / n;
  return [Math.cos(angle), Math.sin(angle)];
}

function direct({ re, im }: Complex): Complex {
  const n = re.length;
  const result = zeros(n);
  const table = Array.from({ length: n }, (_, k) => twiddle(k, n));
  for (let k = 0; k < n; k++)
    for (let m = 0; m < n; m++) {
      const [c, s] = table[(k * m) % n]!;
      result.re[k]! += re[m]! * c - im[m]! * s;
      result.im[k]! += re[m]! * s + im[m]! * c;
    }
  return result;
}

/** Cooley and Tukey's algorithm, in place after a bit reversal. */
function powerOfTwo({ re, im }: Complex): Complex {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j]!, re[i]!];
      [im[i], im[j]] = [im[j]!, im[i]!];
    }
  }
  for (let size = 2; size <= n; size *= 2) butterflies({ re, im }, size);
  return { re, im };
}

function butterflies({ re, im }: Complex, size: number): void {
  const half = size / 2;
  for (let k = 0; k < half; k++) {
    const [c, s] = twiddle(k, size);
    for (let a = k; a < re.length; a += size) {
      const b = a + half;
      const x = re[b]! * c - im[b]! * s;
      const y = re[b]! * s + im[b]! * c;
      re[b] = re[a]! - x;
      im[b] = im[a]! - y;
      re[a]! += x;
      im[a]! += y;
    }
  }
}

/** Bluestein's algorithm: the transform as a convolution, whose length may be chosen. */
function chirp({ re, im }: Complex): Complex {
  const n = re.length;
  let size = 1;
  while (size < 2 * n - 1) size *= 2;
  const [a, b] = [zeros(size), zeros(size)];
  // k*k modulo 2n keeps the angle small, and so exact.
  const factors = Array.from({ length: n }, (_, k) => twiddle((k * k) % (2 * n), 2 * n));
  factors.forEach(([c, s], k) => {
    a.re[k] = re[k]! * c - im[k]! * s;
    a.im[k] = re[k]! * s + im[k]! * c;
    b.re[k] = c;
    b.im[k] = -s;
    if (k > 0) {
      b.re[size - k] = c;
      b.im[size - k] = -s;
    }
  });
  const product = multiplied(powerOfTwo(a), powerOfTwo(b));
  const convolved = fourier(product, true);
  const result = zeros(n);
  factors.forEach(([c, s], k) => {
    result.re[k] = convolved.re[k]! * c - convolved.im[k]! * s;
    result.im[k] = convolved.re[k]! * s + convolved.im[k]! * c;
  });
  return result;
}

function multiplied(a: Complex, b: Complex): Complex {
  const result = zeros(a.re.length);
  for (let k = 0; k < a.re.length; k++) {
    result.re[k] = a.re[k]! * b.re[k]! - a.im[k]! * b.im[k]!;
    result.im[k] = a.re[k]! * b.im[k]! + a.im[k]! * b.re[k]!;
  }
  return result;
}
