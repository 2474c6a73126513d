/** Products and small dense linear algebra. */
import { broadcastShapes, broadcastTo } from './broadcast.ts';
import { allocate, promote } from './dtype.ts';
import { binary, unary } from './elementwise.ts';
import { arrayError } from './errors.ts';
import { NdArray, product, shapeText } from './ndarray.ts';
import { reduce } from './reduce.ts';
import { atLeast, concatenate, ravel, reshape, stack, take, transpose } from './shape.ts';

/** `np.dot`: product, inner product or matrix product. Raises ValueError. */
export function dot(a: NdArray, b: NdArray): NdArray {
  if (a.ndim === 0 || b.ndim === 0) return binary('multiply', a, b);
  const length = a.shape[a.ndim - 1]!;
  const contracted = b.ndim === 1 ? 0 : b.ndim - 2;
  if (b.shape[contracted] !== length)
    throw arrayError(
      'ValueError',
      `shapes ${shapeText(a.shape)} and ${shapeText(b.shape)} not aligned: ${length} (dim ${a.ndim - 1}) != ${b.shape[contracted]} (dim ${contracted})`,
    );
  return contract(a, b, length, contracted);
}

/** `a @ b` where either has more than two axes: a stack of products. */
export function batchedProduct(a: NdArray, b: NdArray): NdArray {
  if (a.ndim <= 2 && b.ndim <= 2) return matmul(a, b);
  const [x, y] = [a.ndim === 1 ? atLeast(a, 2) : a, b.ndim === 1 ? transpose(atLeast(b, 2)) : b];
  const batch = broadcastShapes(x.shape.slice(0, -2), y.shape.slice(0, -2));
  const spread = (array: NdArray) => {
    const inner = array.shape.slice(-2);
    const whole = broadcastTo(array, [...batch, ...inner])!.copy();
    return reshape(whole, [product(batch), ...inner]);
  };
  const [left, right] = [spread(x), spread(y)];
  const parts = Array.from({ length: product(batch) }, (_, k) => matmul(slice(left, k), slice(right, k)));
  const stacked = stack(parts);
  const shape = [
    ...batch,
    ...(a.ndim === 1 ? [] : [x.shape.at(-2)!]),
    ...(b.ndim === 1 ? [] : [y.shape.at(-1)!]),
  ];
  return reshape(stacked, shape);
}

function slice(array: NdArray, k: number): NdArray {
  return reshape(take(array, [k], 0), array.shape.slice(1));
}

/** `a @ b`. Raises ValueError. */
export function matmul(a: NdArray, b: NdArray): NdArray {
  const scalar = a.ndim === 0 ? 0 : b.ndim === 0 ? 1 : undefined;
  const signature = 'signature (n?,k),(k,m?)->(n?,m?)';
  if (scalar !== undefined)
    throw arrayError(
      'ValueError',
      `matmul: Input operand ${scalar} does not have enough dimensions (has 0, gufunc core with ${signature} requires 1)`,
    );
  const length = a.shape[a.ndim - 1]!;
  const contracted = b.ndim === 1 ? 0 : b.ndim - 2;
  if (b.shape[contracted] !== length)
    throw arrayError(
      'ValueError',
      `matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc ${signature} (size ${b.shape[contracted]} is different from ${length})`,
    );
  return contract(a, b, length, contracted);
}

function contract(a: NdArray, b: NdArray, length: number, axis: number): NdArray {
  const order = b.shape.map((_, k) => k).filter((k) => k !== axis);
  const columns = transpose(b, [...order, axis]).flat();
  const rows = a.flat();
  const shape = [...a.shape.slice(0, -1), ...order.map((k) => b.shape[k]!)];
  const dtype = promote(a.dtype, b.dtype);
  const rowCount = length === 0 ? 0 : rows.length / length;
  const columnCount = length === 0 ? 0 : columns.length / length;
  const data = allocate(dtype, Math.max(1, rowCount * columnCount));
  for (let row = 0; row < rowCount; row++)
    for (let column = 0; column < columnCount; column++) {
      let sum = 0;
      for (let k = 0; k < length; k++) sum += rows[row * length + k]! * columns[column * length + k]!;
      data[row * columnCount + column] = sum;
    }
  return new NdArray(data, shape, dtype);
}

export function outer(a: NdArray, b: NdArray): NdArray {
  const column = reshape(ravel(a), [a.size, 1]);
  return binary('multiply', column, reshape(ravel(b), [1, b.size]));
}

/** Solves `matrix x = right`. Raises LinAlgError on a singular matrix. */
export function solve(matrix: NdArray, right: NdArray): NdArray {
  const size = squareSize(matrix);
  const columns = right.ndim === 1 ? 1 : right.shape[1]!;
  const joined = concatenate(
    [matrix.astype('float64'), reshape(right.astype('float64'), [size, columns])],
    1,
  );
  eliminate(joined.data as Float64Array, size, size + columns);
  const result = NdArray.zeros([size, columns]);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < columns; column++)
      result.data[row * columns + column] = joined.data[row * (size + columns) + size + column]!;
  return reshape(result, right.shape);
}

export function inverse(matrix: NdArray): NdArray {
  const size = squareSize(matrix);
  const identity = NdArray.zeros([size, size]);
  for (let k = 0; k < size; k++) identity.data[k * size + k] = 1;
  return solve(matrix, identity);
}

/** Gauss-Jordan elimination with row exchange, in place. */
function eliminate(data: Float64Array, size: number, width: number): void {
  for (let pivot = 0; pivot < size; pivot++) {
    if (exchange(data, pivot, size, width) === 0) throw arrayError('LinAlgError', 'Singular matrix');
    const scale = data[pivot * width + pivot]!;
    for (let k = pivot; k < width; k++) data[pivot * width + k]! /= scale;
    for (let row = 0; row < size; row++) {
      const factor = data[row * width + pivot]!;
      if (row === pivot || factor === 0) continue;
      for (let k = pivot; k < width; k++) data[row * width + k]! -= factor * data[pivot * width + k]!;
    }
  }
}

/** Brings the largest element of a column to the diagonal; its sign of exchange, or 0 for a zero column. */
function exchange(data: Float64Array, pivot: number, size: number, width: number): number {
  let best = pivot;
  for (let row = pivot + 1; row < size; row++)
    if (Math.abs(data[row * width + pivot]!) > Math.abs(data[best * width + pivot]!)) best = row;
  if (data[best * width + pivot] === 0) return 0;
  if (best === pivot) return 1;
  const row = data.slice(best * width, (best + 1) * width);
  data.copyWithin(best * width, pivot * width, (pivot + 1) * width);
  data.set(row, pivot * width);
  return -1;
}

export function determinant(matrix: NdArray): number {
  const size = squareSize(matrix);
  const data = Float64Array.from(matrix.flat());
  let value = 1;
  for (let pivot = 0; pivot < size; pivot++) {
    const sign = exchange(data, pivot, size, size);
    if (sign === 0) return 0;
    value *= sign * data[pivot * size + pivot]!;
    for (let row = pivot + 1; row < size; row++) {
      const factor = data[row * size + pivot]! / data[pivot * size + pivot]!;
      for (let k = pivot; k < size; k++) data[row * size + k]! -= factor * data[pivot * size + k]!;
    }
  }
  return value;
}

/** Euclidean (Frobenius) norm over all elements or along an axis. */
export function norm(array: NdArray, axis?: number, keepDims = false): NdArray {
  const squares = binary('multiply', array.astype('float64'), array);
  return unary('sqrt', reduce('sum', squares, axis, keepDims));
}

/** The number of rows. Raises LinAlgError. */
export function squareSize(matrix: NdArray): number {
  const [rows, columns] = matrix.shape;
  if (matrix.ndim !== 2) {
    const text = `${matrix.ndim}-dimensional array given. Array must be at least two-dimensional`;
    throw arrayError('LinAlgError', text);
  }
  if (rows !== columns) throw arrayError('LinAlgError', 'Last 2 dimensions of the array must be square');
  return rows!;
}
