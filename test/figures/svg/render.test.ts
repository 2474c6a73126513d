import assert from 'node:assert/strict';
import { renderSvg } from '../../../core/figures/svg/render.ts';
import { type Plain, Plotting } from '../../script/modules/matplotlib/harness.ts';

function drawn(...calls: [string, ...unknown[]][]): string {
  const plotting = new Plotting();
  for (const [name, ...args] of calls) plotting.plt(name, ...(args as Plain[]));
  return renderSvg(plotting.figure);
}

/** Throws where tags don't match. */
function checkWellFormed(svg: string): void {
  const open: string[] = [];
  for (const [, close, name, rest] of svg.matchAll(/<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*\s*\/?)>/g)) {
    if (close) assert.equal(open.pop(), name);
    else if (!rest!.endsWith('/')) open.push(name!);
  }
  assert.deepEqual(open, []);
  assert.equal(svg.replace(/<[^<>]*>/g, '').includes('<'), false);
  assert.ok(!/NaN|Infinity|undefined/.test(svg.replace(/>[^<]*</g, '><').replace(/base64,[^"]*/g, '')));
}

const count = (svg: string, part: string) => svg.split(part).length - 1;

describe('renderSvg', () => {
  it('has the size of the figure', () => {
    const svg = drawn(['figure', { figsize: [4, 3] }], ['plot', [1, 2]]);
    assert.match(svg, /^<svg [^>]*width="400" height="300" viewBox="0 0 288 216"/);
    checkWellFormed(svg);
  });

  it('draws a curve in the first colour of the cycle', () => {
    const svg = drawn(['plot', [0, 1], [0, 1]]);
    const [, d] = /<path d="([^"]*)" fill="none" stroke="#1f77b4" stroke-width="1.5"/.exec(svg)!;
    // Half a margin of 5 % at both ends of the box that matplotlib's figure gives the axes.
    assert.equal(d, 'M73.83 295.49L398.49 53.57');
  });

  it('interrupts a curve where it is not a number', () => {
    const svg = drawn(['plot', [0, 1, 2, 3, 4], [0, 1, Number.NaN, 1, 0]]);
    assert.match(svg, /<path d="M[^ML]+ [^ML]+L[^ML]+M[^ML]+L[^ML]+" fill="none" stroke="#1f77b4"/);
    checkWellFormed(svg);
  });

  it('keeps a curve of a million points small, with its extremes', () => {
    const n = 1_000_000;
    const y = Float64Array.from({ length: n }, (_, k) => Math.sin(k));
    y[123_456] = 7;
    const svg = drawn(['plot', y], ['ylim', -2, 10]);
    assert.ok(svg.length < 150_000, String(svg.length));
    const [, d] = /<path d="([^"]*)" fill="none" stroke="#1f77b4"/.exec(svg)!;
    const highest = Math.min(...[...d!.matchAll(/[ML]\S+ ([\d.]+)/g)].map(([, value]) => Number(value)));
    // 7 lies three quarters up the axes.
    assert.ok(Math.abs(highest - (41.47 + 266.11 / 4)) < 0.1, String(highest));
  });

  it('draws a dense raster as one picture', () => {
    const n = 300_000;
    const t = Float64Array.from({ length: n }, (_, k) => (k * 0.618) % 1);
    const i = Float64Array.from({ length: n }, (_, k) => k % 4000);
    const svg = drawn(['plot', t, i, ',k']);
    assert.equal(count(svg, 'data:image/png'), 1);
    assert.ok(svg.length < 500_000, String(svg.length));
    checkWellFormed(svg);
  });

  it('draws few markers as shapes that are defined once', () => {
    const svg = drawn(['plot', [1, 2, 3], 'o']);
    assert.equal(count(svg, '<use '), 3);
    assert.equal(count(svg, '<path id='), 1);
  });

  it('skips points outside the limits', () => {
    const svg = drawn(['plot', [1, 2, 300], 's'], ['ylim', 0, 10], ['xlim', 0, 5]);
    assert.equal(count(svg, '<use '), 2);
  });

  it('escapes text', () => {
    const svg = drawn(['plot', [1, 2]], ['title', '<script>&"\u0000\ud800'], ['xlabel', 'a\nb']);
    assert.ok(svg.includes('&lt;script&gt;&amp;&quot;'));
    assert.ok(!svg.includes('\u0000') && !svg.includes('\ud800'));
    assert.equal(count(svg, '<tspan'), 2);
    checkWellFormed(svg);
  });

  it('names its parts after the figure, so that several fit on one page', () => {
    const plotting = new Plotting();
    plotting.plt('plot', [1, 2], 'o');
    const names = (svg: string) => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const [first, second] = ['a', 'b'].map((name) => names(renderSvg(plotting.figure, name)));
    assert.ok(first!.length > 0 && first!.every((id) => id!.startsWith('a-') && !second!.includes(id)));
  });

  it('draws the same picture each time', () => {
    const plotting = new Plotting();
    plotting.plt('plot', [1, 2, 5], 'ro-', { label: 'x' });
    plotting.plt('legend');
    assert.equal(renderSvg(plotting.figure), renderSvg(plotting.figure));
  });

  for (const [what, ...calls] of [
    ['nothing but axes', ['gca']],
    ['empty data', ['plot', [], []], ['scatter', [], []]],
    ['only NaN', ['plot', [Number.NaN, Number.NaN]]],
    ['infinities', ['plot', [Number.NEGATIVE_INFINITY, 1, Number.POSITIVE_INFINITY]]],
    ['huge and tiny numbers', ['plot', [1e308, -1e308, 5e-324]]],
    ['logarithms of nothing positive', ['semilogy', [-1, 0, -3]]],
    ['a logarithmic histogram', ['hist', [1, 2, 2], { log: true }]],
    [
      'an image',
      [
        'imshow',
        [
          [1, 2],
          [3, Number.NaN],
        ],
      ],
      ['colorbar'],
    ],
    [
      'a colour image',
      [
        'imshow',
        [
          [
            [1, 0, 0],
            [0, 1, 0],
          ],
        ],
      ],
    ],
    ['an uneven mesh', ['pcolormesh', [0, 1, 10], [0, 5], [[1, 2]]], ['xscale', 'symlog']],
    ['bars', ['bar', ['a', 'b'], [1, 2], { color: ['r', 'g'] }], ['barh', [1, 2], [3, 4]]],
    ['error bars', ['errorbar', [1, 2], [1, 2], { yerr: [0.1, 0.2], xerr: 0.1, capsize: 3 }]],
    ['areas', ['fill_between', [1, 2, 3], [1, 2, 3]], ['axvspan', 1, 2], ['axhline'], ['vlines', [1], 0, 1]],
    ['events', ['eventplot', [[1, 2], [3]]]],
    ['steps', ['step', [1, 2, 3], [1, 2, 1], { where: 'mid' }]],
    [
      'texts',
      ['text', 0.5, 0.5, 'x', { rotation: 45, bbox: null }],
      ['suptitle', 'all'],
      ['figtext', 0, 0, 'x'],
    ],
    ['axes without frame', ['plot', [1]], ['axis', 'off']],
    ['equal aspect', ['plot', [1, 2]], ['axis', 'equal'], ['grid'], ['tick_params', { direction: 'in' }]],
    ['every marker', ...[...'.,ov^<>1234s8pPhH+xXDd|_*'].map((marker) => ['plot', [1, 2], `${marker}-`])],
  ] as [string, ...[string, ...unknown[]][]][]) {
    it(`draws ${what}`, () => checkWellFormed(drawn(...calls)));
  }
});
