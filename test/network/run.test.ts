import assert from 'node:assert/strict';
import { PopulationRateMonitor } from '../../core/monitors/rateMonitor.ts';
import { SpikeMonitor } from '../../core/monitors/spikeMonitor.ts';
import { StateMonitor } from '../../core/monitors/stateMonitor.ts';
import { Clock } from '../../core/network/clock.ts';
import { Network } from '../../core/network/network.ts';
import type { Session } from '../../core/network/session.ts';
import { code, connectWith, group, newSession, read, run, synapses, write } from '../support/session.ts';

function spikeTimes(monitor: SpikeMonitor): number[] {
  return [...monitor.record.t.values].map((t) => Math.round(t * 1e5) / 100);
}

describe('a run', () => {
  // Brian 2.5.1: dv/dt = 20/ms while not refractory, threshold v > 1.
  for (const [refractory, expected] of [
    [2e-3, [0, 2, 4]],
    [0.25e-3, [0, 0.2, 0.4, 0.6, 0.8]],
  ] as const)
    it(`keeps neurons refractory for ${refractory} s`, () => {
      const { session } = newSession();
      const neurons = group(session, 1, 'dv/dt = 20/ms : 1 (unless refractory)', {
        threshold: code('v > 1'),
        reset: code('v = 0'),
        refractory: { kind: 'time', seconds: refractory },
        method: 'euler',
      });
      const monitor = new SpikeMonitor({ session, source: neurons, name: 'm' });
      run(session, refractory === 2e-3 ? 5e-3 : 0.9e-3, [neurons, monitor]);
      assert.deepEqual(spikeTimes(monitor), expected);
    });

  it('of 0.25 ms makes three steps of 0.1 ms, and the next goes on at the fourth', () => {
    const { session } = newSession();
    const neurons = group(session, 1, 'v : 1');
    const monitor = new StateMonitor({
      session,
      source: neurons,
      variables: ['v'],
      record: 'all',
      name: 'm',
    });
    run(session, 0.25e-3, [neurons, monitor]);
    run(session, 0.25e-3, [neurons, monitor]);
    const times = [...monitor.record.t.values].map((t) => Math.round(t * 1e5) / 100);
    assert.deepEqual(times, [0, 0.1, 0.2, 0.3, 0.4]);
  });

  it('runs several clocks side by side', () => {
    const { session } = newSession();
    const fast = group(session, 1, 'n : 1', { clock: new Clock('a', 0.2e-3, session.storage) });
    const slow = group(session, 1, 'n : 1', { clock: new Clock('b', 0.3e-3, session.storage) });
    const count = (source: typeof fast, name: string) =>
      new StateMonitor({ session, source, variables: ['n'], record: 'all', name });
    const monitors = [count(fast, 'm1'), count(slow, 'm2')] as const;
    run(session, 0.7e-3, [fast, slow, ...monitors]);
    assert.equal(monitors[0].record.t.length, 4);
    assert.equal(monitors[1].record.t.length, 3);
  });

  it('records the rate of a population', () => {
    const { session } = newSession();
    const neurons = group(session, 4, 'v : 1', { threshold: code('i < 2'), reset: code('') });
    const monitor = new PopulationRateMonitor({ session, source: neurons, name: 'rate' });
    run(session, 2e-4, [neurons, monitor]);
    assert.deepEqual([...monitor.record.rate.values], [5000, 5000]);
  });

  it('draws the same for the same seed, whatever else there is', () => {
    const draws = (extra: boolean): number[] => {
      const { session } = newSession(7);
      const neurons = group(session, 5, 'dv/dt = xi/(10*ms)**0.5 : 1', { name: 'noisy', method: 'euler' });
      const other = extra
        ? [group(session, 3, 'dw/dt = xi/(5*ms)**0.5 : 1', { name: 'other', method: 'euler' })]
        : [];
      run(session, 1e-3, [neurons, ...other]);
      return read(neurons, 'v');
    };
    assert.deepEqual(draws(true), draws(false));
    assert.notEqual(draws(false)[0], draws(false)[1]);
  });

  it('integrates variables whose names mean something to the generated code', () => {
    const { session } = newSession();
    const model = 'didx/dt = 1/ms : 1\ndtick/dt = idx/ms : 1\ndk/dt = 2/ms : 1\ndthis/dt = 3/ms : 1';
    const neurons = group(session, 2, model, { method: 'euler' });
    run(session, 1e-3, [neurons]);
    const rounded = (name: string) => read(neurons, name).map((value) => Math.round(value * 100) / 100);
    assert.deepEqual(rounded('idx'), [1, 1]);
    assert.deepEqual(rounded('tick'), [0.45, 0.45]);
    assert.deepEqual(rounded('k'), [2, 2]);
    assert.deepEqual(rounded('this'), [3, 3]);
  });

  it('warns of values that have left all bounds', () => {
    const { session, warnings } = newSession();
    const neurons = group(session, 1, 'dv/dt = v**2/ms : 1', { method: 'euler' });
    write(neurons, 'v', [100]);
    run(session, 5e-3, [neurons]);
    assert.equal(warnings.filter((w) => w.code === 'invalid-values').length, 1);
  });
});

describe('networks', () => {
  const neurons = (session: Session) => group(session, 1, 'v : 1');

  it('refuse a mix of new and known objects in a magic run', () => {
    const { session } = newSession();
    const first = neurons(session);
    run(session, 1e-4, [first]);
    assert.throws(() => run(session, 1e-4, [first, neurons(session)]), /The magic network contains a mix/);
  });

  it('start again at 0 where all objects of a magic run are new', () => {
    const { session } = newSession();
    run(session, 1e-3, [neurons(session)]);
    const monitored = neurons(session);
    const monitor = new StateMonitor({
      session,
      source: monitored,
      variables: ['v'],
      record: 'all',
      name: 'm',
    });
    run(session, 1e-4, [monitored, monitor]);
    assert.deepEqual([...monitor.record.t.values], [0]);
  });

  it('refuse an object of another network', () => {
    const { session } = newSession();
    const object = neurons(session);
    const request = {
      duration: 1e-4,
      runNamespace: { lookup: () => undefined, names: () => [] },
      progress: () => {},
      interrupted: () => false,
    };
    const first = new Network(session, 'first');
    first.add(object);
    first.run(request);
    assert.throws(() => new Network(session, 'second').add(object), /has already been simulated/);
  });

  it('refuse synapses that were never connected', () => {
    const { session } = newSession();
    const spiking = group(session, 1, 'v : 1', { threshold: code('False'), reset: code('') });
    const object = synapses(session, spiking, spiking, { pre: 'v_post += 1' });
    assert.throws(() => run(session, 1e-4, [spiking, object]), /does not do anything/);
    connectWith(object, { condition: false });
    run(session, 1e-4, [spiking, object]);
  });
});
