import { checkFlags } from '../../../equations/checkFlags.ts';
import type { EventSource } from '../../../groups/events.ts';
import { groupProblem } from '../../../groups/group.ts';
import { reportTo } from '../../../groups/report.ts';
import type { Owner } from '../../../groups/stateAccess.ts';
import type { BrianObject } from '../../../network/object.ts';
import { connect, type Indices } from '../../../synapses/connect.ts';
import type { SynapticPathway } from '../../../synapses/pathway.ts';
import {
  type PathwayRequest,
  SYNAPSES_FLAGS,
  SYNAPSES_INCOMPATIBLE,
  Synapses,
} from '../../../synapses/synapses.ts';
import type { SourceString } from '../../../text/provenance.ts';
import { SECOND } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { asQuantity } from '../numpy/objects.ts';
import { Arguments } from './arguments.ts';
import { dictExternals, frameExternals } from './externals.ts';
import { itemOf } from './items.ts';
import { equationsArgument, methodArgument, runRegularlyMethod } from './neuronGroup.ts';
import { BrianPyObject, OwnerObject } from './ownerObject.ts';
import { StateView } from './stateView.ts';

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
  protected override ownAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { object } = this;
    switch (name) {
      case 'connect':
        return new NativeFunction('connect', (call, inner) => connectCall(object, call, inner));
      case 'run_regularly':
        return runRegularlyMethod(object);
      case 'N':
        return new StateView(object, 'N');
      case 'delay':
        return this.delayView('pre', ctx);
      default: {
        const pathway = object.pathways.get(name);
        return pathway && new PathwayObject(object, pathway, name);
      }
    }
  }

  protected override setOwnAttribute(name: string, value: PyValue, ctx: Interpreter): boolean {
    if (name !== 'delay') return false;
    this.delayView('pre', ctx).assign({ kind: 'all' }, value, ctx);
    return true;
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

  private delayView(pathway: string, ctx: Interpreter): StateView {
    if (this.object.pathways.has(pathway)) return new SynapticView(this.object, 'delay');
    return ctx.raise(
      'AttributeError',
      "Synapses do not have a 'pre' pathway, do not know what 'delay' refers to.",
    );
  }
}

/** Some synapses, as `S[1, :]` gives them for monitors. */
export class SynapticSubset extends PyObject {
  readonly typeName = 'SynapticSubgroup';
  constructor(
    readonly synapses: Synapses,
    readonly item: ReturnType<typeof itemOf> | undefined,
  ) {
    super();
  }
}

class SynapticView extends StateView {
  override assign(item: Parameters<StateView['assign']>[0], value: PyValue, ctx: Interpreter): void {
    const synapses = this.owner as Owner & Synapses;
    const variable = synapses.variables.get(this.name);
    const own = variable?.owner === synapses.name && !variable.scalar && !variable.readOnly;
    if (own && !synapses.connected) {
      const message = `Cannot write to synaptic variable '${this.name}', you need to call connect(...) first`;
      ctx.session.problems.report(
        groupProblem(synapses, 'not-connected', 'TypeError', message, ctx.location()),
      );
      return;
    }
    super.assign(item, value, ctx);
  }
}

/** `S.pre`, `S.post`, `S.up`: a pathway with its delay and order. */
class PathwayObject extends PyObject {
  readonly typeName = 'SynapticPathway';
  constructor(
    private readonly synapses: Synapses,
    private readonly pathway: SynapticPathway,
    private readonly key: string,
  ) {
    super();
  }

  override getAttribute(name: string): PyValue | undefined {
    if (name === 'delay') return this.delay();
    if (name === 'order') return BigInt(this.pathway.order);
    return name === 'name' ? new PyStr(this.pathway.name) : undefined;
  }

  override setAttribute(name: string, value: PyValue, ctx: Interpreter): boolean {
    if (name === 'delay') {
      this.delay().assign({ kind: 'all' }, value, ctx);
      return true;
    }
    if (name !== 'order' || typeof value !== 'bigint') return false;
    this.pathway.order = Number(value);
    return true;
  }

  private delay(): StateView {
    return new SynapticView(this.synapses, this.key === 'pre' ? 'delay' : `_${this.key}_delay`);
  }
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
  checkFlags(
    equations,
    SYNAPSES_FLAGS,
    reportTo(ctx.session.problems, args.callLocation),
    SYNAPSES_INCOMPATIBLE,
  );
  const synapses = new Synapses({
    session: ctx.session,
    source,
    target,
    equations,
    pathways: pathwaysArgument(args),
    method: methodArgument(args),
    methodLocation: args.get('method') === undefined ? undefined : args.location('method'),
    namespace: args.namespace(),
    clock: args.clock('synapses'),
    order: args.integer('order'),
    name: args.text('name') ?? 'synapses*',
    location: args.callLocation,
  });
  return new SynapsesObject(synapses);
}

/** The group behind an argument; undefined where analysis does not know it. */
function neurons(args: Arguments, name: string): (BrianObject & EventSource) | undefined {
  const value = args.get(name);
  if (value instanceof Unknown) return undefined;
  if (value instanceof BrianPyObject && isEventSource(value.object)) return value.object;
  return args.raise(
    'TypeError',
    `Source and target of a Synapses object have to be groups, not ${args.ctx.repr(value ?? null)}.`,
    name,
  );
}

export function isEventSource(object: BrianObject): object is BrianObject & EventSource {
  return 'eventSpace' in object && 'eventPart' in object;
}

function pathwaysArgument(args: Arguments): PathwayRequest[] {
  const requests: PathwayRequest[] = [];
  for (const side of ['pre', 'post'] as const) {
    const code = args.get(`on_${side}`) ?? deprecated(args, side);
    if (code instanceof PyStr) requests.push(pathway(args, side, side, code));
    else if (code instanceof PyDict)
      for (const [key, value] of code.entries())
        if (key instanceof PyStr && value instanceof PyStr)
          requests.push(pathway(args, key.value, side, value));
  }
  return requests;
}

function deprecated(args: Arguments, side: 'pre' | 'post'): PyValue | undefined {
  const code = args.get(side);
  if (code === undefined) return undefined;
  args.ctx.session.problems.report({
    code: 'deprecated',
    severity: 'warning',
    errorClass: 'Warning',
    message: `The '${side}' keyword is deprecated, use 'on_${side}' instead.`,
    location: args.location(side),
  });
  return code;
}

function pathway(args: Arguments, name: string, side: 'pre' | 'post', code: SourceString): PathwayRequest {
  return { name, side, code, event: eventOf(args, name), delay: delayOf(args, name) };
}

function eventOf(args: Arguments, pathwayName: string): string {
  const event = args.get('on_event');
  if (event instanceof PyStr) return event.value;
  const named = event instanceof PyDict ? event.getItem(new PyStr(pathwayName), args.ctx) : undefined;
  return named instanceof PyStr ? named.value : 'spike';
}

function delayOf(args: Arguments, pathwayName: string): number | undefined {
  const delay = args.get('delay');
  if (delay === undefined || delay instanceof Unknown) return undefined;
  const value =
    delay instanceof PyDict
      ? delay.getItem(new PyStr(pathwayName), args.ctx)
      : pathwayName === 'pre'
        ? delay
        : undefined;
  if (value === undefined || value instanceof Unknown) return undefined;
  const quantity = asQuantity(value, args.ctx);
  if (quantity === undefined || (quantity.dimension !== SECOND && !isQuantityValue(value)))
    return args.raise(
      'TypeError',
      `Delay argument has to be a quantity or a dictionary, is type ${args.ctx.repr(value)} instead.`,
      'delay',
    );
  if (quantity.dimension !== SECOND)
    return args.raise(
      'DimensionMismatchError',
      `Delay has to be specified in units of seconds but got ${args.ctx.str(value)}`,
      'delay',
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

const CONNECT_SIGNATURE = [
  'condition=None',
  'i=None',
  'j=None',
  'p=1.0',
  'n=1',
  'skip_if_invalid=False',
  'namespace=None',
  'level=0',
];

function connectCall(synapses: Synapses, call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('connect', call, CONNECT_SIGNATURE, ctx);
  if (args.isUnknown('condition') || args.isUnknown('i') || args.isUnknown('j')) {
    synapses.connected = true;
    return null;
  }
  const namespace = args.get('namespace');
  const condition = args.get('condition');
  if (condition !== undefined && typeof condition !== 'boolean' && !(condition instanceof PyStr))
    args.raise(
      'TypeError',
      'condition argument must be bool or string. If you want to connect based on indices, use connect(i=..., j=...).',
      'condition',
    );
  connect(synapses, {
    condition: condition instanceof PyStr || typeof condition === 'boolean' ? condition : undefined,
    i: indicesArgument(args, 'i'),
    j: indicesArgument(args, 'j'),
    p: args.string('p') ?? numberArgument(args, 'p') ?? 1,
    n: args.string('n') ?? numberArgument(args, 'n') ?? 1,
    skipIfInvalid: args.get('skip_if_invalid') === true,
    externals:
      namespace instanceof PyDict
        ? dictExternals(namespace, 'run namespace', ctx)
        : frameExternals(ctx.frame(), ctx),
    location: args.callLocation,
  });
  return null;
}

function numberArgument(args: Arguments, name: string): number | undefined {
  const value = args.get(name);
  if (value === undefined || value instanceof Unknown) return undefined;
  const quantity = asQuantity(value, args.ctx);
  if (quantity !== undefined && typeof quantity.value === 'number' && quantity.dimension.isDimensionless)
    return quantity.value;
  return args.raise('TypeError', `${name} must be ${name === 'p' ? 'float' : 'int'} or string`, name);
}

function indicesArgument(args: Arguments, name: 'i' | 'j'): Indices | undefined {
  const value = args.get(name);
  if (value === undefined || value instanceof PyStr) return value;
  const quantity = asQuantity(value, args.ctx);
  if (quantity === undefined)
    return args.raise('TypeError', `${name} argument must be int, array or string`, name);
  if (typeof quantity.value === 'number') return Int32Array.of(quantity.value);
  const values = quantity.value.toFloat64();
  if (values.every(Number.isInteger) && !quantity.value.dtype.startsWith('float'))
    return Int32Array.from(values);
  const end = name === 'i' ? 'Presynaptic' : 'Postsynaptic';
  if (values.length === 0) return new Int32Array(0);
  return args.raise(
    'TypeError',
    `${end} indices have to be given as integers, are type ${quantity.value.dtype} instead.`,
    name,
  );
}
