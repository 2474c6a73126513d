/** The functions of `math` that work on ints. */
import { pythonError, valueError } from '../../objects/errors.ts';
import { bitLength } from '../../operations/arithmetic.ts';
import { toBigInteger } from '../../operations/numbers.ts';
import type { PyValue } from '../../values.ts';

/** Beyond it the result has millions of digits, and a script would only wait. */
const LARGEST = 200_000n;

/** `n!`. Raises TypeError, ValueError, OverflowError. */
export function factorial(value: PyValue): bigint {
  const n = toBigInteger(value);
  if (n < 0n) throw valueError('factorial() not defined for negative values');
  checkSize(n);
  return product(1n, n);
}

/** Ways to choose `k` of `n` without order. */
export function combinations(total: PyValue, chosen: PyValue): bigint {
  const [n, k] = counts(total, chosen);
  if (k > n) return 0n;
  const few = k < n - k ? k : n - k;
  checkSize(few);
  return product(n - few + 1n, n) / product(1n, few);
}

/** Ways to choose `k` of `n` in order. */
export function permutations(total: PyValue, chosen: PyValue): bigint {
  if (chosen === null) return factorial(total);
  const [n, k] = counts(total, chosen);
  if (k > n) return 0n;
  checkSize(k);
  return product(n - k + 1n, n);
}

export function greatestDivisor(values: readonly PyValue[]): bigint {
  return values.map(toBigInteger).reduce(divisor, 0n);
}

export function leastMultiple(values: readonly PyValue[]): bigint {
  return values.map(toBigInteger).reduce((a, b) => {
    if (a === 0n || b === 0n) return 0n;
    return magnitude((a / divisor(a, b)) * b);
  }, 1n);
}

/** The whole part of the root. Raises ValueError. */
export function squareRoot(value: PyValue): bigint {
  const n = toBigInteger(value);
  if (n < 0n) throw valueError('isqrt() argument must be nonnegative');
  if (n < 2n) return n;
  let root = 1n << BigInt((bitLength(n) + 1) >> 1);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

function counts(total: PyValue, chosen: PyValue): [bigint, bigint] {
  const [n, k] = [toBigInteger(total), toBigInteger(chosen)];
  if (n < 0n) throw valueError('n must be a non-negative integer');
  if (k < 0n) throw valueError('k must be a non-negative integer');
  return [n, k];
}

/** The product of all ints from `first` to `last`, halves first so that the factors grow evenly. */
function product(first: bigint, last: bigint): bigint {
  if (last < first) return 1n;
  if (last - first < 8n) {
    let result = first;
    for (let k = first + 1n; k <= last; k++) result *= k;
    return result;
  }
  const middle = (first + last) >> 1n;
  return product(first, middle) * product(middle + 1n, last);
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function checkSize(count: bigint): void {
  if (count > LARGEST) throw pythonError('OverflowError', 'the result has too many digits');
}
