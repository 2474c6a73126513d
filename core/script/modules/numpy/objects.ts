/** Arrays, quantities and units as scripts see them. */
import { binaryInto } from '../../../arrays/elementwise.ts';
import { arrayError } from '../../../arrays/errors.ts';
import { getItems, setItems } from '../../../arrays/indexing.ts';
import { asArray, NdArray, type Operand, type Scalar } from '../../../arrays/ndarray.ts';
import { arrayRepr, arrayStr } from '../../../arrays/print.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import { formatQuantity } from '../../../units/display.ts';
import { type UnitRegistry, unitRegistryOf } from '../../../units/displayUnits.ts';
import { dimensionMismatch } from '../../../units/errors.ts';
import type { Unit } from '../../../units/unit.ts';
import type { Interpreter } from '../../interpreter.ts';
import { typeError } from '../../objects/errors.ts';
import { PyRange } from '../../objects/iterators.ts';
import { PySequence } from '../../objects/sequences.ts';
import { typeName } from '../../operations/numbers.ts';
import {
  type BinaryOp,
  type CompareOp,
  PyObject,
  PyStr,
  type PyValue,
  type UnaryOp,
  Unknown,
} from '../../values.ts';
import { numericAttribute } from './attributes.ts';
import type { NumericEnvironment } from './environment.ts';
import { indexOf } from './indexExpression.ts';
import {
  floatValue,
  type Numeric,
  numeric,
  type Quantity,
  requireSameDimension,
  shortText,
} from './numeric.ts';
import {
  applyBinary,
  applyUnary,
  quantityComparison,
  quantityOperator,
  UFUNC_OF_COMPARISON,
  UFUNC_OF_OPERATOR,
} from './rules.ts';
import { isPlainNumber, leafDimensions, nestedArray, rangeArray } from './sequences.ts';

/** What all numeric objects share; the dimension of a plain array is none. */
export abstract class PyNumeric extends PyObject {
  abstract readonly value: Operand;
  abstract readonly dimension: Dimension;

  /** A number where there is exactly one element: for `float(x)`, `math.sqrt(x)` and formatting. */
  toPythonNumber(): Scalar | undefined {
    if (!(this.value instanceof NdArray)) return this.value;
    return this.value.size === 1 ? this.value.item() : undefined;
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    return numericAttribute(toNumeric(this), name, environment(ctx));
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
    const keys = indexOf(key, (part) => plainNumeric(part, ctx)?.value);
    if (keys === undefined) return new Unknown(this.dimension);
    return this.element(getItems(asArray(this.value), keys).unwrap());
  }

  override setItem(key: PyValue, value: PyValue, ctx: Interpreter): boolean {
    const keys = indexOf(key, (part) => plainNumeric(part, ctx)?.value);
    const source = value instanceof Unknown ? undefined : this.assignable(value, ctx);
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
    const operand = asNumeric(value, ctx);
    if (operand === undefined) return false;
    return asArray(applyBinary('equal', toNumeric(this), operand).value)
      .flat()
      .some((x: number) => x !== 0);
  }

  /** A part of this object, with its dimension. */
  protected abstract element(value: Operand): PyValue;
  /** What may be stored into this object, as plain values. */
  protected abstract assignable(value: PyValue, ctx: Interpreter): Operand | undefined;
}

/** `numpy.ndarray`, without dimension. */
export class PyArray extends PyNumeric {
  readonly typeName = 'numpy.ndarray';
  readonly dimension = DIMENSIONLESS;

  constructor(readonly value: NdArray) {
    super();
  }

  protected element(value: Operand): PyValue {
    return value instanceof NdArray ? new PyArray(value) : value;
  }

  protected assignable(value: PyValue, ctx: Interpreter): Operand | undefined {
    return plainNumeric(value, ctx)?.value ?? refuse(value);
  }

  override binary(op: BinaryOp, other: PyValue, reflected: boolean, ctx: Interpreter): PyValue | undefined {
    if (other instanceof PyQuantity) return undefined;
    if (other instanceof Unknown) return unknownBinary(op, this.dimension, other, reflected);
    const operand = asNumeric(other, ctx);
    if (operand === undefined) return undefined;
    if (operand.dimension !== DIMENSIONLESS) return quantityBinary(op, operand, this, !reflected, ctx);
    const [a, b] = reflected ? [operand, toNumeric(this)] : [toNumeric(this), operand];
    if (op === '@') return fromNumeric(quantityOperator(op, a, b, false));
    return fromNumeric(applyBinary(UFUNC_OF_OPERATOR[op], a, b));
  }

  /** Writes into the shared storage; a quantity on the right loses its unit, as in Brian. */
  override inplace(op: BinaryOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    if (this.value.ndim === 0 || op === '@' || other instanceof Unknown) return undefined;
    const operand = asNumeric(other, ctx);
    if (operand === undefined) return undefined;
    binaryInto(UFUNC_OF_OPERATOR[op], this.value, operand.value);
    return this;
  }

  override unary(op: UnaryOp): PyValue | undefined {
    if (op === '+') return new PyArray(this.value.copy());
    if (op === '-') return fromNumeric(applyUnary('negative', toNumeric(this)));
    if (this.value.dtype === 'bool') return fromNumeric(applyUnary('logical_not', toNumeric(this)));
    return fromNumeric(applyBinary('bitwise_xor', toNumeric(this), numeric(-1n)));
  }

  override compare(op: CompareOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    if (other instanceof PyQuantity) return undefined;
    if (other instanceof Unknown) return new Unknown(DIMENSIONLESS);
    const operand = asNumeric(other, ctx);
    if (operand === undefined) return undefined;
    return fromNumeric(applyBinary(UFUNC_OF_COMPARISON[op], toNumeric(this), operand));
  }

  override repr(): string {
    return arrayRepr(this.value);
  }
  override str(): string {
    return arrayStr(this.value);
  }
  override format(spec: string): string | undefined {
    if (spec === '') return this.str();
    throw typeError('unsupported format string passed to numpy.ndarray.__format__');
  }
  override hashKey(): unknown {
    return undefined;
  }
}

/** Brian's `Quantity`: a number or an array in SI base units with a dimension. */
export class PyQuantity extends PyNumeric {
  readonly typeName: string = 'Quantity';

  constructor(
    readonly value: number | NdArray,
    // Changes where an array is multiplied in place.
    public dimension: Dimension,
  ) {
    super();
  }

  protected element(value: Operand): PyValue {
    return fromQuantity({ value: floatValue(value), dimension: this.dimension });
  }

  protected assignable(value: PyValue, ctx: Interpreter): Operand | undefined {
    const operand = asNumeric(value, ctx);
    if (operand === undefined) return refuse(value);
    const registry = unitRegistryOf(ctx.session);
    requireSameDimension(toNumeric(this), operand, () => 'Inconsistent units in assignment', registry);
    return operand.value;
  }

  override binary(op: BinaryOp, other: PyValue, reflected: boolean, ctx: Interpreter): PyValue | undefined {
    if (other instanceof Unknown) return unknownBinary(op, this.dimension, other, reflected);
    const operand = asNumeric(other, ctx);
    if (operand === undefined) throw withoutDimensions(other);
    if (op === '**' && operand.isSequence) return undefined;
    return quantityBinary(op, toNumeric(this), other, reflected, ctx, operand);
  }

  override inplace(op: BinaryOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    if (!(this.value instanceof NdArray) || op === '@' || other instanceof Unknown) return undefined;
    const operand = asNumeric(other, ctx);
    if (operand === undefined) throw withoutDimensions(other);
    const registry = unitRegistryOf(ctx.session);
    if (op === '+' || op === '-')
      requireSameDimension(
        toNumeric(this),
        operand,
        () => `Cannot calculate ... ${op}= ${shortText(operand, registry)}, units do not match`,
        registry,
      );
    const { dimension } = quantityOperator(op, toNumeric(this), operand, false, registry);
    binaryInto(UFUNC_OF_OPERATOR[op], this.value, operand.value);
    this.dimension = dimension;
    return this;
  }

  override unary(op: UnaryOp): PyValue | undefined {
    if (op === '+') return this;
    if (op === '-') return fromNumeric(applyUnary('negative', toNumeric(this)));
    throw typeError(
      "ufunc 'invert' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''",
    );
  }

  override compare(op: CompareOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    if (other instanceof Unknown) return new Unknown(DIMENSIONLESS);
    const operand = asNumeric(other, ctx);
    const result = operand && quantityComparison(op, toNumeric(this), operand, unitRegistryOf(ctx.session));
    if (result !== undefined) return fromNumeric(result);
    return op === '==' || op === '!=' ? op === '!=' : undefined;
  }

  override repr(ctx: Interpreter): string {
    const registry = unitRegistryOf(ctx.session);
    return formatQuantity(this.value, this.dimension, { form: 'repr', registry });
  }
  override str(ctx: Interpreter): string {
    return formatQuantity(this.value, this.dimension, { registry: unitRegistryOf(ctx.session) });
  }
  override format(spec: string, ctx: Interpreter): string | undefined {
    if (spec === '') return this.str(ctx);
    if (!(this.value instanceof NdArray)) return undefined;
    throw typeError('unsupported format string passed to Quantity.__format__');
  }
  override hashKey(): unknown {
    return undefined;
  }
}

/** Brian's `Unit`: a quantity with a name; products and powers of units are units again. */
export class PyUnit extends PyQuantity {
  override readonly typeName = 'Unit';

  constructor(readonly unit: Unit) {
    super(unit.value, unit.dimension);
  }

  override binary(op: BinaryOp, other: PyValue, reflected: boolean, ctx: Interpreter): PyValue | undefined {
    const unit = this.combined(op, other, reflected, ctx);
    return unit === undefined ? super.binary(op, other, reflected, ctx) : registered(unit, ctx);
  }

  private combined(op: BinaryOp, other: PyValue, reflected: boolean, ctx: Interpreter): Unit | undefined {
    if (other instanceof PyUnit) {
      const [a, b] = reflected ? [other.unit, this.unit] : [this.unit, other.unit];
      if (op === '*') return a.multiply(b);
      return op === '/' ? a.divide(b) : undefined;
    }
    const number = isPlainNumber(other) ? Number(other) : undefined;
    if (op === '**' && !reflected && number !== undefined) return this.unit.power(number, ctx.repr(other));
    return op === '/' && reflected && number === 1 ? this.unit.power(-1, '-1') : undefined;
  }

  override inplace(): PyValue | undefined {
    throw typeError('Units cannot be modified in-place');
  }

  override compare(op: CompareOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    if (op === '==' && other instanceof PyUnit)
      return other.dimension === this.dimension && other.unit.scale === this.unit.scale;
    return super.compare(op, other, ctx);
  }

  override repr(): string {
    return this.unit.name;
  }
  override str(): string {
    return this.unit.displayName;
  }
  override hashKey(): unknown {
    return `u${this.unit.scale},${this.dimension.exponents.join()}`;
  }
}

/** Other objects that stand for numbers, such as a view on a group's variable. */
export interface QuantityLike {
  toQuantity(ctx: Interpreter): Quantity | undefined;
}

function isQuantityLike(value: PyObject): value is PyObject & QuantityLike {
  return 'toQuantity' in value && typeof value.toQuantity === 'function';
}

/**
 * A number, array, quantity, or a list or tuple of those, in SI base units; undefined for anything else (an
 * unknown, too). Raises DimensionMismatchError and TypeError for lists that mix dimensions.
 */
export function asQuantity(value: PyValue, ctx: Interpreter): Quantity | undefined {
  const operand = asNumeric(value, ctx);
  return operand && { value: floatValue(operand.value), dimension: operand.dimension };
}

/** As a script gets it: without dimension a plain number or array. */
export function fromQuantity(quantity: Quantity): PyValue {
  return fromNumeric(quantity);
}

export function fromNumeric({ value, dimension }: Numeric): PyValue {
  if (dimension !== DIMENSIONLESS) return new PyQuantity(floatValue(value), dimension);
  return value instanceof NdArray ? new PyArray(value) : value;
}

export function toNumeric(object: PyNumeric): Numeric {
  const unit = object instanceof PyUnit ? object.unit : undefined;
  return { value: object.value, dimension: object.dimension, unit, isQuantity: object instanceof PyQuantity };
}

/** As `asQuantity`, keeping integers, booleans and units as they are. */
export function asNumeric(value: PyValue, ctx: Interpreter): Numeric | undefined {
  if (isPlainNumber(value)) return numeric(value);
  if (value instanceof PyNumeric) return toNumeric(value);
  if (value instanceof PyRange)
    return { value: rangeArray(value), dimension: DIMENSIONLESS, isSequence: true };
  if (value instanceof PySequence) return sequenceNumeric(value, ctx);
  return value instanceof PyObject && isQuantityLike(value) ? value.toQuantity(ctx) : undefined;
}

/** As `numpy.array(value)` sees it: lists of quantities lose their units. */
export function plainNumeric(value: PyValue, ctx: Interpreter): Numeric | undefined {
  if (!(value instanceof PySequence)) return asNumeric(value, ctx);
  const array = nestedArray(value, (item) => asNumeric(item, ctx));
  return array && numeric(array);
}

function sequenceNumeric(sequence: PySequence, ctx: Interpreter): Numeric | undefined {
  const leaf = (item: PyValue) => asNumeric(item, ctx);
  const array = nestedArray(sequence, leaf);
  if (array === undefined) return undefined;
  const dimensions = [...leafDimensions(sequence, leaf)];
  const quantities = dimensions.filter((dimension) => dimension !== undefined);
  const [first] = quantities;
  if (first === undefined) return { value: array, dimension: DIMENSIONLESS, isSequence: true };
  const other = quantities.find((dimension) => dimension !== first);
  if (other !== undefined) throw mixedDimensions(other, first, unitRegistryOf(ctx.session));
  if (quantities.length < dimensions.length)
    throw typeError('Mixing quantities and non-quantities is not allowed.');
  return { value: array, dimension: first, isSequence: true };
}

function mixedDimensions(a: Dimension, b: Dimension, registry: UnitRegistry): Error {
  return dimensionMismatch('Mixing quantities with different dimensions is not allowed', [a, b], registry);
}

/** A float64 array of all elements, in C order and possibly shared; for plotting and files. */
export function toFloat64(value: PyValue, ctx: Interpreter): Float64Array | undefined {
  const operand = asNumeric(value, ctx);
  return operand && asArray(operand.value).toFloat64();
}

function quantityBinary(
  op: BinaryOp,
  self: Numeric,
  other: PyValue,
  reflected: boolean,
  ctx: Interpreter,
  known?: Numeric,
): PyValue {
  const operand = known ?? asNumeric(other, ctx)!;
  const result = quantityOperator(op, self, operand, reflected, unitRegistryOf(ctx.session));
  // Floor division alone keeps its class where the units cancel.
  if (op === '//' && result.dimension === DIMENSIONLESS)
    return new PyQuantity(floatValue(result.value), DIMENSIONLESS);
  return fromNumeric(result);
}

/** What is known of a result whose one operand is not. */
function unknownBinary(op: BinaryOp, dimension: Dimension, other: Unknown, reflected: boolean): Unknown {
  if (other.dimension === undefined) return new Unknown();
  const [a, b] = reflected ? [other.dimension, dimension] : [dimension, other.dimension];
  if (op === '*') return new Unknown(a.multiply(b));
  if (op === '/' || op === '//') return new Unknown(a.divide(b));
  return new Unknown(op !== '**' && a === b ? a : undefined);
}

function registered(unit: Unit, ctx: Interpreter): PyUnit {
  unitRegistryOf(ctx.session).add(unit);
  return new PyUnit(unit);
}

function withoutDimensions(value: PyValue): Error {
  return typeError(`Object of type <class '${typeName(value)}'> does not have dimensions`);
}

function refuse(value: PyValue): never {
  if (value instanceof PyStr)
    throw arrayError('ValueError', `could not convert string to float: '${value.value}'`);
  throw typeError(`float() argument must be a string or a real number, not '${typeName(value)}'`);
}

function* elementsOf(array: NdArray, wrap: (value: Operand) => PyValue): Iterable<PyValue> {
  for (let k = 0; k < array.shape[0]!; k++) {
    const offset = array.offset + k * array.strides[0]!;
    if (array.ndim === 1) yield wrap(array.toScalar(array.data[offset]!));
    else
      yield wrap(new NdArray(array.data, array.shape.slice(1), array.dtype, array.strides.slice(1), offset));
  }
}

/** What functions and methods need from this file. */
export function environment(ctx: Interpreter): NumericEnvironment {
  return {
    ctx,
    registry: unitRegistryOf(ctx.session),
    numeric: (value) => {
      const operand = asNumeric(value, ctx);
      return operand ?? notNumeric(value);
    },
    plain: (value) => plainNumeric(value, ctx) ?? notNumeric(value),
    wrap: fromNumeric,
    wrapArray: (array) => new PyArray(array),
    wrapQuantity: ({ value, dimension }) => new PyQuantity(floatValue(value), dimension),
    wrapUnit: (unit) => new PyUnit(unit),
  };
}

function notNumeric(value: PyValue): never {
  throw typeError(`'${typeName(value)}' object cannot be interpreted as a number`);
}

export { isPlainNumber };
