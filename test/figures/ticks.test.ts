import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { newAxis } from '../../core/figures/defaults.ts';
import { axisTicks, formatTicks, niceTicks, printf } from '../../core/figures/ticks.ts';

type Case = [number, number, number, boolean, number[], string[], string];

describe('axisTicks', () => {
  const recorded = new URL('recorded/ticks.json', import.meta.url);
  const cases = JSON.parse(readFileSync(recorded, 'utf8')) as Case[];

  for (const range of new Set(cases.map(([low, high]) => `${low} to ${high}`))) {
    it(`labels ${range} as matplotlib, however long the axis`, () => {
      for (const each of cases) if (`${each[0]} to ${each[1]}` === range) check(each);
    });
  }

  function check([low, high, length, horizontal, ticks, labels, common]: Case): void {
    const found = axisTicks(newAxis(horizontal ? 'bottom' : 'left'), [low, high], length, horizontal);
    assert.deepEqual([found.labels, found.common], [labels, common]);
    found.positions.forEach((position, k) => {
      assert.ok(Math.abs(position - ticks[k]!) <= 1e-9 * (high - low), `${position} is not ${ticks[k]}`);
    });
  }

  it('works on an axis that runs backwards', () => {
    assert.deepEqual(axisTicks(newAxis('left'), [3, 0], 100, false).positions, [0, 1, 2, 3]);
  });

  it('places logarithmic ticks at powers, with nine small ones in between', () => {
    const axis = newAxis('bottom');
    axis.range.scale = 'log';
    const { positions, labels, minor } = axisTicks(axis, [1, 1000], 357, true);
    assert.deepEqual(positions, [1, 10, 100, 1000]);
    assert.equal(labels[3], '$\\mathdefault{10^{3}}$');
    assert.equal(minor.length, 24);
  });

  it('keeps fixed ticks and their labels in view', () => {
    const axis = { ...newAxis('bottom'), ticks: [0, 5, 20], tickLabels: ['a', 'b', 'c'] };
    const { positions, labels } = axisTicks(axis, [0, 10], 357, true);
    assert.deepEqual(
      [positions, labels],
      [
        [0, 5],
        ['a', 'b'],
      ],
    );
  });

  it('obeys locators', () => {
    const wide = axisTicks({ ...newAxis('bottom'), maxIntervals: 2 }, [0, 10], 357, true);
    assert.deepEqual(wide.positions, [0, 5, 10]);
    const whole = axisTicks({ ...newAxis('bottom'), integerTicks: true }, [0, 1.5], 357, true);
    assert.deepEqual(whole.positions, [0, 1]);
    const step = axisTicks({ ...newAxis('bottom'), tickStep: 4 }, [1, 9], 357, true);
    assert.deepEqual(step.positions, [4, 8]);
  });

  for (const [low, high] of [
    [Number.NaN, 1],
    [0, Number.POSITIVE_INFINITY],
    [1, 1],
    [-1e308, 1e308],
    [0, 5e-324],
  ]) {
    it(`survives ${low} to ${high}`, () => {
      assert.ok(axisTicks(newAxis('bottom'), [low!, high!], 300, true).positions.length < 20);
    });
  }
});

describe('niceTicks', () => {
  it('covers the range', () => {
    assert.deepEqual(niceTicks(0, 1, 5), [0, 0.2, 0.4, 0.6, 0.8, 1]);
    assert.deepEqual(niceTicks(-1, 8, 9), [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('formatTicks', () => {
  it('can be told to split nothing off', () => {
    assert.deepEqual(formatTicks([1e6, 2e6], 1e6, 2e6, true), { labels: ['1000000', '2000000'], common: '' });
  });
});

describe('printf', () => {
  for (const [format, value, expected] of [
    ['%.2f', 1.005, '1.00'],
    ['%d mV', -70.4, '−70 mV'],
    ['%g%%', 12.5, '12.5%'],
    ['%.1e', 12345, '1.2e+04'],
  ] as const) {
    it(`${format} of ${value}`, () => assert.equal(printf(format, value), expected));
  }
});
