import { NdArray } from '../../../arrays/ndarray.ts';
import type { VariableOwner } from '../../../groups/group.ts';
import { elements } from '../../../groups/stateAccess.ts';
import { PopulationRateMonitor } from '../../../monitors/rateMonitor.ts';
import { smoothRate } from '../../../monitors/smoothRate.ts';
import { EventMonitor, SpikeMonitor } from '../../../monitors/spikeMonitor.ts';
import { StateMonitor } from '../../../monitors/stateMonitor.ts';
import type { BrianObject } from '../../../network/object.ts';
import { DIMENSIONLESS, type Dimension, HERTZ, SECOND } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PySequence } from '../../objects/sequences.ts';
import { typeName } from '../../operations/numbers.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { asQuantity, fromQuantity } from '../numpy/objects.ts';
import { Arguments } from './arguments.ts';
import { BrianPyObject, OwnerObject } from './ownerObject.ts';
import { accessOf, arrayOf } from './stateView.ts';
import { isEventSource, SynapticSubset } from './synapses.ts';

type Recorded = Float64Array | Float32Array | Int32Array | Uint8Array;

/** What was recorded is known only after a run: analysis knows its unit at most. */
function recorded(values: Recorded, dimension: Dimension, ctx: Interpreter): PyValue {
  if (ctx.mode === 'analysis') return new Unknown(dimension);
  return fromQuantity({ value: arrayOf(values), dimension });
}

function dimensionFor(name: string, dimension: Dimension): Dimension {
  return name.endsWith('_') ? DIMENSIONLESS : dimension;
}

export class EventMonitorObject extends BrianPyObject<EventMonitor> {
  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { object } = this;
    const { record } = object;
    const plain = name.endsWith('_') ? name.slice(0, -1) : name;
    if (plain === 't') return recorded(record.t.values, dimensionFor(name, SECOND), ctx);
    if (plain === 'i') return recorded(record.i.values, DIMENSIONLESS, ctx);
    const variable = record.variables.get(plain);
    if (variable !== undefined)
      return recorded(variable.values, dimensionFor(name, object.dimensionOf(plain)), ctx);
    switch (name) {
      case 'count':
        return recorded(record.count, DIMENSIONLESS, ctx);
      case 'num_spikes':
      case 'num_events':
      case 'N':
        return ctx.mode === 'analysis' ? new Unknown(DIMENSIONLESS) : BigInt(total(record.count));
      case 'spike_trains':
      case 'event_trains':
        return new NativeFunction(name, (_args, inner) => this.trains('t', inner));
      case 'values':
        return new NativeFunction(name, (args, inner) => this.trains(textOf(args.positional[0]), inner));
      case 'it':
        return undefined;
      case 'event':
        return new PyStr(object.event);
      default:
        return super.getAttribute(name, ctx);
    }
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

function byIndex(indices: Recorded, values: Recorded, n: number): Map<number, Float64Array> {
  const lists = new Map<number, number[]>(Array.from({ length: n }, (_, k) => [k, []]));
  for (let k = 0; k < indices.length; k++) lists.get(indices[k]!)?.push(values[k]!);
  return new Map([...lists].map(([k, list]) => [k, Float64Array.from(list)]));
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
    when: args.text('when'),
    order: args.integer('order'),
    name: args.text('name') ?? 'spikemonitor*',
    location: args.callLocation,
  };
  return new EventMonitorObject(
    event === undefined ? new SpikeMonitor(options) : new EventMonitor({ ...options, event }),
  );
}

/** One name, a list of names, or True for all variables of the equations. */
function namesArgument(args: Arguments, source: BrianObject & VariableOwner): string[] {
  const value = args.get('variables');
  if (value instanceof PyStr) return [value.value];
  if (value instanceof PySequence)
    return value.items.filter((item): item is PyStr => item instanceof PyStr).map((item) => item.value);
  if (value !== true) return [];
  return 'equations' in source ? [...(source.equations as { names(): readonly string[] }).names()] : [];
}

export class StateMonitorObject extends BrianPyObject<StateMonitor> {
  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { object } = this;
    const plain = name.endsWith('_') ? name.slice(0, -1) : name;
    if (plain === 't') return recorded(object.record.t.values, dimensionFor(name, SECOND), ctx);
    if (object.variables.includes(plain)) return this.values(plain, name !== plain, undefined, ctx);
    if (name === 'record') return recorded(object.recorded, DIMENSIONLESS, ctx);
    if (name === 'N') return ctx.mode === 'analysis' ? new Unknown() : BigInt(object.record.t.length);
    return super.getAttribute(name, ctx);
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    if (ctx.mode === 'analysis') return new StateMonitorSlice(this, undefined);
    const wanted =
      key instanceof SynapticSubset && key.item
        ? [...elements(key.synapses, key.item, accessOf(ctx))]
        : indexNumbers(key, ctx);
    const positions = wanted.map((index) => {
      const position = this.object.recorded.indexOf(index);
      return position >= 0
        ? position
        : ctx.raise('IndexError', `Index number ${index} has not been recorded`);
    });
    return new StateMonitorSlice(this, positions, typeof key === 'bigint');
  }

  /** (recorded, times); `positions` picks rows, one of them alone loses its axis. */
  values(
    name: string,
    plain: boolean,
    positions: readonly number[] | undefined,
    ctx: Interpreter,
    single = false,
  ): PyValue {
    const { record, recorded: indices } = this.object;
    const dimension = plain ? DIMENSIONLESS : this.object.dimensionOf(name);
    if (ctx.mode === 'analysis') return new Unknown(dimension);
    const rows = positions ?? Array.from({ length: indices.length }, (_, k) => k);
    const data = transposed(record.variables.get(name)!.values, rows, indices.length, record.t.length);
    const array = arrayOf(data);
    const shape = single ? [record.t.length] : [rows.length, record.t.length];
    return fromQuantity({ value: new NdArray(array.data, shape, array.dtype), dimension });
  }
}

function indexNumbers(key: PyValue, ctx: Interpreter): number[] {
  const quantity = asQuantity(key, ctx);
  if (quantity === undefined) return ctx.raise('TypeError', 'Cannot use object of type as an index.');
  return typeof quantity.value === 'number' ? [quantity.value] : [...quantity.value.toFloat64()];
}

/** Recorded (time x index) as users see it: (index x time). */
function transposed(values: Recorded, rows: readonly number[], width: number, times: number): Recorded {
  const make =
    values instanceof Int32Array ? Int32Array : values instanceof Uint8Array ? Uint8Array : Float64Array;
  const data = new make(rows.length * times);
  for (const [r, row] of rows.entries())
    for (let k = 0; k < times; k++) data[r * times + k] = values[k * width + row]!;
  return data;
}

/** `M[3]`: what was recorded of one element. */
class StateMonitorSlice extends PyObject {
  readonly typeName = 'StateMonitorView';
  constructor(
    private readonly monitor: StateMonitorObject,
    private readonly positions: readonly number[] | undefined,
    private readonly single = false,
  ) {
    super();
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const plain = name.endsWith('_') ? name.slice(0, -1) : name;
    if (!this.monitor.object.variables.includes(plain)) return this.monitor.getAttribute(name, ctx);
    return this.monitor.values(plain, plain !== name, this.positions, ctx, this.single);
  }
}

const STATE_SIGNATURE = [
  'source',
  'variables',
  'record',
  'dt=None',
  'clock=None',
  "when='start'",
  'order=0',
  "name='statemonitor*'",
  'codeobj_class=None',
];

/** `StateMonitor(source, variables, record, ...)`. */
export function makeStateMonitor(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('StateMonitor', call, STATE_SIGNATURE, ctx);
  const value = args.get('source');
  if (value instanceof Unknown) return new Unknown();
  if (!(value instanceof OwnerObject))
    return args.raise('TypeError', `StateMonitor cannot record from ${ctx.repr(value ?? null)}`, 'source');
  const monitor = new StateMonitor({
    session: ctx.session,
    source: value.object,
    variables: namesArgument(args, value.object),
    record: recordArgument(args),
    clock: args.clock('statemonitor'),
    when: args.text('when'),
    order: args.integer('order'),
    name: args.text('name') ?? 'statemonitor*',
    location: args.callLocation,
  });
  return new StateMonitorObject(monitor);
}

function recordArgument(args: Arguments): 'all' | Int32Array {
  const value = args.get('record');
  if (value === undefined || value === true || value instanceof Unknown) return 'all';
  if (value === false) return new Int32Array(0);
  if (value instanceof SynapticSubset)
    return value.item ? elements(value.synapses, value.item, accessOf(args.ctx)) : 'all';
  if (value instanceof OwnerObject) {
    const { start, N } = value.object;
    return Int32Array.from({ length: N }, (_, k) => start + k);
  }
  const quantity = asQuantity(value, args.ctx);
  if (quantity === undefined)
    return args.raise(
      'TypeError',
      `record has to be True, False, an index or a list of indices, not ${args.ctx.repr(value)}`,
      'record',
    );
  if (typeof quantity.value === 'number') return Int32Array.of(quantity.value);
  return Int32Array.from(quantity.value.toFloat64());
}

export class RateMonitorObject extends BrianPyObject<PopulationRateMonitor> {
  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { record } = this.object;
    const plain = name.endsWith('_') ? name.slice(0, -1) : name;
    if (plain === 't') return recorded(record.t.values, dimensionFor(name, SECOND), ctx);
    if (plain === 'rate') return recorded(record.rate.values, dimensionFor(name, HERTZ), ctx);
    if (name === 'N') return ctx.mode === 'analysis' ? new Unknown() : BigInt(record.t.length);
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
    return args.raise(
      'TypeError',
      `PopulationRateMonitor cannot record from ${ctx.repr(value ?? null)}`,
      'source',
    );
  const name = args.text('name') ?? 'ratemonitor*';
  return new RateMonitorObject(
    new PopulationRateMonitor({
      session: ctx.session,
      source: value.object,
      name,
      location: args.callLocation,
    }),
  );
}
