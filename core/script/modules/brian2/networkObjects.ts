import { Network, type RunRequest } from '../../../network/network.ts';
import { BrianObject, type Operation } from '../../../network/object.ts';
import type { Location } from '../../../text/range.ts';
import { SECOND } from '../../../units/dimension.ts';
import { PyFunction } from '../../evaluator/functions.ts';
import type { Interpreter, ScriptFrame } from '../../interpreter.ts';
import { callArguments } from '../../objects/arguments.ts';
import { BoundMethod } from '../../objects/classes.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyList, PySequence } from '../../objects/sequences.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { fromQuantity } from '../numpy/objects.ts';
import { Arguments } from './arguments.ts';
import { BrianPyObject } from './brianObject.ts';
import { ClockView } from './clockObject.ts';
import { missingAttribute } from './missing.ts';
import { callNamespace, frameOf } from './namespaces.ts';
import { reporterOf } from './report.ts';

const RUN_SIGNATURE = [
  'duration',
  'report=None',
  'report_period=None',
  'namespace=None',
  'profile=None',
  'level=0',
];

/** The Brian objects that a frame holds by name: what magic functions see. */
function visibleObjects(frame: ScriptFrame): BrianObject[] {
  const found: BrianObject[] = [];
  for (const [, value] of frame.scriptEntries()) if (value instanceof BrianPyObject) found.push(value.object);
  return found;
}

/** `run(duration, ...)`. */
export function runMagic(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('run', call, RUN_SIGNATURE, ctx);
  const request = runRequest(args, ctx.session.magic.t);
  ctx.session.magic.run(visibleObjects(frameOf(args)), request);
  return null;
}

function runRequest(args: Arguments, start: number): RunRequest {
  const { ctx } = args;
  if (args.callLocation !== undefined) ctx.session.runCalls.push(args.callLocation);
  const duration = args.scalar('duration', SECOND);
  return {
    duration,
    runNamespace: callNamespace(args),
    location: args.callLocation,
    progress: reporterOf(args, start, duration ?? 0),
    interrupted: () => ctx.host?.interrupted() ?? false,
  };
}

/** `Network(...)`. */
export class NetworkObject extends PyObject {
  readonly typeName = 'Network';
  private readonly members = new Map<BrianObject, PyValue>();

  constructor(readonly network: Network) {
    super();
  }

  add(values: readonly PyValue[], ctx: Interpreter): void {
    for (const value of values) {
      if (value instanceof BrianPyObject) {
        this.network.add(value.object);
        this.members.set(value.object, value);
      } else if (value instanceof PyDict) this.add([...value.values()], ctx);
      else if (value instanceof PySequence) this.add(value.items, ctx);
      else if (value instanceof Unknown) ctx.session.hasOpenNetwork = true;
      else
        ctx.raise(
          'TypeError',
          `Can only add objects of type BrianObject, or containers of such objects to Network`,
        );
    }
  }

  private remove(values: readonly PyValue[], ctx: Interpreter): void {
    for (const value of values) {
      if (value instanceof BrianPyObject) {
        this.network.remove(value.object);
        this.members.delete(value.object);
      } else if (value instanceof PyDict) this.remove([...value.values()], ctx);
      else if (value instanceof PySequence) this.remove(value.items, ctx);
      else if (!(value instanceof Unknown))
        ctx.raise(
          'TypeError',
          'Can only remove objects of type BrianObject, or containers of such objects from Network',
        );
    }
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { network } = this;
    switch (name) {
      case 'run':
        return new NativeFunction('run', (call, inner) => {
          network.run(runRequest(new Arguments('run', call, RUN_SIGNATURE, inner), network.t));
          return null;
        });
      case 'add':
        return new NativeFunction('add', (call, inner) => {
          this.add(call.positional, inner);
          return null;
        });
      case 'remove':
        return new NativeFunction('remove', (call, inner) => {
          this.remove(call.positional, inner);
          return null;
        });
      case 'stop':
        return new NativeFunction('stop', (_call, inner) => stopAll(inner));
      case 't':
        return ctx.mode === 'analysis'
          ? new Unknown(SECOND)
          : fromQuantity({ value: network.t, dimension: SECOND });
      case 't_':
        return ctx.mode === 'analysis' ? new Unknown() : network.t;
      case 'name':
        return new PyStr(network.name);
      case 'objects':
        return new PyList([...this.members.values()]);
      case 'schedule':
        return new PyList((network.schedule ?? []).map((slot) => new PyStr(slot)));
      default:
        return missingAttribute('Network', name, ctx);
    }
  }

  override setAttribute(name: string, value: PyValue, ctx: Interpreter): boolean {
    if (name !== 'schedule') return false;
    this.network.setSchedule(scheduleOf(value, ctx));
    return true;
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue | undefined {
    if (!(key instanceof PyStr)) return undefined;
    for (const [object, value] of this.members) if (object.name === key.value) return value;
    return ctx.raise('KeyError', `'No object with name "${key.value}" found'`);
  }

  override contains(value: PyValue): boolean {
    if (value instanceof PyStr) return [...this.members.keys()].some((object) => object.name === value.value);
    return value instanceof BrianPyObject && this.members.has(value.object);
  }

  override iterate(): Iterable<PyValue> {
    return this.members.values();
  }

  override length(): number {
    return this.members.size;
  }

  override truth(): boolean {
    return true;
  }
}

/** The slots that a script chooses; null for the usual ones, undefined where they are not known. */
function scheduleOf(value: PyValue, ctx: Interpreter): readonly string[] | undefined | null {
  if (value === null) return null;
  if (value instanceof Unknown) return undefined;
  const isSequence = value instanceof PyStr || value instanceof PySequence;
  const slots = isSequence ? [...ctx.iterate(value)] : [value];
  if (slots.some((slot) => slot instanceof Unknown)) return undefined;
  const names = slots.flatMap((slot) => (slot instanceof PyStr ? [slot.value] : []));
  if (names.length !== slots.length)
    ctx.raise('TypeError', 'Schedule has to be None or a sequence of scheduling slots');
  if (names.some((name) => /^(before|after)_/.test(name)))
    ctx.raise(
      'ValueError',
      "Slot names are not allowed to start with 'before_' or 'after_' -- such slot names are created automatically based on the existing slot names.",
    );
  return names;
}

export function makeNetwork(call: CallArguments, ctx: Interpreter): PyValue {
  const { session } = ctx;
  for (const key of call.keywords.keys())
    if (key !== 'name') ctx.raise('TypeError', "Only keyword argument to Network is 'name'.");
  const name = call.keywords.get('name');
  const object = new NetworkObject(
    new Network(session, session.names.claim(name instanceof PyStr ? name.value : 'network*')),
  );
  object.add(call.positional, ctx);
  return object;
}

export function stopAll(ctx: Interpreter): PyValue {
  ctx.session.stopRequested = true;
  return null;
}

/** `start_scope()`: hides everything made before from the magic functions. */
export function startScope(ctx: Interpreter): PyValue {
  ctx.session.scope++;
  return null;
}

/** `collect()`: what a magic run would take. */
export function collect(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('collect', call, ['level=0'], ctx);
  const frame = frameOf(args);
  const chosen = new Set(ctx.session.magic.collect(visibleObjects(frame)));
  const values = [...frame.scriptEntries()].map(([, value]) => value);
  return new PyList([...new Set(values.filter((v) => v instanceof BrianPyObject && chosen.has(v.object)))]);
}

/** A function of the script that runs in every step of a clock. */
class NetworkOperation extends BrianObject implements Operation {
  readonly kind = 'operation';
  readonly className = 'NetworkOperation';
  readonly owner = this;

  constructor(
    options: ConstructorParameters<typeof BrianObject>[0],
    private readonly fn: PyValue,
    private readonly takesTime: boolean,
    private readonly ctx: Interpreter,
  ) {
    super(options);
    this.parts.push(this);
  }

  override beforeRun(): void {
    this.ctx.mayHaveRun(this.fn);
  }

  call(): void {
    const time = new ClockView(this.clock, 't', this.session.storage);
    this.ctx.call(this.fn, callArguments(this.takesTime ? [time] : []));
  }
}

const OPERATION_SIGNATURE = [
  'function=None',
  'dt=None',
  'clock=None',
  "when='start'",
  'order=0',
  "name='networkoperation*'",
];

/** `NetworkOperation(f)`, `@network_operation`, `@network_operation(dt=...)`. */
export function networkOperation(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('network_operation', call, OPERATION_SIGNATURE, ctx);
  const make = (fn: PyValue, location: Location | undefined): PyValue => {
    const options = {
      session: ctx.session,
      name: args.objectName('networkoperation*'),
      clock: args.clock('networkoperation'),
      when: args.slot(),
      order: args.integer('order'),
      location,
    };
    const parameters = parameterCount(fn);
    if (parameters > 1) args.raise('TypeError', tooManyArguments(fn, parameters, ctx));
    return new BrianPyObjectOf(new NetworkOperation(options, fn, parameters === 1, ctx));
  };
  const fn = args.get('function');
  if (fn !== undefined) return make(fn, args.callLocation);
  return new NativeFunction('network_operation', (inner) =>
    make(inner.positional[0] ?? null, inner.location),
  );
}

class BrianPyObjectOf extends BrianPyObject {}

function parameterCount(fn: PyValue): number {
  if (fn instanceof BoundMethod) return Math.max(0, parameterCount(fn.callee) - 1);
  return fn instanceof PyFunction ? fn.parameters.length : 0;
}

function tooManyArguments(fn: PyValue, count: number, ctx: Interpreter): string {
  const name = fn instanceof PyObject ? fn.getAttribute('__name__', ctx) : undefined;
  const shown = name instanceof PyStr ? name.value : 'function';
  return `Function '${shown}' cannot be used as a network operation, it needs to have either only 't' as an argument or have no arguments, but it has ${count} arguments.`;
}
