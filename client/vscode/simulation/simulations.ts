import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  commands,
  type Disposable,
  type OutputChannel,
  ProgressLocation,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import type { FigurePanel } from '../figures/panel.ts';
import { type Device, type RunSettings, runArguments } from './arguments.ts';
import { showFailure } from './failureMessage.ts';
import type { ProgressReport } from './messages.ts';
import { SimulationProcess } from './process.ts';
import { readResults } from './results.ts';

const INTERRUPTED = 130;

/** Runs one script at a time and shows what comes of it. */
export class Simulations implements Disposable {
  private current: SimulationProcess | undefined;

  constructor(
    private readonly command: string,
    private readonly output: OutputChannel,
    private readonly figures: FigurePanel,
  ) {}

  /** Runs a saved script; a run that is still going on is stopped first. */
  async run(document: TextDocument, device: Device): Promise<void> {
    await this.stop();
    // Nothing is awaited from here to the start of the process: a second click finds it to stop.
    const out = mkdtempSync(join(tmpdir(), 'spikelens-'));
    try {
      await this.runInto(out, document.uri.fsPath, device, runSettings(document));
    } finally {
      await rm(out, { recursive: true, force: true });
    }
  }

  async stop(): Promise<void> {
    const running = this.current;
    running?.stop();
    await running?.ended;
  }

  showOutput(): void {
    this.output.show(true);
  }

  dispose(): void {
    this.current?.stop();
  }

  private async runInto(out: string, file: string, device: Device, settings: RunSettings): Promise<void> {
    const name = basename(file);
    this.output.clear();
    this.output.appendLine(`${name} on ${device}`);
    const title = device === 'runtime' ? `Running ${name}` : `Building and running ${name}`;
    const { status, messages } = await this.withProgress(title, (onProgress) =>
      this.execute(runArguments(device, file, out, settings), onProgress),
    );
    const results = await readResults(out);
    const hasFigures = results !== undefined && results.figures.length > 0;
    if (results && (hasFigures || (status === 0 && results.summary.monitors.length > 0)))
      this.figures.show(name, results);
    else if (status === 0) this.output.show(true);
    if (status === INTERRUPTED) this.output.appendLine('Stopped.');
    else if (status !== 0) await showFailure(messages, file, this.output);
  }

  private async execute(
    args: readonly string[],
    onProgress: (report: ProgressReport) => void,
  ): Promise<{ status: number | null; messages: string }> {
    let messages = '';
    const running = new SimulationProcess(this.command, args, {
      onOutput: (text) => this.output.append(text),
      onProgress,
      onMessage: (text) => {
        messages += text;
        this.output.append(text);
      },
    });
    this.setCurrent(running);
    const status = await running.ended;
    if (this.current === running) this.setCurrent(undefined);
    return { status, messages };
  }

  /** A notification that can be cancelled; VS Code wants steps, the command reports totals. */
  private withProgress<T>(
    title: string,
    task: (onProgress: (report: ProgressReport) => void) => Promise<T>,
  ): Thenable<T> {
    const location = ProgressLocation.Notification;
    return window.withProgress({ location, title, cancellable: true }, (progress, cancellation) => {
      cancellation.onCancellationRequested(() => void this.stop());
      let shown = 0;
      return task(({ fraction, message }) => {
        const increment = Math.max(0, fraction - shown) * 100;
        shown = Math.max(shown, fraction);
        progress.report({ message, increment });
      });
    });
  }

  private setCurrent(running: SimulationProcess | undefined): void {
    this.current = running;
    void commands.executeCommand('setContext', 'spikelens.running', running !== undefined);
  }
}

function runSettings(document: TextDocument): RunSettings {
  const section = workspace.getConfiguration('spikelens.run', document.uri);
  return {
    seed: section.get<number | null>('seed') ?? undefined,
    threads: section.get<number | null>('threads') ?? undefined,
  };
}
