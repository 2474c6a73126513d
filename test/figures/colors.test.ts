import assert from 'node:assert/strict';
import { colormapByName, colormapNames, mapColors } from '../../core/figures/colormaps.ts';
import { colorByName, toHex } from '../../core/figures/colors.ts';

describe('colorByName', () => {
  for (const [name, hex] of [
    ['k', '#000000'],
    ['g', '#008000'],
    ['green', '#008000'],
    ['C0', '#1f77b4'],
    ['C13', '#d62728'],
    ['tab:orange', '#ff7f0e'],
    ['tab:grey', '#7f7f7f'],
    ['0.5', '#808080'],
    ['#abc', '#aabbcc'],
    ['#1F77B4', '#1f77b4'],
    ['RebeccaPurple', '#663399'],
    ['lightgrey', '#d3d3d3'],
    ['red', '#ff0000'],
  ] as const) {
    it(name, () => assert.equal(toHex(colorByName(name)!), hex));
  }

  for (const name of ['nocolor', '', '#12', '1.5', 'K', 'tab:k', 'ed', 're.']) {
    it(`${name || 'nothing'} is no colour`, () => assert.equal(colorByName(name), undefined));
  }

  it('knows opacity', () => {
    assert.equal(colorByName('none')![3], 0);
    assert.ok(Math.abs(colorByName('#00000080')![3] - 0.502) < 0.001);
  });
});

describe('colour maps', () => {
  // From matplotlib 3.6.
  for (const [name, at, hex] of [
    ['viridis', 0, '#440154'],
    ['viridis', 0.5, '#21918c'],
    ['viridis', 1, '#fde725'],
    ['viridis_r', 1, '#440154'],
    ['gray', 0.25, '#404040'],
    ['jet', 0, '#000080'],
    ['RdBu', 1, '#053061'],
    ['hot', 1, '#ffffff'],
    ['tab10', 0, '#1f77b4'],
    ['tab10', 1, '#17becf'],
  ] as const) {
    it(`${name} at ${at}`, () => {
      const [r, g, b] = colormapByName(name)!
        .color(at)
        .map((channel) => Math.round(channel * 255));
      const expected = [1, 3, 5].map((k) => Number.parseInt(hex.slice(k, k + 2), 16));
      [r!, g!, b!].forEach((channel, k) => {
        assert.ok(
          Math.abs(channel - expected[k]!) <= 2,
          `${toHex(colormapByName(name)!.color(at))} is not ${hex}`,
        );
      });
    });
  }

  it('has no map of an unknown or empty name', () => {
    for (const name of ['nomap', '', 'viri', '.*', '__proto__'])
      assert.equal(colormapByName(name), undefined);
  });

  it('reads every map', () => {
    for (const name of colormapNames())
      assert.ok(colormapByName(`${name}_r`)!.color(0.3).every(Number.isFinite));
  });

  it('leaves NaN transparent and cuts off at the ends', () => {
    const color = mapColors({ colormap: 'gray', low: 0, high: 1, log: false });
    assert.equal(color(Number.NaN)[3], 0);
    assert.deepEqual(color(5), color(1));
    assert.deepEqual(color(-5), color(0));
  });
});
