import { NdArray, type Operand } from '../../../arrays/ndarray.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import { formatQuantity } from '../../../units/display.ts';
import { unitRegistryOf } from '../../../units/displayUnits.ts';
import { dimensionMismatch } from '../../../units/errors.ts';
import type { Interpreter } from '../../interpreter.ts';
import type { PyClass } from '../../objects/classes.ts';
import { typeError } from '../../objects/errors.ts';
import { formatOf } from '../../operations/formatting.ts';
import { unknownOperation } from '../../operations/unknowns.ts';
import { type BinaryOp, type CompareOp, type PyValue, type UnaryOp, Unknown } from '../../values.ts';
import { settledOperand } from './arguments.ts';
import { PyNumeric } from './baseObject.ts';
import { withDimension } from './conversions.ts';
import { floatValue, type Numeric, requireSameDimension } from './numeric.ts';
import { printOptionsOf } from './printSettings.ts';
import { QUANTITY } from './quantityClass.ts';
import { quantityBinary, quantityComparison, quantityInplace } from './quantityOperators.ts';
import { applyUnary } from './rules.ts';
import { collapsed } from './wrapping.ts';

/** Brian's `Quantity`: a number or an array in SI base units with a dimension. */
export class PyQuantity extends PyNumeric {
  readonly typeName: string = 'Quantity';
  override readonly isQuantity = true;
  readonly pyClass: PyClass = QUANTITY;

  constructor(
    // Both change where a quantity is multiplied in place.
    public value: number | NdArray,
    public dimension: Dimension,
  ) {
    super();
  }

  override toNumeric(): Numeric {
    return { value: this.value, dimension: this.dimension, isQuantity: true };
  }

  protected element(value: NdArray): PyValue {
    return collapsed(floatValue(value), this.dimension);
  }

  protected view(value: NdArray): PyValue {
    return collapsed(floatValue(value), this.dimension);
  }

  protected assignable(value: PyValue, ctx: Interpreter): Operand | undefined {
    const registry = unitRegistryOf(ctx.session);
    // Brian takes None for a value without unit, and never comes to look at it.
    if (value === null)
      throw dimensionMismatch('Inconsistent units in assignment', [this.dimension], registry);
    const operand = withDimension(value, ctx);
    requireSameDimension(this.toNumeric(), operand, () => 'Inconsistent units in assignment', registry);
    return operand.value;
  }

  override binary(op: BinaryOp, given: PyValue, reflected: boolean, ctx: Interpreter): PyValue | undefined {
    const other = settledOperand(given, ctx);
    if (other instanceof Unknown)
      return unknownOperation(op, reflected ? other : this, reflected ? this : other, ctx);
    return quantityBinary(op, this.toNumeric(), other, reflected, ctx);
  }

  override inplace(op: BinaryOp, given: PyValue, ctx: Interpreter): PyValue | undefined {
    const other = settledOperand(given, ctx);
    if (other instanceof Unknown) return undefined;
    const { value, dimension } = this;
    const result = quantityInplace(op, { value, dimension, isQuantity: true }, other, ctx);
    if (result === undefined) return undefined;
    if (result.kept !== undefined) {
      this.value = result.value;
      this.dimension = result.kept;
    }
    return this.dimension === result.dimension && result.kept !== undefined
      ? this
      : new PyQuantity(result.value, result.dimension);
  }

  override unary(op: UnaryOp): PyValue | undefined {
    if (op === '+') return this;
    const { value, dimension } = applyUnary(op === '-' ? 'negative' : 'invert', this.toNumeric());
    return collapsed(value, dimension);
  }

  override compare(op: CompareOp, given: PyValue, ctx: Interpreter): PyValue | undefined {
    const other = settledOperand(given, ctx);
    if (other instanceof Unknown) return new Unknown(DIMENSIONLESS);
    return quantityComparison(op, this.toNumeric(), other, ctx);
  }

  override repr(ctx: Interpreter): string {
    return this.shown(ctx, 'repr');
  }

  override str(ctx: Interpreter): string {
    return this.shown(ctx, 'str');
  }

  private shown({ session }: Interpreter, form: 'str' | 'repr'): string {
    const registry = unitRegistryOf(session);
    return formatQuantity(this.value, this.dimension, { ...printOptionsOf(session), form, registry });
  }

  override format(spec: string, ctx: Interpreter): string | undefined {
    if (spec === '') return this.str(ctx);
    if (!(this.value instanceof NdArray)) return formatOf(this.value, spec, ctx);
    throw typeError('unsupported format string passed to Quantity.__format__');
  }

  override hashKey(): unknown {
    return undefined;
  }
}
