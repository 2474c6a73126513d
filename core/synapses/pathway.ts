import { parseStatements } from '../../grammars/equations/index.ts';
import type { CodeObject, CodeStatement, PathwayData } from '../codegen/codeObject.ts';
import type { EventSource } from '../groups/events.ts';
import { runResolveContext } from '../groups/group.ts';
import { counting, parseSection, prepareCode, statementsOf } from '../groups/prepareCode.ts';
import { recordString } from '../groups/recordString.ts';
import type { BrianObject, CodeRunner, RunContext } from '../network/object.ts';
import type { SourceString } from '../text/provenance.ts';
import { SECOND } from '../units/dimension.ts';
import { defaultFloatType } from '../variables/floatType.ts';
import type { ArrayVariable } from '../variables/variable.ts';
import { eventDrivenUpdate } from './eventDriven.ts';
import { orderNote } from './notes.ts';
import { dependsOnOrder } from './orderDependence.ts';
import { type Routing, routeSynapses } from './routing.ts';
import type { PathwayRequest, Synapses } from './synapses.ts';

/** Carries the events of one end to the synapses, after a delay, and runs their code there. */
export class SynapticPathway implements CodeRunner {
  readonly kind = 'code';
  readonly className = 'SynapticPathway';
  readonly name: string;
  readonly when = 'synapses';
  order: number;
  readonly event: string;
  readonly side: 'pre' | 'post';
  /** Seconds: scalar if `delay=` was given, else one per synapse. */
  readonly delay: ArrayVariable;
  readonly code: SourceString;
  private readonly queue = { position: 0, pending: [] as number[][] };
  private routing?: Routing & { readonly key: string };

  constructor(
    readonly owner: Synapses,
    request: PathwayRequest,
    readonly group: BrianObject & EventSource,
    private readonly space: ArrayVariable,
  ) {
    this.name = `${owner.name}_${request.name}`;
    this.side = request.side;
    this.event = request.event;
    this.code = request.code;
    this.order = this.side === 'pre' ? -1 : 1;
    const scalar = request.delay !== undefined;
    const name = request.name === 'pre' ? 'delay' : `_${request.name}_delay`;
    const size = scalar ? 1 : owner.N;
    const values = scalar ? [request.delay] : undefined;
    this.delay = owner.variables.addArray(name, {
      size,
      scalar,
      dynamic: !scalar,
      dimension: SECOND,
      dataType: defaultFloatType(owner.session.preferences),
      constant: true,
      values: values as number[] | undefined,
    });
    recordString(owner, `on_${this.side}`, request.code, () => ({
      kind: 'statements',
      statements: parseStatements(request.code.value).tree,
    }));
  }

  /** The pathway lives in the time of its source. */
  get clock() {
    return this.group.clock;
  }

  settle(): string {
    const { maximalDelay, key } = this.route();
    this.fitQueue(maximalDelay + 1);
    return key;
  }

  prepare(run: RunContext): CodeObject | undefined {
    const context = { ...runResolveContext(this.owner, run), objectName: this.name };
    const section = parseSection(this.code, context);
    const { before, after } = eventDrivenUpdate(this.owner, context);
    const request = {
      name: this.name,
      sections: [before, { ...section, scalarWrites: 'forbidden' as const }, after],
    };
    const checked = counting(context);
    const prepared = run.session.analysing ? statementsOf(request, checked) : prepareCode(request, checked);
    if (checked.errors() > 0) return undefined;
    if (dependsOnOrder(prepared.block.vector, prepared.names)) this.noteOrder(prepared.block.vector);
    if (run.session.analysing) return undefined;
    return { name: this.name, ...prepared, data: { template: 'synapses', pathway: this.pathwayData() } };
  }

  private noteOrder(statements: readonly CodeStatement[]): void {
    const { code, owner } = this;
    const place = code.provenance?.locate({ start: 0, end: code.value.length }) ?? owner.location;
    owner.session.warnOnce(orderNote(statements, place));
  }

  private pathwayData(): PathwayData {
    const { owner, group, queue } = this;
    return {
      synapses: { ...owner.ends, size: owner.N },
      eventSpace: this.space,
      sourceN: group.eventSpaceSize,
      sourceStart: group.start,
      sourceStop: group.start + group.N,
      queue,
      ...this.route(),
    };
  }

  /** Anew only where synapses, delays or the time step changed since the last run. */
  private route(): Routing & { readonly key: string } {
    const { owner, group } = this;
    const { storage } = owner.session;
    const delays = storage.array(this.delay) as Float64Array;
    const key = `${owner.generation} ${this.clock.dt} ${checksum(delays)}`;
    if (this.routing?.key === key) return this.routing;
    const sources = storage.array(this.side === 'pre' ? owner.ends.pre : owner.ends.post) as Int32Array;
    const routing = routeSynapses(sources, group.start, group.N, delays, this.clock.dt);
    this.moveQueue(routing);
    this.routing = { ...routing, key };
    return this.routing;
  }

  /** Events under way refer to rows; after re-routing each goes to the row of its source that fits best. */
  private moveQueue(routing: Routing): void {
    const before = this.routing;
    if (before === undefined) return;
    for (const rows of this.queue.pending) {
      const moved = rows.flatMap((row) => rowsNow(row, before, routing));
      rows.length = 0;
      rows.push(...moved);
    }
  }

  /** The events under way: for each its step, counted from now, its source, and the delay of its row in steps. */
  storedEvents(): Map<'wait' | 'source' | 'delay', Int32Array> {
    const { routing } = this;
    const { pending, position } = this.queue;
    const events = pending.flatMap((_, wait) => {
      const rows = pending[(position + wait) % pending.length]!;
      return rows.map((row) => ({ wait, source: routing!.rowSource(row), delay: routing!.rowDelay[row]! }));
    });
    const column = (key: 'wait' | 'source' | 'delay') => Int32Array.from(events, (event) => event[key]);
    return new Map((['wait', 'source', 'delay'] as const).map((key) => [key, column(key)]));
  }

  /** Puts events under way again, once connections, delays and clock are as they were then. */
  restoreEvents(stored: (key: 'wait' | 'source' | 'delay') => ArrayLike<number> | undefined): void {
    const [waits, sources, delays] = [stored('wait') ?? [], stored('source') ?? [], stored('delay') ?? []];
    this.queue.pending = [];
    this.queue.position = 0;
    const routing = this.route();
    this.fitQueue(Math.max(routing.maximalDelay, ...Array.from(waits)) + 1);
    for (let k = 0; k < waits.length; k++)
      this.queue.pending[waits[k]!]!.push(rowOf(routing, sources[k]!, delays[k]!));
  }

  private fitQueue(slots: number): void {
    const { queue } = this;
    const waiting = queue.pending.map((_, k) => queue.pending[(queue.position + k) % queue.pending.length]!);
    while (waiting.length < slots) waiting.push([]);
    queue.pending = waiting;
    queue.position = 0;
  }
}

function rowsNow(row: number, before: Routing, after: Routing): number[] {
  const source = before.rowSource(row);
  const first = after.sourceRows[source]!;
  const last = after.sourceRows[source + 1]!;
  const rows = Array.from({ length: last - first }, (_, k) => first + k);
  const same = rows.filter((r) => after.rowDelay[r] === before.rowDelay[row]);
  return same.length > 0 ? same : rows;
}

/** The row of a source with a delay, which must exist. */
function rowOf({ sourceRows, rowDelay }: Routing, source: number, delay: number): number {
  let row = sourceRows[source]!;
  while (rowDelay[row] !== delay) row++;
  return row;
}

/** Tells different delays apart without keeping a copy of them. */
function checksum(values: Float64Array): number {
  let sum = values.length;
  for (let k = 0; k < values.length; k++) sum = (sum * 31 + values[k]! * 1e9) % 9007199254740881;
  return sum;
}
