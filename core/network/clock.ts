import { type Problem, ProblemError } from '../problems/problem.ts';
import { SECOND } from '../units/dimension.ts';
import { formatQuantity } from '../units/display.ts';
import type { ArrayVariable } from '../variables/variable.ts';
import { type VariableStorage, Variables } from '../variables/variables.ts';

/** Two times closer than this part of a time step are the same time. */
export const TIME_EPSILON = 1e-4;

/**
 * Time in steps of `dt` seconds. The time of a clock is always timestep * dt, never a running sum.
 * Its values also live in scalar arrays, where generated code reads them.
 */
export class Clock {
  readonly variables: Variables;
  readonly dtVariable: ArrayVariable;
  readonly tVariable: ArrayVariable;
  readonly timestepVariable: ArrayVariable;
  timestep = 0;
  /** False in an analysis that does not know the step. */
  isKnown = true;
  private step: number;
  private time = 0;
  /** The step before the last change of it that no run has seen yet. */
  private formerStep?: number;

  constructor(
    readonly name: string,
    dt: number,
    private readonly storage: VariableStorage,
  ) {
    this.step = dt;
    this.variables = new Variables(name, storage);
    const common = { size: 1, scalar: true, readOnly: true };
    this.dtVariable = this.variables.addArray('dt', { ...common, dimension: SECOND, constant: true });
    this.tVariable = this.variables.addArray('t', { ...common, dimension: SECOND });
    this.timestepVariable = this.variables.addArray('t_in_timesteps', { ...common, dataType: 'int64' });
    this.publish();
  }

  get dt(): number {
    return this.step;
  }

  /** Takes effect with the next run, which checks it against the time that it starts at. */
  set dt(dt: number) {
    if (dt !== this.step) this.formerStep = this.step;
    this.step = dt;
    this.publish();
  }

  /** Seconds. */
  get t(): number {
    return this.time;
  }

  /** First step at or after `time` seconds. */
  stepAt(time: number): number {
    const nearest = Math.round(time / this.step);
    return Math.abs(nearest * this.step - time) <= TIME_EPSILON * this.step
      ? nearest
      : Math.ceil(time / this.step);
  }

  /** Moves to a time in seconds. Raises ValueError where the step was changed and does not lead to it. */
  startAt(time: number): void {
    const { formerStep, step } = this;
    this.formerStep = undefined;
    if (formerStep !== undefined && formerStep !== step && !leadToSameTime(formerStep, step, time))
      throw new ProblemError(misfit(formerStep, step, time));
    this.moveTo(this.stepAt(time));
  }

  moveTo(timestep: number): void {
    this.timestep = timestep;
    this.time = timestep * this.step;
    this.publish();
  }

  /** For `restore`: step and time as they were. */
  reset(dt: number, timestep: number): void {
    this.step = dt;
    this.formerStep = undefined;
    this.moveTo(timestep);
  }

  /** Writes the clock's state to where generated code reads it. */
  publish(): void {
    this.storage.array(this.dtVariable)[0] = this.step;
    this.storage.array(this.tVariable)[0] = this.t;
    this.storage.array(this.timestepVariable)[0] = this.timestep;
  }
}

/** Whether the whole steps that are nearest to a time end at the same time. */
function leadToSameTime(before: number, after: number, time: number): boolean {
  const times = [before, after].map((step) => Math.round(time / step) * step);
  return Math.abs(times[1]! - times[0]!) <= TIME_EPSILON * after;
}

function misfit(before: number, after: number, t: number): Problem {
  const [old, wanted, time] = [before, after, t].map((seconds) => formatQuantity(seconds, SECOND));
  const message = `Cannot set dt from ${old} to ${wanted}, the time ${time} is not a multiple of ${wanted}.`;
  return { code: 'clock', severity: 'error', errorClass: 'ValueError', message };
}
