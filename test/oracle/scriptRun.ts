/** Runs a script as the command line does, keeping what it prints. */
import { readFileSync } from 'node:fs';
import { NodeHost } from '../../client/cli/nodeHost.ts';
import type { RunOptions } from '../../core/devices/host.ts';
import type { DeviceName, RunResult } from '../../core/script/results.ts';
import { runScript } from '../../core/script/run.ts';

class SilentHost extends NodeHost {
  printed = '';
  messages = '';

  override writeOutput(text: string): void {
    this.printed += text;
  }

  override writeMessage(text: string): void {
    this.messages += text;
  }

  override progress(): void {}
}

export interface ScriptRun {
  readonly result: RunResult;
  readonly printed: string;
  readonly messages: string;
}

export function runFile(path: string, device: DeviceName, seed?: number): ScriptRun {
  return runText(readFileSync(path, 'utf8'), path, device, seed);
}

export function runText(text: string, path: string, device: DeviceName, seed?: number): ScriptRun {
  const host = new SilentHost();
  try {
    const result = runScript(text, path, { host, device, threads: 1, seed, overrides: new Map() });
    return { result, printed: host.printed, messages: host.messages };
  } finally {
    host.dispose();
  }
}

export function hasCompiler(): boolean {
  const options: RunOptions = { cwd: '.' };
  return ['c++', 'g++', 'clang++'].some(
    (name) => new NodeHost().runProgram(name, ['--version'], options).status === 0,
  );
}
