/** Runs plans as C++ programs: written from templates, compiled, run, and their results read back. */

import type { CodeObject } from '../../codegen/codeObject.ts';
import { renderBlock } from '../../codegen/render.ts';
import type { Host, ProgramResult } from '../host.ts';
import type { RunPlan, RunTiming } from '../plan.ts';
import { type Build, build, DEFAULT_FLAGS, interruptedProblem, problem } from './compiler.ts';
import { readResults, writeData } from './files.ts';
import { type BuildWishes, buildWishes } from './preferences.ts';
import { createProject, type Generate, type Project, renderProject } from './project.ts';

export interface CppOptions {
  /** Threads that compute the elements of one group; results do not depend on it. */
  readonly threads: number;
  /** Where the project goes; a temporary directory by default. */
  readonly directory?: string;
  /** Instead of the default optimisation flags. */
  readonly compilerFlags?: readonly string[];
  /** Instead of the first compiler that is found. */
  readonly compiler?: string;
  /** Renders the statements of code objects; tests give their own. */
  readonly generate?: Generate;
}

/** Exit status of a program that was asked to stop and wrote its results up to then. */
const STOPPED = 130;

/**
 * Simulates a plan, and leaves storage, monitors, queues and counters as the runtime device would.
 * @throws ProblemError RuntimeError where there is no compiler, or the program cannot be built or run;
 *   NotImplementedError for what C++ cannot run; KeyboardInterrupt where the user ended it half-way.
 */
export function runOnCpp(plan: RunPlan, host: Host, options: CppOptions): RunTiming {
  if (plan.clocks.every((clock) => clock.startStep >= clock.endStep))
    return { prepare: 0, compile: 0, simulate: 0 };
  const started = host.now();
  const wishes = buildWishes(plan.preferences);
  const threads = options.threads > 1 ? options.threads : Math.max(1, wishes.threads);
  const directory = options.directory ?? host.temporaryDirectory('spikelens-cpp-');
  const { project, sources } = write(plan, host, directory, options);
  const written = host.now();
  const { compiler } = project;
  const built = build(sources, directory, host, {
    flags: flagsOf(project, wishes, options),
    sources: compiler.sources,
    linkFlags: [...compiler.linkFlags, ...wishes.linkFlags],
    compiler: options.compiler,
    threads,
  });
  const compiled = host.now();
  simulate(plan, host, directory, built, { threads, environment: wishes.environment });
  readResults(project, directory, host);
  return {
    prepare: (written - started) / 1000,
    compile: (compiled - written) / 1000,
    simulate: (host.now() - compiled) / 1000,
  };
}

/** Writes sources, data and a makefile, and runs nothing: `make run` in the directory simulates. */
export function writeProject(
  plan: RunPlan,
  host: Host,
  directory: string,
  options?: Partial<CppOptions>,
): void {
  write(plan, host, directory, { threads: 1, ...options });
}

function write(
  plan: RunPlan,
  host: Host,
  directory: string,
  options: CppOptions,
): { project: Project; sources: Map<string, string> } {
  const project = createProject(plan, options.generate ?? generateCpp);
  const wishes = buildWishes(plan.preferences);
  const sources = renderProject(project, {
    compiler: options.compiler ?? 'g++',
    flags: [...flagsOf(project, wishes, options), '-fopenmp'],
    linkFlags: wishes.linkFlags,
    headers: wishes.headers,
  });
  host.makeDirectory(host.join(directory, 'code_objects'));
  for (const [path, text] of sources) host.writeFile(host.join(directory, ...path.split('/')), text);
  writeData(project, directory, host);
  return { project, sources };
}

function flagsOf({ compiler }: Project, wishes: BuildWishes, options: CppOptions): string[] {
  const optimisation = options.compilerFlags ?? wishes.optimisation ?? DEFAULT_FLAGS;
  return [...optimisation, ...wishes.compileFlags, ...compiler.flags];
}

function generateCpp(code: CodeObject) {
  return renderBlock('cpp', code.block, code.names, {
    ignoreConditionalWrite: code.data.template === 'reset',
  });
}

interface ProgramOptions {
  readonly threads: number;
  readonly environment: Readonly<Record<string, string>>;
}

function simulate(
  plan: RunPlan,
  host: Host,
  directory: string,
  built: Build,
  { threads, environment }: ProgramOptions,
): void {
  const args = ['--progress', '--threads', String(built.threaded ? Math.max(1, threads) : 1)];
  const result = host.runProgram(built.program, args, {
    cwd: directory,
    env: environment,
    onError: progressReader(plan),
  });
  if (result.status === 0 || result.status === STOPPED) return;
  if (result.status === null && host.interrupted()) throw interruptedProblem();
  throw problem('simulation-failed', `The simulation program failed (${statusText(result)})`);
}

function statusText(result: ProgramResult): string {
  const lines = result.stderr.split('\n').filter((line) => line !== '' && !line.startsWith('progress '));
  const status = result.status === null ? 'it was killed' : `exit status ${result.status}`;
  return lines.length > 0 ? `${status}: ${lines.slice(0, 4).join('; ')}` : status;
}

/** Understands the `progress 0.25` lines of the program, which arrive in pieces of any size. */
function progressReader(plan: RunPlan): (text: string) => void {
  let pending = '';
  return (text) => {
    const lines = (pending + text).split('\n');
    pending = lines.pop() ?? '';
    const last = lines.filter((line) => line.startsWith('progress ')).pop();
    if (last !== undefined) plan.progress(Number(last.slice('progress '.length)));
  };
}
