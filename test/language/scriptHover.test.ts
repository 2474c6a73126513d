/** Hovers on whole scripts: what analysis knows of them shows. */
import assert from 'node:assert/strict';
import { hover } from '../../core/language/index.ts';
import { analysed } from './fixture.ts';

const SCRIPT = `from brian2 import *
import brian2 as b2
from brian2.units.constants import gas_constant, zero_celsius
tau = 20*ms
El = -49*mV
eqs = '''
dv/dt = (g + I - (v - El))/tau : volt (unless refractory)
dg/dt = -g/(5*ms) : volt
x = v*rand() : volt (constant over dt)
I : volt
'''
prefs.codegen.target = 'numpy'
prefs['core.default_float_dtype'] = float32
P = NeuronGroup(40, eqs, threshold='v > -50*mV', reset='v = El', refractory=5*ms,
                events={'low': 'v < El'}, method='exact')
P.v_[:] = 0
P.I = linspace(0*mV, 3*mV, 40)
S = Synapses(P, P, 'w : volt', on_pre='g_post += w', method='euler')
S.connect('i < 32', p=0.02)
S.pre.delay = 1*ms
spikes = SpikeMonitor(P, variables='v')
M = StateMonitor(P[:10], 'v', record=True, when='before_synapses')
noisy = NeuronGroup(1, 'du/dt = -u/tau + u*xi*tau**-0.5 : 1')
P.run_on_event('low', 'v = El')
crossings = EventMonitor(P, 'low')
network = Network(collect())
noise = randn(3)*mV
steps = array([1, 2, 3])*ms
@b2.network_operation(dt=1*ms)
def watch(t):
    inner = NeuronGroup(3, 'w : 1')
    print(inner.w, P.N, t)
temperature = zero_celsius
def make(N, tau):
    return b2.SpikeGeneratorGroup(N, [0], [1]*tau)
network.run(1*second, report='text')
plot(M.t/ms, M.v[0])
own = np.exp(3)
lazy = NeuronGroup(2, 'rest : second', threshold='rest > 0*ms', reset='', refractory='rest/2')
`;

/** What the hover says at the start of `part`, which stands in `context`. */
function said(context: string, part: string): string | undefined {
  const at = SCRIPT.indexOf(context) + context.indexOf(part);
  const { model, offset } = analysed(`${SCRIPT.slice(0, at)}$0${SCRIPT.slice(at)}`);
  return hover(model, offset)?.markdown;
}

describe('hover on an equation', () => {
  const cases: readonly (readonly [context: string, part: string, ...expected: RegExp[]])[] = [
    [
      'dv/dt',
      'v/dt',
      /\(differential equation\) v : volt\ndv\/dt = \(g \+ I - \(v - El\)\)\/tau : volt \(unless refractory\)/,
      /Of the NeuronGroup `P`, \[line 7\]/,
      /\*\*Reads\*\* `g` volt · `I` volt · `v` volt · `El` = -49 mV · `tau` = 20 ms/,
      /\*\*Read by\*\* `dv\/dt` · `x` · `threshold`/,
      /\*\*Set by\*\* `reset`/,
      /\*\*Integrated by\*\* `exact`, as the script asks/,
    ],
    ['dg/dt', 'g/dt', /\*\*Set by\*\* `on_pre` of `synapses`/],
    ['x = v', 'x', /\(subexpression\) x : volt/, /\*\*Reads\*\* `v` volt · `rand\(\)`/],
    [
      'du/dt',
      'u/dt',
      /by\*\* `heun`, the first of the list/,
      /not `exact`: Cannot solve stochastic equations/,
      /not `euler`: Cannot integrate equations with multiplicative noise/,
      /`xi` second\*\*-0\.5/,
    ],
    ['g_post += w', 'g_post', /\(differential equation\) g_post : volt/],
    ["'rest/2", 'rest', /\(parameter\) rest : second/, /\*\*Read by\*\* `refractory` · `threshold`/],
    ['u*xi', 'xi', /second\*\*-0\.5/, /white noise/],
  ];
  for (const [context, part, ...expected] of cases)
    it(`explains ${part} in ${context}`, () => {
      const text = said(context, part);
      for (const pattern of expected) assert.match(text ?? '', pattern);
    });
});

describe('hover on the script', () => {
  const cases: readonly (readonly [context: string, part: string, ...expected: RegExp[]])[] = [
    [
      'P = Neuron',
      'P',
      /\(NeuronGroup\) P/,
      /40 elements, time step 100 us/,
      /\| `I` \| `volt` \| parameter \|/,
    ],
    ['S = Syn', 'S', /from `neurongroup` to `neurongroup`/],
    ['M = State', 'M', /\(StateMonitor\) M/],
    ['network = Net', 'network', /\(Network\) network/],
    ['noise = ', 'noise', /in `volt`/, /only known in a run/],
    ['steps = ', 'steps', /Array of shape `\(3,\)` in `second`/],
    ['tau = 20', 'tau', /tau = 20\. ms/, /Number in `second`/, /line 4/],
    ['20*ms', 'ms', /Time\. Unit: `0\.001 s`/, /10\*ms/],
    [
      'NeuronGroup(40',
      'NeuronGroup',
      /\(class\) NeuronGroup\(/,
      /`threshold=None` Condition/,
      /`run_regularly\(\)`/,
    ],
    [', threshold=', 'threshold', /\(argument\) threshold=None/, /Of `NeuronGroup`/],
    ["method='exact'", 'exact', /Solves linear equations/, /First choice|first choice/],
    ["method='euler'", 'method', /\(argument\) method=/, /Of `Synapses`/],
    ["'low': ", 'low', /Name of an event/],
    ["_event('low'", 'low', /\(event\) low/],
    ["Monitor(P, 'low'", 'low', /\(event\) low/],
    ["when='before", 'before', /\(slot\) before_synapses/],
    ["variables='v'", "'v'", /\(differential equation\) v/],
    ['codegen.target', 'target', /prefs\.codegen\.target/, /Default\*\* `'auto'`/],
    ['prefs.codegen', 'codegen', /\(category\)/, /`target`/],
    ["'core.default_float", 'core', /Default\*\* `float64`/],
    ['prefs.c', 'prefs', /preferences/],
    ['P.v_', 'v_', /Without units/],
    ['P.I', 'I', /\(parameter\) I : volt/],
    ['P.N', 'N', /Number of elements/],
    ['M.v[0]', 'v[', /one row per element/],
    ['M.t/ms', 't/', /Times of the records/],
    ['S.connect', 'connect', /\(method\) S\.connect\(/, /`skip_if_invalid=False`/],
    ['p=0.02', 'p=', /Probability/, /Of `Synapses\.connect`/],
    ['S.pre.delay', 'pre', /pathway of `on_pre`/],
    ['pre.delay', 'delay', /Time between an event and its effect/],
    ['b2.network_operation', 'network_operation', /Decorator/],
    ['def watch', 'watch', /\(NetworkOperation\) watch/],
    ['inner.w', 'inner', /\(NeuronGroup\) inner/],
    ['= zero_celsius', 'zero', /^```python\nzero_celsius = 273\.15 K/],
    ['import gas_constant', 'gas', /8\.3144598/],
    ['b2.SpikeGen', 'SpikeGen', /Neurons that spike at given times/],
    ['network.run', 'run', /\(method\) network\.run\(/],
    ['report=', 'report', /progress/],
    ['np.exp', 'exp', /e to the power of x/],
    ['collect()', 'collect', /would simulate/],
  ];
  for (const [context, part, ...expected] of cases)
    it(`explains ${part} in ${context}`, () => {
      const text = said(context, part);
      for (const pattern of expected) assert.match(text ?? '', pattern);
    });

  for (const [context, part] of [
    ['def make(N, tau)', 'tau'],
    ['[1]*tau', 'tau'],
    ["report='text'", 'text'],
    ['plot(M', 'plot'],
  ] as const)
    it(`says nothing of ${part} in ${context}`, () => assert.equal(said(context, part), undefined));

  it('knows the methods of a name that the script made its own no more', () => {
    const { model, offset } = analysed('from brian2 import *\ndef run(x):\n    pass\n$0run(3)\n');
    assert.equal(hover(model, offset), undefined);
  });
});

describe('hover on a model that no object has yet', () => {
  const MODEL = `from brian2 import *
tau = 20*ms
later = '''
dv/dt = (I - v)/tau + exp(3) : volt (unless refractory)
I : volt
'''
prose = '''Arguments:
    size: the number of things'''
`;
  const on = (context: string, part: string) => {
    const at = MODEL.indexOf(context) + context.indexOf(part);
    const { model, offset } = analysed(`${MODEL.slice(0, at)}$0${MODEL.slice(at)}`);
    return hover(model, offset)?.markdown ?? '';
  };
  for (const [context, part, expected] of [
    ['- v)', 'v', /\(differential equation\) v : volt\n.*Of no object yet/s],
    ['(I -', 'I', /\(parameter\) I : volt/],
    ['/tau', 'tau', /second/],
    ['exp(3)', 'exp', /e to the power/],
    [': volt (', 'volt', /Voltage/],
    ['unless', 'unless', /stands still/],
    ['size:', 'size', /^$/],
    ['number', 'number', /^$/],
  ] as const)
    it(`says of ${part} in ${context}: ${expected.source}`, () => assert.match(on(context, part), expected));
});
