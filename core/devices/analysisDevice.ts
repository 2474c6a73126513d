import { AnalysisStorage } from './analysisStorage.ts';
import type { Device } from './device.ts';
import type { RunTiming } from './plan.ts';

/** Records nothing, executes nothing: what editors check scripts with. */
export class AnalysisDevice implements Device {
  readonly name = 'analysis' as const;
  readonly storage = new AnalysisStorage();

  execute(): void {}

  run(): RunTiming {
    return { prepare: 0, compile: 0, simulate: 0 };
  }
}
