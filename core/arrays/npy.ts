/** NumPy's binary files: one array each, or several in a zip archive. */
import { allocate, type DType, itemSize } from './dtype.ts';
import { arrayError } from './errors.ts';
import { NdArray, product } from './ndarray.ts';
import { transpose } from './shape.ts';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

const CODES: Readonly<Record<DType, string>> = {
  bool: '|b1',
  int8: '|i1',
  uint8: '|u1',
  int16: '<i2',
  uint16: '<u2',
  int32: '<i4',
  uint32: '<u4',
  int64: '<i8',
  uint64: '<u8',
  float32: '<f4',
  float64: '<f8',
};

/** The bytes of a `.npy` file. */
export function npyBytes(array: NdArray): Uint8Array {
  const shape = `(${array.shape.join(', ')}${array.ndim === 1 ? ',' : ''})`;
  const text = `{'descr': '${CODES[array.dtype]}', 'fortran_order': False, 'shape': ${shape}, }`;
  // The data start at a multiple of 64.
  const length = Math.ceil((MAGIC.length + 4 + text.length + 1) / 64) * 64;
  const size = itemSize(array.dtype);
  const bytes = new Uint8Array(length + array.size * size);
  bytes.set(MAGIC);
  bytes.set([1, 0], MAGIC.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(8, length - 10, true);
  bytes.set(new TextEncoder().encode(`${text.padEnd(length - 11)}\n`), 10);
  array.flat().forEach((value: number, k: number) => {
    ACCESS[array.dtype].write(view, length + k * size, value);
  });
  return bytes;
}

/** Reads what `npyBytes` and NumPy write. Raises ValueError. */
export function parseNpy(bytes: Uint8Array): NdArray {
  if (MAGIC.some((byte, k) => bytes[k] !== byte))
    throw arrayError('ValueError', 'Cannot load file containing pickled data when allow_pickle=False');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isFirst = bytes[6] === 1;
  const start = isFirst ? 10 : 12;
  const length = isFirst ? view.getUint16(8, true) : view.getUint32(8, true);
  const header = new TextDecoder('latin1').decode(bytes.subarray(start, start + length));
  const code = /'descr':\s*'([^']+)'/.exec(header)?.[1] ?? '';
  const shape = (/'shape':\s*\(([^)]*)\)/.exec(header)?.[1] ?? '')
    .split(',')
    .filter((part) => part.trim() !== '')
    .map(Number);
  const dtype = (Object.keys(CODES) as DType[]).find((type) => CODES[type].slice(1) === code.slice(1));
  if (dtype === undefined || code.startsWith('>'))
    throw arrayError('ValueError', `arrays of type '${code}' are not supported in files`);
  const data = allocate(dtype, product(shape));
  const size = itemSize(dtype);
  for (let k = 0; k < data.length; k++) data[k] = ACCESS[dtype].read(view, start + length + k * size);
  const isFortran = /'fortran_order':\s*True/.test(header);
  if (!isFortran) return new NdArray(data, shape, dtype);
  return transpose(new NdArray(data, [...shape].reverse(), dtype)).copy();
}

interface Access {
  read(view: DataView, at: number): number;
  write(view: DataView, at: number, value: number): void;
}

const ACCESS: Readonly<Record<DType, Access>> = {
  bool: { read: (v, at) => v.getUint8(at), write: (v, at, x) => v.setUint8(at, x) },
  int8: { read: (v, at) => v.getInt8(at), write: (v, at, x) => v.setInt8(at, x) },
  uint8: { read: (v, at) => v.getUint8(at), write: (v, at, x) => v.setUint8(at, x) },
  int16: { read: (v, at) => v.getInt16(at, true), write: (v, at, x) => v.setInt16(at, x, true) },
  uint16: { read: (v, at) => v.getUint16(at, true), write: (v, at, x) => v.setUint16(at, x, true) },
  int32: { read: (v, at) => v.getInt32(at, true), write: (v, at, x) => v.setInt32(at, x, true) },
  uint32: { read: (v, at) => v.getUint32(at, true), write: (v, at, x) => v.setUint32(at, x, true) },
  int64: {
    read: (v, at) => Number(v.getBigInt64(at, true)),
    write: (v, at, x) => v.setBigInt64(at, BigInt(x), true),
  },
  uint64: {
    read: (v, at) => Number(v.getBigUint64(at, true)),
    write: (v, at, x) => v.setBigUint64(at, BigInt(x), true),
  },
  float32: { read: (v, at) => v.getFloat32(at, true), write: (v, at, x) => v.setFloat32(at, x, true) },
  float64: { read: (v, at) => v.getFloat64(at, true), write: (v, at, x) => v.setFloat64(at, x, true) },
};
