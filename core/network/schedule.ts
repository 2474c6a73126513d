import type { ScheduledPart } from './object.ts';

/** The slots of a time step, in Brian's order; `before_X` and `after_X` frame each. */
export const DEFAULT_SCHEDULE: readonly string[] = [
  'start',
  'groups',
  'thresholds',
  'synapses',
  'resets',
  'end',
];

/** Position of a slot in the step, or undefined for a name that the schedule does not know. */
export function slotPosition(
  when: string,
  schedule: readonly string[] = DEFAULT_SCHEDULE,
): number | undefined {
  const position = schedule.indexOf(when.replace(/^(before|after)_/, ''));
  if (position < 0) return undefined;
  if (when.startsWith('before_')) return 3 * position;
  return 3 * position + (when.startsWith('after_') ? 2 : 1);
}

/** The slots in words; each can be had before and after, too. */
export function slotNames(schedule: readonly string[]): string[] {
  return [...schedule, ...schedule.flatMap((slot) => [`before_${slot}`, `after_${slot}`])];
}

/** By slot, then order, then name. */
export function inScheduleOrder<T extends Pick<ScheduledPart, 'name' | 'when' | 'order'>>(
  parts: readonly T[],
  schedule = DEFAULT_SCHEDULE,
): T[] {
  const key = (part: T) => slotPosition(part.when, schedule) ?? Number.POSITIVE_INFINITY;
  return [...parts].sort(
    (a, b) => key(a) - key(b) || a.order - b.order || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}
