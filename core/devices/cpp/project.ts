/** The text of the C++ program for a plan. What differs between two runs of one model is data, not text. */

import { TEMPLATES } from '../../../templates/generated.ts';
import type { CodeObject } from '../../codegen/codeObject.ts';
import type { GeneratedCode } from '../../codegen/render.ts';
import { renderTemplate } from '../../codegen/templates.ts';
import { ProblemError } from '../../problems/problem.ts';
import type { ArrayVariable } from '../../variables/variable.ts';
import type { RunPlan } from '../plan.ts';
import { cppTypeOfVariable } from './objectData.ts';
import { objectView, type ProgramObject, programObject } from './objectView.ts';
import {
  compilerOptionsOf,
  namespaceTablesOf,
  supportTextOf,
  type Table,
  tablesOf,
  timedTablesOf,
} from './support.ts';

export interface Project {
  readonly plan: RunPlan;
  readonly objects: readonly ProgramObject[];
  /** All arrays that the program holds, by name. */
  readonly arrays: ReadonlyMap<string, ArrayVariable>;
  /** Names of those that it changes. */
  readonly written: ReadonlySet<string>;
  readonly tables: readonly Table[];
  /** What functions of the script want of the compiler. */
  readonly compiler: ReturnType<typeof compilerOptionsOf>;
}

/** Renders the statements of a code object as C++. */
export type Generate = (code: CodeObject) => GeneratedCode;

/** @throws ProblemError NotImplementedError where the plan holds a network operation. */
export function createProject(plan: RunPlan, generate: Generate): Project {
  const objects = plan.items.map((item) => {
    if (item.kind === 'operation') throw operationProblem(item.name);
    const clock = { index: item.clock, clock: plan.clocks[item.clock]! };
    return programObject(item.code, clock, item.ticks, generate(item.code));
  });
  const arrays = new Map<string, ArrayVariable>();
  const written = new Set<string>();
  for (const { dt, t, timestep } of plan.clocks) {
    for (const variable of [dt, t, timestep]) arrays.set(variable.arrayName, variable);
    written.add(t.arrayName).add(timestep.arrayName);
  }
  for (const object of objects) {
    for (const [name, variable] of object.arrays) arrays.set(name, variable);
    for (const name of object.written) written.add(name);
  }
  const compiler = compilerOptionsOf(objects);
  return { plan, objects, arrays, written, tables: tablesOf(objects), compiler };
}

export interface BuildText {
  readonly compiler: string;
  readonly flags: readonly string[];
  /** Besides those of functions. */
  readonly linkFlags: readonly string[];
  /** What the script wants to be included, as after `#include`. */
  readonly headers: readonly string[];
}

/** The files of the program's source, by their paths in its directory. */
export function renderProject(project: Project, build: BuildText): Map<string, string> {
  const files = new Map<string, string>();
  const headers = headerNames();
  for (const header of headers) files.set(header, renderTemplate(`cpp/${header}`, {}));
  for (const object of project.objects) {
    const view = objectView(object);
    const context = {
      ...view,
      tables: timedTablesOf(object),
      namespaceTables: namespaceTablesOf(object),
      functions: supportTextOf(object),
    };
    const text = renderTemplate(`cpp/${view.template}`, { object: context });
    files.set(`code_objects/${view.name}.h`, `${text.trim()}\n`);
  }
  files.set('main.cpp', renderTemplate('cpp/main.cpp', mainContext(project, build.headers, headers)));
  files.set('Makefile', renderTemplate('cpp/Makefile', makefileContext(project, build)));
  return files;
}

function makefileContext({ compiler }: Project, build: BuildText) {
  return {
    compiler: build.compiler,
    flags: build.flags.join(' '),
    sources: ['main.cpp', ...compiler.sources].join(' '),
    linkFlags: [...compiler.linkFlags, ...build.linkFlags].join(' '),
  };
}

function mainContext(
  { plan, objects, arrays, written, tables }: Project,
  directives: readonly string[],
  headers: readonly string[],
) {
  const steps = plan.clocks.map((clock) => clock.endStep - clock.startStep);
  return {
    title: 'A simulation written by Spikelens.',
    includes: directives,
    headers,
    arrays: [...arrays].map(([name, variable]) => ({
      name,
      type: cppTypeOfVariable(variable),
      written: written.has(name),
    })),
    tables,
    objects: objects.map((object) => ({ name: object.code.name, clock: object.clock })),
    profiled: plan.profile !== undefined,
    clocks: plan.clocks.map((clock) => ({
      t: clock.t.arrayName,
      dt: clock.dt.arrayName,
      timestep: clock.timestep.arrayName,
    })),
    progressClock: steps.indexOf(Math.max(...steps)),
  };
}

/** The headers among the templates: what all programs share comes first, then the functions of strings. */
function headerNames(): string[] {
  const names = Object.keys(TEMPLATES)
    .filter((name) => /^cpp\/\w+\.h$/.test(name))
    .map((name) => name.slice('cpp/'.length));
  return ['common.h', 'random.h', ...names.filter((name) => name !== 'common.h' && name !== 'random.h')];
}

function operationProblem(name: string): ProblemError {
  return new ProblemError({
    code: 'not-implemented',
    severity: 'error',
    errorClass: 'NotImplementedError',
    message:
      `The network operation '${name}' is Python code, which a C++ program cannot call. ` +
      "Use the device 'runtime', or replace the operation with equations or run_regularly.",
    objectName: name,
  });
}
