/** NumPy's file formats: one array as `.npy` (version 1.0), several as `.npz`. */
import { zipSync } from 'fflate';
import type { ArrayResult } from '../../../core/script/results.ts';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0];
/** The data starts at a multiple of this. */
const ALIGNMENT = 64;
/** Files have a date; a fixed one makes equal results equal files. */
const EPOCH = new Date(1980, 0, 1);

/** Not compressed, as `numpy.savez` writes it: simulations produce more than is worth compressing. */
export function encodeNpz(arrays: Iterable<readonly [string, ArrayResult]>): Uint8Array {
  const files = Object.fromEntries([...arrays].map(([name, array]) => [`${name}.npy`, encodeNpy(array)]));
  return zipSync(files, { level: 0, mtime: EPOCH });
}

export function encodeNpy({ data, shape }: ArrayResult): Uint8Array {
  const header = headerOf(descriptor(data), shape);
  const bytes = new Uint8Array(header.length + data.byteLength);
  bytes.set(header);
  bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), header.length);
  return bytes;
}

function headerOf(dtype: string, shape: readonly number[]): Uint8Array {
  const lengths = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const text = `{'descr': '${dtype}', 'fortran_order': False, 'shape': ${lengths}, }`;
  const start = MAGIC.length + 2;
  const size = Math.ceil((start + text.length + 1) / ALIGNMENT) * ALIGNMENT;
  const header = new Uint8Array(size).fill(0x20);
  header.set(MAGIC);
  new DataView(header.buffer).setUint16(MAGIC.length, size - start, true);
  header.set(new TextEncoder().encode(text), start);
  header[size - 1] = 0x0a;
  return header;
}

/** All machines that run Node store numbers with the lowest byte first. Bytes are truth values. */
function descriptor(data: ArrayResult['data']): string {
  if (data instanceof Float64Array) return '<f8';
  if (data instanceof Float32Array) return '<f4';
  return data instanceof Int32Array ? '<i4' : '|b1';
}
