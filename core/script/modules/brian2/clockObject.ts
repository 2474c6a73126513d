import type { Clock } from '../../../network/clock.ts';
import { DIMENSIONLESS, type Dimension, SECOND } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { asQuantity, fromQuantity } from '../numpy/objects.ts';

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
        return moving(clock.t, SECOND, ctx);
      case 't_':
        return moving(clock.t, DIMENSIONLESS, ctx);
      case 'timestep':
        return ctx.mode === 'analysis' ? new Unknown() : BigInt(clock.timestep);
      case 'name':
        return new PyStr(clock.name);
      default:
        return undefined;
    }
  }

  override setAttribute(name: string, value: PyValue, ctx: Interpreter): boolean {
    if (name !== 'dt') return false;
    if (value instanceof Unknown) return true;
    const quantity = asQuantity(value, ctx);
    if (quantity?.dimension !== SECOND || typeof quantity.value !== 'number')
      ctx.raise('DimensionMismatchError', `dt has to be a time, but got ${ctx.str(value)}`);
    this.clock.dt = quantity.value;
    return true;
  }

  override repr(ctx: Interpreter): string {
    return `Clock(dt=${ctx.repr(fromQuantity({ value: this.clock.dt, dimension: SECOND }))}, name='${this.clock.name}')`;
  }
}

/** Time passes only in a run. */
function moving(value: number, dimension: Dimension, ctx: Interpreter): PyValue {
  return ctx.mode === 'analysis' ? new Unknown(dimension) : fromQuantity({ value, dimension });
}
