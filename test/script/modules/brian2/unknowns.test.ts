/** What a check makes of valid lines whose values it cannot know: nothing. */
import assert from 'node:assert/strict';
import { analyse } from '../../../../core/script/analyse.ts';

const BEFORE = `from brian2 import *
try:
    import unknown_package
except ImportError:
    pass
x = unknown_package.x
G = NeuronGroup(3, 'v : volt\\nn : 1', threshold='v > 1*mV', reset='')
S = StateMonitor(G, 'v', record=True)
P = SpikeMonitor(G)
run(1*ms)
def get(a, b, c=1):
    return a*b
`;

function problems(text: string): string[] {
  return analyse(BEFORE + text, 'script.py')
    .problems.filter(({ severity }) => severity !== 'information')
    .map(({ message }) => message);
}

describe('values that a check cannot know', () => {
  for (const text of [
    '[x, 3]*mV',
    'array([x, 3])*mV',
    'Quantity([x, x]).max()',
    'Quantity([S.v[0], S.v[1]]).max(axis=1)',
    '3*mV + G.v',
    'G.v*[1, x, 2]',
    'array([1, 2, 3])*G.v',
    'array([1, 2, 3])*[x, 2, 3]',
    'a = zeros(3)\na[0] = x\na[1:] = [x, 2]\na[:] = G.n\na += G.n\na *= [x, 1, 2]',
    'b = ones(3)*mV\nb[0] = x\nb[1:] = [x, x]\nb[:] = G.v\nb += G.v',
    'array([G.v[0], G.v[1]])',
    'mean([G.v, G.v])',
    'ones(3).dot([x, 1, 2])',
    'bincount(P.i, weights=G.n, minlength=3)',
    'sum(G.n)/len(P)',
    'sum(t for t in x)',
    'sum(t for t in [1, 2, 3]) + 1',
    "array(['a', 'b'])[0].upper()",
    'array([None, 1, G])',
    'array([[1, 2], [3]], dtype=object)[0]',
    "array({'a': 1})",
    'zeros(3, dtype=complex)*x',
    'array([x]*3)[:, 0]',
    '1j*3',
    'exp(1j*2*pi*linspace(0, 1, 3)).real*3*mV',
    'complex(1, 2).imag',
    '(-8)**0.5',
    'get(*x) + get(**x) + get(1, **x)',
    "get(**{'a': 1, **x})",
    "d = {'a': 1, **x}\nget(**d)\n3/len(d)\nd['b'] + 1",
    "d = {'a': 1}\nd.update(x)\nget(**d)\ne = d.copy()\ne['q']",
    'if 3 in [x, 2]:\n    y = 1\nelse:\n    z = 2\nprint(y, z)',
    'l = [x]\nif 3 not in l:\n    raise ValueError(l)',
  ])
    it(text.replace(/\n/g, '; '), () => assert.deepEqual(problems(text), []));

  for (const [text, message] of [
    ["3*mV + 'a'", "Object of type <class 'str'> does not have dimensions"],
    ['[1, 2]*mV + 3*nA', 'Cannot calculate [1. 2.] mV + 3. nA, units do not match (units are V and A).'],
  ] as const)
    it(`but not of ${text}`, () => assert.deepEqual(problems(text), [message]));
});
