import { broadcastFlat } from '../../../arrays/broadcast.ts';
import { kindOf } from '../../../arrays/dtype.ts';
import { writeInto } from '../../../arrays/elementwise.ts';
import { asArray, type NdArray, type Operand } from '../../../arrays/ndarray.ts';
import { arrayRepr, arrayStr } from '../../../arrays/print.ts';
import { reshape } from '../../../arrays/shape.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { typeError } from '../../objects/errors.ts';
import { formatOf } from '../../operations/formatting.ts';
import { parseFloatText, parseInteger, truncate } from '../../operations/numbers.ts';
import { type BinaryOp, type CompareOp, PyStr, type PyValue, type UnaryOp, Unknown } from '../../values.ts';
import { shapeArgument } from './arguments.ts';
import { PyNumeric, refuseElement } from './baseObject.ts';
import { plainNumeric } from './conversions.ts';
import { numeric } from './numeric.ts';
import { arrayBinary, arrayComparison, arrayInplace, arrayUnary } from './operators.ts';
import { printOptionsOf } from './printSettings.ts';
import { NDARRAY } from './scalarTypes.ts';
import { fromNumeric } from './wrapping.ts';

/** `numpy.ndarray`, without dimension. */
export class PyArray extends PyNumeric {
  readonly typeName = 'numpy.ndarray';
  readonly pyClass = NDARRAY;
  readonly dimension = DIMENSIONLESS;

  // Another view of the same elements where a script sets the shape.
  constructor(public value: NdArray) {
    super();
  }

  override setAttribute(name: string, given: PyValue, ctx: Interpreter): boolean {
    if (given instanceof Unknown) return true;
    if (name === 'shape') this.value = reshape(this.value, shapeArgument(given));
    else if (name === 'flat')
      writeInto(this.value, broadcastFlat(asArray(this.stored(given, ctx)), [this.value.size]).slice());
    else return false;
    return true;
  }

  protected element(value: NdArray): PyValue {
    return fromNumeric(numeric(value));
  }

  protected view(value: NdArray): PyValue {
    return new PyArray(value);
  }

  protected assignable(value: PyValue, ctx: Interpreter): Operand | undefined {
    return this.stored(value, ctx);
  }

  /** What elements become: texts are read, None is not a number. Raises ValueError and TypeError. */
  private stored(value: PyValue, ctx: Interpreter): Operand {
    const isFloat = kindOf(this.value.dtype) === 'float';
    if (value instanceof PyStr) return isFloat ? parseFloatText(value) : parseInteger(value, 10);
    if (value === null && isFloat) return Number.NaN;
    const operand = plainNumeric(value, ctx)?.value;
    if (operand === undefined) return refuseElement(value);
    if (typeof operand === 'number' && kindOf(this.value.dtype) === 'integer') return truncate(operand);
    return operand;
  }

  override binary(op: BinaryOp, other: PyValue, reflected: boolean, ctx: Interpreter): PyValue | undefined {
    return arrayBinary(op, this, other, reflected, ctx);
  }

  override inplace(op: BinaryOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    return arrayInplace(op, this, other, ctx) ? this : undefined;
  }

  override unary(op: UnaryOp): PyValue {
    return arrayUnary(op, this);
  }

  override compare(op: CompareOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    return arrayComparison(op, this, other, ctx);
  }

  override repr(ctx: Interpreter): string {
    return arrayRepr(this.value, printOptionsOf(ctx.session));
  }

  override str(ctx: Interpreter): string {
    return arrayStr(this.value, printOptionsOf(ctx.session));
  }

  override format(spec: string, ctx: Interpreter): string | undefined {
    if (spec === '') return this.str(ctx);
    if (this.value.ndim === 0) return formatOf(this.value.item(), spec, ctx);
    throw typeError('unsupported format string passed to numpy.ndarray.__format__');
  }

  override hashKey(): unknown {
    return undefined;
  }
}
