/**
 * Kernels: the loop over the elements of a code object as WebAssembly, two elements at a time. What runs once per
 * step stays JavaScript, and comes to the kernel as arguments. A kernel computes what the JavaScript of the same
 * block computes, but for the last digit of exp and the like.
 */
import type { ArrayVariable } from '../../variables/variable.ts';
import type { CodeObject, TemplateData } from '../codeObject.ts';
import { writeConstants } from './constants.ts';
import { EventCollector } from './events.ts';
import { declareImports } from './imports.ts';
import { KernelParameters } from './kernelParameters.ts';
import { KernelWriter } from './kernelWriter.ts';
import { ModuleWriter } from './moduleWriter.ts';
import { NotVectorisable, type RandomSites } from './vectorisable.ts';

/** A loop in WebAssembly, and how JavaScript calls it. */
export interface Kernel {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** JavaScript of the arguments. */
  readonly arguments: readonly string[];
  readonly arrays: readonly ArrayVariable[];
}

/** For fewer elements a call is as slow as the JavaScript. */
const FEWEST_ELEMENTS = 16;

/**
 * The kernel of a code object, if it can have one: state updates and thresholds that look at nothing but their own
 * element. Arrays must be readable and writable one element beyond their end.
 */
export function kernelOf(object: CodeObject, random: RandomSites): Kernel | undefined {
  const { data } = object;
  if (!isLoop(data) || data.N < FEWEST_ELEMENTS) return undefined;
  try {
    return write(object, data, random);
  } catch (error) {
    if (error instanceof NotVectorisable) return undefined;
    throw error;
  }
}

type LoopData = Extract<TemplateData, { template: 'stateupdate' | 'threshold' }>;

function isLoop(data: TemplateData): data is LoopData {
  return (data.template === 'stateupdate' && data.start === 0) || data.template === 'threshold';
}

function write(object: CodeObject, data: LoopData, random: RandomSites): Kernel {
  const module = new ModuleWriter();
  const imports = declareImports(module);
  writeConstants(module);
  const parameters = new KernelParameters(object);
  module.define({ parameters: parameters.types, results: [] }, (code) => {
    const writer = new KernelWriter(module, code, imports, parameters, random);
    const events =
      data.template === 'threshold' ? new EventCollector(writer, code, parameters, data) : undefined;
    writer.loop(data.N, () => {
      writer.statements(object.block.vector);
      events?.collect();
    });
    events?.finish();
  });
  return { bytes: module.bytes(), arguments: parameters.arguments, arrays: parameters.arrays };
}
