/** What `scheduling_summary` and `profiling_summary` print: layout and order as Brian 2.5.1 shows them. */
import assert from 'node:assert/strict';
import { printed } from './support.ts';

const OBJECTS = `
G = NeuronGroup(2, 'dv/dt=1/ms : 1', threshold='v>0.75', reset='v=0', name='aa', method='euler')
G.run_regularly('v=0', dt=1*ms)
S = Synapses(G, G, 'w : 1', on_pre='v+=w', on_post='v-=w', name='syn')
M = StateMonitor(G, 'v', record=True, dt=0.2*ms)
K = SpikeMonitor(G)
R = PopulationRateMonitor(G)
P = PoissonInput(G, 'v', 10, 10*Hz, 1)
I = SpikeGeneratorGroup(1, [0], [1]*ms, name='sg')
@network_operation(dt=1*ms)
def f(): pass
K.active = False
`;

/** Recorded from Brian, without blanks at the ends of lines. */
const TABLE = `\
              object                |               part of               |        Clock dt         |    when    | order | active
------------------------------------+-------------------------------------+-------------------------+------------+-------+-------
aa_run_regularly (CodeRunner)       | aa (NeuronGroup)                    | 1. ms (every 10 steps)  | start      |     0 |  yes
networkoperation (NetworkOperation) | --                                  | 1. ms (every 10 steps)  | start      |     0 |  yes
statemonitor (StateMonitor)         | statemonitor (StateMonitor)         | 200. us (every 2 steps) | start      |     0 |  yes
aa_stateupdater (StateUpdater)      | aa (NeuronGroup)                    | 100. us (every step)    | groups     |     0 |  yes
aa_spike_thresholder (Thresholder)  | aa (NeuronGroup)                    | 100. us (every step)    | thresholds |     0 |  yes
sg (SpikeGeneratorGroup)            | sg (SpikeGeneratorGroup)            | 100. us (every step)    | thresholds |     0 |  yes
spikemonitor (SpikeMonitor)         | spikemonitor (SpikeMonitor)         | 100. us (every step)    | thresholds |     1 |   no
syn_pre (SynapticPathway)           | syn (Synapses)                      | 100. us (every step)    | synapses   |    -1 |  yes
poissoninput (PoissonInput)         | aa (NeuronGroup)                    | 100. us (every step)    | synapses   |     0 |  yes
syn_post (SynapticPathway)          | syn (Synapses)                      | 100. us (every step)    | synapses   |     1 |  yes
aa_spike_resetter (Resetter)        | aa (NeuronGroup)                    | 100. us (every step)    | resets     |     0 |  yes
ratemonitor (PopulationRateMonitor) | ratemonitor (PopulationRateMonitor) | 100. us (every step)    | end        |     0 |  yes`;

describe('summaries of a network', () => {
  it('show what happens in a step', () => {
    const lines = printed(`${OBJECTS}print(scheduling_summary())`);
    assert.deepEqual(
      lines.map((line) => line.trimEnd()),
      TABLE.split('\n'),
    );
  });

  for (const [script, expected] of [
    [
      'print(scheduling_summary(Network()))',
      'object | part of | Clock dt | when | order | active\n-------+---------+----------+------+-------+-------',
    ],
    [
      'run(0*ms, profile=True)\nprint(profiling_summary())',
      'Profiling summary\n=================\nno code objects have been run    0.00 ms    0.00 %',
    ],
    [
      'run(1*ms)\nprint(profiling_summary())',
      "ValueError: No profiling info collected (did you run with 'profile=True?')",
    ],
    [
      'run(1*ms, profile=True)\nprint(sorted(name for name, time in magic_network.profiling_info))',
      "['aa_stateupdater']",
    ],
    [
      'net = Network(G)\nprint([o.name for o in net.sorted_objects], len(net))',
      "['aa', 'aa_stateupdater'] 2",
    ],
    [
      "net = Network(G)\nprint('aa_stateupdater' in net, net['aa_stateupdater'].when, net['aa'] is G)",
      'True groups True',
    ],
    ["net = Network(G)\ndel net['aa']\nprint(len(net), len(Network(Network(G))))", '0 2'],
    ['Network()[3]', "TypeError: Need a name to access objects in a Network, got <class 'int'> instead"],
    ['run(1*ms, report=3)', /^TypeError: Do not know how to handle report argument, it has to be one of/],
    [
      "run(1*ms, report='text')",
      'Starting simulation at t=0. s for a duration of 1. ms\n1. ms (100%) simulated in < 1s',
    ],
    [
      'run(2*ms, report=lambda elapsed, done, start, duration: print(done, start, duration))',
      '0.0 0. s 2. ms\n1.0 0. s 2. ms',
    ],
  ] as const)
    it(script.split('\n').join('; '), () => {
      const model = "G = NeuronGroup(2, 'dv/dt=1/ms : 1', name='aa', method='euler')\n";
      const found = printed(`${model}${script}`).join('\n');
      if (typeof expected === 'string') assert.equal(found, expected);
      else assert.match(found, expected);
    });
});
