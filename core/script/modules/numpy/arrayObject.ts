import type { NdArray, Operand } from '../../../arrays/ndarray.ts';
import { arrayRepr, arrayStr } from '../../../arrays/print.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { typeError } from '../../objects/errors.ts';
import { formatOf } from '../../operations/formatting.ts';
import type { BinaryOp, CompareOp, PyValue, UnaryOp } from '../../values.ts';
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

  constructor(readonly value: NdArray) {
    super();
  }

  protected element(value: NdArray): PyValue {
    return fromNumeric(numeric(value));
  }

  protected view(value: NdArray): PyValue {
    return new PyArray(value);
  }

  protected assignable(value: PyValue, ctx: Interpreter): Operand | undefined {
    return plainNumeric(value, ctx)?.value ?? refuseElement(value);
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
