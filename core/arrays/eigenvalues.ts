/** Eigenvalues and eigenvectors of matrices that are not symmetric. */
import { arrayError } from './errors.ts';
import { type Matrix, rowsOf } from './matrixRows.ts';
import { NdArray } from './ndarray.ts';

/** Eigenvalues of any real matrix, and for real ones the eigenvectors as columns. */
export function generalEigen(array: NdArray): { re: NdArray; im: NdArray; vectors?: NdArray } {
  const { re, im } = hessenbergEigenvalues(rowsOf(array));
  const isReal = im.every((x) => x === 0);
  const vectors = isReal ? eigenvectors(rowsOf(array), re) : undefined;
  return { re: NdArray.of(re), im: NdArray.of(im), vectors };
}

/** Shifted QR iterations on the Hessenberg form (Wilkinson and Reinsch's `hqr`). */
function hessenbergEigenvalues(h: Matrix): { re: Float64Array; im: Float64Array } {
  reduceToHessenberg(h);
  const n = h.length;
  const [re, im] = [new Float64Array(n), new Float64Array(n)];
  let last = n - 1;
  let shiftSum = 0;
  for (let iterations = 0; last >= 0; ) {
    const split = splitPoint(h, last);
    const x = h[last]![last]!;
    if (split === last) {
      re[last] = x + shiftSum;
      last -= 1;
      iterations = 0;
      continue;
    }
    const y = h[last - 1]![last - 1]!;
    const w = h[last]![last - 1]! * h[last - 1]![last]!;
    if (split === last - 1) {
      pairOf(x, y, w, shiftSum, last, re, im);
      last -= 2;
      iterations = 0;
      continue;
    }
    if (iterations === 60) throw arrayError('LinAlgError', 'Eigenvalues did not converge');
    if (iterations === 10 || iterations === 20) shiftSum += exceptionalShift(h, last);
    iterations += 1;
    francisStep(h, split, last, iterations === 11 || iterations === 21);
  }
  return { re, im };
}

function reduceToHessenberg(h: Matrix): void {
  const n = h.length;
  for (let m = 1; m < n - 1; m++) {
    let pivot = m;
    for (let row = m; row < n; row++)
      if (Math.abs(h[row]![m - 1]!) > Math.abs(h[pivot]![m - 1]!)) pivot = row;
    if (h[pivot]![m - 1] === 0) continue;
    [h[pivot], h[m]] = [h[m]!, h[pivot]!];
    for (const row of h) [row[pivot], row[m]] = [row[m]!, row[pivot]!];
    for (let row = m + 1; row < n; row++) {
      const factor = h[row]![m - 1]! / h[m]![m - 1]!;
      if (factor === 0) continue;
      for (let k = m - 1; k < n; k++) h[row]![k]! -= factor * h[m]![k]!;
      for (const other of h) other[m]! += factor * other[row]!;
    }
  }
  for (let row = 2; row < n; row++) h[row]!.fill(0, 0, row - 1);
}

/** Where the subdiagonal is negligible, counted from below. */
function splitPoint(h: Matrix, last: number): number {
  for (let k = last; k >= 1; k--) {
    const size = Math.abs(h[k - 1]![k - 1]!) + Math.abs(h[k]![k]!);
    if (Math.abs(h[k]![k - 1]!) <= Number.EPSILON * (size === 0 ? 1 : size)) {
      h[k]![k - 1] = 0;
      return k;
    }
  }
  return 0;
}

function pairOf(
  x: number,
  y: number,
  w: number,
  shift: number,
  last: number,
  re: Float64Array,
  im: Float64Array,
): void {
  const p = 0.5 * (y - x);
  const q = p * p + w;
  const z = Math.sqrt(Math.abs(q));
  if (q < 0) {
    re[last - 1] = x + p + shift;
    re[last] = x + p + shift;
    im[last - 1] = z;
    im[last] = -z;
    return;
  }
  const root = p + (p < 0 ? -z : z);
  re[last - 1] = x + root + shift;
  re[last] = root === 0 ? x + shift : x - w / root + shift;
}

function exceptionalShift(h: Matrix, last: number): number {
  const shift = h[last]![last]!;
  for (let k = 0; k <= last; k++) h[k]![k]! -= shift;
  return shift;
}

/** One double step on the rows from `first` to `last`. */
function francisStep(h: Matrix, first: number, last: number, exceptional: boolean): void {
  const scale = Math.abs(h[last]![last - 1]!) + Math.abs(h[last - 1]![last - 2]!);
  const x = exceptional ? 0.75 * scale : h[last]![last]!;
  const y = exceptional ? x : h[last - 1]![last - 1]!;
  const w = exceptional ? -0.4375 * scale * scale : h[last]![last - 1]! * h[last - 1]![last]!;
  let m = last - 2;
  let [p, q, r] = [0, 0, 0];
  for (; m >= first; m--) {
    const z = h[m]![m]!;
    const [a, b] = [x - z, y - z];
    p = (a * b - w) / h[m + 1]![m]! + h[m]![m + 1]!;
    q = h[m + 1]![m + 1]! - z - a - b;
    r = h[m + 2]![m + 1]!;
    const size = Math.abs(p) + Math.abs(q) + Math.abs(r);
    [p, q, r] = [p / size, q / size, r / size];
    if (m === first) break;
    const left = Math.abs(h[m]![m - 1]!) * (Math.abs(q) + Math.abs(r));
    const around = Math.abs(h[m - 1]![m - 1]!) + Math.abs(z) + Math.abs(h[m + 1]![m + 1]!);
    if (left <= Number.EPSILON * Math.abs(p) * around) break;
  }
  for (let k = m + 2; k <= last; k++) {
    h[k]![k - 2] = 0;
    if (k > m + 2) h[k]![k - 3] = 0;
  }
  for (let k = m; k < last; k++) {
    if (k !== m) {
      p = h[k]![k - 1]!;
      q = h[k + 1]![k - 1]!;
      r = k + 1 < last ? h[k + 2]![k - 1]! : 0;
    }
    reflect(h, k, first, m, last, p, q, r);
  }
}

function reflect(
  h: Matrix,
  k: number,
  first: number,
  m: number,
  last: number,
  p0: number,
  q0: number,
  r0: number,
): void {
  const scale = k === m ? 1 : Math.abs(p0) + Math.abs(q0) + Math.abs(r0);
  if (scale === 0) return;
  let [p, q, r] = [p0 / scale, q0 / scale, r0 / scale];
  const norm = Math.sqrt(p * p + q * q + r * r);
  const s = p < 0 ? -norm : norm;
  if (s === 0) return;
  if (k !== m) h[k]![k - 1] = -s * scale;
  else if (first !== m) h[k]![k - 1] = -h[k]![k - 1]!;
  p += s;
  const [x, y, z] = [p / s, q / s, r / s];
  q /= p;
  r /= p;
  const hasThird = k + 1 < last;
  for (let j = k; j < h.length; j++) {
    const sum = h[k]![j]! + q * h[k + 1]![j]! + (hasThird ? r * h[k + 2]![j]! : 0);
    if (hasThird) h[k + 2]![j]! -= sum * z;
    h[k + 1]![j]! -= sum * y;
    h[k]![j]! -= sum * x;
  }
  for (let i = 0; i <= Math.min(last, k + 3); i++) {
    const row = h[i]!;
    const sum = x * row[k]! + y * row[k + 1]! + (hasThird ? z * row[k + 2]! : 0);
    if (hasThird) row[k + 2]! -= sum * r;
    row[k + 1]! -= sum * q;
    row[k]! -= sum;
  }
}

/** Null vectors of `a - value`, by inverse iteration. */
function eigenvectors(a: Matrix, values: Float64Array): NdArray {
  const n = a.length;
  const columns = Array.from(values, (value, index) => {
    const twins = Array.from(values.subarray(0, index)).filter((other) => other === value).length;
    const shifted = a.map((row, k) => row.map((x, j) => (j === k ? x - value * (1 + 1e-14) - 1e-300 : x)));
    let vector: Float64Array = Float64Array.from({ length: n }, (_, k) =>
      k === (index + twins) % n ? 1 : 1e-3,
    );
    for (let step = 0; step < 3; step++) vector = normalized(solved(shifted, vector));
    // What is left of the start is nothing.
    return vector.map((x) => (Math.abs(x) < 1e-15 ? 0 : x));
  });
  const result = NdArray.zeros([n, n]);
  columns.forEach((column, j) => {
    column.forEach((x, i) => {
      result.data[i * n + j] = x;
    });
  });
  return result;
}

function normalized(vector: Float64Array): Float64Array {
  const size = Math.hypot(...vector);
  const largest = vector.reduce((best, x) => (Math.abs(x) > Math.abs(best) ? x : best), 0);
  return vector.map((x) => x / (largest < 0 ? -size : size));
}

function solved(matrix: Matrix, right: Float64Array): Float64Array {
  const n = matrix.length;
  const rows = matrix.map((row, k) => Float64Array.of(...row, right[k]!));
  for (let pivot = 0; pivot < n; pivot++) {
    let best = pivot;
    for (let row = pivot + 1; row < n; row++)
      if (Math.abs(rows[row]![pivot]!) > Math.abs(rows[best]![pivot]!)) best = row;
    [rows[pivot], rows[best]] = [rows[best]!, rows[pivot]!];
    if (Math.abs(rows[pivot]![pivot]!) < 1e-300) rows[pivot]![pivot] = 1e-300;
    for (let row = pivot + 1; row < n; row++) {
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!;
      for (let k = pivot; k <= n; k++) rows[row]![k]! -= factor * rows[pivot]![k]!;
    }
  }
  const x = new Float64Array(n);
  for (let row = n - 1; row >= 0; row--) {
    let sum = rows[row]![n]!;
    for (let k = row + 1; k < n; k++) sum -= rows[row]![k]! * x[k]!;
    x[row] = sum / rows[row]![row]!;
  }
  return x;
}
