/** What functions of the script bring along: tables over time, and C++ text of their own. */
import type { BrianFunction } from '../../functions/function.ts';
import type { ProgramObject } from './objectView.ts';

export interface Table {
  /** Name of the program's global pointer, and of the file with the values. */
  readonly name: string;
  /** What the code of an object calls it. */
  readonly local: string;
  readonly values: Float64Array;
}

export function tablesOf(objects: readonly ProgramObject[]): Table[] {
  const tables = new Map<string, Table>();
  for (const { name, implementation } of functionsOf(objects)) {
    if (implementation?.kind !== 'timed array') continue;
    tables.set(name, { name: `table_${name}`, local: `_values_${name}`, values: implementation.values });
  }
  return [...tables.values()];
}

/** C++ that the script gives for its functions, each once. */
export function declarationsOf(objects: readonly ProgramObject[]): string[] {
  const texts = new Set<string>();
  for (const { implementation } of functionsOf(objects))
    if (implementation?.kind === 'script' && implementation.code?.cpp) texts.add(implementation.code.cpp);
  return [...texts];
}

function functionsOf(objects: readonly ProgramObject[]): BrianFunction[] {
  return objects.flatMap((object) => [...object.generated.functions]);
}
