import { SECOND } from '../units/dimension.ts';
import { formatQuantity } from '../units/display.ts';
import type { Network } from './network.ts';
import type { BrianObject, CodeRunner, Operation } from './object.ts';
import { inScheduleOrder } from './schedule.ts';

/** One row of a scheduling summary. */
export interface ScheduleEntry {
  readonly when: string;
  readonly order: number;
  /** Seconds. */
  readonly dt: number;
  readonly name: string;
  readonly type: string;
  readonly active: boolean;
  readonly owner?: { readonly name: string; readonly type: string };
}

/** What happens in a step of a network, in this order. */
export function scheduleEntries({ objects, schedule }: Network): ScheduleEntry[] {
  const entries = [...objects].flatMap((object) => object.listedParts.map((part) => entryOf(part, object)));
  return inScheduleOrder(entries, schedule);
}

function entryOf(part: CodeRunner | Operation, object: BrianObject): ScheduleEntry {
  const { owner } = part;
  const isWhole = part.className === owner.className;
  const group = part.partOf ?? (part.kind === 'operation' ? undefined : owner);
  return {
    when: part.when,
    order: part.order,
    dt: part.clock.dt,
    name: isWhole ? owner.name : part.name,
    type: part.className,
    active: object.active && owner.active,
    owner: group && { name: group.name, type: group.className },
  };
}

type Align = 'left' | 'right' | 'center';

const COLUMNS: readonly (readonly [title: string, align: Align])[] = [
  ['object', 'left'],
  ['part of', 'left'],
  ['Clock dt', 'left'],
  ['when', 'left'],
  ['order', 'right'],
  ['active', 'center'],
];

/** The table that `scheduling_summary()` prints. */
export function schedulingText(entries: readonly ScheduleEntry[]): string {
  const fastest = Math.min(...entries.map(({ dt }) => dt));
  const rows = entries.map((entry) => cellsOf(entry, fastest));
  const widths = COLUMNS.map(([title], k) => Math.max(title.length, ...rows.map((row) => row[k]!.length)));
  const line = (cells: readonly string[], aligns: readonly Align[]) =>
    cells.map((cell, k) => aligned(cell, widths[k]!, aligns[k]!)).join(' | ');
  return [
    line(
      COLUMNS.map(([title]) => title),
      COLUMNS.map(() => 'center'),
    ),
    widths.map((width) => '-'.repeat(width)).join('-+-'),
    ...rows.map((row) =>
      line(
        row,
        COLUMNS.map(([, align]) => align),
      ),
    ),
  ].join('\n');
}

function cellsOf(entry: ScheduleEntry, fastest: number): string[] {
  const { name, type, owner, dt, when, order, active } = entry;
  const steps = Math.trunc(dt / fastest);
  const every = steps === 1 ? 'every step' : `every ${steps} steps`;
  return [
    `${name} (${type})`,
    owner === undefined ? '--' : `${owner.name} (${owner.type})`,
    `${formatQuantity(dt, SECOND)} (${every})`,
    when,
    String(order),
    active ? 'yes' : 'no',
  ];
}

/** Centred text leans to the left, as Python's does. */
function aligned(text: string, width: number, align: Align): string {
  if (align === 'left') return text.padEnd(width);
  if (align === 'right') return text.padStart(width);
  return text.padStart(text.length + Math.floor((width - text.length) / 2)).padEnd(width);
}

/** The table that `profiling_summary()` prints, of the longest times first; of the first `show` only. */
export function profilingText(
  times: readonly (readonly [name: string, seconds: number])[],
  show?: number,
): string {
  const all: typeof times = times.length > 0 ? times : [['no code objects have been run', 0]];
  const total = all.reduce((sum, [, seconds]) => sum + seconds, 0);
  const [unit, scale] = total > 1 ? ['s', 1] : ['ms', 1000];
  const rows = all
    .slice(0, show)
    .map(([name, seconds]) => [
      name,
      `${(seconds * scale).toFixed(2)} ${unit}`,
      `${(total > 0 ? (100 * seconds) / total : 0).toFixed(2)} %`,
    ]);
  const [names = 0, amounts = 0, shares = 0] = [0, 1, 2].map((k) =>
    Math.max(0, ...rows.map((row) => row[k]!.length)),
  );
  const lines = rows.map(
    ([name, time, share]) =>
      `${name!.padEnd(names)}    ${time!.padStart(amounts)}    ${share!.padStart(shares)}\n`,
  );
  return `Profiling summary\n${'='.repeat('Profiling summary'.length)}\n${lines.join('')}`;
}
