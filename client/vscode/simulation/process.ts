import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { MessageReader, type ProgressReport } from './messages.ts';

export interface ProcessHandlers {
  /** What the script printed. */
  onOutput(text: string): void;
  onProgress(report: ProgressReport): void;
  /** What the command says of itself: warnings, failures. */
  onMessage(text: string): void;
}

/** Time to stop by itself before it is ended. Milliseconds. */
const PATIENCE = 5000;

/** One run of the `spikelens` command, in a process of its own so that it can always be stopped. */
export class SimulationProcess {
  /** The exit status; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;

  /** `command`: the bundled command-line program. `args`: as in `runArguments`, the script last. */
  constructor(command: string, args: readonly string[], handlers: ProcessHandlers) {
    this.child = spawn(process.execPath, [command, ...args], {
      cwd: dirname(args.at(-1)!),
      // VS Code's own program is Electron, which this makes a plain Node.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', SPIKELENS_PROGRESS: 'json' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const messages = new MessageReader({ onProgress: handlers.onProgress, onText: handlers.onMessage });
    this.child.stdout?.setEncoding('utf8').on('data', handlers.onOutput);
    this.child.stderr?.setEncoding('utf8').on('data', (piece: string) => messages.push(piece));
    this.ended = new Promise((resolve) => {
      this.child.on('error', (error) => {
        handlers.onMessage(`${error.message}\n`);
        resolve(1);
      });
      this.child.on('close', (status) => {
        messages.end();
        resolve(status);
      });
    });
  }

  /** Asks it to stop and write what it has; ends it when it doesn't. */
  stop(): void {
    this.child.kill('SIGINT');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), PATIENCE);
    void this.ended.then(() => clearTimeout(timer));
  }
}
