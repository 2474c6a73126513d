import assert from 'node:assert/strict';
import { highlights, type Renaming, references, rename, renameRange } from '../../core/language/index.ts';
import { analysed } from './fixture.ts';

const SCRIPT = `from brian2 import *
tau = 20*ms
gain = 2
eqs = '''
dv/dt = (I - v)/tau : volt (unless refractory)
I : volt
'''
P = NeuronGroup(40, eqs, threshold='v > -50*mV', reset='v = 0*mV', refractory=5*ms, method='exact')
P.v_ = 0
P.v = 'I*gain'
S = Synapses(P, P, 'w : volt', on_pre='v_post += w')
S.connect()
M = StateMonitor(P, 'v', record=True)
def double(tau):
    return 2*tau
print(double(tau), f'{tau}', M.v, P.w)
H = NeuronGroup(1, 'dv/dt = -v/tau : 1', namespace={'gain': 3}, method='exact')
H.v = 'gain'
name = 'u'
other = NeuronGroup(1, f'd{name}/dt = -{name}/tau : 1', method='exact')
run(1*ms)
`;

/** Line and text of each place that means what \`part\` in \`context\` does. */
function found(context: string, part: string): string[] {
  const { model, offset, text } = at(context, part);
  return highlights(model, offset).map(({ start, end }) => {
    const line = text.slice(0, start).split('\n').length;
    return `${line} ${text.slice(start, end)}`;
  });
}

function at(context: string, part: string) {
  const start = SCRIPT.indexOf(context) + context.indexOf(part);
  assert.ok(SCRIPT.includes(context), context);
  return analysed(`${SCRIPT.slice(0, start)}$0${SCRIPT.slice(start)}`);
}

function renamed(context: string, part: string, newName: string): string {
  const { model, offset, text } = at(context, part);
  return applied(text, rename(model, offset, newName));
}

/** The text after a renaming, or why there is none. */
function applied(text: string, result: Renaming): string {
  if ('refusal' in result) return result.refusal;
  const edits = [...result.edits].sort((a, b) => b.range.start - a.range.start);
  const replaced = (now: string, { range, newText }: (typeof edits)[number]) =>
    now.slice(0, range.start) + newText + now.slice(range.end);
  return edits.reduce(replaced, text);
}

const V = ['5 v', '5 v', '8 v', '8 v', '9 v_', '10 v', '11 v_post', '13 v', '16 v'];
const TAU = ['2 tau', '5 tau', '16 tau', '16 tau', '17 tau', '20 tau'];

describe('references', () => {
  const cases: readonly (readonly [context: string, part: string, expected: readonly string[]])[] = [
    ['- v)', 'v)', V],
    ['v_post', 'v_post', V],
    ['P.v_', 'v_', V],
    ["'v', record", "v'", V],
    ['M.v', 'v', V],
    ['-v/tau', 'v', ['17 v', '17 v', '18 v']],
    ['tau = 20', 'tau', TAU],
    [')/tau', 'tau', TAU],
    ['gain = 2', 'gain', ['3 gain', '10 gain']],
    ["'w : volt", 'w', ['11 w', '11 w']],
    ['return 2*tau', 'tau', []],
    ['*mV', 'mV', []],
  ];
  for (const [context, part, expected] of cases)
    it(`of ${part} in ${context}`, () => assert.deepEqual(found(context, part), expected));

  it('leave the definition out where it is not asked for', () => {
    const { model, offset, text } = at('-v/tau', 'v');
    const lines = references(model, offset, false).map(({ range }) => text.slice(range.start - 1, range.end));
    assert.deepEqual(lines, ['-v', '.v']);
  });
});

describe('rename', () => {
  it('changes a variable wherever it stands, endings kept', () => {
    const text = renamed('- v)', 'v)', 'u');
    for (const part of [
      'du/dt = (I - u)/tau',
      "threshold='u > -50*mV', reset='u = 0*mV'",
      'P.u_ = 0',
      "P.u = 'I*gain'",
    ])
      assert.ok(text.includes(part), part);
    for (const part of [
      "on_pre='u_post += w'",
      "StateMonitor(P, 'u'",
      'M.u, P.w',
      "'dv/dt = -v/tau : 1'",
      'H.v',
    ])
      assert.ok(text.includes(part), part);
  });

  it('changes a name of the script in strings, too, and leaves locals alone', () => {
    const text = renamed('tau = 20', 'tau', 'taum');
    for (const part of [
      'taum = 20*ms',
      '(I - v)/taum',
      "print(double(taum), f'{taum}'",
      'def double(tau):\n    return 2*tau',
    ])
      assert.ok(text.includes(part), part);
  });

  const refused: readonly (readonly [context: string, part: string, newName: string, why: RegExp])[] = [
    ['- v)', 'v)', '3v', /not a valid variable name/],
    ['- v)', 'v)', 'lambda', /keyword/],
    ['- v)', 'v)', 'mV', /name of a unit/],
    ['- v)', 'v)', 'I', /taken/],
    ['- v)', 'v)', 'tau', /taken/],
    ['*mV', 'mV', 'x', /no name here/],
  ];
  for (const [context, part, newName, why] of refused)
    it(`of ${part} in ${context} to ${newName}: ${why.source}`, () =>
      assert.match(renamed(context, part, newName), why));

  it('is offered for what the script defines alone', () => {
    const range = (context: string, part: string) => {
      const { model, offset } = at(context, part);
      return renameRange(model, offset)?.name;
    };
    assert.equal(range('v_post', 'v_post'), 'v');
    assert.equal(range('tau = 20', 'tau'), 'tau');
    assert.equal(range('NeuronGroup(40', 'NeuronGroup'), undefined);
    assert.equal(range('return 2*tau', 'tau'), undefined);
  });

  const computed: readonly (readonly [name: string, expected: RegExp])[] = [
    ["'u'", /name = 'w'\n.*-w\/ms/],
    ['chr(117)', /text that the script computes/],
  ];
  for (const [name, expected] of computed)
    it(`in text made of ${name}`, () => {
      const script = `from brian2 import *\nname = ${name}\nG = NeuronGroup(1, f'd{name}/dt = -$0u/ms : 1')\nrun(1*ms)\n`;
      const { model, offset, text } = analysed(script);
      assert.match(applied(text, rename(model, offset, 'w')), expected);
    });
});
