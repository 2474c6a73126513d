/** Arrays with a border. */
import { arrayError } from './errors.ts';
import { NdArray } from './ndarray.ts';
import { concatenate, take } from './shape.ts';

export type PadMode = 'constant' | 'edge' | 'reflect' | 'symmetric' | 'wrap';

/** Where the elements of a border come from, counted from the start of the axis; undefined: a constant. */
const SOURCES: Readonly<Record<PadMode, ((k: number, length: number) => number) | undefined>> = {
  constant: undefined,
  edge: (k, length) => Math.min(Math.max(k, 0), length - 1),
  wrap: (k, length) => ((k % length) + length) % length,
  reflect: (k, length) => mirrored(k, 2 * (length - 1), length, 0),
  symmetric: (k, length) => mirrored(k, 2 * length, length, 1),
};

function mirrored(k: number, period: number, length: number, repeated: number): number {
  if (period === 0) return 0;
  const within = ((k % period) + period) % period;
  return within < length ? within : period - repeated - within;
}

/** `widths` before and after along each axis, `constants` likewise. Raises ValueError. */
export function padded(
  array: NdArray,
  widths: readonly (readonly [number, number])[],
  mode: PadMode,
  constants: readonly (readonly [number, number])[],
): NdArray {
  if (!Object.hasOwn(SOURCES, mode)) throw arrayError('ValueError', `mode '${mode}' is not supported`);
  if (widths.flat().some((width) => width < 0))
    throw arrayError('ValueError', "index can't contain negative values");
  const source = SOURCES[mode];
  return widths.reduce((result, [before, after], axis) => {
    const length = result.shape[axis]!;
    if (source === undefined) return bordered(result, axis, [before, after], constants[axis]!);
    const indices = Array.from({ length: before + length + after }, (_, k) => source(k - before, length));
    return take(result, indices, axis);
  }, array);
}

function bordered(
  array: NdArray,
  axis: number,
  widths: readonly [number, number],
  values: readonly [number, number],
): NdArray {
  const part = (side: 0 | 1) => {
    const shape = array.shape.map((length, k) => (k === axis ? widths[side] : length));
    return NdArray.full(shape, values[side], array.dtype);
  };
  return concatenate([part(0), array, part(1)], axis);
}
