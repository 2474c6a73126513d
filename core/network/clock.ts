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

  /** Raises ValueError where the current time is not a multiple of the new step. */
  set dt(dt: number) {
    const t = this.t;
    const timestep = Math.round(t / dt);
    if (Math.abs(timestep * dt - t) > TIME_EPSILON * dt) throw new ProblemError(misfit(this.step, dt, t));
    this.step = dt;
    this.timestep = timestep;
    this.publish();
  }

  get t(): number {
    return this.timestep * this.step;
  }

  /** First step at or after `time` seconds. */
  stepAt(time: number): number {
    const nearest = Math.round(time / this.step);
    return Math.abs(nearest * this.step - time) <= TIME_EPSILON * this.step
      ? nearest
      : Math.ceil(time / this.step);
  }

  moveTo(timestep: number): void {
    this.timestep = timestep;
    this.publish();
  }

  /** Writes the clock's state to where generated code reads it. */
  publish(): void {
    this.storage.array(this.dtVariable)[0] = this.step;
    this.storage.array(this.tVariable)[0] = this.t;
    this.storage.array(this.timestepVariable)[0] = this.timestep;
  }
}

function misfit(before: number, after: number, t: number): Problem {
  const [old, wanted, time] = [before, after, t].map((seconds) => formatQuantity(seconds, SECOND));
  const message = `Cannot set dt from ${old} to ${wanted}, the time ${time} is not a multiple of ${wanted}.`;
  return { code: 'clock', severity: 'error', errorClass: 'ValueError', message };
}
