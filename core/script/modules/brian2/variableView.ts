import type { DType } from '../../../arrays/dtype.ts';
import { NdArray } from '../../../arrays/ndarray.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { unsupported } from '../../objects/unsupported.ts';
import { binaryOperation, unaryOperation } from '../../operations/arithmetic.ts';
import { compareValues } from '../../operations/comparison.ts';
import { type BinaryOp, type CompareOp, PyObject, PyStr, type PyValue, type UnaryOp } from '../../values.ts';
import type { Numeric } from '../numpy/numeric.ts';
import { asNumeric, fromQuantity, PyScalar, plainScalar } from '../numpy/objects.ts';

export type Numbers = Float64Array | Float32Array | Int32Array | Uint8Array;

/** Attributes that a view has because its values have them. */
const OF_VALUES = new Set(['shape', 'dim', 'unit', 'size', 'ndim', 'dtype']);

/** Methods behind the syntax of reading and assigning, which scripts hardly ever call. */
const MISSING = new Set(['get_with_expression', 'set_with_expression']);

/** A variable of some object: behaves as its values of the moment wherever a value is needed. */
export abstract class VariableView extends PyObject {
  readonly typeName = 'VariableView';

  constructor(
    readonly name: string,
    /** False for `G.v_`, the plain SI numbers. */
    readonly withUnits: boolean,
  ) {
    super();
  }

  /** The name of the object whose variable this is. */
  protected abstract ownerName(): string;

  /** The values as a quantity, array or single value. */
  abstract values(ctx: Interpreter): PyValue;

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    if (name === 'name') return new PyStr(this.name);
    if (MISSING.has(name)) return unsupported(`${this.typeName}.${name}`, ctx);
    if (!OF_VALUES.has(name)) return undefined;
    const values = this.values(ctx);
    return values instanceof PyObject ? values.getAttribute(name, ctx) : undefined;
  }

  /** What functions of NumPy take in its place. */
  settle(ctx: Interpreter): PyValue {
    return this.values(ctx);
  }

  toNumbers(ctx: Interpreter): Numeric | undefined {
    return asNumeric(this.values(ctx), ctx);
  }

  override binary(op: BinaryOp, other: PyValue, reflected: boolean, ctx: Interpreter): PyValue {
    const [left, right] = reflected ? [other, this] : [this, other];
    return binaryOperation(op, settled(left, ctx), settled(right, ctx), ctx);
  }

  override unary(op: UnaryOp, ctx: Interpreter): PyValue | undefined {
    return unaryOperation(op, this.values(ctx), ctx);
  }

  override compare(op: CompareOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    return compareValues(op, this.values(ctx), settled(other, ctx), ctx);
  }

  override iterate(ctx: Interpreter): Iterable<PyValue> {
    return ctx.iterate(this.values(ctx));
  }

  override repr(ctx: Interpreter): string {
    const name = this.withUnits ? this.name : `${this.name}_`;
    return `<${this.ownerName()}.${name}: ${ctx.repr(this.values(ctx))}>`;
  }
}

/** A view stands for its values, a scalar of NumPy for its number. */
export function settled(value: PyValue, ctx: Interpreter): PyValue {
  return value instanceof VariableView ? value.values(ctx) : plainScalar(value);
}

export function arrayOf(values: Numbers): NdArray {
  return NdArray.of(values, dtypeOf(values));
}

function dtypeOf(values: Numbers): DType {
  if (values instanceof Int32Array) return 'int32';
  if (values instanceof Uint8Array) return 'bool';
  return values instanceof Float32Array ? 'float32' : 'float64';
}

/** The single value of a shared variable. */
export function scalarOf(values: Numbers, dimension: Dimension): PyValue {
  const value = values[0] ?? 0;
  if (dimension !== DIMENSIONLESS) return fromQuantity({ value, dimension });
  if (values instanceof Uint8Array) return value !== 0;
  if (values instanceof Float32Array) return new PyScalar(value, 'float32');
  return values instanceof Int32Array ? BigInt(value) : value;
}
