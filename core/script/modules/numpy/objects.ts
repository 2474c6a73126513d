/** Arrays, quantities and units as scripts see them. */
import { binaryInto } from '../../../arrays/elementwise.ts';
import { arrayError } from '../../../arrays/errors.ts';
import { getItems, offsetOf, setItems } from '../../../arrays/indexing.ts';
import { asArray, NdArray, type Operand, type Scalar } from '../../../arrays/ndarray.ts';
import { arrayRepr, arrayStr } from '../../../arrays/print.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import { formatQuantity } from '../../../units/display.ts';
import { unitRegistryOf } from '../../../units/displayUnits.ts';
import type { Unit } from '../../../units/unit.ts';
import type { Interpreter } from '../../interpreter.ts';
import { typeError } from '../../objects/errors.ts';
import { typeName } from '../../operations/numbers.ts';
import { unknownOperation } from '../../operations/unknowns.ts';
import { type BinaryOp, type CompareOp, PyStr, type PyValue, type UnaryOp, Unknown } from '../../values.ts';
import { notNumeric, settledOperand } from './arguments.ts';
import { numericAttribute } from './attributes.ts';
import {
  asNumeric,
  asQuantity,
  NumericObject,
  plainNumeric,
  type QuantityLike,
  toFloat64,
} from './conversions.ts';
import type { NumericEnvironment } from './environment.ts';
import { indexOf } from './indexExpression.ts';
import { missingArrayAttribute } from './missing.ts';
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
import { isPlainNumber } from './sequences.ts';

/** What all numeric objects share; the dimension of a plain array is none. */
export abstract class PyNumeric extends NumericObject {
  abstract readonly value: Operand;
  abstract readonly dimension: Dimension;

  toNumeric(): Numeric {
    return { value: this.value, dimension: this.dimension };
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
      return this.element(value.toScalar(value.data[offsetOf(value, Number(key))]!));
    const keys = indexOf(key, (part) => plainNumeric(part, ctx)?.value);
    if (keys === undefined) return new Unknown(this.dimension);
    return this.element(getItems(asArray(this.value), keys).unwrap());
  }

  override setItem(key: PyValue, value: PyValue, ctx: Interpreter): boolean {
    const keys = indexOf(key, (part) => plainNumeric(part, ctx)?.value);
    const known = settledOperand(value, ctx);
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
    const operand = asNumeric(value, ctx);
    if (operand === undefined) return false;
    return asArray(applyBinary('equal', this.toNumeric(), operand).value)
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

  override binary(op: BinaryOp, given: PyValue, reflected: boolean, ctx: Interpreter): PyValue | undefined {
    const other = settledOperand(given, ctx);
    if (other instanceof PyQuantity) return undefined;
    if (other instanceof Unknown)
      return unknownOperation(op, reflected ? other : this, reflected ? this : other);
    const operand = asNumeric(other, ctx);
    if (operand === undefined) return undefined;
    if (operand.dimension !== DIMENSIONLESS) return quantityBinary(op, operand, this, !reflected, ctx);
    const [a, b] = reflected ? [operand, this.toNumeric()] : [this.toNumeric(), operand];
    if (op === '@') return fromNumeric(quantityOperator(op, a, b, false));
    return fromNumeric(applyBinary(UFUNC_OF_OPERATOR[op], a, b));
  }

  /** Writes into the shared storage; a quantity on the right loses its unit, as in Brian. */
  override inplace(op: BinaryOp, given: PyValue, ctx: Interpreter): PyValue | undefined {
    const other = settledOperand(given, ctx);
    if (this.value.ndim === 0 || op === '@' || other instanceof Unknown) return undefined;
    const operand = asNumeric(other, ctx);
    if (operand === undefined) return undefined;
    binaryInto(UFUNC_OF_OPERATOR[op], this.value, operand.value);
    return this;
  }

  override unary(op: UnaryOp): PyValue | undefined {
    if (op === '+') return new PyArray(this.value.copy());
    if (op === '-') return fromNumeric(applyUnary('negative', this.toNumeric()));
    if (this.value.dtype === 'bool') return fromNumeric(applyUnary('logical_not', this.toNumeric()));
    return fromNumeric(applyBinary('bitwise_xor', this.toNumeric(), numeric(-1n)));
  }

  override compare(op: CompareOp, given: PyValue, ctx: Interpreter): PyValue | undefined {
    const other = settledOperand(given, ctx);
    if (other instanceof PyQuantity) return undefined;
    if (other instanceof Unknown) return new Unknown(DIMENSIONLESS);
    const operand = asNumeric(other, ctx);
    if (operand === undefined) return undefined;
    return fromNumeric(applyBinary(UFUNC_OF_COMPARISON[op], this.toNumeric(), operand));
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

  override toNumeric(): Numeric {
    return { value: this.value, dimension: this.dimension, isQuantity: true };
  }

  protected element(value: Operand): PyValue {
    return fromQuantity({ value: floatValue(value), dimension: this.dimension });
  }

  protected assignable(value: PyValue, ctx: Interpreter): Operand | undefined {
    const operand = asNumeric(value, ctx);
    if (operand === undefined) return refuse(value);
    const registry = unitRegistryOf(ctx.session);
    requireSameDimension(this.toNumeric(), operand, () => 'Inconsistent units in assignment', registry);
    return operand.value;
  }

  override binary(op: BinaryOp, given: PyValue, reflected: boolean, ctx: Interpreter): PyValue | undefined {
    const other = settledOperand(given, ctx);
    if (other instanceof Unknown)
      return unknownOperation(op, reflected ? other : this, reflected ? this : other);
    const operand = asNumeric(other, ctx);
    if (operand === undefined) throw withoutDimensions(other);
    if (op === '**' && operand.isSequence) return undefined;
    return quantityBinary(op, this.toNumeric(), other, reflected, ctx, operand);
  }

  override inplace(op: BinaryOp, given: PyValue, ctx: Interpreter): PyValue | undefined {
    const other = settledOperand(given, ctx);
    if (!(this.value instanceof NdArray) || op === '@' || other instanceof Unknown) return undefined;
    const operand = asNumeric(other, ctx);
    if (operand === undefined) throw withoutDimensions(other);
    const registry = unitRegistryOf(ctx.session);
    if (op === '+' || op === '-')
      requireSameDimension(
        this.toNumeric(),
        operand,
        () => `Cannot calculate ... ${op}= ${shortText(operand, registry)}, units do not match`,
        registry,
      );
    const { dimension } = quantityOperator(op, this.toNumeric(), operand, false, registry);
    binaryInto(UFUNC_OF_OPERATOR[op], this.value, operand.value);
    this.dimension = dimension;
    return this;
  }

  override unary(op: UnaryOp): PyValue | undefined {
    if (op === '+') return this;
    if (op === '-') return fromNumeric(applyUnary('negative', this.toNumeric()));
    throw typeError(
      "ufunc 'invert' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''",
    );
  }

  override compare(op: CompareOp, given: PyValue, ctx: Interpreter): PyValue | undefined {
    const other = settledOperand(given, ctx);
    if (other instanceof Unknown) return new Unknown(DIMENSIONLESS);
    const operand = asNumeric(other, ctx);
    const result = operand && quantityComparison(op, this.toNumeric(), operand, unitRegistryOf(ctx.session));
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

  override toNumeric(): Numeric {
    return { value: this.value, dimension: this.dimension, unit: this.unit, isQuantity: true };
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

/** As a script gets it: without dimension a plain number or array. */
export function fromQuantity(quantity: Quantity): PyValue {
  return fromNumeric(quantity);
}

export function fromNumeric({ value, dimension }: Numeric): PyValue {
  if (dimension !== DIMENSIONLESS) return new PyQuantity(floatValue(value), dimension);
  return value instanceof NdArray ? new PyArray(value) : value;
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
      return operand ?? notNumeric(value, ctx);
    },
    plain: (value) => plainNumeric(value, ctx) ?? notNumeric(value, ctx),
    wrap: fromNumeric,
    wrapArray: (array) => new PyArray(array),
    wrapQuantity: ({ value, dimension }) => new PyQuantity(floatValue(value), dimension),
    wrapUnit: (unit) => new PyUnit(unit),
  };
}

/** What scalars of NumPy have and Python's numbers lack. */
export function scalarAttribute(value: Scalar, name: string, ctx: Interpreter): PyValue | undefined {
  return numericAttribute(numeric(value), name, environment(ctx));
}

export { asNumeric, asQuantity, isPlainNumber, plainNumeric, type QuantityLike, toFloat64 };
