/**
 * The stages between abstract code and target text, as data. A code object says what one kind of template
 * must do for one group; it knows no target and no device.
 */

import type { AssignmentOperator, Expression } from '../../grammars/equations/tree.ts';
import type { TypedArray } from '../devices/plan.ts';
import type { Names } from '../namespaces/resolved.ts';
import type { ArrayVariable, DataType } from '../variables/variable.ts';

/** A typed statement, ready to be rendered. */
export interface CodeStatement {
  readonly target: string;
  readonly op: AssignmentOperator;
  readonly expr: Expression;
  /** Type of the target. */
  readonly dataType: DataType;
  /** True where all inputs are scalar: it runs once, before the loop. */
  readonly scalar: boolean;
  /** True for a temporary that is assigned once. */
  readonly constant: boolean;
}

/** Scalar statements run once per call, vector statements once per element. */
export interface StatementBlock {
  readonly scalar: readonly CodeStatement[];
  readonly vector: readonly CodeStatement[];
}

/**
 * What each template needs to know beyond the statements. `N` is an element count; `eventSpace` an int32
 * array of N+1 entries (indices of the elements with an event in this step, ascending, the count last).
 */
export type TemplateData =
  | {
      /** Runs the statements for every element; `start` offsets `_sub_idx`. */
      readonly template: 'stateupdate';
      readonly N: number;
      readonly start: number;
      /** Only for synapses: how their code reaches the neurons. */
      readonly ends?: { readonly pre: ArrayVariable; readonly post: ArrayVariable };
    }
  | {
      /** Fills the event space where `_cond` holds. `start` offsets `_sub_idx`. */
      readonly template: 'threshold';
      readonly N: number;
      readonly eventSpace: ArrayVariable;
      /** Only with refractoriness: cleared, and set to the time of the event. */
      readonly notRefractory?: ArrayVariable;
      readonly lastSpike?: ArrayVariable;
    }
  | { readonly template: 'reset'; readonly N: number; readonly eventSpace: ArrayVariable }
  | {
      /** Runs the statements for every synapse whose event arrives now. */
      readonly template: 'synapses';
      readonly pathway: PathwayData;
    }
  | {
      /** target[k] = sum of `_synaptic_var` over the synapses of k. */
      readonly template: 'summed_variable';
      readonly synapses: SynapseIndices;
      readonly target: ArrayVariable;
      readonly targetStart: number;
      readonly targetSize: number;
      /** Which end of the synapse the target is. */
      readonly side: 'pre' | 'post';
    }
  | {
      readonly template: 'spikegenerator';
      readonly N: number;
      readonly eventSpace: ArrayVariable;
      readonly spikes: GeneratorSpikes;
    }
  | {
      /** Appends step time, index and `_to_record_X` of every event in [start, stop). */
      readonly template: 'spikemonitor';
      readonly eventSpace: ArrayVariable;
      /** Length of the event space less one. */
      readonly sourceN: number;
      readonly start: number;
      readonly stop: number;
      readonly monitor: EventRecord;
    }
  | {
      /** Appends t, and `_to_record_X` for every element of `indices`; `start` offsets `_sub_idx`. */
      readonly template: 'statemonitor';
      readonly indices: Int32Array;
      readonly start: number;
      readonly monitor: StateRecord;
      /** Only where synapses are recorded: how their code reaches the neurons. */
      readonly ends?: { readonly pre: ArrayVariable; readonly post: ArrayVariable };
    }
  | {
      readonly template: 'ratemonitor';
      readonly eventSpace: ArrayVariable;
      readonly sourceN: number;
      readonly start: number;
      readonly stop: number;
      /** Seconds. */
      readonly dt: number;
      readonly monitor: RateRecord;
    };

export type TemplateName = TemplateData['template'];

export interface SynapseIndices {
  /** Per synapse, absolute index in the source's and the target's arrays (int32). */
  readonly pre: ArrayVariable;
  readonly post: ArrayVariable;
  readonly size: number;
}

/**
 * A pathway's fixed routing table and its queue. The synapses of a source that share a delay form a row;
 * `synapseOrder[rowStart[r] .. rowStart[r+1]]` are the synapses of row r, and the rows
 * `sourceRows[s] .. sourceRows[s+1]` belong to source s (counted from `sourceStart` of the event space).
 * A queue is a ring of `slots` lists of rows; pushing an event of source s at step k puts each of its rows
 * into slot (k + rowDelay[r]) % slots.
 */
export interface PathwayData {
  readonly synapses: SynapseIndices;
  readonly eventSpace: ArrayVariable;
  /** Length of the event space less one. */
  readonly sourceN: number;
  readonly sourceStart: number;
  readonly sourceStop: number;
  readonly sourceRows: Int32Array;
  readonly rowStart: Int32Array;
  /** In steps of the pathway's clock. */
  readonly rowDelay: Int32Array;
  /** Absent where the synapses already stand in row order. */
  readonly synapseOrder?: Int32Array;
  readonly queue: SpikeQueue;
}

/** The rows that are under way: `pending[slot]` lists rows; `position` is the slot of the current step. */
export interface SpikeQueue {
  position: number;
  pending: number[][];
}

/** Spikes of a SpikeGeneratorGroup by step, sorted by (step, index). */
export interface GeneratorSpikes {
  readonly steps: Float64Array;
  readonly indices: Int32Array;
  /** Steps after which the pattern starts again; 0 for never. */
  readonly periodSteps: number;
}

/** Growing list of numbers, outside the device's memory: recording never moves state arrays. */
export interface GrowingArray {
  readonly length: number;
  readonly values: TypedArray;
  push(value: number): void;
  append(values: ArrayLike<number>): void;
  /** Forgets what it holds for these values. */
  replace(values: ArrayLike<number>): void;
}

export interface EventRecord {
  readonly name: string;
  readonly recordTrains: boolean;
  readonly t: GrowingArray;
  readonly i: GrowingArray;
  readonly variables: ReadonlyMap<string, GrowingArray>;
  /** Events per element, counted from `start`. */
  readonly count: Int32Array;
}

export interface StateRecord {
  readonly name: string;
  readonly t: GrowingArray;
  /** Row after row: (time x recorded index). */
  readonly variables: ReadonlyMap<string, GrowingArray>;
}

export interface RateRecord {
  readonly name: string;
  readonly t: GrowingArray;
  readonly rate: GrowingArray;
}

/** One unit of generated code. */
export interface CodeObject {
  /** Unique in a session; also the key of its random stream: `neurongroup_stateupdater`. */
  readonly name: string;
  readonly block: StatementBlock;
  readonly names: Names;
  readonly data: TemplateData;
}

/** The expression of a temporary that templates look for. */
export type TemplateVariable = '_cond' | '_synaptic_var' | `_to_record_${string}`;

export interface TypedExpression {
  readonly expr: Expression;
  readonly dataType: DataType;
}
