import type { ArrayData } from './dtype.ts';
import { arrayError } from './errors.ts';
import { NdArray, shapeText } from './ndarray.ts';

/** The common shape, or undefined where the shapes do not fit. */
export function commonShape(shapes: readonly (readonly number[])[]): number[] | undefined {
  const ndim = Math.max(0, ...shapes.map((shape) => shape.length));
  const result = new Array<number>(ndim).fill(1);
  for (const shape of shapes) {
    const skip = ndim - shape.length;
    for (let axis = 0; axis < shape.length; axis++) {
      const length = shape[axis]!;
      const known = result[skip + axis]!;
      if (length === known || length === 1) continue;
      if (known !== 1) return undefined;
      result[skip + axis] = length;
    }
  }
  return result;
}

/** The shape of an elementwise operation. Raises NumPy's ValueError. */
export function broadcastShapes(...shapes: readonly (readonly number[])[]): number[] {
  const shape = commonShape(shapes);
  if (shape !== undefined) return shape;
  const texts = shapes.map((s) => `${shapeText(s)} `).join('');
  throw arrayError('ValueError', `operands could not be broadcast together with shapes ${texts}`);
}

/** A view of that shape, or undefined where the array does not fit. */
export function broadcastTo(array: NdArray, shape: readonly number[]): NdArray | undefined {
  const skip = shape.length - array.ndim;
  if (skip < 0) return undefined;
  const strides = new Array<number>(shape.length).fill(0);
  for (let axis = 0; axis < array.ndim; axis++) {
    const length = array.shape[axis]!;
    if (length === shape[skip + axis]) strides[skip + axis] = length === 1 ? 0 : array.strides[axis]!;
    else if (length !== 1) return undefined;
  }
  return new NdArray(array.data, shape, array.dtype, strides, array.offset);
}

/** All elements after broadcasting, in C order; for reading only. */
export function broadcastFlat(array: NdArray, shape: readonly number[]): ArrayData {
  const view = broadcastTo(array, shape);
  if (view !== undefined) return view.flat();
  throw arrayError(
    'ValueError',
    `could not broadcast input array from shape ${shapeText(array.shape)} into shape ${shapeText(shape)}`,
  );
}
