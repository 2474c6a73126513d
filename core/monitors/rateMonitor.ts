import type { CodeObject, RateRecord } from '../codegen/codeObject.ts';
import { GrowingValues } from '../devices/growing.ts';
import type { EventSource } from '../groups/events.ts';
import { groupProblem } from '../groups/group.ts';
import type { ObjectState } from '../network/networkState.ts';
import { BrianObject, type CodeRunner, type ObjectOptions } from '../network/object.ts';
import { restoreRecord, storedRecord } from './record.ts';

export interface RateMonitorOptions extends Omit<ObjectOptions, 'clock'> {
  readonly source: BrianObject & EventSource;
}

/** Records the mean rate of a population (Hz) at every step. */
export class PopulationRateMonitor extends BrianObject implements CodeRunner {
  readonly kind = 'code';
  readonly className = 'PopulationRateMonitor';
  override readonly invalidatesMagicNetwork = false;
  readonly owner = this;
  readonly source: BrianObject & EventSource;
  readonly record: RateRecord;

  constructor(options: RateMonitorOptions) {
    super({
      ...options,
      name: options.name ?? 'ratemonitor*',
      when: 'end',
      order: 0,
      clock: options.source.clock,
    });
    this.source = options.source;
    this.record = { name: this.name, t: GrowingValues.float64(), rate: GrowingValues.float64() };
    if (this.source.eventSpace('spike') === undefined)
      this.session.problems.report(groupProblem(this, 'no-event', 'KeyError', "'_spikespace'"));
    this.parts.push(this);
  }

  override dependencies(): readonly BrianObject[] {
    return [this.source];
  }

  private get recordArrays() {
    return new Map([
      ['t', this.record.t],
      ['rate', this.record.rate],
    ]);
  }

  override storedState(): ObjectState {
    return storedRecord(this.recordArrays);
  }

  override restoreState(state: ObjectState): void {
    restoreRecord(this.recordArrays, state);
  }

  prepare(): CodeObject | undefined {
    const { source } = this;
    const eventSpace = source.eventSpace('spike');
    if (eventSpace === undefined || this.session.analysing) return undefined;
    const data = {
      template: 'ratemonitor' as const,
      eventSpace,
      sourceN: source.eventSpaceSize,
      start: source.start,
      stop: source.start + source.N,
      dt: this.clock.dt,
      monitor: this.record,
    };
    return { name: this.name, names: new Map(), block: { scalar: [], vector: [] }, data };
  }
}
