import type { VariableStorage } from '../../variables/variables.ts';
import type { Device, OneShotCode } from '../device.ts';
import type { Host } from '../host.ts';
import type { RunPlan, RunTiming } from '../plan.ts';
import { type CppOptions, runOnCpp, writeProject } from './run.ts';

export interface CppDeviceOptions extends CppOptions {
  /** Writes the programs and simulates nothing, for `codegen`. */
  readonly writeOnly?: boolean;
}

/**
 * Simulates with compiled C++ programs. What a script does between its runs (assignments by string, connect)
 * happens at once, on the device that it is given; so a program starts from a snapshot of the arrays.
 */
export class CppStandaloneDevice implements Device {
  readonly name = 'cpp_standalone' as const;
  private runs = 0;

  constructor(
    private readonly inner: Device,
    private readonly host: Host,
    private readonly options: CppDeviceOptions,
  ) {}

  get storage(): VariableStorage {
    return this.inner.storage;
  }

  execute(code: OneShotCode): void {
    this.inner.execute(code);
  }

  run(plan: RunPlan): RunTiming {
    const directory = this.nextDirectory();
    const options = { ...this.options, directory };
    if (!this.options.writeOnly || directory === undefined) return runOnCpp(plan, this.host, options);
    const started = this.host.now();
    writeProject(plan, this.host, directory, options);
    return { prepare: (this.host.now() - started) / 1000, compile: 0, simulate: 0 };
  }

  /** The first run's project lies in the directory itself, those of later runs in `run_2`, `run_3`, ... */
  private nextDirectory(): string | undefined {
    const { directory } = this.options;
    this.runs++;
    return directory === undefined || this.runs === 1
      ? directory
      : this.host.join(directory, `run_${this.runs}`);
  }
}
