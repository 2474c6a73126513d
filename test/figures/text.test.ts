import assert from 'node:assert/strict';
import { mathRuns } from '../../core/figures/mathtext.ts';
import { textWidth } from '../../core/figures/textMetrics.ts';

describe('mathRuns', () => {
  const plain = (text: string) =>
    mathRuns(text)
      .map((run) => run.text)
      .join('');

  for (const [source, expected] of [
    ['v (mV)', 'v (mV)'],
    ['$\\tau_m$', 'τm'],
    ['$10^{-3}$', '10−3'],
    ['$\\mathrm{mV}$ and $\\mu$m', 'mV and μm'],
    ['$\\frac{dv}{dt}$', 'dv/dt'],
    ['costs \\$5', 'costs $5'],
    ['only one $ sign', 'only one $ sign'],
    ['$\\nosuchthing x$', 'nosuchthingx'],
    ['$a_{b$', 'ab'],
    ['$$', ''],
    ['${{{{$', ''],
  ] as const) {
    it(source, () => assert.equal(plain(source), expected));
  }

  it('slants letters but not digits and roman text', () => {
    const italics = mathRuns('$g_2 \\mathrm{max}$').map((run) => [run.text, run.italic]);
    assert.deepEqual(italics, [
      ['g', true],
      ['2', false],
      ['max', false],
    ]);
  });

  it('raises, lowers and shrinks scripts, one above the other', () => {
    const [base, sub, sup] = mathRuns('$x_i^2$');
    assert.equal(base?.raise, 0);
    assert.ok(sub!.raise < 0 && sup!.raise > 0 && sup!.scale < 1);
    assert.ok(sup!.stacked && !sub!.stacked);
  });
});

describe('textWidth', () => {
  it('follows the font', () => {
    assert.ok(Math.abs(textWidth('Time (ms)', 10) - 50.0) < 3);
    assert.ok(textWidth('iii', 10) < textWidth('mmm', 10));
    assert.equal(textWidth('ab\nabc', 10), textWidth('abc', 10));
  });
});
