import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeHost } from '../../client/cli/nodeHost.ts';
import type { ProgramResult, RunOptions } from '../../core/devices/host.ts';

/** A host with a cache of its own, that keeps messages and counts the programs it runs. */
export class TestHost extends NodeHost {
  readonly messages: string[] = [];
  readonly commands: string[] = [];
  private readonly cache = mkdtempSync(join(tmpdir(), 'spikelens-test-cache-'));

  constructor(private readonly available: (command: string) => boolean = () => true) {
    super({ quiet: true });
  }

  override cacheDirectory(): string {
    return this.cache;
  }

  override runProgram(command: string, args: readonly string[], options: RunOptions): ProgramResult {
    this.commands.push(command);
    if (!this.available(command)) return { status: null, stdout: '', stderr: '', missing: true };
    return super.runProgram(command, args, options);
  }

  override writeMessage(text: string): void {
    this.messages.push(text);
  }

  override dispose(): void {
    super.dispose();
    rmSync(this.cache, { recursive: true, force: true });
  }
}
