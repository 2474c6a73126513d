import { NdArray } from '../../../arrays/ndarray.ts';
import type { Item, NewValue, Owner } from '../../../groups/stateAccess.ts';
import { getState, setState } from '../../../groups/stateAccess.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { binaryOperation, unaryOperation } from '../../operations/arithmetic.ts';
import { compareValues } from '../../operations/comparison.ts';
import {
  type BinaryOp,
  type CompareOp,
  PyObject,
  PyStr,
  type PyValue,
  type UnaryOp,
  Unknown,
} from '../../values.ts';
import type { Quantity } from '../numpy/numeric.ts';
import { asQuantity, fromQuantity } from '../numpy/objects.ts';
import { frameExternals } from './externals.ts';
import { itemOf } from './items.ts';

/** `G.v`: reads and writes a state variable; behaves as its values wherever a value is needed. */
export class StateView extends PyObject {
  readonly typeName = 'VariableView';

  constructor(
    readonly owner: Owner,
    readonly name: string,
    /** False for `G.v_`, the plain SI numbers. */
    readonly withUnits = true,
  ) {
    super();
  }

  get dimension(): Dimension {
    return this.withUnits ? (this.owner.variables.get(this.name)?.dimension ?? DIMENSIONLESS) : DIMENSIONLESS;
  }

  /** The current values, as a quantity or array; a single one for shared variables. */
  values(ctx: Interpreter, item: Item = { kind: 'all' }): PyValue {
    const variable = this.owner.variables.get(this.name);
    if (variable?.kind === 'constant')
      return fromQuantity({ value: variable.value, dimension: this.dimension });
    if (ctx.mode === 'analysis') return new Unknown(this.dimension);
    const values = getState(this.owner, this.name, item, accessOf(ctx));
    const single = item.kind === 'indices' && item.scalar;
    if (variable?.scalar || single) return scalarOf(values, this.dimension);
    return fromQuantity({ value: arrayOf(values), dimension: this.dimension });
  }

  assign(item: Item, value: PyValue, ctx: Interpreter): void {
    setState(
      this.owner,
      this.name,
      item,
      newValue(value, this.withUnits ? undefined : this, ctx),
      accessOf(ctx),
    );
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    return this.values(ctx, itemOf(this.owner, key, ctx));
  }

  override setItem(key: PyValue, value: PyValue, ctx: Interpreter): boolean {
    this.assign(itemOf(this.owner, key, ctx), value, ctx);
    return true;
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    if (name === 'name') return new PyStr(this.name);
    if (
      name === 'shape' ||
      name === 'dim' ||
      name === 'unit' ||
      name === 'size' ||
      name === 'ndim' ||
      name === 'dtype'
    ) {
      const values = this.values(ctx);
      return values instanceof PyObject ? values.getAttribute(name, ctx) : undefined;
    }
    if (name === 'get_item' || name === 'set_item') return undefined;
    return undefined;
  }

  /** What functions of NumPy take in its place. */
  settle(ctx: Interpreter): PyValue {
    return this.values(ctx);
  }

  toQuantity(ctx: Interpreter): Quantity | undefined {
    return asQuantity(this.values(ctx), ctx);
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

  override length(ctx: Interpreter): number {
    if (this.owner.variables.get(this.name)?.scalar) return 1;
    return ctx.mode === 'analysis' && this.owner.ends !== undefined ? Number.NaN : this.owner.N;
  }

  override repr(ctx: Interpreter): string {
    return `<${this.owner.name}.${this.name}: ${ctx.repr(this.values(ctx))}>`;
  }

  override format(spec: string, ctx: Interpreter): string | undefined {
    const values = this.values(ctx);
    return values instanceof PyObject ? values.format(spec, ctx) : undefined;
  }
}

/** A view stands for its values. */
export function settled(value: PyValue, ctx: Interpreter): PyValue {
  return value instanceof StateView ? value.values(ctx) : value;
}

export function accessOf(ctx: Interpreter) {
  return { externals: frameExternals(ctx.frame(), ctx), location: ctx.location() };
}

export function arrayOf(values: Float64Array | Float32Array | Int32Array | Uint8Array): NdArray {
  const dtype = values instanceof Int32Array ? 'int32' : values instanceof Uint8Array ? 'bool' : 'float64';
  return NdArray.of(values, dtype);
}

function scalarOf(values: Float64Array | Int32Array | Uint8Array, dimension: Dimension): PyValue {
  const value = values[0] ?? 0;
  if (dimension !== DIMENSIONLESS) return fromQuantity({ value, dimension });
  if (values instanceof Uint8Array) return value !== 0;
  return values instanceof Int32Array ? BigInt(value) : value;
}

/** What a script assigns: a string is code, all else are values. */
export function newValue(value: PyValue, plain: StateView | undefined, ctx: Interpreter): NewValue {
  if (value instanceof Unknown) return { kind: 'unknown' };
  if (value instanceof PyStr) return { kind: 'code', source: value };
  const quantity = asQuantity(settled(value, ctx), ctx);
  if (quantity === undefined) ctx.raise('TypeError', `Cannot assign ${ctx.repr(value)} to a state variable.`);
  const values = typeof quantity.value === 'number' ? [quantity.value] : quantity.value.toFloat64();
  const dimension = plain
    ? (plain.owner.variables.get(plain.name)?.dimension ?? DIMENSIONLESS)
    : quantity.dimension;
  return { kind: 'values', values, dimension, shown: ctx.str(value) };
}
