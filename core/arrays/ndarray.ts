import { type ArrayData, allocate, caster, type DType, kindOf } from './dtype.ts';
import { arrayError } from './errors.ts';

/** One element as Python sees it: bool, int or float. */
export type Scalar = boolean | bigint | number;
/** What elementwise operations take. */
export type Operand = NdArray | Scalar;

/** NumPy's array: a view on shared storage. Strides and offset count elements. */
export class NdArray {
  constructor(
    readonly data: ArrayData,
    readonly shape: readonly number[],
    readonly dtype: DType,
    readonly strides: readonly number[] = contiguousStrides(shape),
    readonly offset = 0,
  ) {}

  static zeros(shape: readonly number[], dtype: DType = 'float64'): NdArray {
    const negative = shape.some((length) => length < 0);
    return new NdArray(allocate(dtype, negative ? -1 : product(shape)), shape, dtype);
  }

  static full(shape: readonly number[], value: number, dtype: DType = 'float64'): NdArray {
    const array = NdArray.zeros(shape, dtype);
    array.data.fill(caster(dtype)(value));
    return array;
  }

  /** One-dimensional, from plain numbers. */
  static of(values: ArrayLike<number>, dtype: DType = 'float64'): NdArray {
    const array = NdArray.zeros([values.length], dtype);
    const cast = caster(dtype);
    for (let k = 0; k < values.length; k++) array.data[k] = cast(values[k]!);
    return array;
  }

  /** An array without dimensions. */
  static scalar(value: Scalar): NdArray {
    const dtype = scalarType(value);
    return NdArray.full([], Number(value), dtype);
  }

  get size(): number {
    return product(this.shape);
  }

  get ndim(): number {
    return this.shape.length;
  }

  /** Elements lie in C order without gaps, from `offset` on. */
  get isContiguous(): boolean {
    let expected = 1;
    for (let axis = this.shape.length - 1; axis >= 0; axis--) {
      const length = this.shape[axis]!;
      if (length === 0) return true;
      if (length !== 1 && this.strides[axis] !== expected) return false;
      expected *= length;
    }
    return true;
  }

  /** All elements in C order. Shares storage where it can: do not write to it. */
  flat(): ArrayData {
    const size = this.size;
    if (this.isContiguous) {
      if (this.offset === 0 && this.data.length === size) return this.data;
      return this.data.subarray(this.offset, this.offset + size);
    }
    const result = allocate(this.dtype, size);
    const offsets = this.offsets();
    for (let k = 0; k < size; k++) result[k] = this.data[offsets[k]!]!;
    return result;
  }

  /** Where each element lies in `data`, in C order. */
  offsets(): Int32Array {
    return offsetsOf(this.shape, this.strides, this.offset);
  }

  copy(): NdArray {
    return new NdArray(this.flat().slice(), this.shape, this.dtype);
  }

  /** A copy with another type of element. */
  astype(dtype: DType): NdArray {
    if (dtype === this.dtype) return this.copy();
    const source = this.flat();
    const data = allocate(dtype, source.length);
    // A float that no 32 bits hold becomes the smallest of them; integers lose their upper bits.
    const isNarrow = dtype === 'int32' && kindOf(this.dtype) === 'float';
    const cast = isNarrow ? (x: number) => (Math.abs(x) < 2 ** 31 ? x : -(2 ** 31)) : caster(dtype);
    for (let k = 0; k < source.length; k++) data[k] = cast(source[k]!);
    return new NdArray(data, this.shape, dtype);
  }

  /** As float64 in C order; shares storage where it can. */
  toFloat64(): Float64Array {
    const flat = this.flat();
    return flat instanceof Float64Array ? flat : Float64Array.from(flat);
  }

  /** The only element. Raises ValueError where there are several. */
  item(): Scalar {
    if (this.size !== 1)
      throw arrayError('ValueError', 'can only convert an array of size 1 to a Python scalar');
    return this.toScalar(this.flat()[0]!);
  }

  /** A stored number as Python value of this type. */
  toScalar(stored: number): Scalar {
    const kind = kindOf(this.dtype);
    if (kind === 'bool') return stored !== 0;
    return kind === 'float' || !Number.isFinite(stored) ? stored : BigInt(stored);
  }
}

export function scalarType(value: Scalar): DType {
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'bigint' ? 'int64' : 'float64';
}

export function asArray(value: Operand): NdArray {
  return value instanceof NdArray ? value : NdArray.scalar(value);
}

export function product(shape: readonly number[]): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

export function contiguousStrides(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis]!;
  }
  return strides;
}

export function offsetsOf(shape: readonly number[], strides: readonly number[], offset: number): Int32Array {
  let offsets: Int32Array = Int32Array.of(offset);
  for (let axis = 0; axis < shape.length; axis++) {
    const length = shape[axis]!;
    const stride = strides[axis]!;
    const next = new Int32Array(offsets.length * length);
    let position = 0;
    for (const start of offsets) for (let k = 0; k < length; k++) next[position++] = start + k * stride;
    offsets = next;
  }
  return offsets;
}

/** As NumPy prints a shape: `(2,)`, `(2,3)`. */
export function shapeText(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(',')})`;
}

/** Axis counted from the start. Raises AxisError. */
export function normalizeAxis(axis: number, ndim: number): number {
  const normalized = axis < 0 ? axis + ndim : axis;
  if (normalized >= 0 && normalized < ndim) return normalized;
  throw arrayError('AxisError', `axis ${axis} is out of bounds for array of dimension ${ndim}`);
}
