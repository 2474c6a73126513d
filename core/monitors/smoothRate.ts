import { roundHalfEven } from '../functions/timedArray.ts';
import { ProblemError } from '../problems/problem.ts';

/**
 * A rate smoothed by a window: `gaussian` (sigma = width, cut off at two widths), `flat` (width rounded to an
 * odd number of steps), or an odd number of weights. Convolution of the mode `same`, with zeros beyond the ends.
 * @param rate Hz, one per step
 * @param dt seconds
 * @param width seconds; required for a named window, forbidden for weights
 */
export function smoothRate(
  rate: ArrayLike<number>,
  dt: number,
  window: string | ArrayLike<number>,
  width?: number,
): Float64Array {
  return convolveSame(rate, normalised(weightsOf(window, dt, width)));
}

function weightsOf(window: string | ArrayLike<number>, dt: number, width?: number): Float64Array {
  if (typeof window !== 'string') {
    if (width !== undefined) throw invalid('TypeError', 'Can only specify a width for a predefined window');
    if (window.length % 2 === 0)
      throw invalid('TypeError', 'The window has to have an odd number of values.');
    return Float64Array.from(window);
  }
  if (width === undefined) throw invalid('TypeError', 'Need a width when using a predefined window.');
  if (window === 'gaussian') return gaussian(width, dt);
  if (window === 'flat') return new Float64Array(2 * roundHalfEven(width / (2 * dt)) + 1).fill(1);
  throw invalid('NotImplementedError', `Unknown pre-defined window "${window}"`);
}

function gaussian(width: number, dt: number): Float64Array {
  const half = roundHalfEven((2 * width) / dt);
  return Float64Array.from({ length: 2 * half + 1 }, (_, k) =>
    Math.exp(-(((k - half) * dt) ** 2) / (2 * width ** 2)),
  );
}

function normalised(weights: Float64Array): Float64Array {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

/** As NumPy's convolve with mode `same`: as long as the longer of the two. */
function convolveSame(signal: ArrayLike<number>, weights: Float64Array): Float64Array {
  const length = Math.max(signal.length, weights.length);
  const offset = Math.floor((Math.min(signal.length, weights.length) - 1) / 2);
  return Float64Array.from({ length }, (_, k) => {
    let sum = 0;
    const n = k + offset;
    const first = Math.max(0, n - weights.length + 1);
    const last = Math.min(signal.length - 1, n);
    for (let s = first; s <= last; s++) sum += signal[s]! * weights[n - s]!;
    return sum;
  });
}

function invalid(errorClass: string, message: string): ProblemError {
  return new ProblemError({ code: 'smooth-rate', severity: 'error', errorClass, message });
}
