/** NumPy's elementwise operations with its rules for types and broadcasting. */
import { broadcastFlat, broadcastShapes, commonShape } from './broadcast.ts';
import {
  type ArrayData,
  allocate,
  caster,
  type DType,
  floatOf,
  kindOf,
  promote,
  promoteScalar,
} from './dtype.ts';
import { arrayError } from './errors.ts';
import { BINARY, type BinaryFunction, integerOperation, UNARY } from './functions.ts';
import { asArray, NdArray, type Operand, scalarType, shapeText } from './ndarray.ts';

/** Applies a function of `UNARY` by its name. */
export function unary(name: string, operand: Operand): NdArray {
  const { result, apply, applyInteger } = UNARY.get(name)!;
  const array = asArray(operand);
  if (name === 'invert') return inverted(array);
  const dtype = result === 'bool' ? 'bool' : result === 'float' ? floatOf(array.dtype) : array.dtype;
  if (dtype === 'bool' && name === 'negative')
    throw arrayError(
      'TypeError',
      'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.',
    );
  return mapArray(array, dtype, kindOf(dtype) === 'integer' ? (applyInteger ?? apply) : apply);
}

/** Not, bit by bit. Raises TypeError for floats. */
function inverted(array: NdArray): NdArray {
  if (array.dtype === 'bool') return mapArray(array, 'bool', (x) => 1 - x);
  return binary('bitwise_xor', array, -1n);
}

/** A new array of the function's values. */
export function mapArray(array: NdArray, dtype: DType, apply: (x: number) => number): NdArray {
  const source = array.flat();
  const data = allocate(dtype, source.length);
  for (let k = 0; k < source.length; k++) data[k] = apply(source[k]!);
  return new NdArray(data, array.shape, dtype);
}

/** Applies a function of `BINARY` by its name. */
export function binary(name: string, left: Operand, right: Operand): NdArray {
  const operation = BINARY.get(name)!;
  const common = commonType(left, right);
  const a = asArray(left);
  const b = asArray(right);
  // NumPy takes the square of a bool array for a function of its own.
  const isSquare =
    name === 'power' && a.dtype === 'bool' && a.ndim > 0 && b.ndim === 0 && Number(b.item()) === 2;
  const dtype = isSquare ? 'int8' : resultType(name, operation, common);
  if (name === 'power' && kindOf(dtype) === 'integer') rejectNegative(b);
  const shape = broadcastShapes(a.shape, b.shape);
  const apply = functionFor(name, operation, common);
  return new NdArray(combine(operand(a, shape), operand(b, shape), dtype, apply), shape, dtype);
}

/** As `binary`, but writes into `target`, as `+=` does. Raises ValueError and TypeError. */
export function binaryInto(name: string, target: NdArray, given: Operand): void {
  const operation = BINARY.get(name)!;
  const isSquare = name === 'power' && asArray(given).ndim === 0 && Number(asArray(given).item()) === 2;
  const right = isSquare && kindOf(target.dtype) !== 'float' ? 2n : given;
  const common = commonType(target, right);
  const dtype = resultType(name, operation, common);
  if (kindOf(dtype) === 'float' && kindOf(target.dtype) !== 'float')
    throw arrayError(
      'UFuncTypeError',
      `Cannot cast ufunc '${name}' output from dtype('${dtype}') to dtype('${target.dtype}') with casting rule 'same_kind'`,
    );
  const b = asArray(right);
  const fitting = commonShape([target.shape, b.shape]);
  const shape = fitting ?? broadcastShapes(target.shape, b.shape, target.shape);
  if (shape.length !== target.ndim || shape.some((length, axis) => length !== target.shape[axis]))
    throw arrayError(
      'ValueError',
      `non-broadcastable output operand with shape ${shapeText(target.shape)} doesn't match the broadcast shape ${shapeText(shape)}`,
    );
  const values = combine(target.flat(), operand(b, shape), dtype, functionFor(name, operation, common));
  writeInto(target, values);
}

/** Stores values in C order into a view. */
export function writeInto(target: NdArray, values: ArrayLike<number>): void {
  const cast = caster(target.dtype);
  if (target.isContiguous) {
    for (let k = 0; k < values.length; k++) target.data[target.offset + k] = cast(values[k]!);
    return;
  }
  const offsets = target.offsets();
  for (let k = 0; k < values.length; k++) target.data[offsets[k]!] = cast(values[k]!);
}

function commonType(left: Operand, right: Operand): DType {
  const leftWeak = !(left instanceof NdArray) || left.ndim === 0;
  const rightWeak = !(right instanceof NdArray) || right.ndim === 0;
  const a = left instanceof NdArray ? left.dtype : scalarType(left);
  const b = right instanceof NdArray ? right.dtype : scalarType(right);
  if (leftWeak === rightWeak) return promote(a, b);
  return leftWeak ? promoteScalar(b, a) : promoteScalar(a, b);
}

function resultType(name: string, operation: BinaryFunction, common: DType): DType {
  if (operation.integersOnly && kindOf(common) === 'float')
    throw arrayError(
      'TypeError',
      `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
    );
  if (operation.result === 'bool') return 'bool';
  if (operation.result === 'float') return floatOf(common);
  if (common !== 'bool') return common;
  if (name === 'subtract')
    throw arrayError(
      'TypeError',
      'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.',
    );
  return ['floor_divide', 'remainder', 'power', 'left_shift', 'right_shift'].includes(name) ? 'int8' : 'bool';
}

function functionFor(name: string, operation: BinaryFunction, common: DType): BinaryFunction['apply'] {
  if (kindOf(common) === 'float') return operation.apply;
  return integerOperation(name, operation.applyInteger ?? operation.apply, common);
}

function rejectNegative(exponents: NdArray): void {
  if (exponents.flat().some((x) => x < 0))
    throw arrayError('ValueError', 'Integers to negative integer powers are not allowed.');
}

/** One value stays one value; the loop below reads it again and again. */
function operand(array: NdArray, shape: readonly number[]): ArrayData {
  return array.size === 1 ? array.flat() : broadcastFlat(array, shape);
}

function combine(a: ArrayData, b: ArrayData, dtype: DType, apply: BinaryFunction['apply']): ArrayData {
  const size = a.length === 1 ? b.length : b.length === 1 ? a.length : Math.max(a.length, b.length);
  const data = allocate(dtype, size);
  const stepA = a.length === 1 ? 0 : 1;
  const stepB = b.length === 1 ? 0 : 1;
  const toBool = dtype === 'bool';
  for (let k = 0; k < size; k++) {
    const value = apply(a[k * stepA]!, b[k * stepB]!);
    data[k] = toBool && value !== 0 ? 1 : value;
  }
  return data;
}
