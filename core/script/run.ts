import { CppStandaloneDevice } from '../devices/cpp/device.ts';
import type { Device } from '../devices/device.ts';
import type { Host } from '../devices/host.ts';
import { RuntimeDevice } from '../devices/runtime/device.ts';
import { FigureManager } from '../figures/manager.ts';
import { Session } from '../network/session.ts';
import { ThrowingSink } from '../problems/problem.ts';
import { evaluate } from './evaluator/index.ts';
import type { ScriptFrame } from './interpreter.ts';
import { moduleRegistry } from './modules/index.ts';
import { scalarAttribute } from './modules/numpy/index.ts';
import { monitorResults } from './monitorResults.ts';
import type { DeviceName, RunResult } from './results.ts';
import { siblingReader } from './siblings.ts';
import { warningText } from './warnings.ts';

export interface RunScriptOptions {
  readonly host: Host;
  /** Undefined: the script's `set_device` decides, the runtime device where it says nothing. */
  readonly device?: DeviceName;
  readonly threads: number;
  readonly seed?: number;
  /** `--set`: expressions that replace what the script assigns to module-level names. */
  readonly overrides: ReadonlyMap<string, string>;
  /** Where the C++ device puts its project; a temporary directory by default. */
  readonly outDirectory?: string;
  /** Seconds of biological time that one call of `run` simulates at most; for a quick look at a long script. */
  readonly longestRun?: number;
  /** Called with what the script leaves behind, whether or not it fails. */
  readonly atEnd?: (session: Session, globals: ScriptFrame) => void;
}

/** Evaluates a script and runs what it simulates. Never throws for anything that the script does. */
export function runScript(text: string, document: string, options: RunScriptOptions): RunResult {
  return runWith(text, document, options, false);
}

/** As `runScript`, but writes the code of every run to `outDirectory` and simulates nothing. */
export function generateScript(text: string, document: string, options: RunScriptOptions): RunResult {
  return runWith(text, document, options, true);
}

function runWith(text: string, document: string, options: RunScriptOptions, writeOnly: boolean): RunResult {
  const { host, overrides } = options;
  const started = host.now();
  const session = newSession(text, document, options, writeOnly);
  const evaluation = evaluate(text, document, {
    session,
    mode: 'run',
    host,
    modules: moduleRegistry(siblingReader(document, (path) => host.readFile(path))),
    numberAttribute: scalarAttribute,
    overrides,
  });
  options.atEnd?.(session, evaluation.globals);
  const total = (host.now() - started) / 1000;
  const { prepare, compile, simulate } = session.timing;
  const read = Math.max(0, total - prepare - compile - simulate);
  return {
    script: document,
    device: session.device.name === 'cpp_standalone' ? 'cpp_standalone' : 'runtime',
    seed: session.random.seed >>> 0,
    timing: { read, prepare, compile, simulate, total },
    simulated: session.simulated,
    monitors: monitorResults(session, evaluation.globals),
    figures: session.figures.figures,
    error: evaluation.error,
  };
}

function newSession(text: string, document: string, options: RunScriptOptions, writeOnly: boolean): Session {
  const { host } = options;
  const runtime = new RuntimeDevice(host, writeOnly ? options.outDirectory : undefined);
  const cpp = new CppStandaloneDevice(runtime, host, {
    threads: options.threads,
    directory: writeOnly ? options.outDirectory : undefined,
    writeOnly,
  });
  const select = (name: DeviceName): Device => (name === 'cpp_standalone' ? cpp : runtime);
  return new Session({
    mode: 'run',
    problems: new ThrowingSink((warning) => host.writeMessage(warningText(warning, text, document))),
    device: select(options.device ?? 'runtime'),
    selectDevice: options.device === undefined ? select : undefined,
    figures: new FigureManager(),
    seed: options.seed ?? randomSeed(),
    longestRun: options.longestRun,
  });
}

/** A run without a seed differs from the last one; its seed is part of its results, so it can be repeated. */
function randomSeed(): number {
  return Math.floor(Math.random() * 2 ** 32) | 0;
}
