import type { CodeObject } from '../../codegen/codeObject.ts';
import type { GeneratedCode } from '../../codegen/render.ts';
import type { ArrayVariable } from '../../variables/variable.ts';
import type { PlanClock, TickCounter } from '../plan.ts';
import { streamKey } from '../random.ts';
import { type CppType, cppTypeOf, cppTypeOfVariable, type ObjectData, objectData } from './objectData.ts';
import { isParallel, writtenArrays } from './parallel.ts';

/** One code object on its way into the program. */
export interface ProgramObject {
  readonly code: CodeObject;
  readonly clock: number;
  readonly ticks: TickCounter;
  readonly data: ObjectData;
  readonly generated: GeneratedCode;
  /** Arrays that its function uses, by their names. */
  readonly arrays: ReadonlyMap<string, ArrayVariable>;
  /** Those of them that it changes. */
  readonly written: ReadonlySet<string>;
}

export function programObject(
  code: CodeObject,
  clock: { readonly index: number; readonly clock: PlanClock },
  ticks: TickCounter,
  generated: GeneratedCode,
): ProgramObject {
  const data = objectData(code.data, clock.clock);
  const arrays = new Map(generated.arrays);
  for (const variable of Object.values(data.roles)) arrays.set(variable.arrayName, variable);
  for (const index of generated.indexNames) {
    const variable = indexArray(index, data);
    if (variable) arrays.set(variable.arrayName, variable);
  }
  const written = writtenArrays(code);
  for (const role of data.writes) if (data.roles[role]) written.add(data.roles[role].arrayName);
  return { code, clock: clock.index, ticks, data, generated, arrays, written };
}

/** What the templates see of a code object. */
export interface ObjectView {
  readonly name: string;
  readonly template: string;
  readonly clock: number;
  readonly parallel: boolean;
  readonly scalarCode: readonly string[];
  readonly vectorCode: readonly string[];
  readonly arrays: readonly { readonly name: string; readonly type: CppType }[];
  readonly indices: readonly { readonly name: string; readonly expression: string }[];
  readonly streams: readonly number[];
  readonly [more: string]: unknown;
}

export function objectView({ code, clock, data, generated, arrays }: ProgramObject): ObjectView {
  return {
    ...data.context,
    name: code.name,
    template: code.data.template,
    clock,
    parallel: isParallel(code),
    scalarCode: generated.scalarCode,
    vectorCode: generated.vectorCode,
    parameters: Object.keys(data.parameters),
    inputs: data.inputs.map(({ name, values, written }) => ({
      name,
      type: cppTypeOf(values),
      written,
      length: `(size_t)program::parameter("${code.name}.${name}.size")`,
    })),
    records: data.records.map(({ name, target }) => ({ name, type: cppTypeOf(target.values) })),
    queue: data.pathway !== undefined,
    arrays: [...arrays].map(([name, variable]) => ({ name, type: cppTypeOfVariable(variable) })),
    roles: Object.fromEntries(Object.entries(data.roles).map(([role, v]) => [role, v.arrayName])),
    indices: indexViews(code, data, generated),
    streams: Array.from({ length: generated.randomSites }, (_, site) => streamKey(code.name, site)),
  };
}

function indexViews(code: CodeObject, data: ObjectData, generated: GeneratedCode) {
  const views: { name: string; expression: string }[] = [];
  for (const name of generated.indexNames) {
    if (name === '_idx' || name === '0') continue;
    const array = indexArray(name, data);
    const relative = code.data.template === 'stateupdate' || code.data.template === 'statemonitor';
    if (array) views.push({ name, expression: `${array.arrayName}[_idx]` });
    else if (name === '_sub_idx') views.push({ name, expression: relative ? '_idx + _this_start' : '_idx' });
  }
  return views;
}

/** The array that holds the number of a synapse's neuron. */
function indexArray(index: string, { ends }: ObjectData): ArrayVariable | undefined {
  if (index === '_presynaptic_idx' && ends) return ends.pre;
  if (index === '_postsynaptic_idx' && ends) return ends.post;
  return undefined;
}
