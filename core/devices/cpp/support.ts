/** What functions of the script bring along: tables over time, arrays, and C++ text of their own. */
import { noImplementation } from '../../codegen/expressionRenderer.ts';
import type { BrianFunction, CompilerOptions, TargetCode } from '../../functions/function.ts';
import type { TypedArray } from '../plan.ts';
import { type CppType, cppTypeOf } from './objectData.ts';
import type { ProgramObject } from './objectView.ts';

export interface Table {
  /** Name of the program's global pointer, and of the file with the values. */
  readonly name: string;
  readonly type: CppType;
  readonly values: TypedArray;
}

/** A table under the name by which the code of an object knows it. */
export interface LocalTable extends Table {
  readonly local: string;
}

/** Tables of TimedArrays; one object's. */
export function timedTablesOf(object: ProgramObject): LocalTable[] {
  const tables: LocalTable[] = [];
  for (const [name, { implementation }] of object.generated.functions)
    if (implementation?.kind === 'timed array')
      tables.push(table(`table_${name}`, `_values_${name}`, implementation.values));
  return tables;
}

/** The arrays that C++ functions of an object get; their names in the program belong to the object. */
export function namespaceTablesOf(object: ProgramObject): LocalTable[] {
  const tables = new Map<string, LocalTable>();
  for (const { namespace } of codesOf(object))
    for (const [name, values] of namespace)
      tables.set(name, table(`table_${object.code.name}_${name}`, `_namespace${name}`, values));
  return [...tables.values()];
}

/** All tables of a program, each once. */
export function tablesOf(objects: readonly ProgramObject[]): Table[] {
  const tables = objects.flatMap((object) => [...timedTablesOf(object), ...namespaceTablesOf(object)]);
  return [...new Map(tables.map((one) => [one.name, one])).values()];
}

function table(name: string, local: string, values: TypedArray): LocalTable {
  return { name, local, type: cppTypeOf(values), values };
}

/** C++ that the script gives for the functions of an object. */
export interface SupportText {
  /** `#include` and other lines of the preprocessor, which must stand outside of any namespace. */
  readonly directives: readonly string[];
  readonly lines: readonly string[];
}

export function supportTextOf(object: ProgramObject): SupportText {
  const codes = codesOf(object);
  const headers = codes.flatMap(({ compiler }) => compiler.headers.map((header) => `#include ${header}`));
  const definitions = codes.flatMap(({ definitions: text }) => text.split('\n'));
  const texts = codes.flatMap(({ text }) => text.split('\n'));
  const isInclude = (line: string) => /^\s*#\s*include\b/.test(line);
  return {
    directives: unique([...headers, ...definitions, ...texts.filter(isInclude)].map((line) => line.trim())),
    lines: texts.filter((line) => !isInclude(line)),
  };
}

/** What the functions of a program want of the compiler. */
export function compilerOptionsOf(objects: readonly ProgramObject[]): Omit<CompilerOptions, 'headers'> {
  const all = objects.flatMap((object) => codesOf(object).map(({ compiler }) => compiler));
  return {
    sources: unique(all.flatMap(({ sources }) => sources)),
    flags: unique(all.flatMap(({ flags }) => flags)),
    linkFlags: unique(all.flatMap(({ linkFlags }) => linkFlags)),
  };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text) => text !== ''))];
}

/** The codes of the functions that an object calls, what they need before them. */
function codesOf(object: ProgramObject): TargetCode[] {
  const codes = new Set<TargetCode>();
  for (const [name, called] of object.generated.functions)
    if (called.implementation?.kind === 'script') addCode(name, called, codes);
  return [...codes];
}

function addCode(name: string, { implementation, stateless }: BrianFunction, codes: Set<TargetCode>): void {
  // Stateless functions of Brian's are in functions.h anyway.
  if (implementation === undefined && stateless) return;
  if (implementation?.kind !== 'script') throw noImplementation(name, 'cpp', []);
  const code = implementation.code('cpp');
  if (code === undefined) throw noImplementation(name, 'cpp', implementation.targets());
  if (codes.has(code)) return;
  for (const [dependency, other] of code.dependencies) addCode(dependency, other, codes);
  codes.add(code);
}
