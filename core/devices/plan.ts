/** One `run` as data: what a device executes. The network makes it; every device reads the same one. */
import type { CodeObject } from '../codegen/codeObject.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { ArrayVariable } from '../variables/variable.ts';

export type TypedArray = Float64Array | Float32Array | Int32Array | Uint8Array;

/** Where the values of array variables lie. float64 and int64 are Float64Array, bool is Uint8Array. */
export interface Storage {
  /** The current view; invalid after anything is allocated or resized. */
  array(variable: ArrayVariable): TypedArray;
  /** The memory that all arrays lie in; absent where there is none. */
  readonly memory?: WebAssembly.Memory;
}

export interface PlanClock {
  readonly name: string;
  /** Scalar variables of the clock: `dt` and `t` in seconds, and the number of the current step. */
  readonly dt: ArrayVariable;
  readonly t: ArrayVariable;
  readonly timestep: ArrayVariable;
  /** Seconds. */
  readonly step: number;
  /** Steps of this run: first (inclusive) and last (exclusive), counted from time 0. */
  readonly startStep: number;
  readonly endStep: number;
}

/** Counts the calls of a code object since the last `seed()`; random numbers are counted by it. */
export interface TickCounter {
  value: number;
}

export type PlanItem =
  | {
      readonly kind: 'code';
      readonly code: CodeObject;
      /** Index into `clocks`. */
      readonly clock: number;
      readonly ticks: TickCounter;
    }
  | {
      /** A network operation: Python, so only devices in this process can run it. */
      readonly kind: 'operation';
      readonly name: string;
      readonly clock: number;
      call(t: number): void;
    };

export interface RunPlan {
  readonly clocks: readonly PlanClock[];
  /** In the order of execution within a step. */
  readonly items: readonly PlanItem[];
  /** 32-bit key of all random streams. */
  readonly seed: number;
  readonly storage: Storage;
  /** What the script wants of a compiler and of programs; absent: defaults. */
  readonly preferences?: Preferences;
  /** True once a step is to be the last one (`stop()`, or the user interrupts). */
  stopRequested(): boolean;
  /** Takes the seconds that each item took, by its name; absent where nobody asks. */
  readonly profile?: Map<string, number>;
  /** Called now and then with the completed fraction, 0 to 1. */
  progress(fraction: number): void;
}

/** Seconds spent in each stage of a run. */
export interface RunTiming {
  prepare: number;
  compile: number;
  simulate: number;
}
