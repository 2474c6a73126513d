/** What a check says to do, besides Brian's own words. */
import assert from 'node:assert/strict';
import { analyse } from '../../core/script/analyse.ts';
import { runText } from '../oracle/scriptRun.ts';

const HEAD = 'from brian2 import *\n';
const group = (model: string, more = '') => `G = NeuronGroup(3, ${model}${more})\nrun(1*ms)`;
const reset = (code: string) => group("'v : 1'", `, threshold='v > 1', reset='${code}'`);
const threshold = (code: string, unit = '1') => group(`'v : ${unit}'`, `, threshold='${code}', reset=''`);

function problemsOf(script: string) {
  const text = HEAD + script;
  const { problems } = analyse(text, 'script.py');
  const shown = (start: number, end: number) => text.slice(start, end);
  return problems.map((problem) => {
    const { range } = problem.location!;
    return { ...problem, at: shown(range.start, range.end), shown };
  });
}

describe('what to do about', () => {
  for (const [script, at, hint] of [
    // Units.
    [threshold('v > -50', 'volt'), 'v > -50', /'v' is in volt.*write '-50\*mV'/],
    [threshold('v > 0', 'volt'), 'v > 0', /Write '0\*mV': 0 needs its unit/],
    [group("'dv/dt = -v : volt'"), '-v', /'dv\/dt' is in volt\/second.*Divide '-v' by a time \(in second\)/],
    [
      group("'dv/dt = (-v + I)/ms : volt\\nI : amp'"),
      '-v + I',
      /'I' in amp\. Multiply 'I' by a resistance \(in ohm\) to get volt/,
    ],
    [
      group("'dv/dt = (i - v)/ms : volt\\nI : volt\\nx = I : volt'"),
      'i - v',
      /Did you mean 'I'\? 'i' is the index/,
    ],
    [
      group("'x = exp(3*mV) : 1\\ndv/dt = x/ms : 1'"),
      '3*mV',
      /exp takes a number without unit.*Divide '3\*mV' by a voltage/,
    ],
    [group("'dv/dt = v//ms : 1'"), 'ms', /For a quotient of quantities write '\/'/],
    ["G = NeuronGroup(1, 'v : volt')\nG.v = -70", '-70', /write '-70\*mV'/],
    ['run(100)', '100', /write '100\*ms'/],
    ['defaultclock.dt = 0.1', '0.1', /write '0\.1\*ms'/],
    ['P = PoissonGroup(3, rates=10)', '10', /write '10\*Hz'/],
    ['x = 3*mV + 2', '3*mV + 2', /multiply it by 'mV'/],
    ['x = sin(3*mV)', 'sin(3*mV)', /Divide by a unit to get a plain number: 'x\/mV'/],
    // Units of equations.
    ["G = NeuronGroup(1, 'v : mV')", 'mV', /values may still be given in mV/],
    ["G = NeuronGroup(1, 'v : V')", 'V', /Write ': volt'/],
    ["G = NeuronGroup(1, 'v : volts')", 'volts', /Did you mean 'volt'\?/],
    ["G = NeuronGroup(1, 'v : float')", 'float', /Write ': 1'/],
    ["G = NeuronGroup(1, 'v : 1 constant')", 'constant', /Flags stand in brackets: '\(constant\)'/],
    // Names.
    [group("'dv/dt = -v/tua : 1'").replace(/^/, 'tau = 1*ms\n'), 'tua', /Did you mean 'tau'\?/],
    [group("'dv/dt = V/ms : 1\\nvv : 1'"), 'V', /Did you mean 'v'/],
    [group("'dv/dt = max(v, 0)/ms : 1'"), 'max', /'clip\(x, a, inf\)' is the larger/],
    [group("'dv/dt = q/ms : 1'"), 'q', /Define 'q' in the script/],
    [
      group("'dv/dt = rates/ms : 1'").replace(/^/, 'rates = array([1, 2])\n'),
      'rates',
      /'rates : unit'.*TimedArray/,
    ],
    ["G = NeuronGroup(1, 'exp : 1')", 'exp', /Choose another name/],
    ["G = NeuronGroup(1, 'i : 1')", 'i', /index of the neuron; for a current write 'I'/],
    ["G = NeuronGroup(1, 'v_post : 1')", 'v_post', /Call it 'vpost'/],
    [
      "G = NeuronGroup(1, 'v : 1')\nG.run_regulary('v = 0')",
      'G.run_regulary',
      /Did you mean 'run_regularly'\?/,
    ],
    ["G = NeuronGroup(1, 'v : 1', treshold='v > 1')", 'treshold', /Did you mean 'threshold'\?/],
    ['from brian2 import NeuronGrup', 'NeuronGrup', /Did you mean 'NeuronGroup'\?/],
    ['np.linspce(0, 1)', 'np.linspce', /Did you mean 'linspace'\?/],
    [
      "G = NeuronGroup(1, 'v : 1')\nM = StateMonitor(G, ['v', 'vm'], record=True)",
      'vm',
      /The variables of 'neurongroup': v\./,
    ],
    ["G = NeuronGroup(1, 'v : 1')\nG.run_on_event('spik', 'v = 0')", "'spik'", /events=\{'spik': '\.\.\.'\}/],
    [
      group("'v : 1'", ", method='eular'").replace('v : 1', 'dv/dt = -v/ms : 1'),
      "'eular'",
      /Did you mean 'euler'\?/,
    ],
    [
      "P = SpikeGeneratorGroup(3, [0], [1]*ms, when='threshold')\nrun(1*ms)",
      "'threshold'",
      /Did you mean 'thresholds'\?/,
    ],
    // Flags.
    ["G = NeuronGroup(1, 'v : 1 (Constant)')", 'Constant', /Did you mean 'constant'\?/],
    [
      "G = NeuronGroup(1, 'dv/dt = -v/ms : 1 (event-driven)')",
      'event-driven',
      /is for differential equations of Synapses/,
    ],
    [
      "G = NeuronGroup(1, 'dv/dt = -v/ms : 1 (unless-refractory)')",
      'unless-refractory',
      /Did you mean 'unless refractory'/,
    ],
    // Syntax.
    ["G = NeuronGroup(1, 'dv/dt = -v/ms')", 'dv/dt = -v/ms', /Every equation ends with its unit/],
    ["G = NeuronGroup(1, 'v : 1 (constant) (shared)')", '(', /\(constant, shared\)/],
    ["G = NeuronGroup(1, 'v : 1; w : 1')", ';', /a line of its own/],
    [group("'dv/dt = -v^2/ms : 1'"), '-v^2/ms', /Write '\*\*' for a power/],
    [group("'dv/dt = np.exp(v)/ms : 1'"), 'np.exp(v)', /'exp' without 'np\.'/],
    [group("'dv/dt = 2v/ms : 1'"), '2v', /Write '2\*v'/],
    [threshold('v = 1'), '=', /Write '==' to compare/],
    [threshold('v > 1 & v < 3'), 'v > 1 & v < 3', /Write 'and' instead of '&'/],
    [threshold('0 < v < 1'), '0 < v < 1', /Join two comparisons/],
    [threshold('v > 1 mV', 'volt'), 'mV', /write '\*' for a product/],
    [reset('# to rest\\nv = 0'), '# to rest', /needs a statement before it/],
    [reset('if v > 1: v = 0'), 'v', /use conditions as numbers/],
    [reset('v == 0'), '=', /A single '=' assigns/],
    [reset('v = xi'), 'xi', /'randn\(\)'/],
    [reset('v = 10**-3'), '10**-3', /Write '10\.0\*\*-3'/],
    // Numerical integration and noise.
    [group("'dv/dt = -v**2/ms : 1'", ", method='exact'"), "'exact'", /linear equations.*method='euler'/],
    [group("'dv/dt = xi/ms**.5 : 1'", ", method='rk4'"), "'rk4'", /without noise.*method='euler'/],
    [group("'x = rand() : 1\\ndv/dt = x/ms : 1'"), 'rand()', /\(constant over dt\)/],
    // Whole numbers.
    ["G = NeuronGroup(4, 'v : 1')\nH = G[:len(G)/2]", 'G[:len(G)/2]', /write '\/\/'/],
    ['for k in range(3/2): pass', 'range(3/2)', /write '\/\/'/],
    // What is never run.
    ["L = [NeuronGroup(1, 'v : 1')]\nrun(1*ms)", "NeuronGroup(1, 'v : 1')", /make a Network/],
    [
      "G = NeuronGroup(1, 'v : 1')\nM = StateMonitor(G, 'v', record=True)\nNetwork(G).run(1*ms)",
      "StateMonitor(G, 'v', record=True)",
      /Add it to the Network/,
    ],
    ["eqs = 'dv/dt = -v/ms : 1'\nG = NeuronGroup(1, 'v : 1')\nrun(1*ms)", 'eqs', /Give them to a group/],
  ] as const)
    it(script, () => {
      const found = problemsOf(script).filter((problem) => problem.severity !== 'hint' && problem.at === at);
      assert.ok(found.length > 0, `${at} is not among ${problemsOf(script).map((p) => p.at)}`);
      assert.match(found[0]!.hint ?? '', hint);
    });
});

describe('where names got their units', () => {
  for (const [script, ...related] of [
    [`tau = 10*ms\n${group("'dv/dt = -v + tau : volt'")}`, "v: 'v' is in volt", "tau: 'tau' is 10. ms"],
    ['a = 3*mV\nb = 2*ms\nx = a + b', "a: 'a' is 3. mV", "b: 'b' is 2. ms"],
    ["G = NeuronGroup(1, 'v : volt')\nG.v = 3", "v: 'v' is in volt"],
    [
      `@check_units(x=1, result=volt)\ndef f(x): return x*volt\n${group("'dv/dt = f(1) - 3*amp : 1'")}`,
      "f: what 'f' returns is in volt",
    ],
  ] as const)
    it(script, () => {
      const [problem] = problemsOf(script).filter(({ severity }) => severity === 'error');
      const places = problem!.related!.map(({ message, location: { range } }) => {
        return `${problem!.shown(range.start, range.end)}: ${message}`;
      });
      assert.deepEqual(places, related);
    });
});

it('a run that fails says at its end what to do', () => {
  const { result } = runText(`${HEAD}tau = 10*ms\n${group("'dv/dt = -v/tua : 1'")}`, 'script.py', 'runtime');
  assert.match(result.error!.text, /BrianObjectException: .*\nhint: Did you mean 'tau'\?$/);
});
