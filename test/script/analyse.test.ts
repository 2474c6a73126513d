import assert from 'node:assert/strict';
import { analyse } from '../../core/script/analyse.ts';

/** Problems as `LINE text-in-range code`, in the order of the text. */
function found(text: string): string[] {
  const source = `from brian2 import *\n${text}`;
  return analyse(source, 'script.py')
    .problems.filter((problem) => problem.severity === 'error')
    .map(({ location, code }) => {
      const { start, end } = location?.range ?? { start: 0, end: 0 };
      return `${source.slice(0, start).split('\n').length} ${source.slice(start, end)} ${code}`;
    });
}

describe('analysis of a script', () => {
  for (const [name, text, expected] of [
    [
      'the units of a sum',
      `G = NeuronGroup(1, '''\ndv/dt = -v + I : volt\nI : amp\n''')\nrun(1*ms)`,
      ['3 -v + I dimension-mismatch'],
    ],
    [
      'a name that no frame has',
      `G = NeuronGroup(1, 'dv/dt = -v/taux : 1')\ntau = 1*ms\nrun(1*ms)`,
      ['2 taux undefined-name'],
    ],
    [
      'a threshold without unit',
      `G = NeuronGroup(1, 'v : volt', threshold='v > 1', reset='')\nrun(1*ms)`,
      ['2 v > 1 dimension-mismatch'],
    ],
    [
      'a reset',
      `G = NeuronGroup(1, 'v : volt', threshold='v > 1*mV', reset='v = 0')\nrun(1*ms)`,
      ['2 0 dimension-mismatch'],
    ],
    [
      'the code of a pathway',
      `G = NeuronGroup(1, 'v : volt', threshold='v > 1*mV', reset='v = 0*mV')\nS = Synapses(G, G, 'w : 1', on_pre='v_post += w')\nS.connect()\nrun(1*ms)`,
      ['3 v_post += w dimension-mismatch'],
    ],
    ['a value', `G = NeuronGroup(1, 'v : volt')\nG.v = 3\nrun(1*ms)`, ['3 3 dimension-mismatch']],
    [
      'a string that is assigned',
      `G = NeuronGroup(1, 'v : volt')\nG.v = 'rand()'\nrun(1*ms)`,
      ['3 rand() dimension-mismatch'],
    ],
    [
      'an attribute that no variable has',
      `G = NeuronGroup(1, 'voltage : 1')\nG.voltge = 3\nrun(1*ms)`,
      ['3 G.voltge unknown-attribute'],
    ],
    [
      'synapses that were never connected',
      `G = NeuronGroup(1, 'v : 1', threshold='v>1', reset='')\nS = Synapses(G, G, on_pre='v_post += 1')\nrun(1*ms)`,
      ["3 Synapses(G, G, on_pre='v_post += 1') not-connected"],
    ],
    [
      'a monitor of what never spikes',
      `G = NeuronGroup(1, 'v : 1')\nM = SpikeMonitor(G)\nrun(1*ms)`,
      ['3 SpikeMonitor(G) no-event'],
    ],
    ['a duration without unit', 'run(100)', ['2 100 dimension-mismatch']],
    [
      'a flag',
      `G = NeuronGroup(1, 'dv/dt = -v/ms : 1 (event-driven)')\nrun(1*ms)`,
      ['2 event-driven illegal-flag'],
    ],
    [
      'several mistakes of one string',
      `G = NeuronGroup(1, '''\ndv/dt = -v : 1\ndu/dt = (u + 1*mV)/ms : 1\n''')\nrun(1*ms)`,
      ['3 -v dimension-mismatch', '4 u + 1*mV dimension-mismatch'],
    ],
    ['a model that nothing runs yet', `G = NeuronGroup(1, 'dv/dt = -v : volt')`, ['2 -v dimension-mismatch']],
  ] as const)
    it(`finds ${name}`, () => {
      assert.deepEqual(found(text), expected);
    });

  for (const [name, text] of [
    [
      'names from the frame that calls run',
      `def f():\n    tau = 1*ms\n    G = NeuronGroup(1, 'dv/dt = -v/tau : 1')\n    run(1*ms)\nf()`,
    ],
    [
      'a group of unknown size',
      `import sys
G = NeuronGroup(int(sys.argv[1]), 'v : 1', threshold='v > 1', reset='v = 0')
M = StateMonitor(G, 'v', record=[5, 7])
G.v[7] = 1
G.v[2:5] = [1, 2, 3]
G.v = linspace(0, 1, G.N)
S = Synapses(G[3:8], G[:G.N//2], on_pre='v += 1')
S.connect(i=[0, 3], j=[1, 100])
S.connect(j='i + 100')
for part in G: part.v = 2
print(len(G), list(G.i), S.N_pre)
run(1*ms)`,
    ],
    ['a model that others run', `G = NeuronGroup(1, 'dv/dt = -v/tau_of_another_module : 1')`],
    [
      'values that only a run knows',
      `G = NeuronGroup(1, 'v : volt')\nM = StateMonitor(G, 'v', record=True)\nrun(1*ms)\nG.v = M.v[0][-1] + rand()*mV`,
    ],
    [
      'a function that calls itself until something unknown ends it',
      'def again(n):\n    if rand() < 0.5:\n        return again(n + 1)\n    return n\nagain(0)',
    ],
    [
      'an image that is read',
      "from matplotlib.image import imread\nimg = (1 - imread('brian.png'))[::-1, :, 0].T",
    ],
    [
      'names of a module that is not there',
      `from other import *\nG = NeuronGroup(1, 'dv/dt = -v/tau : 1')\nrun(1*ms)`,
    ],
    [
      'a line that is half typed',
      `G = NeuronGroup(1, '''\ndv/dt = (I - v)/tau : volt\nI = 3*\n''', threshold='v > I', reset='v = 0*mV')\ntau = 1*ms\nrun(1*ms)`,
    ],
  ] as const)
    it(`does not complain of ${name}`, () => {
      const errors = found(text).filter(
        (problem) =>
          !problem.includes('I = 3') && !problem.endsWith('syntax') && !problem.endsWith('equations'),
      );
      assert.deepEqual(errors, []);
    });

  it('is silent and quick where Brian is not imported', () => {
    assert.equal(analyse('x = 1 + undefined', 'other.py').usesBrian, false);
  });

  it('gives up in an endless loop, says so, and reads on', () => {
    const { problems } = analyse(
      'from brian2 import *\nwhile True:\n    pass\nundefined_name\n',
      'script.py',
    );
    assert.deepEqual(
      problems.map((problem) => problem.code),
      ['analysis-budget', 'undefined-name'],
    );
  });

  it('resolves names of strings for hovers', () => {
    const text = `from brian2 import *\ntau = 10*ms\nG = NeuronGroup(5, 'dv/dt = -v/tau : volt')\nrun(1*ms)\n`;
    const { codeStrings, runCalls } = analyse(text, 'script.py');
    const model = codeStrings.find((string) => string.role === 'model');
    const tau = model?.resolve('tau');
    assert.equal(tau?.kind === 'constant' && tau.value, 0.01);
    assert.equal(runCalls.length, 1);
  });
});
