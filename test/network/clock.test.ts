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

  it('takes another dt where the time is a multiple of it', () => {
    const one = clock(0.5e-3);
    one.moveTo(4);
    one.dt = 1e-3;
    assert.equal(one.timestep, 2);
    assert.throws(() => {
      one.dt = 0.3e-3;
    }, /is not a multiple of/);
  });
});
