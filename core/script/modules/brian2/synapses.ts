import { checkFlags } from '../../../equations/checkFlags.ts';
import { checkAddedNames, checkGroupNames } from '../../../equations/checkModel.ts';
import { checkDriven } from '../../../equations/driven.ts';
import { Equations } from '../../../equations/equations.ts';
import { checkShared } from '../../../equations/shared.ts';
import { type EventSource, isEventSource } from '../../../groups/events.ts';
import { isLinked } from '../../../groups/linkedVariable.ts';
import { reportTo } from '../../../groups/report.ts';
import type { Owner } from '../../../groups/stateAccess.ts';
import type { BrianObject } from '../../../network/object.ts';
import { warning } from '../../../problems/problem.ts';
import {
  type PathwayRequest,
  SYNAPSES_FLAGS,
  SYNAPSES_INCOMPATIBLE,
  SYNAPSES_NEWER_FLAGS,
  Synapses,
} from '../../../synapses/synapses.ts';
import type { SourceString } from '../../../text/provenance.ts';
import { DIMENSIONLESS, SECOND } from '../../../units/dimension.ts';
import type { ArrayVariable } from '../../../variables/variable.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyClass } from '../../objects/classes.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import { typeName } from '../../operations/numbers.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../values.ts';
import { asQuantity, fromQuantity } from '../numpy/objects.ts';
import { Arguments } from './arguments.ts';
import { BrianPyObject } from './brianObject.ts';
import { connectCall } from './connectCall.ts';
import { dtypeOption } from './dtypeOption.ts';
import { EquationsObject } from './equationsObject.ts';
import { itemOf } from './items.ts';
import { LinkedVariableObject, refuseLink, setLinked } from './linkedVariables.ts';
import { groupNamespace } from './namespaces.ts';
import { equationsArgument, methodArgument, methodOptions } from './neuronGroup.ts';
import { OwnerObject } from './ownerObject.ts';
import type { StateSelection } from './states.ts';
import { StateView } from './stateView.ts';
import { PathwayObject, SynapticSubset, SynapticView } from './synapticViews.ts';
import { arrayOf } from './variableView.ts';

const SIGNATURE = [
  'source',
  'target=None',
  'model=None',
  'on_pre=None',
  'pre=None',
  'on_post=None',
  'post=None',
  'connect=None',
  'delay=None',
  "on_event='spike'",
  'multisynaptic_index=None',
  'namespace=None',
  'dtype=None',
  'codeobj_class=None',
  'dt=None',
  'clock=None',
  'order=0',
  'method=',
  'method_options=None',
  "name='synapses*'",
];

export class SynapsesObject extends OwnerObject<Synapses> {
  constructor(
    synapses: Synapses,
    /** What the script gave for them. */
    private readonly source: PyValue,
    private readonly target: PyValue,
  ) {
    super(synapses);
  }

  override setAttribute(name: string, value: PyValue, ctx: Interpreter): boolean {
    const linked = isLinked(this.object, name);
    if (linked) setLinked(this.object, name, value, ctx);
    else if (value instanceof LinkedVariableObject) refuseLink(name, ctx);
    return linked || super.setAttribute(name, value, ctx);
  }

  private get ends() {
    return { synapses: this, source: this.source, target: this.target };
  }

  protected override ownAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { object } = this;
    switch (name) {
      case 'connect':
        return new NativeFunction('connect', (call, inner) => connectCall(object, call, inner));
      case 'N':
        return new StateView(object, 'N');
      case 'equations':
        return new EquationsObject(clockDriven(object.equations), ctx.session);
      case 'source':
        return this.source;
      case 'target':
        return this.target;
      case 'events':
        return new PyDict([...object.pathways].map(([key, { event }]) => [new PyStr(key), new PyStr(event)]));
      case 'delay':
        return this.delayView('pre', ctx);
      case 'N_outgoing_pre':
        return this.connectionCounts('N_outgoing', object.source, ctx);
      case 'N_incoming_post':
        return this.connectionCounts('N_incoming', object.target, ctx);
      default: {
        const pathway = object.pathways.get(name);
        return pathway ? new PathwayObject(object, pathway, name, this.ends) : super.ownAttribute(name, ctx);
      }
    }
  }

  protected override setOwnAttribute(name: string, value: PyValue, ctx: Interpreter): boolean {
    if (name !== 'delay') return false;
    this.delayView('pre', ctx).assign({ kind: 'all' }, value, ctx);
    return true;
  }

  /** Delays belong to the pathways. */
  override stateNames(selection: StateSelection): string[] {
    return super.stateNames(selection).filter((name) => name !== 'delay');
  }

  /** Weights set before there are synapses would be lost. */
  protected override view(name: string): StateView | undefined {
    return (
      super.view(name) &&
      new SynapticView(
        this.object,
        name.endsWith('_') && !this.object.variables.has(name) ? name.slice(0, -1) : name,
        !name.endsWith('_') || this.object.variables.has(name),
      )
    );
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    return new SynapticSubset(
      this.object,
      ctx.mode === 'analysis' ? undefined : itemOf(this.object, key, ctx),
    );
  }

  /** One number per neuron, 0 for those without synapses. */
  private connectionCounts(name: string, group: Owner, ctx: Interpreter): PyValue {
    if (ctx.mode === 'analysis') return new Unknown();
    const array = this.object.session.storage.array(this.object.variables.get(name) as ArrayVariable);
    const counts = Int32Array.from(array.slice(group.start, group.start + group.N));
    return fromQuantity({ value: arrayOf(counts), dimension: DIMENSIONLESS });
  }

  private delayView(pathway: string, ctx: Interpreter): StateView {
    if (this.object.pathways.has(pathway)) return new SynapticView(this.object, 'delay');
    return ctx.raise(
      'AttributeError',
      "Synapses do not have a 'pre' pathway, do not know what 'delay' refers to.",
    );
  }
}

const SYNAPSES_RESERVED = ['j', 'delay'];

/** Brian keeps event-driven equations apart. */
function clockDriven(equations: Equations): Equations {
  const kept = [...equations.values()].filter(({ flags }) => !flags.includes('event-driven'));
  return Equations.of(kept, () => {});
}

/** `Synapses(...)`. */
export function makeSynapses(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('Synapses', call, SIGNATURE, ctx);
  if (args.get('connect') !== undefined)
    args.raise(
      'TypeError',
      'The connect keyword argument is no longer supported, call the connect method instead.',
      'connect',
    );
  const source = neurons(args, 'source');
  const target = args.get('target') === undefined ? source : neurons(args, 'target');
  const equations = equationsArgument(args, 'Synapses');
  if (source === undefined || target === undefined || equations === undefined) return new Unknown();
  const report = reportTo(ctx.session.problems, args.callLocation);
  checkGroupNames(equations, report, SYNAPSES_RESERVED);
  const allowed = { ...SYNAPSES_FLAGS, inLists: true };
  checkFlags(equations, allowed, report, SYNAPSES_INCOMPATIBLE, SYNAPSES_NEWER_FLAGS);
  checkDriven(equations, report);
  if (equations.diffEquations.some(({ flags }) => flags.includes('event-driven')))
    checkAddedNames(equations, ['lastupdate'], report);
  checkMultisynapticIndex(args, equations);
  const synapses = new Synapses({
    session: ctx.session,
    source,
    target,
    equations,
    pathways: pathwaysArgument(args),
    method: methodArgument(args),
    methodLocation: args.get('method') === undefined ? undefined : args.location('method'),
    methodOptions: methodOptions(args),
    multisynapticIndex: args.text('multisynaptic_index'),
    namespace: groupNamespace(args),
    types: dtypeOption(args),
    clock: args.clock('synapses'),
    order: args.integer('order'),
    name: args.objectName('synapses*'),
    ...args.place,
  });
  checkShared(equations, (used) => synapses.variables.get(used)?.scalar, report);
  const sourceValue = args.get('source') ?? null;
  return new SynapsesObject(synapses, sourceValue, args.get('target') ?? sourceValue);
}

/** The index is a variable like those of the model: its name has to be free and fit to be one. */
function checkMultisynapticIndex(args: Arguments, equations: Equations): void {
  const name = args.text('multisynaptic_index');
  if (name === undefined) return;
  const report = reportTo(args.ctx.session.problems, args.location('multisynaptic_index'));
  equations.plus(Equations.parse(new PyStr(`${name} : integer`), report), report);
}

/** The group behind an argument; undefined where analysis does not know it. */
function neurons(args: Arguments, name: string): (BrianObject & EventSource) | undefined {
  const value = args.get(name);
  if (value instanceof Unknown) return undefined;
  if (value instanceof BrianPyObject && isEventSource(value.object)) return value.object;
  if (value instanceof SynapsesObject) {
    if (args.ctx.mode === 'analysis') return undefined;
    return args.raise('NotImplementedError', "Spikelens doesn't support synapses on synapses yet.", name);
  }
  const attribute = value instanceof PyClass ? 'variables' : 'id';
  return args.raiseNoGroup(name, attribute, 'Source and target of a Synapses object have to be groups.');
}

function pathwaysArgument(args: Arguments): PathwayRequest[] {
  const requests: PathwayRequest[] = [];
  for (const side of ['pre', 'post'] as const) {
    const code = args.get(`on_${side}`) ?? deprecated(args, side);
    // An empty string is no code: there is no pathway then.
    if (code instanceof PyStr && code.value === '') continue;
    if (code instanceof PyStr) requests.push(pathway(args, side, side, code));
    else if (code instanceof PyDict)
      for (const [key, value] of code.entries())
        if (key instanceof PyStr && value instanceof PyStr)
          requests.push(pathway(args, key.value, side, value));
  }
  const isKnown = ['on_pre', 'on_post', 'pre', 'post'].every((name) => !args.isUnknown(name));
  if (isKnown) checkDelayNames(args, requests);
  return requests;
}

function deprecated(args: Arguments, side: 'pre' | 'post'): PyValue | undefined {
  const code = args.get(side);
  if (code === undefined) return undefined;
  const message = `The '${side}' keyword is deprecated, use 'on_${side}' instead.`;
  args.ctx.session.problems.report(warning(`deprecated-${side}`, message, args.location(side)));
  return code;
}

function pathway(args: Arguments, name: string, side: 'pre' | 'post', code: SourceString): PathwayRequest {
  return { name, side, code, event: eventOf(args, name), delay: delayOf(args, name) };
}

function eventOf(args: Arguments, pathwayName: string): string {
  const event = args.get('on_event');
  if (event instanceof PyStr) return event.value;
  const named = event instanceof PyDict ? event.find(new PyStr(pathwayName)) : undefined;
  return named instanceof PyStr ? named.value : 'spike';
}

/** A delay that no pathway takes is an error: ValueError. */
function checkDelayNames(args: Arguments, pathways: readonly PathwayRequest[]): void {
  const delay = args.get('delay');
  if (delay === undefined || delay instanceof Unknown) return;
  const given = delay instanceof PyDict ? [...delay.entries()].map(([key]) => args.ctx.str(key)) : ['pre'];
  const names = pathways.map(({ name }) => name);
  const unknown = given.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const hint =
    names.length > 0
      ? `The pathways are: ${names.join(', ')}.`
      : 'No code runs at spikes, so there is no pathway.';
  args.raise('ValueError', `Cannot set the delay for pathway '${unknown}': unknown pathway.`, 'delay', hint);
}

function delayOf(args: Arguments, pathwayName: string): number | undefined {
  const delay = args.get('delay');
  if (delay === undefined || delay instanceof Unknown) return undefined;
  const value =
    delay instanceof PyDict ? delay.find(new PyStr(pathwayName)) : pathwayName === 'pre' ? delay : undefined;
  if (value === undefined || value instanceof Unknown) return undefined;
  const quantity = asQuantity(value, args.ctx);
  if (quantity === undefined || (quantity.dimension !== SECOND && !isQuantityValue(value)))
    return args.raise(
      'TypeError',
      `Delay argument has to be a quantity or a dictionary, is type <class '${typeName(value)}'> instead.`,
      'delay',
    );
  if (quantity.dimension !== SECOND)
    return args.raise(
      'DimensionMismatchError',
      `Delay has to be specified in units of seconds but got ${args.ctx.str(value)}`,
      'delay',
      args.remedy('delay', quantity.dimension, SECOND),
    );
  if (typeof quantity.value === 'number') return quantity.value;
  return args.raise(
    'TypeError',
    `Cannot set the delay for pathway '${pathwayName}': expected a scalar quantity, got a quantity with shape (${quantity.value.shape.join(', ')},) instead.`,
    'delay',
  );
}

function isQuantityValue(value: PyValue): boolean {
  return value !== null && typeof value === 'object';
}
