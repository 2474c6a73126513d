import assert from 'node:assert/strict';
import { code, connectWith, group, newSession, read, run, synapses, write } from '../support/session.ts';

describe('a model of synapses', () => {
  it('is integrated with what its neurons know', () => {
    const { session } = newSession();
    const source = group(session, 2, 'a : 1', { threshold: code('False'), reset: code('') });
    const target = group(session, 2, 'b : 1');
    write(source, 'a', [1, 2]);
    write(target, 'b', [10, 20]);
    const object = synapses(session, source, target, {
      model: 'dw/dt = (a_pre + b_post)/ms : 1 (clock-driven)',
    });
    connectWith(object);
    run(session, 1e-3, [source, target, object]);
    assert.deepEqual(
      read(object, 'w').map((w) => Math.round(w * 1e6) / 1e6),
      [11, 21, 12, 22],
    );
  });

  it('sums into its target, 0 where nothing connects', () => {
    const { session } = newSession();
    const source = group(session, 3, 'x : 1');
    const target = group(session, 2, 'total : 1');
    write(source, 'x', [1, 2, 4]);
    write(target, 'total', [99, 99]);
    const object = synapses(session, source, target, { model: 'total_post = x_pre : 1 (summed)' });
    connectWith(object, { i: Int32Array.of(0, 2), j: Int32Array.of(1, 1) });
    run(session, 1e-4, [source, target, object]);
    assert.deepEqual(read(target, 'total'), [0, 5]);
  });
});
