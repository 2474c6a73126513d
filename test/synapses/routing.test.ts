import assert from 'node:assert/strict';
import { routeSynapses } from '../../core/synapses/routing.ts';

const DT = 1e-4;

function route(sources: number[], delays: number[], n = 3, start = 0) {
  return routeSynapses(Int32Array.from(sources), start, n, Float64Array.from(delays), DT);
}

describe('routing of events to synapses', () => {
  it('keeps synapses that are sorted by source where they are', () => {
    const routing = route([0, 0, 2], [0]);
    assert.equal(routing.synapseOrder, undefined);
    assert.deepEqual([...routing.sourceRows], [0, 1, 1, 2]);
    assert.deepEqual([...routing.rowStart], [0, 2, 3]);
  });

  it('orders synapses by source', () => {
    const routing = route([2, 0, 2, 1], [0]);
    assert.deepEqual([...routing.synapseOrder!], [1, 3, 0, 2]);
    assert.deepEqual([...routing.sourceRows], [0, 1, 2, 3]);
  });

  it('makes a row for each delay of a source, shortest first, stable within', () => {
    const routing = route([0, 0, 0, 1], [2e-4, 1e-4, 2e-4, 0]);
    assert.deepEqual([...routing.synapseOrder!], [1, 0, 2, 3]);
    assert.deepEqual([...routing.rowDelay], [1, 2, 0]);
    assert.deepEqual([...routing.sourceRows], [0, 2, 3, 3]);
    assert.equal(routing.maximalDelay, 2);
    assert.deepEqual([0, 1, 2].map(routing.rowSource), [0, 0, 1]);
  });

  it('counts sources from the start of a subgroup', () => {
    assert.deepEqual([...route([5, 6], [0], 2, 5).sourceRows], [0, 1, 2]);
  });

  for (const [delay, steps] of [
    [0, 0],
    [0.14e-3, 1],
    [0.15e-3, 1],
    [0.16e-3, 2],
    [1e-3, 10],
  ] as const)
    it(`rounds a delay of ${delay} s to ${steps} steps as Brian does`, () => {
      assert.equal(route([0], [delay]).maximalDelay, steps);
    });

  it('has no rows without synapses', () => {
    const routing = route([], [0]);
    assert.deepEqual([...routing.sourceRows], [0, 0, 0, 0]);
    assert.equal(routing.maximalDelay, 0);
  });
});
