import type { CodeObject, TemplateData } from '../../codegen/codeObject.ts';
import { renderBlock } from '../../codegen/render.ts';
import { type Kernel, kernelOf } from '../../codegen/webassembly/kernel.ts';
import type { ArrayVariable } from '../../variables/variable.ts';
import type { RunPlan } from '../plan.ts';
import { streamKey } from '../random.ts';
import { BoundCode, type CodeParts } from './factory.ts';
import { KERNEL_IMPORTS } from './kernelImports.ts';

export type RunnableCode = BoundCode;

/** What one kind of template takes from its data. */
type TemplateParts = Pick<CodeParts, 'arrays' | 'environment' | 'context'>;

/** Generates and compiles the JavaScript of a code object. */
export function compileCodeObject(
  code: CodeObject,
  { seed, storage }: Pick<RunPlan, 'seed' | 'storage'>,
): BoundCode {
  const parts = codeParts(code, seed);
  const kernel = storage.memory && kernelFor(code, parts);
  if (kernel === undefined || storage.memory === undefined) return new BoundCode(parts, storage);
  const environment = { ...parts.environment, _kernel: instantiate(kernel, storage.memory) };
  const context = { kernelArguments: kernel.arguments };
  return new BoundCode({ ...parts, template: 'kernel', environment, context }, storage);
}

export function codeParts(code: CodeObject, seed: number): CodeParts {
  const generated = renderBlock('javascript', code.block, code.names, {
    ignoreConditionalWrite: code.data.template === 'reset',
  });
  const parts = templateParts(code.data);
  return { name: code.name, template: code.data.template, seed, code: [generated], ...parts };
}

/** The loop as WebAssembly, where that can be had. */
function kernelFor(code: CodeObject, { code: [generated] }: CodeParts): Kernel | undefined {
  if (generated === undefined || generated.callSites.length > 0) return undefined;
  return kernelOf(code, {
    first: generated.randomSites - generated.vectorRandomSites,
    streamOf: (site) => streamKey(code.name, site),
  });
}

function instantiate({ bytes }: Kernel, memory: WebAssembly.Memory): unknown {
  const env = { memory, ...KERNEL_IMPORTS };
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), { env }).exports.kernel;
}

function templateParts(data: TemplateData): TemplateParts {
  switch (data.template) {
    case 'stateupdate':
      return stateUpdateParts(data);
    case 'threshold':
      return thresholdParts(data);
    case 'reset':
      return {
        arrays: [data.eventSpace],
        environment: {},
        context: { N: data.N, eventSpace: nameOf(data.eventSpace) },
      };
    case 'synapses':
      return synapsesParts(data);
    case 'summed_variable':
      return summedVariableParts(data);
    case 'spikegenerator':
      return generatorParts(data);
    case 'spikemonitor':
      return spikeMonitorParts(data);
    case 'statemonitor':
      return stateMonitorParts(data);
    case 'ratemonitor':
      return rateMonitorParts(data);
  }
}

type DataOf<T extends TemplateData['template']> = Extract<TemplateData, { template: T }>;

function stateUpdateParts({ N, start, ends }: DataOf<'stateupdate'>): TemplateParts {
  const context = { N, start, pre: ends && nameOf(ends.pre), post: ends && nameOf(ends.post) };
  return { arrays: ends ? [ends.pre, ends.post] : [], environment: {}, context };
}

function thresholdParts(data: DataOf<'threshold'>): TemplateParts {
  const { N, eventSpace, notRefractory, lastSpike } = data;
  const arrays = [eventSpace, notRefractory, lastSpike].filter((v): v is ArrayVariable => v !== undefined);
  const context = {
    N,
    eventSpace: nameOf(eventSpace),
    notRefractory: notRefractory && nameOf(notRefractory),
    lastSpike: lastSpike && nameOf(lastSpike),
  };
  return { arrays, environment: {}, context };
}

function synapsesParts({ pathway }: DataOf<'synapses'>): TemplateParts {
  const { synapses, eventSpace, sourceN, sourceStart, sourceStop, synapseOrder } = pathway;
  return {
    arrays: [eventSpace, synapses.pre, synapses.post],
    environment: {
      _queue: pathway.queue,
      _sourceRows: pathway.sourceRows,
      _rowStart: pathway.rowStart,
      _rowDelay: pathway.rowDelay,
      _synapseOrder: synapseOrder,
    },
    context: {
      eventSpace: nameOf(eventSpace),
      sourceN,
      sourceStart,
      sourceStop,
      partial: sourceStart > 0 || sourceStop < sourceN,
      ordered: synapseOrder === undefined,
      pre: nameOf(synapses.pre),
      post: nameOf(synapses.post),
    },
  };
}

function summedVariableParts(data: DataOf<'summed_variable'>): TemplateParts {
  const { synapses, target, targetStart, targetSize, side } = data;
  const pre = nameOf(synapses.pre);
  const post = nameOf(synapses.post);
  return {
    arrays: [synapses.pre, synapses.post, target],
    environment: {},
    context: {
      N: synapses.size,
      target: nameOf(target),
      targetStart,
      targetSize,
      pre,
      post,
      endArray: side === 'pre' ? pre : post,
    },
  };
}

function generatorParts({ N, eventSpace, spikes }: DataOf<'spikegenerator'>): TemplateParts {
  return {
    arrays: [eventSpace],
    environment: { _steps: spikes.steps, _indices: spikes.indices, _cursor: { next: 0 } },
    context: { N, eventSpace: nameOf(eventSpace), periodSteps: spikes.periodSteps },
  };
}

function spikeMonitorParts(data: DataOf<'spikemonitor'>): TemplateParts {
  const { eventSpace, sourceN, start, stop, monitor } = data;
  const recorded = [...monitor.variables.keys()];
  return {
    arrays: [eventSpace],
    environment: {
      _count: monitor.count,
      _record_t: monitor.t,
      _record_i: monitor.i,
      ...recordArrays(monitor.variables),
    },
    context: {
      eventSpace: nameOf(eventSpace),
      sourceN,
      start,
      stop,
      recorded,
      recordTrains: monitor.recordTrains,
    },
  };
}

function stateMonitorParts({ indices, start, monitor, ends }: DataOf<'statemonitor'>): TemplateParts {
  const recorded = [...monitor.variables.keys()];
  return {
    arrays: ends ? [ends.pre, ends.post] : [],
    environment: { _recorded: indices, _record_t: monitor.t, ...recordArrays(monitor.variables) },
    context: {
      size: indices.length,
      start,
      recorded,
      pre: ends && nameOf(ends.pre),
      post: ends && nameOf(ends.post),
    },
  };
}

function rateMonitorParts({
  eventSpace,
  sourceN,
  start,
  stop,
  monitor,
  dt,
}: DataOf<'ratemonitor'>): TemplateParts {
  return {
    arrays: [eventSpace],
    environment: { _record_t: monitor.t, _record_rate: monitor.rate, _dt: dt },
    context: { eventSpace: nameOf(eventSpace), sourceN, start, stop, partial: start > 0 || stop < sourceN },
  };
}

function recordArrays(variables: ReadonlyMap<string, unknown>): Record<string, unknown> {
  return Object.fromEntries([...variables].map(([name, array]) => [`_record_var_${name}`, array]));
}

function nameOf(variable: ArrayVariable): string {
  return variable.arrayName;
}
