import type { CodeObject, EventRecord } from '../codegen/codeObject.ts';
import { GrowingValues } from '../devices/growing.ts';
import { type EventSource, unknownEvent } from '../groups/events.ts';
import { groupProblem, nearestVariables, runResolveContext } from '../groups/group.ts';
import { codeObject } from '../groups/prepareCode.ts';
import type { ObjectState } from '../network/networkState.ts';
import { BrianObject, type CodeRunner, type ObjectOptions, type RunContext } from '../network/object.ts';
import { name as nameNode } from '../symbolic/build.ts';
import { assign } from '../symbolic/statements.ts';
import { DIMENSIONLESS, type Dimension } from '../units/dimension.ts';
import { recordArray, restoreRecord, storedRecord } from './record.ts';

export interface EventMonitorOptions extends Omit<ObjectOptions, 'clock'> {
  readonly source: BrianObject & EventSource;
  readonly event: string;
  /** Variables whose values at the event are kept. */
  readonly variables?: readonly string[];
  /** False: only `count` is kept. */
  readonly record?: boolean;
}

/** Records when which element had an event. */
export class EventMonitor extends BrianObject implements CodeRunner {
  readonly kind = 'code';
  readonly className: string = 'EventMonitor';
  override readonly invalidatesMagicNetwork = false;
  readonly owner = this;
  readonly source: BrianObject & EventSource;
  readonly event: string;
  readonly record: EventRecord;
  private readonly variables: readonly string[];

  constructor(options: EventMonitorOptions) {
    const part = options.source.eventPart(options.event);
    super({
      when: part?.when ?? 'thresholds',
      order: (part?.order ?? 0) + 1,
      ...withoutUndefined(options),
      clock: options.source.clock,
    });
    this.source = options.source;
    this.event = options.event;
    this.variables = options.variables ?? [];
    this.checkOptions(options);
    this.record = {
      name: this.name,
      recordTrains: options.record ?? true,
      t: GrowingValues.float64(),
      i: GrowingValues.int32(),
      variables: new Map(this.variables.map((name) => [name, recordArray(this.source.variables.get(name))])),
      count: new Int32Array(this.session.analysing ? 0 : this.source.N),
    };
    this.parts.push(this);
  }

  override dependencies(): readonly BrianObject[] {
    return [this.source];
  }

  dimensionOf(name: string): Dimension {
    return this.source.variables.get(name)?.dimension ?? DIMENSIONLESS;
  }

  get recordedVariables(): readonly string[] {
    return this.variables;
  }

  private get recordArrays() {
    const { t, i, variables } = this.record;
    return new Map([['t', t], ['i', i], ...variables]);
  }

  override storedState(): ObjectState {
    return storedRecord(this.recordArrays).set('count', this.record.count.slice());
  }

  override restoreState(state: ObjectState): void {
    restoreRecord(this.recordArrays, state);
    this.record.count.set(state.get('count') ?? []);
  }

  settle(): string {
    return String(this.source.variables.revision);
  }

  prepare(run: RunContext): CodeObject | undefined {
    const { source, record } = this;
    const eventSpace = source.eventSpace(this.event);
    if (eventSpace === undefined) return undefined;
    const context = { ...runResolveContext(source, run), objectName: this.name };
    const sections = [
      { statements: this.variables.map((name) => assign(`_to_record_${name}`, nameNode(name))) },
    ];
    const data = {
      template: 'spikemonitor' as const,
      eventSpace,
      sourceN: source.eventSpaceSize,
      start: source.start,
      stop: source.start + source.N,
      monitor: record,
    };
    return codeObject({ name: this.name, sections }, data, context, run.session.analysing);
  }

  private checkOptions({ event, source, variables }: EventMonitorOptions): void {
    const { problems } = this.session;
    if (source.eventSpace(event) === undefined) {
      const hint = event === 'spike' ? " Did you forget to set a 'threshold'?" : '';
      const message = `Recorded group '${source.name}' does not define an event '${event}'.${hint}`;
      const place = event === 'spike' ? this.location : this.locate?.('event');
      const problem = groupProblem(this, 'no-event', 'ValueError', message, place);
      problems.report({ ...problem, ...unknownEvent(source, event) });
    }
    for (const name of variables ?? [])
      if (!source.variables.has(name))
        problems.report({
          ...groupProblem(
            this,
            'unknown-variable',
            'ValueError',
            `'${name}' is not a variable of the recorded group`,
            this.locate?.('variables', name),
          ),
          hint: nearestVariables(source, name),
        });
  }
}

/** Records spikes. */
export class SpikeMonitor extends EventMonitor {
  override readonly className = 'SpikeMonitor';

  constructor(options: Omit<EventMonitorOptions, 'event'>) {
    super({ ...options, event: 'spike' });
  }
}

/** Spreading an explicit `undefined` would hide a default. */
function withoutUndefined<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}
