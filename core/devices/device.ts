import type { StatementBlock } from '../codegen/codeObject.ts';
import type { Names } from '../namespaces/resolved.ts';
import type { ArrayVariable } from '../variables/variable.ts';
import type { VariableStorage } from '../variables/variables.ts';
import type { RunPlan, RunTiming, TypedArray } from './plan.ts';

/** Code that runs once, while the script runs: assignments by string, string indices, connect. */
export interface OneShotCode {
  /** Key of the random stream, as for code objects. */
  readonly name: string;
  readonly names: Names;
  /** Blocks by the name that the template asks for, in the order in which it runs them; most have only `run`. */
  readonly blocks: Readonly<Record<string, StatementBlock>>;
  readonly data: OneShotData;
  /** Number of the call since the last `seed()`. */
  readonly tick: number;
  readonly seed: number;
}

export type OneShotData =
  | {
      /** Assigns to the elements `indices` (all N where absent); `start` offsets `_sub_idx`. */
      readonly template: 'group_variable_set';
      readonly N: number;
      readonly start: number;
      readonly indices?: Int32Array;
      readonly synapses?: EndIndices;
    }
  | {
      /** Stores `_variable` of each element in `output`. */
      readonly template: 'group_variable_get';
      readonly N: number;
      readonly start: number;
      readonly indices?: Int32Array;
      readonly output: TypedArray;
      readonly synapses?: EndIndices;
    }
  | {
      /** Puts the indices for which `_cond` holds into `output`. */
      readonly template: 'group_get_indices';
      readonly N: number;
      readonly start: number;
      readonly output: number[];
      readonly synapses?: EndIndices;
    }
  | {
      /**
       * Pairs for which `_cond` of block `pair` holds, each with probability `_p` and `_n` times.
       * Block `source` gives `_source_cond` and `_p` where these depend on the source alone.
       */
      readonly template: 'synapses_create_pairs';
      readonly ends: CreationEnds;
      readonly pairs: PairSink;
      /** Probability differs between the targets of one source: one draw per pair. */
      readonly drawPerPair: boolean;
    }
  | {
      /** `_element` for every value of the iterator that meets `_cond`; see GeneratorTree. */
      readonly template: 'synapses_create_generator';
      readonly ends: CreationEnds;
      readonly pairs: PairSink;
      /** True where the expression gives sources for each target (`i='...'`). */
      readonly reversed: boolean;
      readonly iterator?: 'range' | 'sample p' | 'sample size';
      readonly iterationVariable?: string;
      /** The condition looks at the other end, which must then exist before the condition is asked. */
      readonly conditionUsesInner: boolean;
      readonly copies: number;
      readonly skipIfInvalid: boolean;
    };

/** The index arrays with which code over synapses reaches the neurons at both ends. */
export interface EndIndices {
  readonly pre: ArrayVariable;
  readonly post: ArrayVariable;
}

export interface CreationEnds {
  readonly sourceN: number;
  readonly sourceStart: number;
  readonly targetN: number;
  readonly targetStart: number;
}

/** Takes new synapses by index relative to source and target. */
export interface PairSink {
  add(pre: number, post: number, copies: number): void;
  /** An index out of range: raises IndexError. */
  invalid(index: number, size: number): never;
  /** A sample that can't be drawn: raises IndexError. */
  invalidSample(wanted: number, available: number): never;
}

/** What a session executes on. */
export interface Device {
  readonly name: 'analysis' | 'runtime' | 'cpp_standalone';
  readonly storage: VariableStorage;
  execute(code: OneShotCode): void;
  run(plan: RunPlan): RunTiming;
}
