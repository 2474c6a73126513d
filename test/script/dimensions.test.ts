/** Dimension errors in the plain Python of a script, and where a check shows them. */
import assert from 'node:assert/strict';
import { analyse } from '../../core/script/analyse.ts';

/** `line: text` of every place that a check complains about. */
function places(text: string): string[] {
  const source = `from brian2 import *\n${text}\n`;
  return analyse(source, 'script.py').problems.map(({ errorClass, location }) => {
    assert.equal(errorClass, 'DimensionMismatchError');
    const { start, end } = location!.range;
    return `${source.slice(0, start).split('\n').length - 1}: ${source.slice(start, end)}`;
  });
}

const FOUND: readonly (readonly [what: string, text: string, ...places: string[]])[] = [
  ['a sum', 'tau = 10*ms + 3*mV', '1: 10*ms + 3*mV'],
  ['the innermost operands', 'a = 2*mV + 3*(1*nA - 2*ms)/ms', '1: (1*nA - 2*ms)'],
  ['the first two of several', 'a = 1*ms + 2*mV + 3*ms', '1: 1*ms + 2*mV'],
  ['a number without unit', 'x = 3*mV\ny = 1 - x', '2: 1 - x'],
  ['an assignment that adds', 'x = 3*mV\nx += 2*ms', '2: x += 2*ms'],
  ['a comparison', 'if 3*mV > 2*ms:\n    pass', '1: 3*mV > 2*ms'],
  ['the condition of a loop', 'x = 3*mV\nwhile x < 2*ms:\n    break', '2: x < 2*ms'],
  ['an exponent', 'x = 2**(3*mV)', '1: 2**(3*mV)'],
  ['a function of a number', 'x = 2*exp(3*mV)', '1: exp(3*mV)'],
  ['the range of a grid', 'x = linspace(0*ms, 1*mV, 3)', '1: linspace(0*ms, 1*mV, 3)'],
  ['a called function', 'def f(a, b):\n    return 2*(a - b)\nf(1*ms, 2*mV)', '2: (a - b)'],
  [
    'an inner function',
    'def f(a):\n    def g():\n        return a + 1*mV\n    return g()\nf(1*ms)',
    '3: a + 1*mV',
  ],
  [
    'a function called by itself',
    'def f(n, x):\n    return f(n - 1, x) if n else x + 1*mV\nf(3, 1*ms)',
    '2: x + 1*mV',
  ],
  [
    'a method',
    'class A:\n    tau = 1*ms\n    def f(self):\n        return self.tau + 1*mV\nA().f()',
    '4: self.tau + 1*mV',
  ],
  [
    'a property',
    'class A:\n    tau = 1*ms\n    @property\n    def f(self):\n        return self.tau + 1*mV\nA().f',
    '5: self.tau + 1*mV',
  ],
  ['a default argument', 'def f(a=1*mV + 2*ms):\n    pass', '1: 1*mV + 2*ms'],
  ['a default that meets an argument', 'def f(a, b=1*mV):\n    return a + b\nf(1*mV)\nf(1*ms)', '2: a + b'],
  ['a list comprehension', 'x = [q + 1*mV for q in [1*mV, 1*ms]]', '1: q + 1*mV'],
  ['the condition of a comprehension', 'x = [q for q in [1*ms] if q > 1*mV]', '1: q > 1*mV'],
  ['a dict comprehension', 'x = {k: k*ms - 1*mV for k in range(1, 3)}', '1: k*ms - 1*mV'],
  ['a generator that is used', 'x = list(q + 1*mV for q in [1*ms])', '1: q + 1*mV'],
  ['a lambda that is called', 'f = lambda u: u - 1*second\nf(3*volt)', '1: u - 1*second'],
  ['a key', 'x = sorted([1, 2], key=lambda w: w*ms + 1*mV)', '1: w*ms + 1*mV'],
  ['a formatted text', "print(f'{1*ms + 1*mV:.2f}')", '1: 1*ms + 1*mV'],
  ['a loop, once', 'for k in range(50):\n    x = (k + 1)*ms + 1*mV', '2: (k + 1)*ms + 1*mV'],
  [
    'two kinds of arguments',
    'def f(a):\n    return a + 1*mV\nf(1*ms)\nf(2*ms)\nf(3*nS)',
    '2: a + 1*mV',
    '2: a + 1*mV',
  ],
  ['elements of containers', "x = {'a': [1*ms]}['a'][0] + 1*mV", "1: {'a': [1*ms]}['a'][0] + 1*mV"],
];

const FINE: readonly (readonly [what: string, text: string])[] = [
  ['zero', 'x = 3*mV\ny = x > 0\nz = x + 0'],
  ['infinity', 'x = 3*mV < inf*mV\ny = 3*mV < inf'],
  ['equal units by other names', 'x = 3*mV + 2*nA*Mohm + 1*nJ/nC'],
  ['functions that nobody calls', 'def f(x):\n    return x + 1*mV + 1*ms'],
  ['a lambda that nobody calls', 'f = lambda x: x + 1*mV - 1*ms'],
  ['a generator that nobody uses', 'g = (q + 1*mV for q in [1*ms])'],
  ['branches not taken', 'if False:\n    x = 1*ms + 1*mV'],
  ['what is not evaluated', 'x = True or 1*ms > 1*mV\ny = False and 1*ms > 1*mV'],
  ['what a handler takes', 'try:\n    x = 1*ms + 1*mV\nexcept DimensionMismatchError:\n    pass'],
  ['unknown values', 'import foreign\nx = foreign.f() + 3*mV\ny = x + 2*ms\nz = foreign.tau - 1*ms'],
  ['recorded values', "G = NeuronGroup(1, 'v : volt')\nx = G.v[0] + 1*mV"],
];

describe('dimension errors in plain Python', () => {
  for (const [what, text, ...expected] of FOUND)
    it(`are found in ${what}`, () => assert.deepEqual(places(text), expected));
  for (const [what, text] of FINE) it(`are not seen in ${what}`, () => assert.deepEqual(analysed(text), []));
});

function analysed(text: string): string[] {
  return analyse(`from brian2 import *\n${text}\n`, 'script.py')
    .problems.filter(({ errorClass }) => errorClass === 'DimensionMismatchError')
    .map(({ message }) => message);
}
