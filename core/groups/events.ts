import type { BrianObject } from '../network/object.ts';
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

/** Whether an object can be a source of events. */
export function isEventSource(object: BrianObject): object is BrianObject & EventSource {
  return 'eventSpace' in object && 'eventPart' in object;
}
