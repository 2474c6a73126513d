import { NdArray } from '../../../arrays/ndarray.ts';
import { transpose } from '../../../arrays/shape.ts';
import { UNKNOWN_SIZE } from '../../../groups/group.ts';
import { elements } from '../../../groups/stateAccess.ts';
import { StateMonitor } from '../../../monitors/stateMonitor.ts';
import { DIMENSIONLESS, SECOND } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyList } from '../../objects/sequences.ts';
import { typeName } from '../../operations/numbers.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { asQuantity, fromQuantity, plainScalar } from '../numpy/objects.ts';
import { Arguments } from './arguments.ts';
import { OwnerObject } from './ownerObject.ts';
import { MonitorObject, namesArgument, type Recorded, recorded } from './recorded.ts';
import { accessOf } from './stateView.ts';
import { SynapticSubset } from './synapticViews.ts';
import { arrayOf, settled } from './variableView.ts';

export class StateMonitorObject extends MonitorObject<StateMonitor> {
  constructor(
    monitor: StateMonitor,
    private readonly source: PyValue,
  ) {
    super(monitor);
  }

  recordedNames(): readonly string[] {
    return ['t', 'N', ...this.object.variables];
  }

  /** Recorded variables as they are stored: (times, recorded). */
  override stateValue(name: string, units: boolean, ctx: Interpreter): PyValue | undefined {
    const value = super.stateValue(name, units, ctx);
    const numeric = this.object.variables.includes(name) && value !== undefined && asQuantity(value, ctx);
    if (!numeric || typeof numeric.value === 'number') return value;
    return fromQuantity({ ...numeric, value: transpose(numeric.value) });
  }

  override length(ctx: Interpreter): number {
    return ctx.mode === 'analysis' ? Number.NaN : this.object.record.t.length;
  }

  override truth(): boolean {
    return true;
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { object } = this;
    const plain = name.endsWith('_') ? name.slice(0, -1) : name;
    if (plain === 't') return recorded(object, name, SECOND, () => object.record.t.values, ctx);
    if (object.variables.includes(plain)) return this.values(plain, name !== plain, undefined, ctx);
    if (name === 'source') return this.source;
    if (name === 'record_single_timestep')
      return new NativeFunction(name, (_call, inner) => this.recordNow(inner));
    if (name === 'record')
      return ctx.mode === 'analysis'
        ? new Unknown()
        : fromQuantity({ value: arrayOf(object.recorded), dimension: DIMENSIONLESS });
    if (name === 'record_variables') return new PyList(object.variables.map((one) => new PyStr(one)));
    if (name === 'N') return ctx.mode === 'analysis' ? new Unknown() : BigInt(object.record.t.length);
    return super.getAttribute(name, ctx);
  }

  /** Adds the present values, which a run records at the start of the next step only. */
  private recordNow(ctx: Interpreter): PyValue {
    if (ctx.mode === 'analysis') return null;
    if (this.object.network === undefined)
      ctx.raise('TypeError', 'Can only record a single time step after the network has been run once.');
    this.object.recordNow(accessOf(ctx));
    return null;
  }

  override getItem(given: PyValue, ctx: Interpreter): PyValue {
    const key = plainScalar(given);
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
    if (ctx.mode === 'analysis') {
      ctx.session.reportAny(ctx.session.standalone?.readRecord(ctx.location()));
      return new Unknown(dimension);
    }
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
  const data = new (values.constructor as new (length: number) => Recorded)(rows.length * times);
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
    if (!this.monitor.object.variables.includes(plain)) {
      const value = this.monitor.getAttribute(name, ctx);
      return value === undefined ? undefined : settled(value, ctx);
    }
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
    return args.raiseNoGroup('source', 'clock', 'A StateMonitor records from a group or from synapses.');
  const monitor = new StateMonitor({
    session: ctx.session,
    source: value.object,
    variables: namesArgument(args, value.object),
    record: recordArgument(args),
    clock: args.clock('statemonitor'),
    when: args.slot(),
    order: args.integer('order'),
    name: args.objectName('statemonitor*'),
    ...args.place,
  });
  return new StateMonitorObject(monitor, value);
}

/** What Python's `int()` says of something that is no index. */
function refuseRecord(args: Arguments, value: PyValue): never {
  const hint = 'Give True, an index, or a list of indices; range(0, 10, 2) for every second one.';
  if (value instanceof PyStr) {
    const message = `invalid literal for int() with base 10: ${args.ctx.repr(value)}`;
    return args.raise('ValueError', message, 'record', hint);
  }
  const message = `int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`;
  return args.raise('TypeError', message, 'record', hint);
}

function recordArgument(args: Arguments): 'all' | Int32Array {
  const value = args.get('record');
  if (value === undefined) return refuseRecord(args, null);
  if (value === true || value instanceof Unknown) return 'all';
  if (value === false) return new Int32Array(0);
  if (value instanceof SynapticSubset)
    return value.item ? elements(value.synapses, value.item, accessOf(args.ctx)) : 'all';
  if (value instanceof OwnerObject) {
    const { start, N } = value.object;
    if (N === UNKNOWN_SIZE) return 'all';
    return Int32Array.from({ length: N }, (_, k) => start + k);
  }
  const quantity = asQuantity(value, args.ctx);
  if (quantity === undefined) return refuseRecord(args, value);
  if (typeof quantity.value === 'number') return Int32Array.of(quantity.value);
  return Int32Array.from(quantity.value.toFloat64());
}
