/** What Brian 2.5.1 prints for state variables that a script puts into text. */
import assert from 'node:assert/strict';
import { printed } from './support.ts';

const BEFORE = `G = NeuronGroup(2, '''v : 1
w : volt (shared)''', threshold='v > 1')
M = SpikeMonitor(G)
run(0.2*ms)
`;

const REFUSED = 'TypeError: unsupported format string passed to VariableView.__format__';

const CASES: readonly (readonly [expression: string, text: string])[] = [
  ["f'{defaultclock.t}'", '<defaultclock.t: 200. * usecond>'],
  ["'{}'.format(G.t)", '<neurongroup.t: 200. * usecond>'],
  ["f'{G.v}'", '<neurongroup.v: array([0., 0.])>'],
  ["f'{G.v_}'", '<neurongroup.v_: array([0., 0.])>'],
  ["f'{G.w}'", '<neurongroup.w: 0. * volt>'],
  ["f'{M.t}'", '<spikemonitor.t: array([], dtype=float64) * second>'],
  ["f'{G.v[0]} {G.v[:]} {defaultclock.dt} {G.N}'", '0.0 [0. 0.] 100. us 2'],
  ["f'{defaultclock.t:.2f}'", REFUSED],
  ["format(G.v, '8')", REFUSED],
];

describe('state variables in text', () => {
  for (const [expression, text] of CASES)
    it(expression, () => assert.deepEqual(printed(`${BEFORE}print(${expression})`), [text]));
});
