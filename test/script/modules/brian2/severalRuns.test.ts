/** Runs after runs: what has changed in between counts, although code is made once. Numbers of Brian 2.5.1. */
import assert from 'node:assert/strict';
import { printed } from './support.ts';

const MODEL = `
tau = 10*ms
G = NeuronGroup(3, 'dv/dt=(1-v)/tau : 1', threshold='v>limit', reset='v=low', method='euler')
limit, low = 2, 0
H = NeuronGroup(3, 'w : 1')
S = Synapses(G, H, 'g : 1', on_pre='w_post += g*gain')
S.connect(i=0, j=0)
S.g = 1
gain = 1
M = StateMonitor(G, 'v', record=True)
run(1*ms)
`;

describe('a run after another', () => {
  for (const [what, script, expected] of [
    ['another value of a constant', 'tau = 5*ms\nrun(1*ms)\nprint(round(G.v[0], 9))', '0.261053999'],
    ['another threshold', 'limit = 0.1\nrun(1*ms)\nprint(round(G.v[0], 9))', '0.086482753'],
    ['another reset', 'limit, low = 0.1, -1\nrun(0.1*ms)\nprint(G.v[:])', '[-1. -1. -1.]'],
    [
      'another time step',
      'defaultclock.dt = 0.5*ms\nrun(1*ms)\nprint(round(G.v[0], 9), len(M.t))',
      '0.183795177 12',
    ],
    [
      'another delay',
      'G.v = 3\nS.delay = 0.4*ms\nrun(0.4*ms)\nprint(H.w[:])\nrun(0.1*ms)\nprint(H.w[:])',
      '[0. 0. 0.]\n[1. 0. 0.]',
    ],
    [
      'more synapses',
      'S.connect(i=1, j=2)\nS.g = 2\nG.v = 3\nlimit = 2\nrun(0.1*ms)\nprint(H.w[:])',
      '[2. 0. 2.]',
    ],
    [
      'another namespace',
      "G.v = 3\nrun(0.1*ms, namespace={'tau': 1*ms, 'limit': 9, 'low': 0, 'gain': 1})\nprint(round(G.v[0], 9))",
      '2.8',
    ],
    [
      'arrays that have moved',
      'K = [NeuronGroup(300000, "v : 1") for k in range(3)]\nrun(1*ms)\nprint(round(G.v[0], 9), M.v.shape)',
      '0.182093062 (3, 20)',
    ],
    [
      'a group that was switched off',
      'G.active = False\nrun(1*ms)\nprint(round(G.v[0], 9))\nG.active = True\nrun(1*ms)\nprint(round(G.v[0], 9))',
      '0.095617925\n0.182093062',
    ],
  ] as const)
    it(`takes notice of ${what}`, () => {
      assert.equal(printed(`${MODEL}${script}`).join('\n'), expected);
    });

  it('draws other numbers with another seed, and the same with the same', () => {
    const script = `
G = NeuronGroup(3, 'dv/dt=xi*ms**-0.5 : 1', method='euler')
def drawn(number):
    seed(number)
    G.v = 0
    run(0.1*ms)
    return G.v[:]
first, second, third = drawn(1), drawn(2), drawn(1)
print((first == second).any(), (first == third).all())`;
    assert.deepEqual(printed(script), ['False True']);
  });
});
