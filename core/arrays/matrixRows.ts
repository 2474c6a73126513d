/** Matrices as lists of rows, which is how factors are found. */
import { NdArray } from './ndarray.ts';

export type Matrix = Float64Array[];

export function rowsOf(array: NdArray): Matrix {
  const [rows, columns] = array.shape as [number, number];
  const flat = array.toFloat64();
  return Array.from({ length: rows }, (_, k) => flat.slice(k * columns, (k + 1) * columns));
}

export function arrayOf(rows: Matrix, columns = rows[0]?.length ?? 0): NdArray {
  const result = NdArray.zeros([rows.length, columns]);
  rows.forEach((row, k) => {
    result.data.set(row.subarray(0, columns), k * columns);
  });
  return result;
}

export function identity(size: number): Matrix {
  return Array.from({ length: size }, (_, k) => {
    const row = new Float64Array(size);
    row[k] = 1;
    return row;
  });
}
