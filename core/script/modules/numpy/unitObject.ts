import { unitRegistryOf } from '../../../units/displayUnits.ts';
import type { Unit } from '../../../units/unit.ts';
import type { Interpreter } from '../../interpreter.ts';
import { typeError } from '../../objects/errors.ts';
import type { BinaryOp, CompareOp, PyValue } from '../../values.ts';
import { singleOrArray } from './conversions.ts';
import { type Numeric, singleNumber } from './numeric.ts';
import { UNIT } from './quantityClass.ts';
import { PyQuantity } from './quantityObject.ts';
import { isPlainNumber } from './sequences.ts';

/** Brian's `Unit`: a quantity with a name; products and powers of units are units again. */
export class PyUnit extends PyQuantity {
  override readonly typeName = 'Unit';
  override readonly pyClass = UNIT;

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
    const number = singleValue(other, ctx);
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

/** A single number without dimension, as exponents and numerators of units may be. */
function singleValue(value: PyValue, ctx: Interpreter): number | undefined {
  if (isPlainNumber(value)) return Number(value);
  const operand = singleOrArray(value, ctx);
  if (operand === undefined || !operand.dimension.isDimensionless) return undefined;
  return typeof operand.value === 'object' && operand.value.ndim > 0 ? undefined : singleNumber(operand);
}

function registered(unit: Unit, ctx: Interpreter): PyUnit {
  unitRegistryOf(ctx.session).add(unit);
  return new PyUnit(unit);
}
