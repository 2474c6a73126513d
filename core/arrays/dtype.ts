import { arrayError } from './errors.ts';

/** Element types. `int64` and `uint64` are whole numbers kept in doubles: exact up to 2**53. */
export type DType =
  | 'bool'
  | 'int8'
  | 'uint8'
  | 'int16'
  | 'uint16'
  | 'int32'
  | 'uint32'
  | 'int64'
  | 'uint64'
  | 'float32'
  | 'float64';

export type ArrayData =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array;

/** Category of a type, in order of promotion. */
export type Kind = 'bool' | 'integer' | 'float';

const ORDER: readonly Kind[] = ['bool', 'integer', 'float'];
const BITS: Readonly<Record<DType, number>> = {
  bool: 8,
  int8: 8,
  uint8: 8,
  int16: 16,
  uint16: 16,
  int32: 32,
  uint32: 32,
  int64: 64,
  uint64: 64,
  float32: 32,
  float64: 64,
};

export function isDType(name: string): name is DType {
  return Object.hasOwn(BITS, name);
}

export function itemSize(dtype: DType): number {
  return BITS[dtype] / 8;
}

export function kindOf(dtype: DType): Kind {
  if (dtype === 'bool') return 'bool';
  return dtype === 'float64' || dtype === 'float32' ? 'float' : 'integer';
}

/** Elements that one array may have. */
const MOST = 2 ** 28;

/** Storage for so many elements, all zero. Raises ValueError and MemoryError. */
export function allocate(dtype: DType, size: number): ArrayData {
  if (size < 0) throw arrayError('ValueError', 'negative dimensions are not allowed');
  if (!(size <= MOST)) {
    const gibibytes = (size * itemSize(dtype)) / 2 ** 30;
    throw arrayError('MemoryError', `Unable to allocate ${gibibytes.toPrecision(3)} GiB for an array`);
  }
  switch (dtype) {
    case 'float32':
      return new Float32Array(size);
    case 'int32':
      return new Int32Array(size);
    case 'uint32':
      return new Uint32Array(size);
    case 'int16':
      return new Int16Array(size);
    case 'uint16':
      return new Uint16Array(size);
    case 'int8':
      return new Int8Array(size);
    case 'bool':
    case 'uint8':
      return new Uint8Array(size);
    default:
      return new Float64Array(size);
  }
}

/** NumPy's common type of two arrays. */
export function promote(a: DType, b: DType): DType {
  if (a === b) return a;
  const [low, high] = ORDER.indexOf(kindOf(a)) <= ORDER.indexOf(kindOf(b)) ? [a, b] : [b, a];
  if (kindOf(low) === 'bool') return high;
  if (kindOf(high) === 'float') return kindOf(low) === 'float' || BITS[low] > 16 ? 'float64' : high;
  return promoteIntegers(low, high);
}

function promoteIntegers(a: DType, b: DType): DType {
  const unsignedA = a.startsWith('u');
  if (unsignedA === b.startsWith('u')) return BITS[a] >= BITS[b] ? a : b;
  const [unsigned, signed] = unsignedA ? [a, b] : [b, a];
  if (BITS[signed] > BITS[unsigned]) return signed;
  return BITS[unsigned] >= 64 ? 'float64' : (`int${BITS[unsigned] * 2}` as DType);
}

/** The type of an operation between an array and a plain number: a number of no higher category yields. */
export function promoteScalar(array: DType, scalar: DType): DType {
  const category = kindOf(scalar);
  if (ORDER.indexOf(category) <= ORDER.indexOf(kindOf(array))) return array;
  return promote(array, scalar);
}

/** The floating point type in which NumPy evaluates `sqrt` and the like. */
export function floatOf(dtype: DType): DType {
  return dtype === 'float32' || (kindOf(dtype) === 'integer' && BITS[dtype] === 16) ? 'float32' : 'float64';
}

/** A value as the type stores it; typed arrays narrow by themselves, doubles standing for integers do not. */
export function caster(dtype: DType): (x: number) => number {
  if (dtype === 'bool') return (x) => (x !== 0 ? 1 : 0);
  if (dtype === 'int64' || dtype === 'uint64')
    return (x) => (Number.isFinite(x) ? Math.trunc(x) + 0 : -(2 ** 63));
  return (x) => x;
}
