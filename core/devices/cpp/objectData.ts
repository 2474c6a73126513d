/** What the templates of the C++ program need for each kind of code object, and what they leave behind. */

import type { GrowingArray, PathwayData, SynapseIndices, TemplateData } from '../../codegen/codeObject.ts';
import { cppStorageType } from '../../codegen/targetSyntax.ts';
import type { ArrayVariable } from '../../variables/variable.ts';
import type { PlanClock, TypedArray } from '../plan.ts';

export type CppType = 'double' | 'float' | 'int32_t' | 'uint8_t';

/** Data of one code object that the program reads from a file of its own. */
export interface ObjectInput {
  readonly name: string;
  readonly values: TypedArray;
  /** Set where the program changes the values: they are read back. */
  readonly written?: boolean;
}

export interface ObjectRecord {
  readonly name: string;
  readonly target: GrowingArray;
}

/** A template's data, split by how it travels to the program and back. */
export interface ObjectData {
  /** Whole numbers known when the program starts. They are not part of its source, which can be reused. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly inputs: readonly ObjectInput[];
  /** Arrays of the device that the template itself uses, by the role they play in it. */
  readonly roles: Readonly<Record<string, ArrayVariable>>;
  /** Roles of the arrays that the template writes. */
  readonly writes: readonly string[];
  readonly records: readonly ObjectRecord[];
  readonly pathway?: PathwayData;
  /** How code over synapses reaches the neurons at both ends. */
  readonly ends?: Pick<SynapseIndices, 'pre' | 'post'>;
  /** What else the template asks. */
  readonly context: Readonly<Record<string, unknown>>;
}

const NOTHING: ObjectData = { parameters: {}, inputs: [], roles: {}, writes: [], records: [], context: {} };

export function objectData(data: TemplateData, clock: PlanClock): ObjectData {
  const described = describe(data, clock);
  return 'ends' in data && data.ends ? { ...described, ends: data.ends } : described;
}

function describe(data: TemplateData, clock: PlanClock): ObjectData {
  switch (data.template) {
    case 'stateupdate':
      return { ...NOTHING, parameters: { N: data.N, start: data.start } };
    case 'threshold':
      return thresholdData(data, clock);
    case 'reset':
      return { ...NOTHING, parameters: { N: data.N }, roles: { eventSpace: data.eventSpace } };
    case 'synapses':
      return pathwayData(data.pathway);
    case 'summed_variable':
      return summedVariableData(data);
    case 'spikegenerator':
      return generatorData(data, clock);
    case 'spikemonitor':
      return spikeMonitorData(data, clock);
    case 'statemonitor':
      return stateMonitorData(data, clock);
    case 'ratemonitor':
      return rateMonitorData(data, clock);
  }
}

type DataOf<T extends TemplateData['template']> = Extract<TemplateData, { template: T }>;

function thresholdData(data: DataOf<'threshold'>, clock: PlanClock): ObjectData {
  const { N, eventSpace, notRefractory, lastSpike } = data;
  const roles = {
    eventSpace,
    ...(notRefractory && { notRefractory }),
    ...(lastSpike && { lastSpike, t: clock.t }),
  };
  return { ...NOTHING, parameters: { N }, roles, writes: ['eventSpace', 'notRefractory', 'lastSpike'] };
}

function pathwayData(pathway: PathwayData): ObjectData {
  const { sourceN, sourceStart, sourceStop, synapseOrder } = pathway;
  return {
    ...NOTHING,
    parameters: { source_N: sourceN, source_start: sourceStart, source_stop: sourceStop },
    inputs: [
      { name: 'source_rows', values: pathway.sourceRows },
      { name: 'row_start', values: pathway.rowStart },
      { name: 'row_delay', values: pathway.rowDelay },
      ...(synapseOrder ? [{ name: 'synapse_order', values: synapseOrder }] : []),
    ],
    roles: { eventSpace: pathway.eventSpace },
    ends: pathway.synapses,
    pathway,
    context: { ordered: synapseOrder === undefined },
  };
}

function summedVariableData(data: DataOf<'summed_variable'>): ObjectData {
  const { synapses, target, targetStart, targetSize, side } = data;
  return {
    ...NOTHING,
    parameters: { N: synapses.size, target_start: targetStart, target_size: targetSize },
    roles: { target, end: synapses[side] },
    writes: ['target'],
    ends: synapses,
  };
}

function generatorData({ N, eventSpace, spikes }: DataOf<'spikegenerator'>, clock: PlanClock): ObjectData {
  return {
    ...NOTHING,
    parameters: { N, total: spikes.indices.length, period_steps: spikes.periodSteps },
    inputs: [
      { name: 'steps', values: spikes.steps },
      { name: 'indices', values: spikes.indices },
    ],
    roles: { eventSpace, timestep: clock.timestep },
    writes: ['eventSpace'],
  };
}

function spikeMonitorData(data: DataOf<'spikemonitor'>, clock: PlanClock): ObjectData {
  const { eventSpace, sourceN, start, stop, monitor } = data;
  const { recordTrains } = monitor;
  return {
    ...NOTHING,
    parameters: { source_N: sourceN, start, stop },
    inputs: [{ name: 'count', values: monitor.count, written: true }],
    roles: { eventSpace, t: clock.t },
    records: recordTrains
      ? [
          { name: 't', target: monitor.t },
          { name: 'i', target: monitor.i },
          ...variableRecords(monitor.variables),
        ]
      : [],
    context: { recordTrains, recorded: recordTrains ? [...monitor.variables.keys()] : [] },
  };
}

function stateMonitorData({ indices, start, monitor }: DataOf<'statemonitor'>, clock: PlanClock): ObjectData {
  return {
    ...NOTHING,
    parameters: { size: indices.length, start },
    inputs: [{ name: 'recorded', values: indices }],
    roles: { t: clock.t },
    records: [{ name: 't', target: monitor.t }, ...variableRecords(monitor.variables)],
    context: { recorded: [...monitor.variables.keys()] },
  };
}

function rateMonitorData(data: DataOf<'ratemonitor'>, clock: PlanClock): ObjectData {
  const { eventSpace, sourceN, start, stop, monitor } = data;
  return {
    ...NOTHING,
    parameters: { source_N: sourceN, start, stop },
    roles: { eventSpace, t: clock.t, dt: clock.dt },
    records: [
      { name: 't', target: monitor.t },
      { name: 'rate', target: monitor.rate },
    ],
  };
}

function variableRecords(variables: ReadonlyMap<string, GrowingArray>): ObjectRecord[] {
  return [...variables].map(([name, target]) => ({ name: `var_${name}`, target }));
}

/** How the program sees the elements of an array. */
export function cppTypeOf(values: TypedArray): CppType {
  if (values instanceof Float64Array) return 'double';
  if (values instanceof Float32Array) return 'float';
  return values instanceof Int32Array ? 'int32_t' : 'uint8_t';
}

export function cppTypeOfVariable({ dataType }: ArrayVariable): CppType {
  return cppStorageType(dataType);
}
