/** What `scheduling_summary()` and `profiling_summary()` give. */
import type { Network } from '../../../network/network.ts';
import {
  profilingText,
  type ScheduleEntry,
  scheduleEntries,
  schedulingText,
} from '../../../network/summaries.ts';
import { SECOND } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyList, PyTuple } from '../../objects/sequences.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { fromQuantity } from '../numpy/objects.ts';

/** Something that shows itself as a text. */
class Summary extends PyObject {
  constructor(
    readonly typeName: string,
    private readonly text: string,
  ) {
    super();
  }

  override repr(): string {
    return this.text;
  }
}

/** The order of a step; its text is a table, its `entries` the rows. */
export class SchedulingSummary extends Summary {
  private readonly entries: readonly ScheduleEntry[];

  constructor(network: Network) {
    const entries = scheduleEntries(network);
    super('SchedulingSummary', schedulingText(entries));
    this.entries = entries;
  }

  override getAttribute(name: string): PyValue | undefined {
    return name === 'entries' ? new PyList(this.entries.map((entry) => new EntryObject(entry))) : undefined;
  }
}

class EntryObject extends PyObject {
  readonly typeName = 'ScheduleEntry';

  constructor(private readonly entry: ScheduleEntry) {
    super();
  }

  override getAttribute(name: string): PyValue | undefined {
    const { entry } = this;
    switch (name) {
      case 'when':
      case 'name':
      case 'type':
        return new PyStr(entry[name]);
      case 'order':
        return BigInt(entry.order);
      case 'dt':
        return fromQuantity({ value: entry.dt, dimension: SECOND });
      case 'active':
        return entry.active;
      case 'owner_name':
        return entry.owner === undefined ? null : new PyStr(entry.owner.name);
      case 'owner_type':
        return entry.owner === undefined ? null : new PyStr(entry.owner.type);
      default:
        return undefined;
    }
  }
}

/** Pairs of name and time, longest first. Raises ValueError where the last run was not profiled. */
export function profilingInfo(network: Network, ctx: Interpreter): PyValue {
  if (ctx.mode === 'analysis') return new Unknown();
  const time = (value: number) => fromQuantity({ value, dimension: SECOND });
  return new PyList(
    timesOf(network, ctx).map(([name, seconds]) => new PyTuple([new PyStr(name), time(seconds)])),
  );
}

function timesOf({ profilingInfo }: Network, ctx: Interpreter) {
  if (profilingInfo !== undefined) return profilingInfo;
  return ctx.raise('ValueError', "No profiling info collected (did you run with 'profile=True?')");
}

/** The text of the times. Raises ValueError where the last run was not profiled. */
export function profilingSummary(network: Network, show: number | undefined, ctx: Interpreter): PyValue {
  if (ctx.mode === 'analysis') return new Unknown();
  return new Summary('ProfilingSummary', profilingText(timesOf(network, ctx), show));
}
