import type { Storage } from '../../../devices/plan.ts';
import { type Clock, TIME_EPSILON } from '../../../network/clock.ts';
import { DIMENSIONLESS, type Dimension, SECOND } from '../../../units/dimension.ts';
import { mismatchMessage } from '../../../units/errors.ts';
import { conversion, withUnit } from '../../../units/remedy.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PySlice } from '../../objects/slice.ts';
import { PyObject, PyStr, type PyValue, Unknown, UnknownView } from '../../values.ts';
import { asQuantity, fromQuantity } from '../numpy/objects.ts';
import { VariableView } from './variableView.ts';

/** `Clock(dt)`, and the default clock. */
export class ClockObject extends PyObject {
  readonly typeName = 'Clock';

  constructor(readonly clock: Clock) {
    super();
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { clock } = this;
    switch (name) {
      case 'dt':
        return fromQuantity({ value: clock.dt, dimension: SECOND });
      case 'dt_':
        return clock.dt;
      case 't':
        return this.moving('t', SECOND, ctx);
      case 't_':
        return this.moving('t_', DIMENSIONLESS, ctx);
      case 'timestep':
        return this.moving('timestep', DIMENSIONLESS, ctx);
      case 'epsilon_dt':
        return TIME_EPSILON;
      case 'name':
        return new PyStr(clock.name);
      default:
        return undefined;
    }
  }

  /** Time passes only in a run. */
  private moving(name: 't' | 't_' | 'timestep', dimension: Dimension, ctx: Interpreter): PyValue {
    if (ctx.mode === 'analysis') return new UnknownView(dimension);
    return new ClockView(this.clock, name, ctx.session.storage);
  }

  override setAttribute(name: string, value: PyValue, ctx: Interpreter): boolean {
    if (name !== 'dt') return false;
    if (value instanceof Unknown) {
      this.clock.isKnown = false;
      return true;
    }
    const quantity = asQuantity(value, ctx);
    if (quantity?.dimension !== SECOND || typeof quantity.value !== 'number')
      return wrongStep(value, quantity?.dimension, ctx);
    this.clock.dt = quantity.value;
    this.clock.isKnown = true;
    return true;
  }

  override repr(ctx: Interpreter): string {
    return `Clock(dt=${ctx.repr(fromQuantity({ value: this.clock.dt, dimension: SECOND }))}, name='${this.clock.name}')`;
  }
}

function wrongStep(value: PyValue, dimension: Dimension | undefined, ctx: Interpreter): never {
  if (dimension === undefined)
    return ctx.raise('ValueError', `could not convert string to float: ${ctx.repr(value)}`);
  const text = `Function '_set_dt' expected a quantitity with unit second for argument 'dt' but got '${ctx.str(value)}'`;
  const hint =
    dimension === DIMENSIONLESS
      ? withUnit(ctx.str(value), SECOND)
      : conversion(ctx.str(value), dimension, SECOND);
  const message = mismatchMessage(text, [dimension]);
  return ctx.raise('DimensionMismatchError', message, ctx.assignedLocation(), hint);
}

/** `clock.t`: time as it stands, also while a network operation looks at it. */
export class ClockView extends VariableView {
  constructor(
    private readonly clock: Clock,
    name: 't' | 't_' | 'timestep',
    private readonly storage: Storage,
  ) {
    super(name.endsWith('_') ? name.slice(0, -1) : name, !name.endsWith('_'));
  }

  protected override ownerName(): string {
    return this.clock.name;
  }

  override values(): PyValue {
    const { clock, storage } = this;
    if (this.name === 'timestep') return BigInt(storage.array(clock.timestepVariable)[0]!);
    const value = storage.array(clock.tVariable)[0]!;
    return this.withUnits ? fromQuantity({ value, dimension: SECOND }) : value;
  }

  /** One value, which only `[:]` gives. Raises IndexError. */
  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    if (key instanceof PySlice && [key.start, key.stop, key.step].every((part) => part === null))
      return this.values();
    return ctx.raise('IndexError', `Illegal index for variable '${this.name}', it is a scalar variable.`);
  }
}
