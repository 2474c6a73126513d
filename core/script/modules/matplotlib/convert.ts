/** Python arguments as plain numbers, arrays and texts. Quantities count as their SI numbers, as in matplotlib. */
import type { Interpreter } from '../../interpreter.ts';
import { valueError } from '../../objects/errors.ts';
import { PyList, PySequence, PyTuple } from '../../objects/sequences.ts';
import { asNumber, typeName } from '../../operations/numbers.ts';
import { type PyObject, PyStr, type PyValue } from '../../values.ts';
import { numericArray } from './numeric.ts';

const DEEPEST = 32;

/** Numbers in C order. */
export interface Numbers {
  readonly values: Float64Array;
  readonly shape: readonly number[];
}

/** Raises ValueError or TypeError where the value holds no numbers, or is ragged. */
export function numbers(value: PyValue, ctx: Interpreter, depth = 0): Numbers {
  const scalar = asNumber(value);
  if (scalar !== undefined) return { values: Float64Array.of(scalar), shape: [] };
  if (value === null) return { values: Float64Array.of(Number.NaN), shape: [] };
  if (value instanceof PyStr) return { values: Float64Array.of(parsed(value.value)), shape: [] };
  if (typeof value !== 'object') return { values: new Float64Array(0), shape: [0] };
  // As deep as NumPy's arrays go; also ends lists that hold themselves.
  if (depth > DEEPEST) throw valueError(`maximum supported dimension for an ndarray is ${DEEPEST}`);
  if (value instanceof PySequence) return stacked(value.items, ctx, depth);
  return numericArray(value, ctx) ?? stacked([...ctx.iterate(value)], ctx, depth);
}

/** At least one-dimensional, flat. */
export function flatNumbers(value: PyValue, ctx: Interpreter): Float64Array {
  return numbers(value, ctx).values;
}

/** A single number. */
export function number(value: PyValue, ctx: Interpreter): number {
  const scalar = asNumber(value);
  if (scalar !== undefined) return scalar;
  const { values } = numbers(value, ctx);
  if (values.length !== 1) throw valueError('setting an array element with a sequence.');
  return values[0]!;
}

function parsed(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || Number.isNaN(number)) {
    throw valueError(`could not convert string to float: '${text}'`);
  }
  return number;
}

function stacked(items: readonly PyValue[], ctx: Interpreter, depth: number): Numbers {
  const plain = new Float64Array(items.length);
  let count = 0;
  while (count < items.length) {
    const scalar = asNumber(items[count]!);
    if (scalar === undefined) break;
    plain[count++] = scalar;
  }
  if (count === items.length) return { values: plain, shape: [items.length] };
  const parts = items.map((item) => numbers(item, ctx, depth + 1));
  const inner = parts[0]!.shape;
  if (parts.some((part) => part.shape.join() !== inner.join())) {
    throw valueError(
      'setting an array element with a sequence. The requested array has an inhomogeneous shape.',
    );
  }
  const size = parts[0]!.values.length;
  const values = new Float64Array(size * parts.length);
  parts.forEach((part, k) => {
    values.set(part.values, k * size);
  });
  return { values, shape: [items.length, ...inner] };
}

/** Rows of a matrix, or the whole where it has one dimension. */
export function columnsOf({ values, shape }: Numbers): Float64Array[] {
  if (shape.length < 2) return [values];
  const [rows, columns] = [shape[0]!, shape[1]!];
  return Array.from({ length: columns }, (_, column) =>
    Float64Array.from({ length: rows }, (_, row) => values[row * columns + column]!),
  );
}

/** Cycles or repeats to the wanted length; a length that differs is NumPy's broadcasting error. */
export function broadcast(values: Float64Array, length: number): Float64Array {
  if (values.length === length) return values;
  if (values.length === 1) return new Float64Array(length).fill(values[0]!);
  throw valueError(`could not broadcast input array from shape (${values.length},) into shape (${length},)`);
}

export function text(value: PyValue, ctx: Interpreter): string {
  return value instanceof PyStr ? value.value : ctx.str(value);
}

export function isText(value: PyValue | undefined): value is PyStr {
  return value instanceof PyStr;
}

/** Elements of a list or tuple; nothing for all else. */
export function itemsOf(value: PyValue | undefined): readonly PyValue[] {
  return value instanceof PySequence ? value.items : [];
}

export function isSequence(value: PyValue | undefined): value is PySequence {
  return value instanceof PySequence;
}

/** Texts of a list of strings; undefined for anything else. */
export function texts(value: PyValue | undefined): string[] | undefined {
  const items = itemsOf(value);
  if (items.length === 0 || !items.every(isText)) return undefined;
  return items.map((item) => (item as PyStr).value);
}

export function list(values: Iterable<PyValue>): PyList {
  return new PyList([...values]);
}

export function tuple(...values: PyValue[]): PyTuple {
  return new PyTuple(values);
}

/** `(3,)`, `(3, 4)`, `()`. */
export function shapeText(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

const RELATIVE_SIZES: ReadonlyMap<string, number> = new Map([
  ['xx-small', 0.579],
  ['x-small', 0.694],
  ['small', 0.833],
  ['smaller', 0.833],
  ['medium', 1],
  ['large', 1.2],
  ['larger', 1.2],
  ['x-large', 1.44],
  ['xx-large', 1.728],
]);

/** Points, from a number or a word such as `small`; undefined for anything else. */
export function fontSize(value: PyValue, base = 10): number | undefined {
  const size = asNumber(value);
  if (size !== undefined) return size;
  if (!isText(value)) return undefined;
  const factor = RELATIVE_SIZES.get(value.value);
  return factor === undefined ? undefined : factor * base;
}

/** Matplotlib's message for a word that an option doesn't know. */
export function refuseWord(option: string, given: string, known: readonly string[]): never {
  throw valueError(
    `'${given}' is not a valid value for ${option}; supported values are ${known.map((word) => `'${word}'`).join(', ')}`,
  );
}

export function isObject(value: PyValue | undefined): value is PyObject {
  return typeof value === 'object' && value !== null;
}

export { typeName };
