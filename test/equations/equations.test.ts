import assert from 'node:assert/strict';
import { checkFlags } from '../../core/equations/checkFlags.ts';
import { Equations } from '../../core/equations/equations.ts';
import type { Replacement } from '../../core/equations/replace.ts';
import type { RangeProblem } from '../../core/equations/report.ts';
import { Provenance, type SourceString } from '../../core/text/provenance.ts';

function source(value: string, start = 0): SourceString {
  return { value, provenance: Provenance.exact('model.py', start, value.length) };
}

function parse(text: string, replacements?: ReadonlyMap<string, Replacement>) {
  const problems: (RangeProblem & { text: string })[] = [];
  const report = (p: RangeProblem, s: SourceString) =>
    void problems.push({ ...p, text: s.value.slice(p.range.start, p.range.end) });
  return { equations: Equations.parse(source(text), report, replacements), problems, report };
}

const text = (value: string, at = 500): Replacement => ({ kind: 'text', text: source(value, at) });

describe('Equations', () => {
  it('shows itself as Brian does', () => {
    const { equations } = parse(
      'z : volt\nb = a*2 : 1 (shared)\ndv/dt = -v/tau : volt\na = 3 : 1\ndu/dt=u/second : amp',
    );
    assert.equal(
      equations.toString(),
      'a = 3 : 1\nb = a*2 : 1 (shared)\ndu/dt = u/second : A\ndv/dt = -v/tau : V\nz : V',
    );
    assert.equal(equations.repr(), '<Equations object consisting of 5 equations>');
  });

  it('lists names by type, and names from outside', () => {
    const { equations } = parse('dv/dt = (a + I)/C + xi*s : volt\na = exp(v/mV)*nA : amp\nI : amp');
    assert.deepEqual(equations.namesOf('differential equation'), ['v']);
    assert.deepEqual(equations.namesOf('subexpression', 'parameter'), ['a', 'I']);
    assert.deepEqual([...equations.identifiers].sort(), ['C', 'exp', 'mV', 'nA', 's', 'xi']);
    assert.deepEqual([...equations.stochasticVariables], ['xi']);
  });

  it('orders subexpressions as they need each other', () => {
    const { equations } = parse('a = b + c : 1\nb = c : 1\nc = d : 1\nd : 1');
    assert.deepEqual(
      equations.subexpressions.map(({ name }) => name),
      ['c', 'b', 'a'],
    );
  });

  for (const [model, type] of [
    ['dv/dt = -v/tau : 1', undefined],
    ['dv/dt = -v/tau + sigma*xi*tau**-0.5 : 1', 'additive'],
    ['dv/dt = -v/tau + v*xi*tau**-0.5 : 1', 'multiplicative'],
    ['dv/dt = (-v + s*xi)/tau : 1\ns = 2*w : 1\nw : 1', 'additive'],
    ['dv/dt = (-v + s*xi)/tau : 1\ns = 2*v : 1', 'multiplicative'],
    ['dv/dt = sin(t/ms)*xi*Hz**0.5 : 1', 'multiplicative'],
  ] as const)
    it(`finds noise ${type} in ${model}`, () => assert.equal(parse(model).equations.stochasticType, type));

  for (const [model, at, part] of [
    ['v : volt\nv : 1', 'v', 'Duplicate'],
    ['x : mV', 'mV', 'not a base unit'],
    ['x : siemens/mmetre', 'mmetre', "Use 'metre'"],
    ['rand : 1', 'rand', 'name of a function'],
    ['x = xi : 1', 'xi', 'not a differential equation'],
    ['dx/dt = 1/ms : boolean', 'boolean', 'only define floating'],
  ] as const)
    it(`blames ${at} in ${JSON.stringify(model)}`, () => {
      const { problems } = parse(model);
      assert.equal(problems.length, 1);
      assert.equal(problems[0]!.text, at);
      assert.match(problems[0]!.message, new RegExp(part));
    });

  it('reports every problem of a model', () => {
    const { problems, equations } = parse('t : 1\nx : mV\ny = a[1] : 1\nz : 1\nz : 2');
    assert.deepEqual(
      problems.map(({ errorClass }) => errorClass),
      ['SyntaxError', 'EquationError', 'EquationError', 'EquationError', 'SyntaxError'],
    );
    assert.equal(equations.complete, false);
    assert.deepEqual(equations.names(), ['t', 'x', 'y', 'z']);
  });

  it('adds models of different strings', () => {
    const { equations, problems, report } = parse('dv/dt = I/C : volt');
    const sum = equations.plus(Equations.parse(source('I : amp\nv : 1', 900), report), report);
    assert.deepEqual(sum.names(), ['v', 'I']);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ["Duplicate definition of variable 'v'"],
    );
    assert.equal(problems[0]!.related?.[0]?.location.range.start, 1);
    assert.equal(sum.get('I')!.source.provenance?.locate(sum.get('I')!.nameRange)?.range.start, 900);
  });
});

describe('substitution in Equations', () => {
  const model = 'dx/dt = -x/tau + f(x) : 1';

  it('puts names and values in place', () => {
    const by = new Map<string, Replacement>([
      ['x', text('y')],
      ['tau', { kind: 'value', text: '(10. * msecond)' }],
      ['f', text('exp')],
      ['unused', text('z')],
    ]);
    const { equations, problems } = parse(model, by);
    assert.deepEqual(problems, []);
    assert.equal(equations.toString(), 'dy/dt = -y/(10. * msecond) + exp(y) : 1');
  });

  it('remembers where the parts came from', () => {
    const { equations } = parse(model, new Map([['tau', text('tau_e')]]));
    const equation = equations.get('x')!;
    const at = (word: string) => {
      const start = equation.source.value.indexOf(word);
      return equation.source.provenance?.locate({ start, end: start + word.length })?.range;
    };
    assert.deepEqual(at('tau_e'), { start: 500, end: 505 });
    assert.deepEqual(at('f(x)'), { start: model.indexOf('f(x)'), end: model.indexOf('f(x)') + 4 });
    assert.deepEqual(at('dx'), { start: 0, end: 2 });
  });

  for (const [replacement, message] of [
    [{ kind: 'value', text: '(3)' }, "Cannot replace model variable 'x' with a value."],
    [text('w'), "Cannot replace model variable 'x' with 'w', duplicate definition of 'w'."],
    [text('exp'), "'exp' is the name of a function, cannot be used as a variable name."],
    [text('y['), "'y[' is not a valid variable name."],
  ] as const)
    it(`refuses: ${message}`, () => {
      const { problems } = parse('x : 1\nw : 1', new Map([['x', replacement as Replacement]]));
      assert.deepEqual(
        problems.map((p) => p.message),
        [message],
      );
    });
});

describe('flags', () => {
  const allowed = {
    'differential equation': ['event-driven', 'clock-driven'],
    parameter: ['constant', 'shared'],
  };
  for (const [model, expected] of [
    ['dv/dt = 1/ms : 1 (event-driven)', []],
    [
      'dv/dt = 1/ms : 1 (event-driven, clock-driven)',
      ["clock-driven: Flag 'event-driven' cannot be combined with flag 'clock-driven'"],
    ],
    ['x = 3 : 1 (shared)', ["shared: Equations of type 'subexpression' cannot have any flags."]],
    [
      'x : 1 (constant, foo)',
      [
        "foo: Equations of type 'parameter' cannot have a flag 'foo', only the following flags are allowed: ('constant', 'shared')",
      ],
    ],
  ] as const)
    it(`checks ${model}`, () => {
      const found: string[] = [];
      checkFlags(
        parse(model).equations,
        allowed,
        (p, s) => void found.push(`${s.value.slice(p.range.start, p.range.end)}: ${p.message}`),
        [['event-driven', 'clock-driven']],
      );
      assert.deepEqual(found, expected);
    });
});
