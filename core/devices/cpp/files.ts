/** The data of a program: what it reads from `data/`, and what it leaves in `results/`. */
import type { GrowingArray } from '../../codegen/codeObject.ts';
import type { Host } from '../host.ts';
import type { TypedArray } from '../plan.ts';
import { type CppType, cppTypeOf, cppTypeOfVariable } from './objectData.ts';
import type { ProgramObject } from './objectView.ts';
import type { Project } from './project.ts';
import { flattenQueue, restoreQueue } from './queueData.ts';

export function writeData(project: Project, directory: string, host: Host): void {
  const write = (name: string, values: TypedArray) =>
    host.writeFile(host.join(directory, 'data', `${name}.bin`), bytesOf(values));
  host.makeDirectory(host.join(directory, 'data'));
  host.makeDirectory(host.join(directory, 'results'));
  for (const [name, variable] of project.arrays) write(name, project.plan.storage.array(variable));
  for (const table of project.tables) write(table.name, table.values);
  for (const { code, data } of project.objects) {
    for (const input of data.inputs) write(`${code.name}.${input.name}`, input.values);
    if (data.pathway) write(`${code.name}.queue`, flattenQueue(data.pathway.queue));
  }
  host.writeFile(host.join(directory, 'data', 'parameters.txt'), parametersText(project));
}

function parametersText({ plan, objects, arrays }: Project): string {
  const lines = [`seed ${plan.seed >>> 0}`];
  plan.clocks.forEach((clock, k) => {
    lines.push(`clock${k}.first ${clock.startStep}`, `clock${k}.end ${clock.endStep}`);
  });
  for (const [name, variable] of arrays) lines.push(`${name}.size ${plan.storage.array(variable).length}`);
  for (const { code, ticks, data } of objects) {
    lines.push(`${code.name}.ticks ${ticks.value}`);
    for (const [name, value] of Object.entries(data.parameters)) lines.push(`${code.name}.${name} ${value}`);
    for (const { name, values } of data.inputs) lines.push(`${code.name}.${name}.size ${values.length}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Brings arrays, monitors, queues and counters to where the program left them. */
export function readResults(project: Project, directory: string, host: Host): void {
  const read = (name: string) => resultFile(host.join(directory, 'results', `${name}.bin`), host);
  for (const name of project.written) {
    const variable = project.arrays.get(name)!;
    const values = viewOf(cppTypeOfVariable(variable), read(name));
    project.plan.storage.array(variable).set(values);
  }
  for (const object of project.objects) readObject(object, read);
  readCounters(project, directory, host);
}

function readObject({ code, data }: ProgramObject, read: (name: string) => Uint8Array): void {
  for (const { name, target } of data.records) appendTo(target, read(`${code.name}.record_${name}`));
  for (const { name, values, written } of data.inputs)
    if (written) values.set(viewOf(cppTypeOf(values), read(`${code.name}.${name}`)));
  if (data.pathway)
    restoreQueue(data.pathway.queue, viewOf('int32_t', read(`${code.name}.queue`)) as Int32Array);
}

function readCounters({ objects, plan }: Project, directory: string, host: Host): void {
  const bytes = resultFile(host.join(directory, 'results', 'state.txt'), host);
  const entries = new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((line): [string, number] => [
      line.slice(0, line.lastIndexOf(' ')),
      Number(line.slice(line.lastIndexOf(' '))),
    ]);
  const counters = new Map(entries);
  for (const { code, ticks } of objects) {
    ticks.value = counters.get(`${code.name}.ticks`) ?? ticks.value;
    plan.profile?.set(code.name, counters.get(`${code.name}.seconds`) ?? 0);
  }
}

function appendTo(target: GrowingArray, bytes: Uint8Array): void {
  target.append(viewOf(cppTypeOf(target.values), bytes));
}

function resultFile(path: string, host: Host): Uint8Array {
  const bytes = host.readFile(path);
  if (bytes === undefined) throw new Error(`the simulation program did not write ${path}`);
  // A typed array needs its elements aligned in their buffer. (`slice` of a Node buffer would not copy.)
  return bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
}

function bytesOf(values: TypedArray): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

function viewOf(type: CppType, { buffer, byteOffset, byteLength }: Uint8Array): TypedArray {
  switch (type) {
    case 'double':
      return new Float64Array(buffer, byteOffset, byteLength / 8);
    case 'float':
      return new Float32Array(buffer, byteOffset, byteLength / 4);
    case 'int32_t':
      return new Int32Array(buffer, byteOffset, byteLength / 4);
    case 'uint8_t':
      return new Uint8Array(buffer, byteOffset, byteLength);
  }
}
