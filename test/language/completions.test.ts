import assert from 'node:assert/strict';
import { completionDocumentation, completions } from '../../core/language/index.ts';
import { analysed } from './fixture.ts';

const SCRIPT = `from brian2 import *
import brian2 as b2
tau = 20*ms
eqs = '''
dv/dt = (I - v)/tau : volt (unless refractory)
I : volt
'''
P = NeuronGroup(40, eqs, threshold='v > -50*mV', reset='v = 0*mV', refractory=5*ms, events={'low': 'v < 0*mV'})
S = Synapses(P, P, 'w : volt', on_pre='v_post += w')
S.connect()
M = StateMonitor(P, 'v', record=True)
spikes = SpikeMonitor(P)
double = TimedArray([1, 2], dt=1*ms)
`;

/** What is offered at `$0` of a last line, and what is replaced. */
function offered(line: string) {
  const { model, offset, text } = analysed(`${SCRIPT}${line}\n`);
  const found = completions(model, offset);
  const replaced = found[0] && text.slice(found[0].replace.start, found[0].replace.end);
  const documentation = (name: string) => completionDocumentation(model, offset, name);
  return { found, names: found.map(({ name }) => name), replaced, documentation };
}

/** Line, what must be among the names, what must not. */
type Case = readonly [line: string, expected: string, absent?: string];

const IN_STRINGS: readonly Case[] = [
  ["H = NeuronGroup(1, 'dx/dt = -x/$0 : 1')", 'x tau double exp ms pi xi t dt i N', 'P M spikes v mS'],
  ["H = NeuronGroup(1, 'dx/dt = -x/tau : $0')", 'volt amp 1 boolean integer', 'mV exp tau'],
  ["H = NeuronGroup(1, 'dx/dt = -x/tau : 1 ($0)')", 'unless refractory', 'constant event-driven summed'],
  ["H = Synapses(P, P, 'dx/dt = -x/tau : 1 (e$0)')", 'event-driven clock-driven', 'unless refractory'],
  ["H = NeuronGroup(1, 'x : 1 (constant, $0)')", 'shared', 'constant'],
  ["H = NeuronGroup(1, 'x = t/tau : 1 ($0)')", 'constant over dt shared', 'linked'],
  [
    "T = Synapses(P, P, 'g : volt', on_pre='v_post += $0')",
    'g v_pre v_post I_post lastspike_post i j N_incoming',
  ],
  ["P.v = 'I*ra$0'", 'I rand v i N', 'P'],
  ["S.connect('i == $0')", 'i j v_pre N_post', 'xi'],
  ["P.run_regularly('v = $0')", 'I v clip'],
  ["more = '''\ndx/dt = -x/$0\n'''", 'x tau exp ms', 'P S'],
  ["more = '''\ndx/dt = -x/tau : v$0\n'''", 'volt'],
];

const IN_SCRIPT: readonly Case[] = [
  ['P.$0', 'v I N i run_regularly run_on_event spikes clock', 'connect'],
  ['P[:3].ru$0', 'run_regularly v source'],
  ['S.$0', 'w connect pre delay N_outgoing_pre', 'set_spikes'],
  ['S.pre.$0', 'delay order queue'],
  ['M.$0', 'v t record_single_timestep', 'I'],
  ['spikes.co$0', 'count i t spike_trains num_spikes'],
  ['print(P.$0)', 'v N'],
  ['S.connect($0)', 'condition i j p n skip_if_invalid'],
  ['S.connect(i=3, $0)', 'j p', 'i'],
  ['NeuronGroup(3, eqs, thr$0)', 'threshold reset NeuronGroup tau'],
  ['NeuronGroup(3, eqs, thr$0\nrun(1*ms)', 'threshold reset'],
  ["NeuronGroup(3, eqs, method='e$0')", 'exact euler exponential_euler rk4'],
  ["NeuronGroup(3, eqs, method=('exact', '$0'))", 'euler'],
  ['prefs.$0', 'codegen core reset_to_defaults', 'codegen.target'],
  ['prefs.codegen.$0', 'target cpp runtime', 'codegen'],
  ["prefs['codegen.ta$0']", 'codegen.target core.default_float_dtype'],
  ["StateMonitor(P, '$0', record=True)", 'v I', 'w'],
  ["StateMonitor(S, ['$0'], record=True)", 'w'],
  ["StateMonitor(P, 'v', record=True, when='bef$0')", 'before_synapses start after_end'],
  ["EventMonitor(P, '$0')", 'low spike'],
  ["P.run_on_event('$0', 'v = 0*mV')", 'low'],
  ["Synapses(P, P, on_event='$0')", 'low spike'],
  ["PoissonInput(P, target_var='$0')", 'v I'],
  ["set_device('$0')", 'cpp_standalone runtime'],
  ['b2.Neu$0', 'NeuronGroup run'],
  ['Neu$0', 'NeuronGroup tau P mV', 'VariableView'],
];

describe('completions', () => {
  for (const [line, expected, absent = ''] of [...IN_STRINGS, ...IN_SCRIPT])
    it(`at ${line.replaceAll('\n', '⏎')}`, () => {
      const { names } = offered(line);
      for (const name of named(expected)) assert.ok(names.includes(name), `${name} is offered`);
      for (const name of named(absent)) assert.ok(!names.includes(name), `${name} is not offered`);
    });

  for (const line of [
    "more = '''\n$0",
    "H = NeuronGroup(1, '''x : 1\ny$0''')",
    "H = NeuronGroup(1, 'x : 1 # t$0')",
    'x = $0',
    '# P.$0',
    'import bri$0',
    'x = 12$0',
    'print("P.$0")',
    'unknown.$0',
  ])
    it(`are none at ${line.replaceAll('\n', '⏎')}`, () => assert.deepEqual(offered(line).names, []));

  it('replace what is typed of them, dots and blanks included', () => {
    assert.equal(offered('P.ru$0').replaced, 'ru');
    assert.equal(offered("prefs['codegen.ta$0']").replaced, 'codegen.ta');
    assert.equal(offered("H = NeuronGroup(1, 'dv/dt = -v/tau : 1 (unless r$0)')").replaced, 'unless r');
    assert.equal(offered("H = NeuronGroup(1, 'x : v$0')").replaced, 'v');
  });

  it('write keyword arguments with their sign', () => {
    const { found } = offered('NeuronGroup(3, eqs, thr$0)');
    assert.equal(found.find(({ name }) => name === 'threshold')?.insert, 'threshold=');
  });

  const documented: readonly (readonly [line: string, name: string, expected: RegExp])[] = [
    ['P.$0', 'v', /\(differential equation\) v : volt/],
    ['P.$0', 'run_regularly', /\(method\) P\.run_regularly\(/],
    ['S.connect($0)', 'p', /Probability/],
    ["H = NeuronGroup(1, 'dx/dt = -x/$0 : 1')", 'tau', /tau = 20 ms/],
    ["H = NeuronGroup(1, 'dx/dt = -x/$0 : 1')", 'exp', /e to the power/],
    ["H = NeuronGroup(1, 'x : 1 ($0)')", 'shared', /One value for the whole group/],
    ["NeuronGroup(3, eqs, method='$0')", 'rk4', /fourth order/],
    ["prefs['$0']", 'codegen.target', /Default/],
    ['prefs.codegen.$0', 'target', /prefs\.codegen\.target/],
    ['Neu$0', 'tau', /tau = 20\. ms/],
  ];
  for (const [line, name, expected] of documented)
    it(`explain ${name} at ${line}`, () => assert.match(offered(line).documentation(name) ?? '', expected));

  it('never throw, wherever the cursor is', () => {
    const { model, text } = analysed(SCRIPT);
    for (let offset = 0; offset <= text.length; offset++) completions(model, offset);
  });
});

/** Words of a list; `_` never stands alone, flags are told apart by their known second words. */
function named(list: string): string[] {
  return list
    .replaceAll('unless refractory', 'unless\u00a0refractory')
    .replaceAll('constant over dt', 'constant\u00a0over\u00a0dt')
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => name.replaceAll('\u00a0', ' '));
}
