import assert from 'node:assert/strict';
import { unitTree } from '../../core/language/index.ts';
import { analysed } from './fixture.ts';

const SCRIPT = `from brian2 import *
tau = 10*ms
El = -70*mV
R = 100*Mohm
eqs = '''
dv/dt = (-(v - El) + R*I + I) / tau : volt
dw/dt = -w/tau : 1
x = (v - El)*2 : volt
I : amp
'''
total = (3*mV + tau)/ms
G = NeuronGroup(1, eqs, threshold='v > 3', reset='v = El + 3*mV; w += 1', method='euler')
run(1*ms)
`;

/** The tree for a selection; with `at` an empty one that many characters into it. */
function tree(selected: string, at?: number) {
  const { model, text } = analysed(SCRIPT);
  const start = text.indexOf(selected);
  assert.ok(start >= 0, selected);
  const range =
    at === undefined ? { start, end: start + selected.length } : { start: start + at, end: start + at };
  const found = unitTree(model, range);
  return found && { ...found, selected: text.slice(found.range.start, found.range.end) };
}

describe('the units of a selection', () => {
  it('are shown operand by operand, with the values of constants', () =>
    assert.equal(
      tree('(v - El)*2')?.markdown,
      [
        '```text',
        '(v - El)*2   V',
        '├─ v - El    V',
        '│  ├─ v      V',
        '│  └─ El     V   = -70 mV',
        '└─ 2         1',
        '```',
        '',
        '✓ As it has to be: `V`.',
      ].join('\n'),
    ));

  const marked: readonly (readonly [selected: string, ...expected: RegExp[]])[] = [
    [
      '-(v - El) + R*I + I',
      /^-\(v - El\) \+ R\*I \+ I +✗ +V and A$/m,
      /^├─ -\(v - El\) \+ R\*I +V$/m,
      /✗ .*'I' has unit A/,
    ],
    ['(-(v - El) + R*I + I) / tau', /^\(.*\)\/tau +\?$/m, /✗ +V and A/],
    ['-w/tau', /^-w\/tau +Hz$/m, /✓ As it has to be: `Hz`/],
    ['v > 3', /✗ +V and 1/],
    ['El + 3*mV', /✓ As it has to be: `V`/],
    ['3*mV + tau', /✗ +V and s/, /^├─ 3\*mV +V$/m],
  ];
  for (const [selected, ...expected] of marked)
    it(`mark what does not fit in ${selected}`, () => {
      for (const pattern of expected) assert.match(tree(selected)?.markdown ?? '', pattern);
    });

  it('belong to the smallest expression around the selection', () => {
    assert.equal(tree('R*I')?.selected, 'R*I');
    assert.equal(tree('I + I')?.selected, '-(v - El) + R*I + I');
    assert.equal(tree(' (v - El)')?.selected, 'v - El');
  });

  it('are those of the whole expression where nothing is selected', () => {
    assert.equal(tree('v - El)*2', 2)?.selected, '(v - El)*2');
    assert.equal(tree('3*mV + tau', 4)?.selected, '3*mV + tau');
  });

  it('are none outside of expressions', () => {
    assert.equal(tree('NeuronGroup', 2), undefined);
    assert.equal(tree(': volt\ndw'), undefined);
    assert.equal(tree('from brian2 import *\ntau = 10'), undefined);
  });

  it('never throw, whatever is selected', () => {
    const { model, text } = analysed(SCRIPT);
    for (let start = 0; start < text.length; start += 7)
      for (let end = start; end <= text.length; end += 31) unitTree(model, { start, end });
  });
});
