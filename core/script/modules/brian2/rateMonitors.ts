import { isEventSource } from '../../../groups/events.ts';
import { PopulationRateMonitor } from '../../../monitors/rateMonitor.ts';
import { smoothRate } from '../../../monitors/smoothRate.ts';
import { HERTZ, SECOND } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../values.ts';
import { asQuantity, fromQuantity } from '../numpy/objects.ts';
import { Arguments } from './arguments.ts';
import { BrianPyObject } from './brianObject.ts';
import { MonitorObject, recorded } from './recorded.ts';
import { arrayOf } from './variableView.ts';

export class RateMonitorObject extends MonitorObject<PopulationRateMonitor> {
  constructor(
    monitor: PopulationRateMonitor,
    private readonly source: PyValue,
  ) {
    super(monitor);
  }

  recordedNames(): readonly string[] {
    return ['rate', 't', 'N'];
  }

  override length(ctx: Interpreter): number {
    return ctx.mode === 'analysis' ? Number.NaN : this.object.record.t.length;
  }

  override truth(): boolean {
    return true;
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { record } = this.object;
    const plain = name.endsWith('_') ? name.slice(0, -1) : name;
    if (plain === 't') return recorded(this.object, name, SECOND, () => record.t.values, ctx);
    if (plain === 'rate') return recorded(this.object, name, HERTZ, () => record.rate.values, ctx);
    if (name === 'N') return ctx.mode === 'analysis' ? new Unknown() : BigInt(record.t.length);
    if (name === 'source') return this.source;
    if (name === 'smooth_rate')
      return new NativeFunction(name, (call, inner) =>
        this.smooth(new Arguments(name, call, ["window='gaussian'", 'width=None'], inner)),
      );
    return super.getAttribute(name, ctx);
  }

  private smooth(args: Arguments): PyValue {
    const { ctx } = args;
    const window = args.get('window');
    const width = args.scalar('width', SECOND);
    if (ctx.mode === 'analysis') return new Unknown(HERTZ);
    const weights = window instanceof PyStr ? undefined : asQuantity(window ?? null, ctx)?.value;
    const request =
      window instanceof PyStr ? window.value : typeof weights === 'object' ? weights.toFloat64() : [];
    const rate = smoothRate(this.object.record.rate.values, this.object.clock.dt, request, width);
    return fromQuantity({ value: arrayOf(rate), dimension: HERTZ });
  }
}

/** `PopulationRateMonitor(source)`. */
export function makeRateMonitor(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments(
    'PopulationRateMonitor',
    call,
    ['source', "name='ratemonitor*'", 'codeobj_class=None'],
    ctx,
  );
  const value = args.get('source');
  if (value instanceof Unknown) return new Unknown();
  if (!(value instanceof BrianPyObject) || !isEventSource(value.object))
    return args.raiseNoGroup('source', 'clock', 'The source has to be a group that spikes.');
  const name = args.objectName('ratemonitor*');
  return new RateMonitorObject(
    new PopulationRateMonitor({
      session: ctx.session,
      source: value.object,
      name,
      ...args.place,
    }),
    value,
  );
}
