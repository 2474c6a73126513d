/** The outside world of a run, over Node: files, programs, output. Synchronous, as a simulation needs it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host, ProgramResult, RunOptions } from '../../core/devices/host.ts';
import { newProgress, type Progress, STDERR, STDOUT, write } from './terminal.ts';

/** How much of a script's output the report keeps, in characters. */
const KEPT_OUTPUT = 1_000_000;

export interface NodeHostOptions {
  readonly interrupted?: () => boolean;
  /** No progress. */
  readonly quiet?: boolean;
  /** Where programs run; default: here, uninterruptibly. */
  readonly runProgram?: (command: string, args: readonly string[], options: RunOptions) => ProgramResult;
}

export class NodeHost implements Host {
  private readonly progressLine: Progress;
  private readonly temporary: string[] = [];
  private kept: string[] = [];
  private keptLength = 0;

  constructor(private readonly options: NodeHostOptions = {}) {
    this.progressLine = newProgress(options.quiet ?? false, () => this.now());
  }

  readFile(path: string): Uint8Array | undefined {
    try {
      return readFileSync(path);
    } catch {
      return undefined;
    }
  }

  writeFile(path: string, data: string | Uint8Array): void {
    writeFileSync(path, data);
  }

  makeDirectory(path: string): void {
    mkdirSync(path, { recursive: true });
  }

  exists(path: string): boolean {
    return existsSync(path);
  }

  join(...parts: string[]): string {
    return join(...parts);
  }

  homeDirectory(): string {
    return homedir();
  }

  cacheDirectory(): string {
    try {
      return made(join(userCache(), 'spikelens'));
    } catch {
      return made(join(tmpdir(), 'spikelens-cache'));
    }
  }

  temporaryDirectory(prefix: string): string {
    const path = mkdtempSync(join(tmpdir(), prefix));
    this.temporary.push(path);
    return path;
  }

  runProgram(command: string, args: readonly string[], options: RunOptions): ProgramResult {
    return (this.options.runProgram ?? runHere)(command, args, options);
  }

  now(): number {
    return performance.now();
  }

  interrupted(): boolean {
    return this.options.interrupted?.() ?? false;
  }

  writeOutput(text: string): void {
    this.progressLine.clear();
    write(STDOUT, text);
    if (this.keptLength >= KEPT_OUTPUT) return;
    this.kept.push(text.slice(0, KEPT_OUTPUT - this.keptLength));
    this.keptLength += text.length;
  }

  writeMessage(text: string): void {
    this.progressLine.clear();
    write(STDERR, text.endsWith('\n') ? text : `${text}\n`);
  }

  progress(message: string, fraction: number): void {
    this.progressLine.update(message, fraction);
  }

  clearProgress(): void {
    this.progressLine.clear();
  }

  /** What the script has printed so far. */
  output(): string {
    this.kept = [this.kept.join('')];
    return this.kept[0]!;
  }

  /** Removes what was temporary. */
  dispose(): void {
    for (const path of this.temporary.splice(0)) rmSync(path, { recursive: true, force: true });
  }
}

function runHere(command: string, args: readonly string[], { cwd, env, onError }: RunOptions): ProgramResult {
  const result = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const missing = (result.error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
  const stderr = result.stderr ?? '';
  if (stderr !== '') onError?.(stderr);
  return { status: result.status, stdout: result.stdout ?? '', stderr, missing };
}

function userCache(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  if (process.platform === 'win32' && LOCALAPPDATA) return LOCALAPPDATA;
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}

function made(path: string): string {
  mkdirSync(path, { recursive: true });
  return path;
}
