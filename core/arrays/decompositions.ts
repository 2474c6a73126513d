/** Factors of small dense matrices: symmetric eigenvalues, singular values, QR, Cholesky. */
import { arrayError } from './errors.ts';
import { arrayOf, identity, type Matrix, rowsOf } from './matrixRows.ts';
import { NdArray } from './ndarray.ts';

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
