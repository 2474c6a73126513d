import type { NdArray, Operand } from '../../../arrays/ndarray.ts';
import { arrayRepr, arrayStr } from '../../../arrays/print.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyClass } from '../../objects/classes.ts';
import { typeError } from '../../objects/errors.ts';
import { formatOf } from '../../operations/formatting.ts';
import type { BinaryOp, CompareOp, PyValue, UnaryOp } from '../../values.ts';
import { PyNumeric, refuseElement } from './baseObject.ts';
import { plainNumeric } from './conversions.ts';
import { numeric } from './numeric.ts';
import { arrayBinary, arrayComparison, arrayInplace, arrayUnary } from './operators.ts';
import { fromNumeric } from './wrapping.ts';

/** `type()` of arrays; scripts make them with functions. */
export const NDARRAY = new PyClass('ndarray', [], new Map(), { module: 'numpy' });

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

  override repr(): string {
    return arrayRepr(this.value);
  }

  override str(): string {
    return arrayStr(this.value);
  }

  override format(spec: string, ctx: Interpreter): string | undefined {
    if (spec === '') return this.str();
    if (this.value.ndim === 0) return formatOf(this.value.item(), spec, ctx);
    throw typeError('unsupported format string passed to numpy.ndarray.__format__');
  }

  override hashKey(): unknown {
    return undefined;
  }
}
