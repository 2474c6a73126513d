/** The simulation thread: evaluates one script, writes what comes of it, says how it went. */
import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { RunResult } from '../../core/script/results.ts';
import { generateScript, runScript } from '../../core/script/run.ts';
import type { CodegenCommand, RunCommand } from './arguments.ts';
import type { Job, JobNews } from './job.ts';
import { NodeHost } from './nodeHost.ts';
import { isStopped, ProgramClient } from './programs.ts';
import { writeResults } from './results/index.ts';
import { summary } from './summary.ts';
import { BrokenPipe } from './terminal.ts';

const job = workerData as Job;

function newHost(): NodeHost {
  const programs = new ProgramClient(job.port, job.control);
  return new NodeHost({
    interrupted: () => isStopped(job.control),
    quiet: job.command.name === 'run' && job.command.quiet,
    runProgram: (command, args, options) => programs.run(command, args, options),
  });
}

function tell(news: JobNews): void {
  parentPort?.postMessage(news);
}

function run(command: RunCommand, host: NodeHost): number {
  if (command.out !== undefined) host.makeDirectory(command.out);
  const { device, threads, seed, overrides, out } = command;
  const result = runScript(job.text, command.file, {
    host,
    device,
    threads,
    seed,
    overrides,
    outDirectory: out,
  });
  host.clearProgress();
  if (result.error) host.writeMessage(result.error.text);
  tell({ kind: 'writing' });
  if (out !== undefined) writeResults(result, host.output(), out, host);
  if (!command.quiet) host.writeMessage(summary(result, basename(command.file), out));
  return statusOf(result);
}

function generate(command: CodegenCommand, host: NodeHost): number {
  host.makeDirectory(command.out);
  const { device, out } = command;
  const result = generateScript(job.text, command.file, {
    host,
    device,
    threads: 1,
    overrides: new Map(),
    outDirectory: out,
  });
  host.clearProgress();
  if (result.error) host.writeMessage(result.error.text);
  else host.writeMessage(`The generated code is in ${out}.`);
  return statusOf(result);
}

function statusOf({ error }: RunResult): number {
  if (!error) return 0;
  return error.interrupted ? 130 : 1;
}

function internalError(error: unknown, host: NodeHost): number {
  if (error instanceof BrokenPipe) return 1;
  const { code, message, stack } = error as NodeJS.ErrnoException;
  // An error of the file system names the file: what is wrong is the user's to mend.
  if (typeof code === 'string') host.writeMessage(`spikelens: ${message}`);
  else if (job.debug) host.writeMessage(`spikelens: internal error: ${stack ?? String(error)}`);
  else
    host.writeMessage(`spikelens: internal error: ${message} (a defect of Spikelens; --debug shows where)`);
  return 1;
}

const host = newHost();
let status = 1;
try {
  status = job.command.name === 'run' ? run(job.command, host) : generate(job.command, host);
} catch (error) {
  status = internalError(error, host);
} finally {
  host.dispose();
}
tell({ kind: 'done', status });
