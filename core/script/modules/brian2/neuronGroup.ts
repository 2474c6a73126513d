import { checkFlags } from '../../../equations/checkFlags.ts';
import { checkAddedNames, checkGroupNames } from '../../../equations/checkModel.ts';
import { Equations } from '../../../equations/equations.ts';
import { checkShared } from '../../../equations/shared.ts';
import type { EventSource } from '../../../groups/events.ts';
import type { Group } from '../../../groups/group.ts';
import { UNKNOWN_SIZE } from '../../../groups/group.ts';
import { isLinked } from '../../../groups/linkedVariable.ts';
import { NEURON_GROUP_FLAGS, NeuronGroup } from '../../../groups/neuronGroup.ts';
import type { Refractory } from '../../../groups/refractory.ts';
import { reportTo } from '../../../groups/report.ts';
import { Subgroup } from '../../../groups/subgroup.ts';
import type { SourceString } from '../../../text/provenance.ts';
import { SECOND } from '../../../units/dimension.ts';
import { mismatchMessage } from '../../../units/errors.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PySequence } from '../../objects/sequences.ts';
import { typeName } from '../../operations/numbers.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../values.ts';
import { asQuantity, PyQuantity } from '../numpy/objects.ts';
import { Arguments } from './arguments.ts';
import { dtypeOption } from './dtypeOption.ts';
import { EquationsObject, registerUnits } from './equationsObject.ts';
import { groupAttribute } from './groupAttributes.ts';
import { indexItem } from './items.ts';
import { LinkedVariableObject, refuseLink, setLinked } from './linkedVariables.ts';
import { groupNamespace } from './namespaces.ts';
import { OwnerObject, sizeValue } from './ownerObject.ts';

const SIGNATURE = [
  'N',
  'model',
  'method=',
  'method_options=None',
  'threshold=None',
  'reset=None',
  'refractory=False',
  'events=None',
  'namespace=None',
  'dtype=None',
  'dt=None',
  'clock=None',
  'order=0',
  "name='neurongroup*'",
  'codeobj_class=None',
];

export class NeuronGroupObject extends OwnerObject<NeuronGroup> {
  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    return subgroupOf(this.object, key, ctx);
  }

  /** Python goes through anything that has items. */
  override *iterate(ctx: Interpreter): Iterable<PyValue> {
    const { object } = this;
    if (object.N === UNKNOWN_SIZE) yield new Unknown();
    else for (let k = 0; k < object.N; k++) yield subgroupOf(object, BigInt(k), ctx);
  }

  override setAttribute(name: string, value: PyValue, ctx: Interpreter): boolean {
    const linked = isLinked(this.object, name);
    if (linked) setLinked(this.object, name, value, ctx);
    else if (value instanceof LinkedVariableObject) refuseLink(name, ctx);
    return linked || super.setAttribute(name, value, ctx);
  }

  protected override ownAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { object } = this;
    if (isLinked(object, name) && !object.variables.has(name))
      ctx.raise('TypeError', `Link target for variable ${name} has not been set.`);
    switch (name) {
      case 'equations':
      case 'user_equations':
        return new EquationsObject(object.equations, ctx.session);
      case 'start':
        return 0n;
      case 'stop':
        return sizeValue(object.N);
      case 'run_on_event':
        return new NativeFunction(name, (args, inner) => this.runOnEvent(args, inner));
      default: {
        const own = groupAttribute(object, name, ctx);
        return own === undefined ? super.ownAttribute(name, ctx) : own;
      }
    }
  }

  private runOnEvent(call: CallArguments, ctx: Interpreter): PyValue {
    const args = new Arguments(
      'run_on_event',
      call,
      ['event', 'code', "when='after_resets'", 'order=None'],
      ctx,
    );
    const event = args.text('event');
    const code = args.string('code');
    if (event === undefined || code === undefined) return null;
    this.object.runOnEvent(event, code, args.slot(), args.integer('order'), args.location('event'));
    return null;
  }
}

export class SubgroupObject extends OwnerObject<Subgroup> {
  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    return subgroupOf(this.object, key, ctx);
  }

  protected override ownAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    if (name === 'start') return BigInt(this.object.start);
    if (name === 'stop') return sizeValue(this.object.stop);
    return super.ownAttribute(name, ctx);
  }
}

/** `NeuronGroup(...)`. */
export function makeNeuronGroup(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('NeuronGroup', call, SIGNATURE, ctx);
  if (args.get('N') instanceof PyStr)
    args.raise('TypeError', 'First NeuronGroup argument should be size, not equations.', 'N');
  const N = args.integer('N');
  if (N !== undefined && N < 1)
    args.raise('ValueError', `NeuronGroup size should be at least 1, was ${N}`, 'N');
  const equations = equationsArgument(args, 'NeuronGroup');
  if (equations === undefined) return new Unknown();
  const report = reportTo(ctx.session.problems, args.callLocation);
  checkGroupNames(equations, report);
  checkFlags(equations, NEURON_GROUP_FLAGS, report);
  if (args.get('refractory') !== undefined && args.get('refractory') !== false)
    checkAddedNames(equations, ['lastspike'], report);
  const group = new NeuronGroup({
    session: ctx.session,
    N: N ?? UNKNOWN_SIZE,
    equations,
    method: methodArgument(args),
    methodLocation: args.get('method') === undefined ? undefined : args.location('method'),
    methodOptions: methodOptions(args),
    threshold: codeArgument(args, 'threshold', 'Threshold condition'),
    reset: codeArgument(args, 'reset', 'Reset statement'),
    refractory: refractoryArgument(args),
    events: eventsArgument(args),
    namespace: groupNamespace(args),
    types: dtypeOption(args),
    clock: args.clock('neurongroup'),
    order: args.integer('order'),
    name: args.objectName('neurongroup*'),
    ...args.place,
  });
  checkShared(equations, (used) => group.variables.get(used)?.scalar, report);
  return new NeuronGroupObject(group);
}

export function equationsArgument(args: Arguments, className: string): Equations | undefined {
  const model = args.get('model');
  if (model instanceof Unknown) return undefined;
  if (model instanceof EquationsObject) return model.equations;
  if (model instanceof PyStr) {
    const { session } = args.ctx;
    const equations = Equations.parse(model, reportTo(session.problems, args.location('model')));
    registerUnits(equations, session);
    return equations;
  }
  if (model === undefined && className === 'Synapses') return Equations.empty();
  return args.raise(
    'TypeError',
    `model has to be a string or an Equations object, is '<class '${typeName(model ?? null)}'>' instead.`,
    'model',
  );
}

export function methodArgument(args: Arguments): string | string[] | undefined {
  const method = args.get('method');
  if (method instanceof PyStr) return method.value;
  if (method instanceof PySequence)
    return method.items.filter((item): item is PyStr => item instanceof PyStr).map((item) => item.value);
  const name = method instanceof Unknown || method === undefined ? undefined : methodName(method, args.ctx);
  return name;
}

/** The names of the options for the method. */
export function methodOptions(args: Arguments): string[] {
  const options = args.get('method_options');
  if (!(options instanceof PyDict)) return [];
  return [...options.keys()].flatMap((key) => (key instanceof PyStr ? [key.value] : []));
}

function methodName(method: PyValue, ctx: Interpreter): string {
  const name =
    method !== null && typeof method === 'object' ? method.getAttribute('__name__', ctx) : undefined;
  if (name instanceof PyStr) return name.value;
  return ctx.raise(
    'TypeError',
    `Spikelens doesn't support ${ctx.repr(method)} as an integration method yet.`,
  );
}

function codeArgument(args: Arguments, name: string, what: string): SourceString | undefined {
  const value = args.get(name);
  if (value === undefined || value instanceof Unknown) return undefined;
  if (value instanceof PyStr) return value;
  const example = name === 'threshold' ? 'v > ...' : 'v = ...';
  return args.raise(
    'TypeError',
    `${what} has to be a string, not ${whatItIs(value)}. Probably you intended to use '${example}'?`,
    name,
  );
}

function whatItIs(value: PyValue): string {
  return value instanceof PyQuantity ? 'a quantity' : `<class '${typeName(value)}'>`;
}

const A_TIME = 'Give a time, 2*ms for example, or a string.';

function refractoryArgument(args: Arguments): Refractory | undefined {
  const value = args.get('refractory');
  if (value === undefined || value === false) return undefined;
  const location = args.location('refractory');
  if (value instanceof Unknown) return { kind: 'time', seconds: 0, location };
  if (value instanceof PyStr) return { kind: 'string', source: value };
  const quantity = value instanceof PyQuantity ? asQuantity(value, args.ctx) : undefined;
  if (quantity === undefined || typeof quantity.value !== 'number') {
    const message = `expected string or bytes-like object, got '${typeName(value)}'`;
    return args.raise('TypeError', message, 'refractory', A_TIME);
  }
  if (quantity.dimension === SECOND) return { kind: 'time', seconds: quantity.value, location };
  const text = `Refractory period has to be specified in units of seconds but got ${args.ctx.str(value)}`;
  const hint = args.remedy('refractory', quantity.dimension, SECOND);
  return args.raise(
    'DimensionMismatchError',
    mismatchMessage(text, [quantity.dimension]),
    'refractory',
    hint,
  );
}

function eventsArgument(args: Arguments): Map<string, SourceString> | undefined {
  const events = args.get('events');
  if (!(events instanceof PyDict)) return undefined;
  if (args.get('threshold') !== undefined && events.find(new PyStr('spike')) !== undefined)
    args.raise('ValueError', "The NeuronGroup defines both a threshold and a 'spike' event", 'events');
  const found = new Map<string, SourceString>();
  for (const [key, value] of events.entries())
    if (key instanceof PyStr && value instanceof PyStr) found.set(key.value, value);
  return found;
}

type Sliceable = (Group & EventSource) | Subgroup;

/** `G[a:b]`, `G[k]`, `G[[3, 4, 5]]`: a contiguous part. */
export function subgroupOf(group: Sliceable, key: PyValue, ctx: Interpreter): PyValue {
  if (key instanceof Unknown) return new SubgroupObject(part(group, 0, group.N, ctx));
  const item = indexItem(key, group.N, ctx);
  if (item.kind === 'unknown') return new SubgroupObject(part(group, 0, group.N, ctx));
  if (item.kind !== 'indices')
    return ctx.raise('TypeError', 'Subgroups can only be constructed using slicing syntax');
  const { indices } = item;
  if (indices.length === 0) return ctx.raise('IndexError', 'Illegal start/end values for subgroup');
  if (indices.some((index, k) => index !== indices[0]! + k))
    return ctx.raise('IndexError', 'Subgroups can only be constructed using contiguous indices.');
  return new SubgroupObject(part(group, indices[0]!, indices[0]! + indices.length, ctx));
}

function part(group: Sliceable, start: number, stop: number, ctx: Interpreter): Subgroup {
  if (group instanceof Subgroup)
    return new Subgroup(group.source, group.start + start, group.start + stop, ctx.location());
  return new Subgroup(group, start, stop, ctx.location());
}
