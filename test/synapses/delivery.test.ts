import assert from 'node:assert/strict';
import { SpikeGeneratorGroup } from '../../core/inputs/spikeGeneratorGroup.ts';
import { StateMonitor } from '../../core/monitors/stateMonitor.ts';
import { code, connectWith, group, newSession, read, run, synapses, write } from '../support/session.ts';

function generator(
  session: ReturnType<typeof newSession>['session'],
  times: number[],
  indices = times.map(() => 0),
) {
  const N = Math.max(...indices) + 1;
  return new SpikeGeneratorGroup({ session, N, spikes: { indices, times, period: 0 }, name: 'generator' });
}

describe('delivery of spikes', () => {
  // Brian 2.5.1: a spike at 0.3 ms, delays 0, 0.1, 0.14, 0.15 ms, seen by a monitor in the start slot.
  it('after the delays that Brian rounds', () => {
    const { session } = newSession();
    const source = generator(session, [0.3e-3]);
    const target = group(session, 4, 'v : 1');
    const object = synapses(session, source, target, { pre: 'v += 1' });
    connectWith(object);
    write(object, 'delay', [0, 0.1e-3, 0.14e-3, 0.15e-3]);
    const monitor = new StateMonitor({ session, source: target, variables: ['v'], record: 'all', name: 'm' });
    run(session, 1e-3, [source, target, object, monitor]);
    const { t, variables } = monitor.record;
    const values = variables.get('v')!.values;
    const first = [0, 1, 2, 3].map((k) =>
      Math.round(1e4 * t.values[values.findIndex((v, p) => p % 4 === k && v === 1) >> 2]!),
    );
    assert.deepEqual(first, [4, 5, 5, 5]);
  });

  it('in the same step runs pre before post, and both before the reset', () => {
    const { session } = newSession();
    const both = group(session, 1, 'v : 1', { threshold: code('v > 0.5'), reset: code('v = 0') });
    write(both, 'v', [1]);
    const object = synapses(session, both, both, {
      model: 'w : 1',
      pre: 'w = w*10 + 1; v_post += 5',
      post: 'w = w*10 + 2',
    });
    connectWith(object);
    run(session, 1e-4, [both, object]);
    assert.deepEqual(read(object, 'w'), [12]);
    assert.deepEqual(read(both, 'v'), [0]);
  });

  it('goes on in the next run', () => {
    const { session } = newSession();
    const source = generator(session, [0.3e-3]);
    const target = group(session, 1, 'v : 1');
    const object = synapses(session, source, target, { pre: 'v += 1', delay: 0.5e-3 });
    connectWith(object);
    run(session, 0.5e-3, [source, target, object]);
    assert.deepEqual(read(target, 'v'), [0]);
    run(session, 0.5e-3, [source, target, object]);
    assert.deepEqual(read(target, 'v'), [1]);
  });

  it('to the same target several times in a step accumulates', () => {
    const { session } = newSession();
    const source = generator(session, [0, 0, 0], [0, 1, 2]);
    const target = group(session, 1, 'v : 1');
    const object = synapses(session, source, target, { model: 'w : 1', pre: 'v += w' });
    connectWith(object);
    write(object, 'w', '10**i');
    run(session, 1e-4, [source, target, object]);
    assert.deepEqual(read(target, 'v'), [111]);
  });
});
