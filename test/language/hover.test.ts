import assert from 'node:assert/strict';
import { DEFAULT_FUNCTIONS } from '../../core/functions/defaults.ts';
import { hover } from '../../core/language/index.ts';
import type { Resolved } from '../../core/namespaces/resolved.ts';
import { SECOND, VOLT } from '../../core/units/dimension.ts';
import { fixture, locate } from './fixture.ts';

const SCRIPT = `tau = 10*ms
eqs = '''
dv/dt = (-v + I)/tau : volt (unless refractory)
I : volt
rate = exp(v/mV) * foo(t) + w + xi*dt : Hz
'''
G = NeuronGroup(3, eqs, threshold="v > 1*mV", reset="v = 0*mV")
def double(tau):
    return 2*tau
run(10*ms)
`;

function variable(name: string): Resolved {
  return {
    kind: 'variable',
    index: '_idx',
    variable: {
      kind: 'array',
      arrayName: `_array_neurongroup_${name}`,
      name,
      owner: 'neurongroup',
      dimension: name === 't' ? SECOND : VOLT,
      dataType: 'float64',
      scalar: name === 't',
      constant: false,
      readOnly: false,
      size: 3,
      dynamic: false,
    },
  };
}

function constant(name: string, value: number, source: 'unit' | 'run namespace'): Resolved {
  const dimension = source === 'unit' ? VOLT : SECOND;
  const definition = source === 'unit' ? undefined : locate(SCRIPT, name);
  return { kind: 'constant', name, value, dimension, valueType: 'float', source, definition };
}

const NAMES: Readonly<Record<string, Resolved>> = {
  v: variable('v'),
  I: variable('I'),
  t: variable('t'),
  tau: constant('tau', 0.01, 'run namespace'),
  mV: constant('mV', 0.001, 'unit'),
  exp: { kind: 'function', function: DEFAULT_FUNCTIONS.get('exp')! },
  w: { kind: 'unknown', name: 'w', dimension: VOLT },
};
const DEFINITIONS = [
  { name: 'tau', description: '10. ms' },
  { name: 'G', description: 'NeuronGroup of 3' },
];

/** What the hover says of `part`, which stands inside `context`. */
function hoverOn(context: string, part: string) {
  const at = SCRIPT.indexOf(context) + context.indexOf(part);
  assert.ok(at >= 0, `${context} is in the script`);
  const { model } = fixture(SCRIPT, { names: NAMES, definitions: DEFINITIONS });
  const result = hover(model, at);
  return result && { ...result, text: SCRIPT.slice(result.range.start, result.range.end) };
}

describe('hover', () => {
  const cases: readonly (readonly [context: string, part: string, ...expected: RegExp[]])[] = [
    [
      '(-v + I)',
      'v',
      /\(differential equation\) v : volt/,
      /dv\/dt = \(-v \+ I\)\/tau/,
      /\[line 3\]\(.*#L3\)/,
    ],
    ['dv/dt', 'v/dt', /differential equation/],
    ['+ I)', 'I', /\(parameter\) I : volt/, /`neurongroup`/],
    ['rate =', 'rate', /\(subexpression\) rate : Hz/],
    ['/tau :', 'tau', /tau = 10 ms/, /when `run` is called/, /line 1/],
    ['v/mV', 'mV', /0\.001 V/, /m\^2 kg s\^-3 A\^-1/],
    ['exp(v', 'exp', /exp\(x\)/, /e to the power of x/, /without unit/, /Example/],
    [': volt (unless', 'volt', /Unit: `V`/],
    [': Hz', 'Hz', /s\^-1/],
    ['(unless refractory)', 'refractory', /while the neuron is refractory/],
    ['+ w', 'w', /in `volt`/, /only known in a run/],
    ['xi*', 'xi', /white noise/],
    ['foo(t)', 't)', /t : second/, /present time/],
    ['"v > 1*mV"', 'v', /differential equation/],
    ['"v = 0*mV"', 'v', /differential equation/],
    ['tau = 10', 'tau', /10\. ms/],
    ['G = Neuron', 'G', /NeuronGroup of 3/],
  ];
  for (const [context, part, ...expected] of cases)
    it(`explains ${part} in ${context}`, () => {
      const result = hoverOn(context, part);
      for (const pattern of expected) assert.match(result?.markdown ?? '', pattern);
    });

  it('covers exactly the name', () => {
    assert.equal(hoverOn('/tau :', 'tau')?.text, 'tau');
    assert.equal(hoverOn('(unless refractory)', 'refractory')?.text, 'unless refractory');
    assert.equal(hoverOn('exp(v', 'exp')?.text, 'exp');
  });

  const silent: readonly (readonly [context: string, part: string])[] = [
    ['foo(t)', 'foo'],
    ['10*ms\neqs', '10'],
    ['double(tau)', 'tau'],
    ['return 2*tau', 'tau'],
    ["'''\ndv", "'''"],
  ];
  for (const [context, part] of silent)
    it(`says nothing of ${JSON.stringify(part)} in ${JSON.stringify(context)}`, () =>
      assert.equal(hoverOn(context, part), undefined));

  it('never throws, wherever the cursor is', () => {
    const { model } = fixture(SCRIPT, { names: NAMES, definitions: DEFINITIONS });
    for (let offset = -1; offset <= SCRIPT.length + 1; offset++) hover(model, offset);
  });
});
