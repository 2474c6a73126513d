/** Integrals and derivatives of sampled values along an axis. */
import { arrayError } from './errors.ts';
import { NdArray, normalizeAxis } from './ndarray.ts';
import { alongAxis } from './reduce.ts';

/** Where the samples lie: a constant distance, or their positions. */
export type Spacing = number | NdArray;

/** The trapezoidal rule; positions are one-dimensional or as many as the samples. */
export function trapezoids(y: NdArray, spacing: Spacing, axis = -1): NdArray {
  const at = normalizeAxis(axis, y.ndim);
  const positions = positionsOf(spacing, y, at);
  let row = 0;
  const sums = alongAxis(y, at, 'float64', (samples) => {
    const values = samples.flat();
    const x = positions(row++);
    let sum = 0;
    for (let k = 1; k < values.length; k++) sum += ((x(k) - x(k - 1)) * (values[k]! + values[k - 1]!)) / 2;
    return NdArray.of([sum]);
  });
  return new NdArray(
    sums.flat(),
    y.shape.filter((_, k) => k !== at),
    'float64',
  );
}

/** The positions of a row of samples. Raises ValueError where they are of another number. */
function positionsOf(spacing: Spacing, y: NdArray, axis: number) {
  if (!(spacing instanceof NdArray)) return (_row: number) => (k: number) => k * spacing;
  const length = y.shape[axis]!;
  const rows: Float64Array[] = [];
  alongAxis(spacing, spacing.ndim === y.ndim ? axis : -1, 'float64', (row) => {
    rows.push(row.toFloat64());
    return row;
  });
  if (rows[0]?.length !== length)
    throw arrayError(
      'ValueError',
      `operands could not be broadcast together with shapes (${(rows[0]?.length ?? 0) - 1},) (${length - 1},)`,
    );
  return (row: number) => (k: number) => rows[rows.length === 1 ? 0 : row]![k]!;
}

/** Central differences, one-sided at the ends; positions are one-dimensional. */
/** Second order at the ends, too, where `edgeOrder` is 2. */
export function gradient(values: NdArray, spacing: Spacing, axis: number, edgeOrder = 1): NdArray {
  const length = values.shape[normalizeAxis(axis, values.ndim)]!;
  if (length < edgeOrder + 1)
    throw arrayError(
      'ValueError',
      'Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.',
    );
  if (spacing instanceof NdArray && (spacing.ndim !== 1 || spacing.size !== length))
    throw arrayError('ValueError', 'when 1d, distances must match the length of the corresponding dimension');
  return alongAxis(values, axis, 'float64', (row) => {
    const f = row.toFloat64();
    const result = slopes(f, spacing);
    if (edgeOrder === 2) closeEnds(result, f, spacing);
    return NdArray.of(result);
  });
}

/** The slopes of the parabolas through the three outermost points. */
function closeEnds(result: Float64Array, f: Float64Array, spacing: Spacing): void {
  const x = spacing instanceof NdArray ? spacing.toFloat64() : f.map((_, k) => k * (spacing as number));
  const last = f.length - 1;
  result[0] = endSlope(f[0]!, f[1]!, f[2]!, x[1]! - x[0]!, x[2]! - x[1]!);
  result[last] = -endSlope(
    f[last]!,
    f[last - 1]!,
    f[last - 2]!,
    x[last]! - x[last - 1]!,
    x[last - 1]! - x[last - 2]!,
  );
}

function endSlope(a: number, b: number, c: number, near: number, far: number): number {
  const whole = near + far;
  return -((2 * near + far) / (near * whole)) * a + (whole / (near * far)) * b - (near / (far * whole)) * c;
}

function slopes(f: Float64Array, spacing: Spacing): Float64Array {
  const x = spacing instanceof NdArray ? spacing.toFloat64() : undefined;
  const step = (k: number) => (x ? x[k + 1]! - x[k]! : (spacing as number));
  const last = f.length - 1;
  return Float64Array.from(f, (_, k) => {
    if (k === 0) return (f[1]! - f[0]!) / step(0);
    if (k === last) return (f[last]! - f[last - 1]!) / step(last - 1);
    const [before, after] = [step(k - 1), step(k)];
    if (before === after) return (f[k + 1]! - f[k - 1]!) / (2 * before);
    const [a, c] = [after / before, before / after];
    return (-a * f[k - 1]! + (a - c) * f[k]! + c * f[k + 1]!) / (before + after);
  });
}
