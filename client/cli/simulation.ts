/**
 * `spikelens run` and `codegen`: a thread does the work, so that this one can always hear the user.
 * The first signal asks the thread to stop and write what it has; a thread that does not is ended.
 */
import { existsSync, statSync } from 'node:fs';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { CodegenCommand, RunCommand } from './arguments.ts';
import type { Job, JobNews } from './job.ts';
import { ProblemFormatter } from './problemFormat.ts';
import { GRACE, newControl, ProgramServer, stop } from './programs.ts';
import { readSourceFile } from './sourceFile.ts';
import { STDERR, write } from './terminal.ts';

const INTERRUPTED = 130;
/** Time to stop, and to write results after that, before the thread is ended. Milliseconds. */
const STOPPING = 2_000;
const WRITING = 20_000;
/** A script may nest 1000 calls deep; each takes several frames of ours. */
const STACK_MEGABYTES = 64;

/** Returns the exit status. */
export async function simulate(command: RunCommand | CodegenCommand, debug: boolean): Promise<number> {
  const source = readSourceFile(command.file);
  if (source.kind === 'unreadable') return fail(2, source.message);
  if (source.kind === 'undecodable') {
    const formatter = new ProblemFormatter();
    formatter.addDocument(command.file, source.text);
    write(STDERR, formatter.toFailure(source.problem, command.file));
    return 1;
  }
  if (command.out !== undefined && existsSync(command.out) && !statSync(command.out).isDirectory())
    return fail(2, `--out ${command.out}: not a directory`);
  if (source.text.trim() === '')
    write(STDERR, `spikelens: ${command.file} is empty, there is nothing to run\n`);
  return inThread(command, source.text, debug);
}

function fail(status: number, message: string): number {
  write(STDERR, `spikelens: ${message}\n`);
  return status;
}

function inThread(command: RunCommand | CodegenCommand, text: string, debug: boolean): Promise<number> {
  const control = newControl();
  const { port1, port2 } = new MessageChannel();
  const programs = new ProgramServer(port1, control);
  const job: Job = { command, text, debug, control, port: port2 };
  const worker = new Worker(workerFile(), {
    workerData: job,
    transferList: [port2],
    resourceLimits: { stackSizeMb: STACK_MEGABYTES },
  });
  return new Promise((resolve) => {
    let deadline: NodeJS.Timeout | undefined;
    const within = (milliseconds: number) => {
      clearTimeout(deadline);
      deadline = setTimeout(() => resolve(INTERRUPTED), milliseconds);
    };
    const onSignal = () => {
      if (deadline) return resolve(INTERRUPTED);
      stop(control);
      programs.kill();
      within(programs.isRunning ? GRACE + STOPPING : STOPPING);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
    worker.on('message', (news: JobNews) => {
      if (news.kind === 'done') resolve(news.status);
      else if (deadline) within(WRITING);
    });
    worker.on('error', (error) => resolve(fail(1, threadFailure(error, debug))));
    worker.on('exit', (status) => resolve(status));
  });
}

/** Beside this file in the build; this same folder in the sources. */
function workerFile(): URL {
  const built = new URL('./worker.js', import.meta.url);
  return existsSync(built) ? built : new URL('../worker.js', import.meta.url);
}

function threadFailure(error: Error & { code?: string }, debug: boolean): string {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return 'MemoryError: the simulation needs more memory than there is';
  return `internal error: ${(debug && error.stack) || error.message}`;
}
