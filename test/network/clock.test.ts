import assert from 'node:assert/strict';
import { RuntimeStorage } from '../../core/devices/runtimeStorage.ts';
import { Clock } from '../../core/network/clock.ts';

function clock(dt: number): Clock {
  return new Clock('clock', dt, new RuntimeStorage());
}

describe('a clock', () => {
  for (const [time, step] of [
    [0, 0],
    [0.25e-3, 3],
    [0.3e-3, 3],
    [0.30000001e-3, 3],
    [0.301e-3, 4],
    [1, 10000],
  ] as const)
    it(`has its first step at or after ${time} s at ${step}`, () => {
      assert.equal(clock(1e-4).stepAt(time), step);
    });

  for (const [steps, time, expected] of [
    [[1e-3], 2e-3, 2],
    [[0.3e-3], 3e-3, 10],
    [[0.3e-3, 0.5e-3], 3e-3, 6],
    [
      [0.3e-3],
      2e-3,
      /^Cannot set dt from 0\.5 ms to 300\. us, the time 2\. ms is not a multiple of 300\. us\.$/,
    ],
    [
      [0.3e-3, 0.1e-3],
      2e-3,
      /^Cannot set dt from 300\. us to 100\. us, the time 2\. ms is not a multiple of/,
    ],
  ] as const)
    it(`checks dt ${steps.join(', ')} s when a run starts at ${time} s`, () => {
      const one = clock(0.5e-3);
      one.moveTo(4);
      for (const step of steps) one.dt = step;
      assert.equal(one.t, 2e-3);
      if (typeof expected !== 'number') assert.throws(() => one.startAt(time), { message: expected });
      else {
        one.startAt(time);
        assert.equal(one.timestep, expected);
      }
    });
});
