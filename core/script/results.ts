/** What a run leaves behind; the command line writes it to files, the editor shows it. */
import type { Figure } from '../figures/figure.ts';
import type { Problem } from '../problems/problem.ts';

export interface ArrayResult {
  readonly data: Float64Array | Float32Array | Int32Array | Uint8Array;
  readonly shape: readonly number[];
}

export interface MonitorResult {
  /** The Python variable that holds it, else the Brian object's name. */
  readonly name: string;
  readonly kind: 'SpikeMonitor' | 'EventMonitor' | 'StateMonitor' | 'PopulationRateMonitor';
  /** Name of the recorded Brian object. */
  readonly source: string;
  readonly events?: number;
  /** Number of elements recorded from. */
  readonly elements: number;
  /** Plain SI numbers, shapes as Brian's `get_states(units=False)` of the contract. */
  readonly arrays: ReadonlyMap<string, ArrayResult>;
}

/** Seconds. */
export interface Timing {
  read: number;
  prepare: number;
  compile: number;
  simulate: number;
  total: number;
}

export interface RunResult {
  readonly script: string;
  readonly device: DeviceName;
  readonly seed: number;
  readonly timing: Timing;
  /** Biological time that was simulated, in seconds. */
  readonly simulated?: number;
  readonly monitors: readonly MonitorResult[];
  readonly figures: readonly Figure[];
  readonly error?: ScriptFailure;
}

export type DeviceName = 'runtime' | 'cpp_standalone';

export interface ScriptFailure {
  readonly problem: Problem;
  /** As Python prints it: traceback lines, source line, caret, class and message. */
  readonly text: string;
  readonly interrupted: boolean;
}
