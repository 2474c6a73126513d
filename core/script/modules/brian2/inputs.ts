import { UNKNOWN_SIZE } from '../../../groups/group.ts';
import { PoissonGroup, type Rates } from '../../../inputs/poissonGroup.ts';
import { SpikeGeneratorGroup, type SpikeTimes } from '../../../inputs/spikeGeneratorGroup.ts';
import { DIMENSIONLESS, type Dimension, HERTZ, SECOND } from '../../../units/dimension.ts';
import { mismatchMessage } from '../../../units/errors.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { typeName } from '../../operations/numbers.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { asQuantity } from '../numpy/objects.ts';
import { Arguments } from './arguments.ts';
import { groupNamespace } from './namespaces.ts';
import { subgroupOf } from './neuronGroup.ts';
import { OwnerObject } from './ownerObject.ts';

export class SpikeGeneratorObject extends OwnerObject<SpikeGeneratorGroup> {
  protected override ownAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    if (name !== 'set_spikes') return super.ownAttribute(name, ctx);
    return new NativeFunction(name, (call, inner) => {
      const args = new Arguments(name, call, ['indices', 'times', 'period=None', 'sorted=False'], inner);
      const spikes = spikesArgument(args);
      if (spikes !== undefined) this.object.setSpikes(spikes);
      return null;
    });
  }
}

const GENERATOR_SIGNATURE = [
  'N',
  'indices',
  'times',
  'dt=None',
  'clock=None',
  'period=None',
  "when='thresholds'",
  'order=0',
  'sorted=False',
  "name='spikegeneratorgroup*'",
  'codeobj_class=None',
];

/** `SpikeGeneratorGroup(...)`. */
export function makeSpikeGenerator(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('SpikeGeneratorGroup', call, GENERATOR_SIGNATURE, ctx);
  const group = new SpikeGeneratorGroup({
    session: ctx.session,
    N: args.integer('N') ?? UNKNOWN_SIZE,
    spikes: args.isUnknown('N') ? undefined : spikesArgument(args),
    clock: args.clock('spikegeneratorgroup'),
    when: args.slot(),
    order: args.integer('order'),
    name: args.objectName('spikegeneratorgroup*'),
    ...args.place,
  });
  return new SpikeGeneratorObject(group);
}

function spikesArgument(args: Arguments): SpikeTimes | undefined {
  checkLengths(args);
  const indices = numbers(args, 'indices', DIMENSIONLESS);
  const times = numbers(args, 'times', SECOND);
  if (indices === undefined || times === undefined) return undefined;
  const period = args.scalar('period', SECOND) ?? 0;
  return {
    indices,
    times,
    period,
    location: args.location('times'),
    indicesLocation: args.location('indices'),
  };
}

/** Brian asks for the lengths of both. TypeError. */
function checkLengths(args: Arguments): void {
  const indices = args.get('indices') ?? null;
  if (!(indices instanceof PyObject))
    args.raise('TypeError', `object of type '${typeName(indices)}' has no len()`, 'indices', LIST_HINT);
  const times = args.get('times') ?? null;
  if (times === null)
    args.raise('TypeError', 'Quantities can only be created from numerical data.', 'times', LIST_HINT);
  if (typeof asQuantity(times, args.ctx)?.value === 'number')
    args.raise('TypeError', 'len() of unsized object', 'times', LIST_HINT);
}

const LIST_HINT = 'Give lists of the same length: the numbers of the neurons, and when they spike.';

/** All numbers of an argument. Raises DimensionMismatchError. */
function numbers(args: Arguments, name: string, dimension: Dimension): ArrayLike<number> | undefined {
  const value = args.get(name);
  if (value === undefined || value instanceof Unknown) return undefined;
  const quantity = asQuantity(value, args.ctx);
  if (quantity === undefined) return args.raise('TypeError', `${name} has to be an array of numbers`, name);
  const values = typeof quantity.value === 'number' ? [quantity.value] : quantity.value.toFloat64();
  if (quantity.dimension === dimension || values.length === 0) return values;
  const unit = dimension === SECOND ? 'second' : dimension === HERTZ ? 'hertz' : '1';
  const text = `Function '${args.pythonName}' expected a quantitity with unit ${unit} for argument '${name}' but got '${args.ctx.str(value)}'`;
  const hint = args.remedy(name, quantity.dimension, dimension);
  return args.raise('DimensionMismatchError', mismatchMessage(text, [quantity.dimension]), name, hint);
}

export class PoissonGroupObject extends OwnerObject<PoissonGroup> {
  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    return subgroupOf(this.object, key, ctx);
  }
}

const POISSON_SIGNATURE = [
  'N',
  'rates',
  'dt=None',
  'clock=None',
  "when='thresholds'",
  'order=0',
  'namespace=None',
  "name='poissongroup*'",
  'codeobj_class=None',
];

/** `PoissonGroup(...)`. */
export function makePoissonGroup(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('PoissonGroup', call, POISSON_SIGNATURE, ctx);
  const N = args.integer('N');
  if (N !== undefined && N < 0) args.raise('ValueError', 'negative dimensions are not allowed', 'N');
  const group = new PoissonGroup({
    session: ctx.session,
    N: N ?? UNKNOWN_SIZE,
    rates: ratesArgument(args),
    namespace: groupNamespace(args),
    clock: args.clock('poissongroup'),
    when: args.slot(),
    order: args.integer('order'),
    name: args.objectName('poissongroup*'),
    ...args.place,
  });
  return new PoissonGroupObject(group);
}

function ratesArgument(args: Arguments): Rates {
  const rates = args.get('rates');
  if (rates instanceof PyStr) return rates;
  const values = numbers(args, 'rates', HERTZ);
  return values?.length === 1 ? values[0] : values;
}
