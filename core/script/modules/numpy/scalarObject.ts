import { type DType, kindOf } from '../../../arrays/dtype.ts';
import { rint } from '../../../arrays/functions.ts';
import { NdArray, type Operand, type Scalar } from '../../../arrays/ndarray.ts';
import { scalarText } from '../../../arrays/print.ts';
import { roundTo } from '../../../arrays/reduce.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import type { PyClass } from '../../objects/classes.ts';
import { typeError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { formatOf } from '../../operations/formatting.ts';
import { keyOf } from '../../operations/hashing.ts';
import { toInteger, truncate } from '../../operations/numbers.ts';
import type { BinaryOp, CompareOp, PyValue, UnaryOp } from '../../values.ts';
import { PyNumeric } from './baseObject.ts';
import { arrayBinary, arrayComparison, arrayUnary } from './operators.ts';
import { scalarClass } from './scalarTypes.ts';
import { fromNumeric } from './wrapping.ts';

/** A scalar of NumPy: `np.float64`, `np.int64`, `np.bool_` and the like. */
export class PyScalar extends PyNumeric {
  readonly dimension = DIMENSIONLESS;
  override readonly isScalar = true;

  constructor(
    private readonly scalar: Scalar,
    readonly dtype: DType,
  ) {
    super();
  }

  get value(): NdArray {
    return NdArray.full([], Number(this.scalar), this.dtype);
  }

  get pyClass(): PyClass {
    return scalarClass(this.dtype);
  }

  get typeName(): string {
    return this.pyClass.qualifiedName;
  }

  override toPythonNumber(): Scalar {
    return this.scalar;
  }

  override truth(): boolean {
    return Number(this.scalar) !== 0;
  }

  override length(): never {
    throw typeError(`object of type '${this.typeName}' has no len()`);
  }

  override iterate(): never {
    throw typeError(`'${this.typeName}' object is not iterable`);
  }

  override setItem(): never {
    throw typeError(`'${this.typeName}' object does not support item assignment`);
  }

  override contains(): never {
    throw typeError(`argument of type '${this.typeName}' is not iterable`);
  }

  protected element(value: NdArray): PyValue {
    return new PyScalar(value.item(), value.dtype);
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    if (name !== '__round__' || this.dtype === 'bool') return super.getAttribute(name, ctx);
    return new NativeFunction(name, ({ positional: [digits = null] }) => {
      const whole = typeof this.scalar === 'bigint' ? this.scalar : undefined;
      if (digits === null) return whole ?? truncate(rint(Number(this.scalar)));
      const rounded = roundTo(this.value, toInteger(digits), rint);
      return new PyScalar(rounded.item(), this.dtype);
    });
  }

  protected view(value: NdArray): PyValue {
    return fromNumeric({ value, dimension: DIMENSIONLESS, isArray: true });
  }

  protected assignable(): Operand | undefined {
    return undefined;
  }

  override binary(op: BinaryOp, other: PyValue, reflected: boolean, ctx: Interpreter): PyValue | undefined {
    const fast = this.dtype === 'float64' ? this.withFloat(op, other, reflected) : undefined;
    return fast ?? arrayBinary(op, this, other, reflected, ctx);
  }

  /** The operations that loops of scripts are full of. */
  private withFloat(op: BinaryOp, other: PyValue, reflected: boolean): PyScalar | undefined {
    const given = other instanceof PyScalar && other.dtype === 'float64' ? other.scalar : other;
    if (typeof given !== 'number') return undefined;
    const [a, b] = reflected ? [given, Number(this.scalar)] : [Number(this.scalar), given];
    switch (op) {
      case '+':
        return new PyScalar(a + b, 'float64');
      case '-':
        return new PyScalar(a - b, 'float64');
      case '*':
        return new PyScalar(a * b, 'float64');
      case '/':
        return new PyScalar(a / b, 'float64');
      default:
        return undefined;
    }
  }

  override unary(op: UnaryOp): PyValue | undefined {
    if (op === '~' && kindOf(this.dtype) === 'float') return undefined;
    return arrayUnary(op, this);
  }

  override compare(op: CompareOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    return arrayComparison(op, this, other, ctx);
  }

  override repr(): string {
    return scalarText(this.scalar, this.dtype);
  }

  override str(): string {
    return this.repr();
  }

  override format(spec: string, ctx: Interpreter): string {
    // `np.bool_` knows no format but the empty one.
    if (spec === '') return this.str();
    if (this.dtype === 'bool') throw typeError('unsupported format string passed to numpy.bool_.__format__');
    return formatOf(this.scalar, spec, ctx);
  }

  override hashKey(): unknown {
    return keyOf(this.scalar);
  }
}
