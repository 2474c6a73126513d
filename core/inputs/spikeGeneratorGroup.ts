import type { CodeObject } from '../codegen/codeObject.ts';
import { type EventSource, eventSpaceName } from '../groups/events.ts';
import { Group, type GroupOptions, groupProblem } from '../groups/group.ts';
import type { ObjectState } from '../network/networkState.ts';
import type { CodeRunner, RunContext } from '../network/object.ts';
import { warning } from '../problems/problem.ts';
import type { Location } from '../text/range.ts';
import { SECOND } from '../units/dimension.ts';
import { formatQuantity } from '../units/display.ts';
import type { ArrayVariable } from '../variables/variable.ts';
import { Variables } from '../variables/variables.ts';

export interface SpikeTimes {
  readonly indices: ArrayLike<number>;
  /** Seconds. */
  readonly times: ArrayLike<number>;
  /** Seconds; 0 for no repetition. */
  readonly period: number;
  readonly location?: Location;
  readonly indicesLocation?: Location;
}

export interface SpikeGeneratorOptions extends GroupOptions {
  readonly N: number;
  /** Absent in an analysis that does not know them. */
  readonly spikes?: SpikeTimes;
}

/** Emits given spikes at given times, again and again with a period. */
export class SpikeGeneratorGroup extends Group implements EventSource {
  readonly className = 'SpikeGeneratorGroup';
  readonly variables: Variables;
  readonly N: number;
  private readonly generator: SpikeEmitter;
  private readonly period: ArrayVariable;
  /** Set until a run has seen the spikes. */
  private areNew = false;

  constructor(options: SpikeGeneratorOptions) {
    super({ when: 'thresholds', ...options, name: options.name ?? 'spikegeneratorgroup*' });
    this.N = options.N;
    if (!(options.N >= 1)) this.report('ValueError', 'N has to be an integer >=1.');
    this.variables = new Variables(this.name, this.session.storage);
    this.variables.addConstant('N', this.N);
    this.variables.addArange('i', this.N);
    for (const name of ['t', 'dt', 't_in_timesteps'])
      this.variables.addReference(name, this.clock.variables.get(name)!, '0');
    this.period = this.variables.addArray('period', {
      size: 1,
      scalar: true,
      constant: true,
      readOnly: true,
      dimension: SECOND,
    });
    const space = { size: this.N + 1, dataType: 'int32', readOnly: true } as const;
    this.generator = new SpikeEmitter(this, this.variables.addArray(eventSpaceName('spike'), space));
    this.parts.push(this.generator);
    if (options.spikes !== undefined) this.setSpikes(options.spikes);
  }

  /** Raises ValueError, IndexError or NotImplementedError as the facts about this class list. */
  setSpikes(spikes: SpikeTimes): void {
    const { indices, times } = spikes;
    if (indices.length !== times.length) {
      const message = `Length of the indices and times array must match, but ${indices.length} != ${times.length}`;
      this.report('ValueError', message, spikes.location);
      return;
    }
    for (let k = 0; k < indices.length; k++) {
      if (!(indices[k]! >= 0 && indices[k]! < this.N))
        this.report(
          'ValueError',
          `Indices have to lie in the interval [0, ${this.N}[`,
          spikes.indicesLocation,
        );
      if (times[k]! < 0) this.report('ValueError', 'Spike times cannot be negative', spikes.location);
      if (spikes.period > 0 && times[k]! >= spikes.period)
        this.report(
          'ValueError',
          'The period has to be greater than the maximum of the spike times',
          spikes.location,
        );
    }
    this.generator.spikes = spikes;
    this.areNew = true;
    this.session.storage.array(this.period)[0] = spikes.period;
  }

  override storedState(): ObjectState {
    const stored = new Map(super.storedState());
    if (this.spikes === undefined) return stored;
    return stored
      .set('_indices', Int32Array.from(this.spikes.indices))
      .set('_times', Float64Array.from(this.spikes.times));
  }

  override restoreState(state: ObjectState): void {
    super.restoreState(state);
    const [indices, times] = [state.get('_indices'), state.get('_times')];
    if (indices === undefined || times === undefined) return;
    const period = this.session.storage.array(this.period)[0]!;
    this.generator.spikes = { ...this.spikes, indices, times, period };
  }

  /** Spikes that are over before they begin are skipped, and said so once. */
  override beforeRun(): void {
    const { clock, spikes, areNew } = this;
    this.areNew = false;
    if (!areNew || spikes === undefined) return;
    const now = stepOf(clock.t, clock.dt);
    if (!Array.prototype.some.call(spikes.times, (time: number) => stepOf(time, clock.dt) < now)) return;
    const message =
      'The SpikeGeneratorGroup contains spike times earlier than the start time of the current run ' +
      `(t = ${formatQuantity(clock.t, SECOND)}), these spikes will be ignored.`;
    this.session.problems.report(warning('ignored-spikes', message, spikes.location ?? this.location));
  }

  get spikes(): SpikeTimes | undefined {
    return this.generator.spikes;
  }

  eventSpace(event: string): ArrayVariable | undefined {
    return event === 'spike' ? this.generator.space : undefined;
  }

  get eventSpaceSize(): number {
    return this.N;
  }

  eventPart(event: string) {
    return event === 'spike' ? this : undefined;
  }

  private report(errorClass: string, message: string, location?: Location): void {
    this.session.problems.report(groupProblem(this, 'spike-generator', errorClass, message, location));
  }
}

class SpikeEmitter implements CodeRunner {
  readonly kind = 'code';
  readonly className = 'SpikeGeneratorGroup';
  readonly name: string;
  spikes?: SpikeTimes;

  constructor(
    readonly owner: SpikeGeneratorGroup,
    readonly space: ArrayVariable,
  ) {
    this.name = `${owner.name}_codeobject`;
  }

  get clock() {
    return this.owner.clock;
  }
  get when() {
    return this.owner.when;
  }
  get order() {
    return this.owner.order;
  }

  prepare(run: RunContext): CodeObject | undefined {
    if (this.spikes === undefined) return undefined;
    const { dt } = this.clock;
    const steps = stepsOf(this.spikes, dt);
    const periodSteps = this.periodSteps(run, dt);
    if (hasTwoInOneStep(steps)) {
      const shown = formatQuantity(dt, SECOND, { form: 'repr' });
      const message =
        `Using a dt of <${this.owner.name}.dt: ${shown}>, some neurons of SpikeGeneratorGroup '${this.owner.name}' ` +
        'spike more than once during a time step.';
      run.report(groupProblem(this.owner, 'spike-generator', 'ValueError', message));
    }
    if (run.session.analysing) return undefined;
    const spikes = {
      steps: Float64Array.from(steps, (s) => s.step),
      indices: Int32Array.from(steps, (s) => s.index),
      periodSteps,
    };
    const data = { template: 'spikegenerator' as const, N: this.owner.N, eventSpace: this.space, spikes };
    return { name: this.name, names: new Map(), block: { scalar: [], vector: [] }, data };
  }

  private periodSteps(run: RunContext, dt: number): number {
    const period = this.spikes?.period ?? 0;
    const steps = Math.round(period / dt);
    if (Math.abs(steps * dt - period) > 1e-4 * dt) {
      const [shown, step] = [period, dt].map((seconds) => formatQuantity(seconds, SECOND));
      const message = `The period of '${this.owner.name}' is ${shown}, which is not an integer multiple of its dt of ${step}.`;
      run.report(groupProblem(this.owner, 'spike-generator', 'NotImplementedError', message));
    }
    return steps;
  }
}

/** Spike times truncate to steps, with a tolerance of a thousandth of a step. */
function stepOf(time: number, dt: number): number {
  return Math.trunc((time + 1e-3 * dt) / dt);
}

function stepsOf({ indices, times }: SpikeTimes, dt: number): { step: number; index: number }[] {
  const steps = Array.from({ length: times.length }, (_, k) => ({
    step: stepOf(times[k]!, dt),
    index: indices[k]!,
  }));
  return steps.sort((a, b) => a.step - b.step || a.index - b.index);
}

function hasTwoInOneStep(steps: readonly { step: number; index: number }[]): boolean {
  return steps.some((s, k) => k > 0 && steps[k - 1]!.step === s.step && steps[k - 1]!.index === s.index);
}
