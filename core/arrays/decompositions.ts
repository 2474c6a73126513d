/** Factors of small dense matrices: eigenvalues, singular values, QR, Cholesky. Rows lie one after the other. */
import { arrayError } from './errors.ts';
import { NdArray } from './ndarray.ts';

type Matrix = Float64Array[];

function rowsOf(array: NdArray): Matrix {
  const [rows, columns] = array.shape as [number, number];
  const flat = array.toFloat64();
  return Array.from({ length: rows }, (_, k) => flat.slice(k * columns, (k + 1) * columns));
}

function arrayOf(rows: Matrix, columns = rows[0]?.length ?? 0): NdArray {
  const result = NdArray.zeros([rows.length, columns]);
  rows.forEach((row, k) => {
    result.data.set(row.subarray(0, columns), k * columns);
  });
  return result;
}

function identity(size: number): Matrix {
  return Array.from({ length: size }, (_, k) => {
    const row = new Float64Array(size);
    row[k] = 1;
    return row;
  });
}

/** Eigenvalues of a symmetric matrix in ascending order, and its eigenvectors as columns (Jacobi's method). */
export function symmetricEigen(array: NdArray): { values: NdArray; vectors: NdArray } {
  const a = rowsOf(array);
  const n = a.length;
  const v = identity(n);
  // The lower triangle counts, as in LAPACK.
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) a[i]![j] = a[j]![i]!;
  for (let sweep = 0; sweep < 100 && offDiagonal(a) > 0; sweep++)
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q);
  const order = a.map((_, k) => k).sort((i, j) => a[i]![i]! - a[j]![j]!);
  const values = NdArray.of(order.map((k) => a[k]![k]!));
  const vectors = v.map((row) => Float64Array.from(order, (k) => row[k]!));
  return { values, vectors: arrayOf(withPositiveEnds(vectors), n) };
}

function offDiagonal(a: Matrix): number {
  let sum = 0;
  a.forEach((row, i) => {
    row.forEach((x, j) => {
      if (i !== j) sum += x * x;
    });
  });
  return sum;
}

function rotate(a: Matrix, v: Matrix, p: number, q: number): void {
  const apq = a[p]![q]!;
  if (apq === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k]![p]!, a[k]![q]!];
    a[k]![p] = c * x - s * y;
    a[k]![q] = s * x + c * y;
  }
  const [rowP, rowQ] = [a[p]!, a[q]!];
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [rowP[k]!, rowQ[k]!];
    rowP[k] = c * x - s * y;
    rowQ[k] = s * x + c * y;
  }
  for (const row of v) {
    const [x, y] = [row[p]!, row[q]!];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }
}

/** The sign of an eigenvector is free; LAPACK's usually end in a positive number. */
function withPositiveEnds(vectors: Matrix): Matrix {
  const last = vectors[vectors.length - 1];
  if (last === undefined) return vectors;
  const signs = Float64Array.from(last, (x) => (x < 0 ? -1 : 1));
  return vectors.map((row) => row.map((x, k) => x * signs[k]!));
}

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

/** `u`, singular values in descending order, and `vt`, by rotations from one side (Hestenes). */
export function singularValues(array: NdArray): { u: NdArray; s: NdArray; vt: NdArray } {
  const [rows, columns] = array.shape as [number, number];
  if (rows < columns) {
    const { u, s, vt } = singularValues(transposed(array));
    return { u: transposed(vt), s, vt: transposed(u) };
  }
  // Columns of `a` and of `v` are kept as rows.
  const a = rowsOf(transposed(array));
  const v = identity(columns);
  for (let sweep = 0, turned = true; turned && sweep < 100; sweep++) {
    turned = false;
    for (let p = 0; p < columns; p++)
      for (let q = p + 1; q < columns; q++) if (orthogonalize(a, v, p, q)) turned = true;
  }
  const sizes = a.map((column) => Math.hypot(...column));
  const order = sizes.map((_, k) => k).sort((i, j) => sizes[j]! - sizes[i]!);
  const left = order.map((k) => a[k]!.map((x) => (sizes[k] === 0 ? 0 : x / sizes[k]!)));
  return {
    u: transposed(arrayOf(left, rows)),
    s: NdArray.of(order.map((k) => sizes[k]!)),
    vt: arrayOf(
      order.map((k) => v[k]!),
      columns,
    ),
  };
}

function orthogonalize(a: Matrix, v: Matrix, p: number, q: number): boolean {
  const [x, y] = [a[p]!, a[q]!];
  let [alpha, beta, gamma] = [0, 0, 0];
  for (let k = 0; k < x.length; k++) {
    alpha += x[k]! * x[k]!;
    beta += y[k]! * y[k]!;
    gamma += x[k]! * y[k]!;
  }
  if (Math.abs(gamma) <= 1e-16 * Math.sqrt(alpha * beta) || gamma === 0) return false;
  const zeta = (beta - alpha) / (2 * gamma);
  const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(zeta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = c * t;
  for (const [first, second] of [
    [x, y],
    [v[p]!, v[q]!],
  ] as const)
    for (let k = 0; k < first.length; k++) {
      const [left, right] = [first[k]!, second[k]!];
      first[k] = c * left - s * right;
      second[k] = s * left + c * right;
    }
  return true;
}

function transposed(array: NdArray): NdArray {
  const [rows, columns] = array.shape as [number, number];
  return new NdArray(array.toFloat64(), [columns, rows], 'float64', [1, columns]).copy();
}

/** Householder's factors, of reduced size: `q` with orthonormal columns, `r` upper triangular. */
export function orthogonalTriangular(array: NdArray): { q: NdArray; r: NdArray } {
  const [rows, columns] = array.shape as [number, number];
  const size = Math.min(rows, columns);
  const a = rowsOf(array);
  const q = identity(rows);
  for (let k = 0; k < Math.min(rows - 1, columns); k++) {
    const norm = Math.hypot(...a.slice(k).map((row) => row[k]!));
    const alpha = a[k]![k]! > 0 ? -norm : norm;
    const v = a.map((row, i) => (i < k ? 0 : i === k ? row[k]! - alpha : row[k]!));
    const length = v.reduce((sum, x) => sum + x * x, 0);
    if (length === 0) continue;
    for (let j = 0; j < columns; j++) {
      const factor = (2 * v.reduce((sum, x, i) => sum + x * a[i]![j]!, 0)) / length;
      for (let i = k; i < rows; i++) a[i]![j]! -= factor * v[i]!;
    }
    for (const row of q) {
      const factor = (2 * v.reduce((sum, x, i) => sum + x * row[i]!, 0)) / length;
      for (let i = k; i < rows; i++) row[i]! -= factor * v[i]!;
    }
  }
  for (let i = 1; i < rows; i++) a[i]!.fill(0, 0, Math.min(i, columns));
  return { q: arrayOf(q, size), r: arrayOf(a.slice(0, size), columns) };
}

/** The lower triangular factor of a positive definite matrix. Raises LinAlgError. */
export function choleskyFactor(array: NdArray): NdArray {
  const a = rowsOf(array);
  const n = a.length;
  const l = a.map(() => new Float64Array(n));
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k++) sum -= l[i]![k]! * l[j]![k]!;
      if (i === j && !(sum > 0)) throw arrayError('LinAlgError', 'Matrix is not positive definite');
      l[i]![j] = i === j ? Math.sqrt(sum) : sum / l[j]![j]!;
    }
  return arrayOf(l, n);
}
