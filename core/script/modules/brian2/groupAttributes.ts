/** What a NeuronGroup tells of its events and of the parts that do its work. */
import type { NeuronGroup } from '../../../groups/neuronGroup.ts';
import { StateUpdater } from '../../../groups/stateUpdater.ts';
import { SubexpressionUpdater } from '../../../groups/subexpressionUpdater.ts';
import type { CodeRunner, Operation } from '../../../network/object.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../values.ts';
import { fromQuantity } from '../numpy/objects.ts';
import { Arguments } from './arguments.ts';
import { ContainedObject } from './containedObject.ts';
import { arrayOf } from './variableView.ts';

/** Undefined for other names. */
export function groupAttribute(group: NeuronGroup, name: string, ctx: Interpreter): PyValue | undefined {
  switch (name) {
    case 'events':
      return new PyDict([...group.events].map(([event, condition]) => [new PyStr(event), asText(condition)]));
    case 'spikes':
      return spikesOf(group, ctx);
    case 'thresholder':
      return byEvent(group.thresholders);
    case 'resetter':
      return byEvent(group.resetters);
    case 'state_updater':
      return part(group.listedParts.find((one) => one instanceof StateUpdater));
    case 'subexpression_updater':
      return part(group.parts.find((one) => one instanceof SubexpressionUpdater));
    case 'set_event_schedule':
      return new NativeFunction(name, (call, inner) => setEventSchedule(group, call, inner));
    default:
      return undefined;
  }
}

function asText(condition: { readonly value: string }): PyValue {
  return condition instanceof PyStr ? condition : new PyStr(condition.value);
}

/** The neurons that spiked in the last step. Raises AttributeError without a threshold. */
function spikesOf(group: NeuronGroup, ctx: Interpreter): PyValue {
  const space = group.eventSpace('spike');
  if (space === undefined) return ctx.raise('AttributeError', 'No attribute with name _spikespace');
  if (ctx.mode === 'analysis') return new Unknown();
  const events = group.session.storage.array(space);
  const spikes = Int32Array.from(events.slice(0, events[group.N]));
  return fromQuantity({ value: arrayOf(spikes), dimension: DIMENSIONLESS });
}

function byEvent(parts: ReadonlyMap<string, CodeRunner>): PyDict {
  return new PyDict([...parts].map(([event, one]) => [new PyStr(event), new ContainedObject(one)]));
}

function part(found: CodeRunner | Operation | undefined): PyValue {
  return found === undefined ? null : new ContainedObject(found);
}

/** Raises ValueError for an event that the group does not have. */
function setEventSchedule(group: NeuronGroup, call: CallArguments, ctx: Interpreter): PyValue {
  const signature = ['event', "when='after_thresholds'", 'order=None'];
  const args = new Arguments('set_event_schedule', call, signature, ctx);
  const event = args.text('event');
  if (event === undefined) return null;
  const thresholder = group.thresholders.get(event);
  if (thresholder === undefined) return args.raise('ValueError', `Unknown event '${event}'.`, 'event');
  thresholder.when = args.slot() ?? 'after_thresholds';
  thresholder.order = args.integer('order') ?? thresholder.order;
  return null;
}
