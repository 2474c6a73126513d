/** Which objects a magic run knows: verdicts and times as Brian 2.5.1 gives them. */
import assert from 'node:assert/strict';
import { analyse } from '../../../../core/script/analyse.ts';
import { printed } from './support.ts';

const GROUP = "NeuronGroup(1, 'v : 1', threshold='v>1', reset='')";
const RUN = 'run(1*ms)\n';
const TIME = 'print(magic_network.t)';

describe('the magic network', () => {
  const cases: [what: string, script: string, expected: string | RegExp][] = [
    ['goes on with the same objects', `G = ${GROUP}\n${RUN}${RUN}${TIME}`, '2. ms'],
    ['starts anew with new ones', `G = ${GROUP}\n${RUN}G = ${GROUP}\n${RUN}${TIME}`, '1. ms'],
    [
      'knows an object that one run did not see',
      `G, H = ${GROUP}, ${GROUP}\n${RUN}K = [H]\nH = None\n${RUN}H = K[0]\n${RUN}${TIME}`,
      '3. ms',
    ],
    [
      'knows the monitor of a group that is gone',
      `G = ${GROUP}\nM = SpikeMonitor(G)\n${RUN}G = ${GROUP}\n${RUN}`,
      /^MagicError: The magic network contains a mix/,
    ],
    ['takes new monitors', `G = ${GROUP}\n${RUN}M = SpikeMonitor(G)\n${RUN}${TIME}`, '2. ms'],
    [
      'refuses objects of an earlier simulation',
      `G = ${GROUP}\n${RUN}K = [G]\nG = ${GROUP}\n${RUN}H = K[0]\n${RUN}`,
      /^RuntimeError: 'neurongroup' has already been run in the context of another network\. Use add\/remove/,
    ],
    [
      'refuses objects of another network',
      `G = ${GROUP}\nNetwork(G).run(1*ms)\n${RUN}`,
      /^RuntimeError: 'neurongroup' has already been run/,
    ],
    [
      'can not be added to',
      `G = ${GROUP}\nmagic_network.add(G)`,
      'MagicError: Cannot directly modify MagicNetwork',
    ],
    [
      'takes another step for a new simulation',
      `G = ${GROUP}\nrun(2*ms)\ndefaultclock.dt = 0.3*ms\nG = ${GROUP}\nrun(3*ms)\nprint(defaultclock.t[:])`,
      '3. ms',
    ],
    [
      'keeps to a step that leads to its time',
      `G = ${GROUP}\nrun(2*ms)\ndefaultclock.dt = 0.3*ms\nrun(3*ms)`,
      'ValueError: Cannot set dt from 100. us to 300. us, the time 2. ms is not a multiple of 300. us.',
    ],
  ];
  for (const [what, script, expected] of cases)
    it(what, () => {
      const found = printed(script).join('\n');
      if (typeof expected === 'string') assert.equal(found, expected);
      else assert.match(found, expected);
      const error = typeof expected !== 'string' ? /^\^(\w+)/.exec(expected.source)?.[1] : undefined;
      const { problems } = analyse(`from brian2 import *\n${script}`, 'script.py');
      const errors = problems.filter(({ severity }) => severity === 'error').map((p) => p.errorClass);
      if (error !== undefined || !/Error/.test(String(expected)))
        assert.deepEqual(errors, error === undefined ? [] : [error]);
    });

  it('leaves the group of a monitor out where it is not visible, and says so', () => {
    const { problems } = analyse(
      `from brian2 import *\nK = [${GROUP}]\nM = SpikeMonitor(K[0])\n${RUN}${RUN}`,
      'script.py',
    );
    const told = problems.filter(({ code }) => code === 'dependency-warning');
    assert.equal(told.length, 1);
  });
});
