/** NumPy's binary files: one array each (`.npy`, version 1.0), or several in a zip archive (`.npz`). */
import { unzipSync, zipSync } from 'fflate';
import { type ArrayData, allocate, type DType } from './dtype.ts';
import { arrayError } from './errors.ts';
import { NdArray, product } from './ndarray.ts';
import { transpose } from './shape.ts';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** Magic, version and the length of the header. */
const PREAMBLE = 10;
/** The data start at a multiple of this. */
const ALIGNMENT = 64;
/** Files have a date; a fixed one makes equal arrays equal files. */
const EPOCH = new Date(1980, 0, 1);

/** All machines that this runs on store numbers with the lowest byte first. */
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
  const header = headerOf(array);
  const { buffer, byteOffset, byteLength } = storedData(array);
  const bytes = new Uint8Array(header.length + byteLength);
  bytes.set(header);
  bytes.set(new Uint8Array(buffer, byteOffset, byteLength), header.length);
  return bytes;
}

/** The bytes of a `.npz` file. As `numpy.savez` writes it, nothing is compressed. */
export function npzBytes(
  arrays: Iterable<readonly [name: string, array: NdArray]>,
  options: { readonly compressed?: boolean } = {},
): Uint8Array {
  const files = [...arrays].map(([name, array]) => [`${name}.npy`, npyBytes(array)] as const);
  return zipSync(Object.fromEntries(files), { level: options.compressed ? 6 : 0, mtime: EPOCH });
}

function headerOf({ dtype, shape }: NdArray): Uint8Array {
  const lengths = `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
  const text = `{'descr': '${CODES[dtype]}', 'fortran_order': False, 'shape': ${lengths}, }`;
  const size = Math.ceil((PREAMBLE + text.length + 1) / ALIGNMENT) * ALIGNMENT;
  const header = new TextEncoder().encode(`${' '.repeat(PREAMBLE)}${text.padEnd(size - PREAMBLE - 1)}\n`);
  header.set([...MAGIC, 1, 0]);
  new DataView(header.buffer, header.byteOffset).setUint16(PREAMBLE - 2, size - PREAMBLE, true);
  return header;
}

/** 64-bit integers are kept as floats; all others lie in memory as in files. */
function storedData(array: NdArray): ArrayData | BigInt64Array | BigUint64Array {
  const data = array.flat();
  if (array.dtype === 'int64') return BigInt64Array.from(data, BigInt);
  return array.dtype === 'uint64' ? BigUint64Array.from(data, BigInt) : data;
}

/** Reads a `.npy` file. Raises ValueError. */
export function parseNpy(bytes: Uint8Array): NdArray {
  if (MAGIC.some((byte, k) => bytes[k] !== byte))
    throw arrayError('ValueError', 'Cannot load file containing pickled data when allow_pickle=False');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isFirst = bytes[MAGIC.length] === 1;
  const start = isFirst ? PREAMBLE : PREAMBLE + 2;
  const end = start + (isFirst ? view.getUint16(8, true) : view.getUint32(8, true));
  const header = new TextDecoder('latin1').decode(bytes.subarray(start, end));
  const shape = (/'shape':\s*\(([^)]*)\)/.exec(header)?.[1] ?? '').split(',').filter(Boolean).map(Number);
  const dtype = elementType(/'descr':\s*'([^']+)'/.exec(header)?.[1] ?? '');
  const data = dataFrom(bytes.slice(end), dtype, product(shape));
  if (!/'fortran_order':\s*True/.test(header)) return new NdArray(data, shape, dtype);
  return transpose(new NdArray(data, shape.reverse(), dtype)).copy();
}

/** Reads a `.npz` file: arrays by their names. Raises ValueError. */
export function parseNpz(bytes: Uint8Array): Map<string, NdArray> {
  const files = Object.entries(unzipSync(bytes));
  return new Map(files.map(([name, content]) => [name.replace(/\.npy$/, ''), parseNpy(content)]));
}

/** True where the bytes start as an archive does. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function elementType(code: string): DType {
  const type = (Object.keys(CODES) as DType[]).find((dtype) => CODES[dtype].slice(1) === code.slice(1));
  if (type === undefined || code.startsWith('>'))
    throw arrayError('ValueError', `arrays of type '${code}' are not supported in files`);
  return type;
}

/** The first `size` elements of bytes that start at the buffer's start. */
function dataFrom({ buffer }: Uint8Array<ArrayBuffer>, dtype: DType, size: number): ArrayData {
  if (dtype === 'int64') return Float64Array.from(new BigInt64Array(buffer, 0, size), Number);
  if (dtype === 'uint64') return Float64Array.from(new BigUint64Array(buffer, 0, size), Number);
  const data = allocate(dtype, size);
  new Uint8Array(data.buffer).set(new Uint8Array(buffer, 0, data.byteLength));
  return data;
}
