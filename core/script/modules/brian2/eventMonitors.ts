import { isEventSource } from '../../../groups/events.ts';
import { EventMonitor, SpikeMonitor } from '../../../monitors/spikeMonitor.ts';
import { DIMENSIONLESS, SECOND } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyTuple } from '../../objects/sequences.ts';
import { typeName } from '../../operations/numbers.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../values.ts';
import { fromQuantity } from '../numpy/objects.ts';
import { Arguments } from './arguments.ts';
import { BrianPyObject } from './brianObject.ts';
import { MonitorObject, namesArgument, type Recorded, recorded } from './recorded.ts';
import { arrayOf } from './variableView.ts';

export class EventMonitorObject extends MonitorObject<EventMonitor> {
  constructor(
    monitor: EventMonitor,
    private readonly source: PyValue,
  ) {
    super(monitor);
  }

  recordedNames(): readonly string[] {
    return ['i', 't', ...this.object.record.variables.keys(), 'count', 'N'];
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { object } = this;
    const { record } = object;
    const plain = name.endsWith('_') ? name.slice(0, -1) : name;
    if (plain === 't') return recorded(object, name, SECOND, () => record.t.values, ctx);
    if (plain === 'i') return recorded(object, name, DIMENSIONLESS, () => record.i.values, ctx);
    const variable = record.variables.get(plain);
    if (variable !== undefined)
      return recorded(object, name, object.dimensionOf(plain), () => variable.values, ctx);
    switch (name) {
      case 'count':
        return recorded(object, name, DIMENSIONLESS, () => record.count, ctx);
      case 'num_spikes':
      case 'num_events':
      case 'N':
        ctx.session.reportAny(ctx.session.standalone?.readRecord(ctx.location()));
        return ctx.mode === 'analysis' ? new Unknown(DIMENSIONLESS) : BigInt(total(record.count));
      case 'spike_trains':
      case 'event_trains':
        return new NativeFunction(name, (_args, inner) => this.trains('t', inner));
      case 'values':
        return new NativeFunction(name, (args, inner) => this.trains(textOf(args.positional[0]), inner));
      case 'all_values':
        return new NativeFunction(name, (_args, inner) => this.allTrains(inner));
      case 'it':
      case 'it_':
        return new PyTuple([
          this.getAttribute('i', ctx) ?? null,
          this.getAttribute(name.replace('i', ''), ctx) ?? null,
        ]);
      case 'source':
        return this.source;
      case 'event':
        return new PyStr(object.event);
      default:
        return super.getAttribute(name, ctx);
    }
  }

  /** By name of the recorded variable. */
  private allTrains(ctx: Interpreter): PyValue {
    if (ctx.mode === 'analysis') return new Unknown();
    const names = ['t', ...this.object.record.variables.keys()];
    return new PyDict(names.map((name) => [new PyStr(name), this.trains(name, ctx)]));
  }

  override length(ctx: Interpreter): number {
    return ctx.mode === 'analysis' ? Number.NaN : total(this.object.record.count);
  }

  override truth(): boolean {
    return true;
  }

  /** A dictionary from every index to its values, empty ones included. */
  private trains(name: string, ctx: Interpreter): PyValue {
    const { object } = this;
    if (ctx.mode === 'analysis') return new Unknown();
    const { record } = object;
    if (!record.recordTrains)
      return ctx.raise(
        'AttributeError',
        'Indices and times have not been recorded.Set the record argument to True to record them.',
      );
    const values = name === 't' ? record.t.values : record.variables.get(name)?.values;
    if (values === undefined) return ctx.raise('KeyError', `'${name}'`);
    const dimension = name === 't' ? SECOND : object.dimensionOf(name);
    const trains = new PyDict();
    for (const [index, train] of byIndex(record.i.values, values, object.source.N))
      trains.setItem(BigInt(index), fromQuantity({ value: arrayOf(train), dimension }), ctx);
    return trains;
  }
}

function total(count: Int32Array): number {
  return count.reduce((a, b) => a + b, 0);
}

function textOf(value: PyValue | undefined): string {
  return value instanceof PyStr ? value.value : '';
}

function byIndex(indices: Recorded, values: Recorded, n: number): Map<number, Recorded> {
  const lists = new Map<number, number[]>(Array.from({ length: n }, (_, k) => [k, []]));
  for (let k = 0; k < indices.length; k++) lists.get(indices[k]!)?.push(values[k]!);
  const kind = values.constructor as Float64ArrayConstructor;
  return new Map([...lists].map(([k, list]) => [k, kind.from(list)]));
}

/** `SpikeMonitor(source, variables=None, record=True, ...)`. */
export function makeSpikeMonitor(call: CallArguments, ctx: Interpreter): PyValue {
  const signature = [
    'source',
    'variables=None',
    'record=True',
    'when=None',
    'order=None',
    "name='spikemonitor*'",
    'codeobj_class=None',
  ];
  return makeEventMonitorFrom(new Arguments('SpikeMonitor', call, signature, ctx), ctx, undefined);
}

/** `EventMonitor(source, event, ...)`. */
export function makeEventMonitor(call: CallArguments, ctx: Interpreter): PyValue {
  const signature = [
    'source',
    'event',
    'variables=None',
    'record=True',
    'when=None',
    'order=None',
    "name='eventmonitor*'",
    'codeobj_class=None',
  ];
  const args = new Arguments('EventMonitor', call, signature, ctx);
  return makeEventMonitorFrom(args, ctx, args.text('event') ?? '');
}

function makeEventMonitorFrom(args: Arguments, ctx: Interpreter, event: string | undefined): PyValue {
  const value = args.get('source');
  if (value instanceof Unknown) return new Unknown();
  if (!(value instanceof BrianPyObject) || !isEventSource(value.object))
    return args.raise(
      'TypeError',
      `${args.functionName} can only monitor groups producing spikes (such as NeuronGroup), but the given argument is of type <class '${typeName(value ?? null)}'>.`,
      'source',
    );
  if (args.get('order') !== undefined && args.get('when') === undefined)
    args.raise('ValueError', 'Cannot specify order if when is not specified.', 'order');
  const options = {
    session: ctx.session,
    source: value.object,
    variables: namesArgument(args, value.object),
    record: args.get('record') !== false,
    when: args.slot(),
    order: args.integer('order'),
    name: args.objectName('spikemonitor*'),
    ...args.place,
  };
  const monitor = event === undefined ? new SpikeMonitor(options) : new EventMonitor({ ...options, event });
  return new EventMonitorObject(monitor, value);
}
