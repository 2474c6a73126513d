import { UNKNOWN_SIZE } from '../../../groups/group.ts';
import type { Item, NewValue, Owner } from '../../../groups/stateAccess.ts';
import { checkReading, getState, setState } from '../../../groups/stateAccess.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import { unitRegistryOf } from '../../../units/displayUnits.ts';
import type { Constant, Variable } from '../../../variables/variable.ts';
import { typeOf } from '../../builtins/types.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PySequence } from '../../objects/sequences.ts';
import { PyStr, type PyValue, Unknown, UnknownView } from '../../values.ts';
import { dimensionObject } from '../numpy/dimensionObject.ts';
import { asQuantity, fromQuantity } from '../numpy/objects.ts';
import { dimensionUnit } from '../units/helpers.ts';
import { Arguments } from './arguments.ts';
import { frameExternals } from './externals.ts';
import { itemOf } from './items.ts';
import { VariableObject } from './variableObject.ts';
import { arrayOf, scalarOf, settled, VariableView } from './variableView.ts';

/** `G.v`: reads and writes a state variable; behaves as its values wherever a value is needed. */
export class StateView extends VariableView {
  constructor(
    readonly owner: Owner,
    name: string,
    withUnits = true,
  ) {
    super(name, withUnits);
  }

  protected ownerName(): string {
    return this.owner.name;
  }

  get dimension(): Dimension {
    return this.withUnits ? (this.owner.variables.get(this.name)?.dimension ?? DIMENSIONLESS) : DIMENSIONLESS;
  }

  /** The current values, as a quantity or array; a single one for shared variables. */
  override values(ctx: Interpreter, item: Item = { kind: 'all' }): PyValue {
    const variable = this.owner.variables.get(this.name);
    if (variable?.kind === 'constant') return constantValue(variable, this.withUnits);
    if (ctx.mode === 'analysis') return new UnknownView(this.dimension);
    const values = getState(this.owner, this.name, item, accessOf(ctx));
    const single = item.kind === 'indices' && item.scalar;
    if (variable?.scalar && variable.dataType === 'int64') return BigInt(values[0] ?? 0);
    if (variable?.scalar || single) return scalarOf(values, this.dimension);
    return fromQuantity({ value: arrayOf(values), dimension: this.dimension });
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const variable = this.owner.variables.get(this.name);
    switch (name) {
      case 'dim':
        return this.withUnits ? dimensionObject(this.dimension) : null;
      case 'unit':
        return dimensionUnit(this.dimension, unitRegistryOf(ctx.session));
      case 'group_name':
        return new PyStr(this.owner.name);
      case 'index_var_name':
        return new PyStr(variable?.scalar ? '0' : this.owner.variables.indexOf(this.name));
      case 'variable':
        return variable && variableObject(this.owner, this.name, variable);
      case 'get_item':
        return new NativeFunction(name, (call, inner) => {
          const args = new Arguments(name, call, ['item', 'level=0', 'namespace=None'], inner);
          return this.getItem(args.get('item') ?? null, inner);
        });
      case 'set_item':
        return new NativeFunction(name, (call, inner) => {
          const args = new Arguments(name, call, ['item', 'value', 'level=0', 'namespace=None'], inner);
          this.setItem(args.get('item') ?? null, args.get('value') ?? null, inner);
          return null;
        });
      default:
        return super.getAttribute(name, ctx);
    }
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
    const item = itemOf(this.owner, key, ctx);
    if (ctx.mode === 'analysis') {
      checkReading(this.owner, this.name, item, accessOf(ctx));
      return new Unknown(this.dimension);
    }
    return this.values(ctx, item);
  }

  override setItem(key: PyValue, value: PyValue, ctx: Interpreter): boolean {
    this.assign(itemOf(this.owner, key, ctx), value, ctx);
    return true;
  }

  override length(ctx: Interpreter): number {
    if (this.owner.variables.get(this.name)?.scalar) return 1;
    const { N, ends } = this.owner;
    return N === UNKNOWN_SIZE || (ctx.mode === 'analysis' && ends !== undefined) ? Number.NaN : N;
  }
}

/** What is known of a variable of that owner. */
export function variableObject(owner: Owner, name: string, variable: Variable): PyValue {
  return new VariableObject(owner, variable, (withUnits, ctx) =>
    new StateView(owner, name, withUnits).values(ctx),
  );
}

export function constantValue(constant: Constant, withUnits: boolean): PyValue {
  if (constant.value === UNKNOWN_SIZE) return new Unknown();
  if (constant.dataType === 'int32') return BigInt(constant.value);
  return fromQuantity({ value: constant.value, dimension: withUnits ? constant.dimension : DIMENSIONLESS });
}

export function accessOf(ctx: Interpreter) {
  return {
    externals: frameExternals(ctx.frame(), ctx),
    location: ctx.location(),
    valueLocation: ctx.assignedLocation(),
  };
}

/** What a script assigns: a string is code, all else are values. Raises TypeError for what has no numbers. */
export function newValue(value: PyValue, plain: StateView | undefined, ctx: Interpreter): NewValue {
  if (value instanceof PyStr) return { kind: 'code', source: value };
  const given = settled(value, ctx);
  if (given instanceof Unknown) return { kind: 'unknown', dimension: plain ? undefined : given.dimension };
  const quantity = asQuantity(given, ctx);
  if (quantity === undefined)
    ctx.raise(
      'TypeError',
      `Object of type <class '${typeOf(value).qualifiedName}'> does not have dimensions`,
    );
  const values = typeof quantity.value === 'number' ? [quantity.value] : quantity.value.toFloat64();
  const dimension = plain
    ? (plain.owner.variables.get(plain.name)?.dimension ?? DIMENSIONLESS)
    : quantity.dimension;
  return {
    kind: 'values',
    values,
    dimension,
    shape: typeof quantity.value === 'number' ? [] : quantity.value.shape,
    isList: value instanceof PySequence,
    get shown() {
      return ctx.str(value);
    },
  };
}
