import type { Host } from '../../core/devices/host.ts';
import type { Session } from '../../core/network/session.ts';
import { MessageLog } from '../../core/problems/messageLog.ts';
import { ProblemList } from '../../core/problems/problem.ts';
import {
  type EvaluateOptions,
  type Evaluation,
  evaluate,
  ModuleRegistry,
} from '../../core/script/evaluator/index.ts';
import { STANDARD_MODULES } from '../../core/script/modules/standard/index.ts';

/** A host whose files are a map, and which keeps what is written. */
export class MemoryHost implements Host {
  output = '';
  messages = '';
  readonly files = new Map<string, string | Uint8Array>();
  interruptAfter = Number.POSITIVE_INFINITY;
  private asked = 0;

  readFile(path: string): Uint8Array | undefined {
    const data = this.files.get(path);
    return typeof data === 'string' ? new TextEncoder().encode(data) : data;
  }
  writeFile(path: string, data: string | Uint8Array): void {
    this.files.set(path, data);
  }
  makeDirectory(): void {}
  exists(path: string): boolean {
    return this.files.has(path);
  }
  join(...parts: string[]): string {
    return parts.join('/');
  }
  homeDirectory(): string {
    return '/home';
  }
  cacheDirectory(): string {
    return '/cache';
  }
  temporaryDirectory(): string {
    return '/tmp';
  }
  runProgram() {
    return { status: null, stdout: '', stderr: '', missing: true };
  }
  now(): number {
    return 0;
  }
  interrupted(): boolean {
    this.asked += 1;
    return this.asked > this.interruptAfter;
  }
  writeOutput(text: string): void {
    this.output += text;
  }
  writeMessage(text: string): void {
    this.messages += text;
  }
  progress(): void {}
}

/** The evaluator hands the session on and tells its log of `try`: plain Python needs no more. */
const NO_SESSION = { log: new MessageLog(new ProblemList()) } as unknown as Session;

export interface Ran extends Evaluation {
  readonly host: MemoryHost;
}

/** Runs a script and keeps what it prints. */
export function runPython(
  source: string,
  options: Partial<EvaluateOptions> = {},
  host = new MemoryHost(),
): Ran {
  const modules = options.modules ?? new ModuleRegistry(STANDARD_MODULES);
  const evaluation = evaluate(source, 'x.py', {
    session: NO_SESSION,
    mode: 'run',
    host,
    ...options,
    modules,
  });
  return { ...evaluation, host };
}

/** What a script prints. Fails the test where the script fails. */
export function printed(source: string): string {
  const { host, error } = runPython(source);
  if (error) throw new Error(error.text);
  return host.output;
}

export function analysePython(source: string, options: Partial<EvaluateOptions> = {}): Evaluation {
  const modules = options.modules ?? new ModuleRegistry(STANDARD_MODULES);
  return evaluate(source, 'x.py', { session: NO_SESSION, mode: 'analysis', ...options, modules });
}

/** `line code: message` of every problem, lines counted from 1. */
export function problemLines(source: string, options: Partial<EvaluateOptions> = {}): string[] {
  return analysePython(source, options).problems.map(({ code, message, location }) => {
    const line = location ? source.slice(0, location.range.start).split('\n').length : 0;
    return `${line} ${code}: ${message}`;
  });
}
