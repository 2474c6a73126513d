import { didYouMeanOf } from '../namespaces/nearest.ts';
import type { BrianObject } from '../network/object.ts';
import type { Problem } from '../problems/problem.ts';
import type { ArrayVariable } from '../variables/variable.ts';
import type { VariableOwner } from './group.ts';

export function eventSpaceName(event: string): string {
  return `_${event}space`;
}

/**
 * Anything whose elements have events: groups of neurons, their subgroups, inputs. The event space is an
 * int32 array of `eventSpaceSize` + 1 entries: the elements with an event in this step, their number last.
 * A subgroup shares that of its group and owns the elements [start, start + N).
 */
export interface EventSource extends VariableOwner {
  eventSpace(event: string): ArrayVariable | undefined;
  readonly eventSpaceSize: number;
  /** What finds the event: its slot and order are the monitor's business. */
  eventPart(event: string): { readonly when: string; readonly order: number } | undefined;
  readonly clock: BrianObject['clock'];
}

/** The events that the elements of a group may have. */
function eventsOf(source: VariableOwner): string[] {
  return [...source.variables.names()].flatMap((name) => /^_(\w+)space$/.exec(name)?.[1] ?? []);
}

/** What to do about an event that a group does not have, and where the group was made. */
export function unknownEvent(source: VariableOwner, event: string): Pick<Problem, 'hint' | 'related'> {
  const events = eventsOf(source);
  const place = source.location;
  const related = place && [{ message: `'${source.name}' is made here`, location: place }];
  const none =
    event === 'spike'
      ? `Give '${source.name}' a condition for its spikes: threshold='...'.`
      : `'${source.name}' has no events; give it events={'${event}': '...'}.`;
  const hint = events.length === 0 ? none : didYouMeanOf(event, events, `The events of '${source.name}'`);
  return { hint, related };
}

/** Whether an object can be a source of events. */
export function isEventSource(object: BrianObject): object is BrianObject & EventSource {
  return 'eventSpace' in object && 'eventPart' in object;
}
