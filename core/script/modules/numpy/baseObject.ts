import { arrayError } from '../../../arrays/errors.ts';
import { getItems, type Index, offsetOf, setItems } from '../../../arrays/indexing.ts';
import { asArray, NdArray, type Operand, type Scalar } from '../../../arrays/ndarray.ts';
import type { Dimension } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { typeError } from '../../objects/errors.ts';
import { PySequence } from '../../objects/sequences.ts';
import { typeName } from '../../operations/numbers.ts';
import { PyStr, type PyValue, Unknown } from '../../values.ts';
import { settledOperand } from './arguments.ts';
import { numericAttribute } from './attributes.ts';
import { NumericObject, plainNumeric } from './conversions.ts';
import { indexOf } from './indexExpression.ts';
import { missingArrayAttribute } from './missing.ts';
import type { Numeric } from './numeric.ts';
import { environment } from './wrapping.ts';

/** What all numeric objects share; the dimension of a plain array is none. */
export abstract class PyNumeric extends NumericObject {
  abstract readonly value: Operand;
  abstract readonly dimension: Dimension;
  /** A scalar of NumPy, which has an array's methods and is otherwise a number. */
  readonly isScalar: boolean = false;

  toNumeric(): Numeric {
    return { value: this.value, dimension: this.dimension };
  }

  get isArrayLike(): boolean {
    return !this.isScalar;
  }

  /** A number where there is exactly one element: for `float(x)`, `math.sqrt(x)` and formatting. */
  toPythonNumber(): Scalar | undefined {
    if (!(this.value instanceof NdArray)) return this.value;
    return this.value.size === 1 ? this.value.item() : undefined;
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    return numericAttribute(this.toNumeric(), name, environment(ctx)) ?? missingArrayAttribute(name, ctx);
  }

  override length(): number {
    if (!(this.value instanceof NdArray) || this.value.ndim === 0) throw typeError('len() of unsized object');
    return this.value.shape[0]!;
  }

  override truth(): boolean {
    if (!(this.value instanceof NdArray)) return Number(this.value) !== 0;
    if (this.value.size > 1)
      throw arrayError(
        'ValueError',
        'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()',
      );
    return this.value.size === 1 && this.value.flat()[0] !== 0;
  }

  override iterate(): Iterable<PyValue> {
    const { value } = this;
    if (!(value instanceof NdArray) || value.ndim === 0) throw typeError('iteration over a 0-d array');
    return elementsOf(value, (element) => this.element(element));
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue | undefined {
    const { value } = this;
    // Loops of a script read single elements, so these take no detour.
    if (typeof key === 'bigint' && value instanceof NdArray && value.ndim === 1)
      return this.element(elementAt(value, offsetOf(value, Number(key))));
    const keys = indexOf(key, (part) => plainNumeric(part, ctx)?.value);
    if (keys === undefined) return new Unknown(this.dimension);
    const items = getItems(asArray(this.value), keys);
    // `a[...]` alone gives an array even of one element without axes.
    return keys.some((part) => part.kind === 'ellipsis') ? this.view(items) : this.element(items);
  }

  override setItem(key: PyValue, value: PyValue, ctx: Interpreter): boolean {
    const keys = indexOf(key, (part) => plainNumeric(part, ctx)?.value);
    const known = settledOperand(value, ctx);
    refuseSequence(keys, known, this.value);
    const source = known instanceof Unknown ? undefined : this.assignable(known, ctx);
    if (keys === undefined || source === undefined) return true;
    if (!(this.value instanceof NdArray))
      throw arrayError(
        'IndexError',
        'too many indices for array: array is 0-dimensional, but 1 were indexed',
      );
    setItems(this.value, keys, asArray(source));
    return true;
  }

  override contains(value: PyValue, ctx: Interpreter): boolean | undefined {
    const equal = this.compare('==', value, ctx);
    if (!(equal instanceof PyNumeric)) return equal === true;
    return asArray(equal.value)
      .flat()
      .some((x: number) => x !== 0);
  }

  /** A part of this object, with its dimension; single elements are scalars. */
  protected abstract element(value: NdArray): PyValue;
  /** A part of this object that stays an array. */
  protected abstract view(value: NdArray): PyValue;
  /** What may be stored into this object, as plain values. */
  protected abstract assignable(value: PyValue, ctx: Interpreter): Operand | undefined;
}

/** One element takes no list, not even of one. Raises ValueError. */
function refuseSequence(keys: readonly Index[] | undefined, value: PyValue, target: Operand): void {
  if (!(value instanceof PySequence) || !(target instanceof NdArray) || keys?.length !== target.ndim) return;
  if (keys.every((key) => key.kind === 'integer'))
    throw arrayError('ValueError', 'setting an array element with a sequence.');
}

/** For values that no element can become. */
export function refuseElement(value: PyValue): never {
  if (value instanceof PyStr)
    throw arrayError('ValueError', `could not convert string to float: '${value.value}'`);
  throw typeError(`float() argument must be a string or a real number, not '${typeName(value)}'`);
}

function elementAt(array: NdArray, offset: number): NdArray {
  return new NdArray(array.data, [], array.dtype, [], offset);
}

function* elementsOf(array: NdArray, wrap: (value: NdArray) => PyValue): Iterable<PyValue> {
  for (let k = 0; k < array.shape[0]!; k++) {
    const offset = array.offset + k * array.strides[0]!;
    yield wrap(new NdArray(array.data, array.shape.slice(1), array.dtype, array.strides.slice(1), offset));
  }
}
