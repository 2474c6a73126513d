import { Network } from '../../../network/network.ts';
import type { BrianObject, CodeRunner, Operation } from '../../../network/object.ts';
import { inScheduleOrder } from '../../../network/schedule.ts';
import { SECOND } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyList } from '../../objects/sequences.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { fromQuantity } from '../numpy/objects.ts';
import { Arguments, classText } from './arguments.ts';
import { BrianPyObject } from './brianObject.ts';
import { ContainedObject } from './containedObject.ts';
import { NetworkBase } from './networkBase.ts';
import { RUN_SIGNATURE, runRequest } from './runRequest.ts';
import { isStateHolder, networkStateMethod, type StateHolder } from './states.ts';
import { RESTORE_SIGNATURE, restoreFrom, STORE_SIGNATURE, storeTo } from './storedStates.ts';
import { SchedulingSummary } from './summaryObjects.ts';

type Part = CodeRunner | Operation;

/** `Network(...)`. */
export class NetworkObject extends NetworkBase {
  readonly typeName = 'Network';
  private readonly members = new Map<BrianObject, PyValue>();

  /** Raises TypeError for what is no object or container of objects, RuntimeError for objects simulated before. */
  add(values: Iterable<PyValue>, ctx: Interpreter): void {
    for (const value of values) {
      if (value instanceof BrianPyObject) {
        this.network.add(value.object);
        this.members.set(value.object, value);
      } else if (value instanceof NetworkObject) this.add(value.members.values(), ctx);
      else if (value instanceof Unknown) ctx.session.hasOpenNetwork = true;
      else this.add(itemsOf(value, CANNOT_ADD, ctx), ctx);
    }
  }

  private remove(values: Iterable<PyValue>, ctx: Interpreter): void {
    for (const value of values) {
      if (value instanceof BrianPyObject) {
        const isExpected = ctx.mode === 'run' || ctx.isExact;
        if (!this.members.has(value.object) && isExpected) ctx.raise('KeyError', ctx.repr(value));
        this.network.remove(value.object);
        this.members.delete(value.object);
      } else if (!(value instanceof Unknown)) this.remove(itemsOf(value, CANNOT_REMOVE, ctx), ctx);
    }
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { network } = this;
    switch (name) {
      case 'run':
        return method(name, RUN_SIGNATURE, (args) => {
          network.run(runRequest(args, network.t));
          return null;
        });
      case 'store':
        return method(name, STORE_SIGNATURE, (args) => storeTo(network, args));
      case 'restore':
        return method(name, RESTORE_SIGNATURE, (args) => restoreFrom(network, args));
      case 'add':
      case 'remove':
        return new NativeFunction(name, (call, inner) => {
          this[name](call.positional, inner);
          return null;
        });
      case 'stop':
        return new NativeFunction(name, () => {
          network.session.stopRequested = true;
          return null;
        });
      case 'scheduling_summary':
        return new NativeFunction(name, () => new SchedulingSummary(network));
      case 'objects':
        return new PyList([...this.members.values()]);
      case 'sorted_objects':
        return new PyList(
          inScheduleOrder(network.allObjects(), network.schedule).map((part) => this.scriptValueOf(part)),
        );
      default:
        return networkStateMethod(name, () => this.stateHolders()) ?? super.getAttribute(name, ctx);
    }
  }

  private stateHolders(): Map<string, StateHolder> {
    const members = [...this.members].filter((member): member is [BrianObject, PyValue & StateHolder] =>
      isStateHolder(member[1]),
    );
    return new Map(members.map(([{ name }, holder]) => [name, holder]));
  }

  /** What the script sees of an object, or of a part of one. */
  private scriptValueOf(part: BrianObject | Part): PyValue {
    return this.members.get(part as BrianObject) ?? new ContainedObject(part as Part);
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue | undefined {
    if (key instanceof Unknown) return new Unknown();
    const found = this.network.allObjects().find(({ name }) => name === nameOf(key, ctx));
    if (found !== undefined) return this.scriptValueOf(found);
    if (ctx.mode === 'analysis' && (ctx.session.hasOpenNetwork || !ctx.isExact)) return new Unknown();
    return ctx.raise('KeyError', `'No object with name "${nameOf(key, ctx)}" found'`);
  }

  override deleteItem(key: PyValue, ctx: Interpreter): boolean {
    const member = [...this.members].find(([{ name }]) => name === nameOf(key, ctx));
    if (member === undefined)
      return ctx.raise('KeyError', `"No object with name '${nameOf(key, ctx)}' found"`);
    this.remove([member[1]], ctx);
    return true;
  }

  /** By name only: Brian compares what it is given with the names. */
  override contains(value: PyValue): boolean {
    return value instanceof PyStr && this.network.allObjects().some(({ name }) => name === value.value);
  }

  override iterate(): Iterable<PyValue> {
    return this.network.allObjects().map((part) => this.scriptValueOf(part));
  }

  override length(): number {
    return this.network.allObjects().length;
  }

  override repr(ctx: Interpreter): string {
    const objects = [...this.iterate()].map((object) => ctx.repr(object)).join(', ');
    const time = ctx.str(fromQuantity({ value: this.network.t, dimension: SECOND }));
    return `<Network at time t=${time}, containing objects: ${objects}>`;
  }
}

const CANNOT_ADD = 'Can only add objects of type BrianObject, or containers of such objects to Network';
const CANNOT_REMOVE =
  'Can only remove objects of type BrianObject, or containers of such objects from Network';

function itemsOf(value: PyValue, message: string, ctx: Interpreter): Iterable<PyValue> {
  if (value instanceof PyDict) return value.values();
  const items = value instanceof PyObject && !(value instanceof PyStr) ? value.iterate(ctx) : undefined;
  return items ?? ctx.raise('TypeError', message);
}

function nameOf(key: PyValue, ctx: Interpreter): string {
  if (key instanceof PyStr) return key.value;
  return ctx.raise('TypeError', `Need a name to access objects in a Network, got ${classText(key)} instead`);
}

function method(
  name: string,
  signature: readonly string[],
  body: (args: Arguments) => PyValue,
): NativeFunction {
  return new NativeFunction(name, (call, ctx) => body(new Arguments(name, call, signature, ctx)));
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
