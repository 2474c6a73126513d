import type { Network } from '../../../network/network.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyList, PySequence } from '../../objects/sequences.ts';
import { PyStr, type PyValue, Unknown } from '../../values.ts';

/** `net.schedule` as it is read. */
export function scheduleValue({ schedule }: Network): PyValue {
  return schedule === undefined ? new Unknown() : new PyList(schedule.map((slot) => new PyStr(slot)));
}

/** The slots that a script chooses; null for the usual ones, undefined where they are not known. */
export function scheduleOf(value: PyValue, ctx: Interpreter): readonly string[] | undefined | null {
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
