/**
 * Programs for a simulation thread. The thread must wait for a compiler or a compiled simulation without
 * an event loop, and the user must still be able to stop it; so the main thread runs the program and the
 * simulation thread sleeps on shared memory until told of news.
 */
import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { ProgramResult, RunOptions } from '../../core/devices/host.ts';

/** Cells of the memory that both threads share: set once to stop; counted up with every message. */
const STOP = 0;
const NEWS = 1;

/** Milliseconds from the request to end until a program is ended by force. */
export const GRACE = 15_000;

export function newControl(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(8));
}

export function isStopped(control: Int32Array): boolean {
  return Atomics.load(control, STOP) !== 0;
}

export function stop(control: Int32Array): void {
  Atomics.store(control, STOP, 1);
}

interface ProgramRequest {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

type ProgramNews =
  | { readonly kind: 'stderr'; readonly text: string }
  | { readonly kind: 'end'; readonly result: ProgramResult };

/** The simulation thread's side. */
export class ProgramClient {
  constructor(
    private readonly port: MessagePort,
    private readonly control: Int32Array,
  ) {}

  run(command: string, args: readonly string[], options: RunOptions): ProgramResult {
    const request: ProgramRequest = { command, args, cwd: options.cwd, env: options.env };
    this.port.postMessage(request);
    for (;;) {
      const seen = Atomics.load(this.control, NEWS);
      for (let news = this.receive(); news; news = this.receive()) {
        if (news.kind === 'end') return news.result;
        options.onError?.(news.text);
      }
      Atomics.wait(this.control, NEWS, seen);
    }
  }

  private receive(): ProgramNews | undefined {
    return receiveMessageOnPort(this.port)?.message as ProgramNews | undefined;
  }
}

/** The main thread's side: runs what the simulation thread asks for. */
export class ProgramServer {
  private readonly children = new Set<ChildProcess>();

  constructor(
    private readonly port: MessagePort,
    private readonly control: Int32Array,
  ) {
    port.on('message', (request: ProgramRequest) => this.start(request));
  }

  get isRunning(): boolean {
    return this.children.size > 0;
  }

  /** Ends all programs, gently first: a simulation writes what it has recorded, and that may be much. */
  kill(): void {
    for (const child of this.children) {
      signalGroup(child, 'SIGTERM');
      setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE).unref();
    }
  }

  private start({ command, args, cwd, env }: ProgramRequest): void {
    if (isStopped(this.control)) this.end({ status: null, stdout: '', stderr: '', missing: false });
    else this.follow(spawnGroup(command, args, cwd, env));
  }

  private follow(child: ChildProcessByStdio<null, Readable, Readable>): void {
    this.children.add(child);
    let stdout = '';
    let stderr = '';
    let missing = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      this.send({ kind: 'stderr', text });
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      missing = error.code === 'ENOENT';
      stderr += missing ? '' : error.message;
    });
    child.on('close', (code) => {
      this.children.delete(child);
      this.end({ status: missing ? null : code, stdout, stderr, missing });
    });
  }

  private end(result: ProgramResult): void {
    this.send({ kind: 'end', result });
  }

  private send(news: ProgramNews): void {
    this.port.postMessage(news);
    Atomics.add(this.control, NEWS, 1);
    Atomics.notify(this.control, NEWS);
  }
}

/** The program leads a group of its own, so that a compiler's helpers end with it. */
function spawnGroup(command: string, args: readonly string[], cwd: string, env: ProgramRequest['env']) {
  return spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    detached: process.platform !== 'win32',
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
