import type { TypedArray } from '../devices/plan.ts';
import { ProblemError } from '../problems/problem.ts';
import type { ArrayVariable } from './variable.ts';
import type { VariableStorage, Variables } from './variables.ts';

/** Copies of the arrays that belong to an object, not of those that it refers to. */
export function storedVariables(variables: Variables, storage: VariableStorage): Map<string, TypedArray> {
  const stored = new Map<string, TypedArray>();
  for (const variable of ownArrays(variables))
    stored.set(variable.name, storage.array(variable).slice() as TypedArray);
  return stored;
}

/** Arrays of synapses take the size that they had. Raises ValueError where others had another one. */
export function restoreVariables(
  variables: Variables,
  storage: VariableStorage,
  stored: ReadonlyMap<string, TypedArray>,
): void {
  for (const variable of ownArrays(variables)) {
    const values = stored.get(variable.name);
    if (values === undefined) continue;
    if (variable.dynamic && variable.size !== values.length) storage.resize(variable, values.length);
    if (variable.size !== values.length) throw wrongSize(values.length, variable.size);
    storage.array(variable).set(values as Float64Array);
  }
}

function ownArrays(variables: Variables): ArrayVariable[] {
  const own: ArrayVariable[] = [];
  for (const name of variables.names()) {
    const variable = variables.get(name);
    if (variable?.kind === 'array' && variable.owner === variables.owner && variable.name === name)
      own.push(variable);
  }
  return own;
}

function wrongSize(found: number, wanted: number): ProblemError {
  const message = `could not broadcast input array from shape (${found},) into shape (${wanted},)`;
  return new ProblemError({ code: 'stored-state', severity: 'error', errorClass: 'ValueError', message });
}
