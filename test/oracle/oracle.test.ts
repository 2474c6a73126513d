/**
 * Scripts against what Brian 2 makes of them. Without chance: same output, same events, values equal to
 * rounding. With chance: the mean over a few seeds lies where the mean over Brian's seeds is expected.
 */
import assert from 'node:assert/strict';
import type { DeviceName } from '../../core/script/results.ts';
import {
  difference,
  firstDifference,
  numbersOf,
  type Recorded,
  recordings,
  type Spread,
} from './recorded.ts';
import { hasCompiler, runFile } from './scriptRun.ts';

const DEVICES: readonly DeviceName[] = ['runtime', 'cpp_standalone'];
const SEEDS = [11, 12, 13, 14];
/** Standard errors of the difference of two means: one false alarm in about 15000 comparisons. */
const BOUND = 4;

function checkExact(script: string, device: DeviceName, wanted: Recorded & { kind: 'exact' }): void {
  const { result, printed } = runFile(script, device);
  assert.equal(result.error?.text, undefined);
  assert.equal(printed, wanted.output);
  for (const [name, arrays] of Object.entries(wanted.monitors)) {
    const monitor = result.monitors.find((one) => one.name === name);
    assert.ok(monitor, `no monitor ${name} among ${result.monitors.map((one) => one.name)}`);
    assert.deepEqual(difference(monitor, arrays), []);
  }
}

function checkSeeds(script: string, device: DeviceName, wanted: Recorded & { kind: 'seeds' }): void {
  const runs = SEEDS.map((seed) => {
    const { result, printed } = runFile(script, device, seed);
    assert.equal(result.error?.text, undefined);
    return numbersOf(printed);
  });
  for (const [name, spread] of Object.entries(wanted.numbers)) {
    const mean = runs.reduce((sum, numbers) => sum + (numbers.get(name) ?? Number.NaN), 0) / runs.length;
    const within = BOUND * standardError(spread, wanted.seeds);
    assert.ok(Math.abs(mean - spread.mean) <= within, `${name}: ${mean}, not ${spread.mean} ± ${within}`);
  }
}

/** Of the difference between our mean and Brian's. */
function standardError({ deviation }: Spread, brianSeeds: number): number {
  return deviation * Math.sqrt(1 / SEEDS.length + 1 / brianSeeds);
}

describe('results equal to Brian 2', function () {
  this.timeout(120_000);
  for (const device of DEVICES) {
    describe(device, () => {
      before(function () {
        if (device === 'cpp_standalone' && !hasCompiler()) this.skip();
      });
      for (const { name, script, recorded, runtimeOnly } of recordings()) {
        if (runtimeOnly && device !== 'runtime') continue;
        it(name, () => {
          if (recorded.kind === 'exact') checkExact(script, device, recorded);
          else checkSeeds(script, device, recorded);
        });
      }
    });
  }

  it('gives the same random numbers on both devices', function () {
    if (!hasCompiler()) this.skip();
    const script = recordings().find(({ name }) => name === 'poisson_group')!.script;
    const [runtime, cpp] = DEVICES.map((device) => runFile(script, device, 5).printed);
    assert.equal(runtime, cpp);
    assert.notEqual(runtime, runFile(script, 'runtime', 6).printed);
  });

  it('notices differences beyond rounding', () => {
    assert.equal(firstDifference([1, 2, 3], [1, 2, 3 + 1e-13]), undefined);
    assert.equal(firstDifference([1, 2, 3], [1, 2, 3.000001]), 2);
    assert.equal(firstDifference([1, Number.NaN], [1, 0]), 1);
    assert.equal(firstDifference([1e-20, 1], [0, 1]), undefined);
  });
});
