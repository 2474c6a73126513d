import type { CodeObject } from '../../codegen/codeObject.ts';
import type { Device, OneShotCode } from '../device.ts';
import type { Host } from '../host.ts';
import type { RunPlan, RunTiming } from '../plan.ts';
import { RuntimeStorage } from '../runtimeStorage.ts';
import { codeParts, compileCodeObject, type RunnableCode } from './compile.ts';
import { sourceOf } from './factory.ts';
import { executeOneShot } from './oneShot.ts';
import { type DueItem, runSteps } from './stepLoop.ts';

/** Runs everything at once, in this process, as generated JavaScript. */
export class RuntimeDevice implements Device {
  readonly name = 'runtime' as const;
  readonly storage = new RuntimeStorage();
  private readonly compiledCode = new WeakMap<CodeObject, { seed: number; runnable: RunnableCode }>();

  /** With a directory, the code of every run is written there and nothing is simulated. */
  constructor(
    private readonly host: Host,
    private readonly directory?: string,
  ) {}

  execute(code: OneShotCode): void {
    executeOneShot(code, this.storage);
  }

  run(plan: RunPlan): RunTiming {
    const started = this.host.now();
    if (this.directory !== undefined) return this.write(plan, this.directory);
    const items = plan.items.map((item): DueItem => {
      if (item.kind === 'operation') return { clock: item.clock, call: (_tick, t) => item.call(t) };
      const code = this.compiled(item.code, plan);
      // Binding anew replaces the function.
      const call: DueItem['call'] = (tick, t, timestep) => code.call(tick, t, timestep);
      return { clock: item.clock, ticks: item.ticks, call, code };
    });
    const compiled = this.host.now();
    runSteps(plan, plan.profile ? this.timed(items, plan, plan.profile) : items, this.storage);
    return {
      prepare: 0,
      compile: (compiled - started) / 1000,
      simulate: (this.host.now() - compiled) / 1000,
    };
  }

  /** What an earlier run has compiled will do for the same code, once it has fetched its arrays anew. */
  private compiled(code: CodeObject, plan: RunPlan): RunnableCode {
    const known = this.compiledCode.get(code);
    if (known?.seed === plan.seed) {
      known.runnable.bind();
      return known.runnable;
    }
    const runnable = compileCodeObject(code, plan);
    this.compiledCode.set(code, { seed: plan.seed, runnable });
    return runnable;
  }

  /** The same items, each of which adds the time it takes to a sum. */
  private timed(items: readonly DueItem[], plan: RunPlan, profile: Map<string, number>): DueItem[] {
    return items.map((item, k) => {
      const planned = plan.items[k]!;
      const name = planned.kind === 'code' ? planned.code.name : planned.name;
      const call: DueItem['call'] = (tick, t, timestep) => {
        const before = this.host.now();
        item.call(tick, t, timestep);
        profile.set(name, (profile.get(name) ?? 0) + (this.host.now() - before) / 1000);
      };
      return { ...item, call };
    });
  }

  private write(plan: RunPlan, directory: string): RunTiming {
    this.host.makeDirectory(directory);
    for (const item of plan.items) {
      if (item.kind !== 'code') continue;
      const text = sourceOf(codeParts(item.code, plan.seed));
      this.host.writeFile(this.host.join(directory, `${item.code.name}.js`), text);
    }
    return { prepare: 0, compile: 0, simulate: 0 };
  }
}
