import assert from 'node:assert/strict';
import { checkStatements } from '../../core/equations/checkStatements.ts';
import { checkUnits } from '../../core/equations/checkUnits.ts';
import { dimensionOf } from '../../core/equations/dimensionOf.ts';
import { Equations } from '../../core/equations/equations.ts';
import { evaluateExpression } from '../../core/equations/evaluate.ts';
import { identifiersOf } from '../../core/equations/names.ts';
import type { RangeProblem } from '../../core/equations/report.ts';
import { isBooleanExpression, typeOf } from '../../core/equations/typeOf.ts';
import type { Resolved } from '../../core/namespaces/resolved.ts';
import { substituteNames } from '../../core/symbolic/tree.ts';
import { AMP, VOLT } from '../../core/units/dimension.ts';
import { parseExpression, parseStatements, printExpression } from '../../grammars/equations/index.ts';
import { testNames, variable } from '../support/names.ts';

function problemsOf(text: string, names = testNames()): string[] {
  const found: string[] = [];
  dimensionOf(
    parseExpression(text).tree,
    names,
    (p) => void found.push(text.slice(p.range.start, p.range.end)),
  );
  return found;
}

describe('ranges of unit problems', () => {
  for (const [text, ...ranges] of [
    ['v + w'],
    ['tau*(v + I)/tau', 'v + I'],
    ['1 + v + w', '1 + v'],
    ['v + I + w', 'v + I'],
    ['exp(v) + clip(w, 3, w)', 'v', '3'],
    ['int(v > I)*v', 'v > I'],
    ['v // w + 1', 'v'],
    ['v**w + 1', 'w'],
    ['sqrt(v + I) * exp', 'v + I', 'exp'],
    ['(v + I) + (v + tau)', 'v + I', 'v + tau'],
    ['(v + I) + tau', 'v + I'],
    ['clip(v, w)', 'clip(v, w)'],
  ])
    it(`blames ${ranges.join(' and ') || 'nothing'} in ${text}`, () =>
      assert.deepEqual(problemsOf(text!), ranges));

  for (const text of [
    'unknown + v',
    'v + unknown(3)',
    'unknown + (v + unknown) + w',
    'exp(unknown)',
    'v**unknown + w',
    '',
  ])
    it(`says nothing of what it can't know: ${text}`, () => assert.deepEqual(problemsOf(text), []));

  it('uses the known dimension of an unknown value', () => {
    const names = new Map<string, Resolved>([
      ...testNames(),
      ['u', { kind: 'unknown', name: 'u', dimension: AMP }],
    ]);
    assert.deepEqual(problemsOf('v + u', names), ['v + u']);
  });

  it('tells where the names got their units', () => {
    const definition = { document: 'model.py', range: { start: 10, end: 11 } };
    const names = new Map([...testNames(), ['v', variable('v', { dimension: VOLT, definition })]]);
    const found: RangeProblem[] = [];
    dimensionOf(parseExpression('2*(v + I)').tree, names, (p) => void found.push(p));
    assert.deepEqual(found[0]!.related, [{ message: "'v' is in volt", location: definition }]);
  });
});

describe('units of equations', () => {
  for (const [model, range] of [
    ['dv/dt = -v : volt', '-v'],
    ['dv/dt = -v/tau + I : volt\nI : amp', '-v/tau + I'],
    ['x = (3*mV) : amp', '3*mV'],
    ['x = rand()*2 : 1', 'rand()'],
    ['dv/dt = -v/tau : mV', undefined],
    ['dv/dt = -v/', undefined],
  ] as const)
    it(`blames ${range} in ${model}`, () => {
      const equations = Equations.parse({ value: model }, () => {});
      const found: string[] = [];
      checkUnits(
        equations,
        testNames(equations),
        (p) => void found.push(model.slice(p.range.start, p.range.end)),
      );
      assert.deepEqual(found, range === undefined ? [] : [range]);
    });
});

describe('ranges of statement problems', () => {
  for (const [text, ...ranges] of [
    ['v = 0*mV; w = v'],
    ['v = 0', '0'],
    ['v += 1', 'v += 1'],
    ['w = v\n v *= w # c', 'v *= w'],
    ['x = 3', 'x'],
    ['q = v; q = 3; q = w', '3'],
    ['q += v', 'q'],
    ['q = unknown; v = q'],
    ['v = foo + w'],
    ['v = foo + I', 'foo + I'],
    ['v = 0; w = 1', '0', '1'],
  ])
    it(`blames ${ranges.join(' and ') || 'nothing'} in ${JSON.stringify(text)}`, () => {
      const found: string[] = [];
      const report = (p: RangeProblem) => void found.push(text!.slice(p.range.start, p.range.end));
      checkStatements(parseStatements(text!).tree, testNames(), report);
      assert.deepEqual(found, ranges);
    });

  for (const [text, scalarWrites, ...messages] of [
    ['s = 3*volt', 'allowed'],
    ['s = s*2; v = s', 'allowed'],
    ['s = 3*volt', 'forbidden', 'Writing to scalar variable s not allowed in this context.'],
    [
      's = v',
      'allowed',
      "Cannot write to scalar variable 's' with an expression referring to vector variable 'v'",
    ],
    ['s = x', 'allowed', "name 'x' is not defined"],
    [
      'v = 0*volt; s = 3*volt',
      'allowed',
      "All writes to scalar variables in a code block have to be made before writes to vector variables. Illegal write to 's'.",
    ],
    ['n = n and b', 'allowed', 'Boolean operator acting on non-booleans'],
    ['q = -b', 'allowed', 'Unary operator USub does not apply to boolean types'],
    ['k = k + 1', 'allowed', 'Unknown identifier k'],
    ['k += 1', 'allowed', 'k'],
    [
      'v *= 1 + k',
      'allowed',
      "Expression 'v * 1 + k' uses inconsistent units ('v * 1' has unit V; 'k' has unit 1).",
    ],
    ['v *= (1 + k)', 'allowed'],
  ] as const)
    it(`says ${messages.join() || 'nothing'} of ${JSON.stringify(text)} where shared writes are ${scalarWrites}`, () => {
      const found: string[] = [];
      checkStatements(parseStatements(text).tree, testNames(), (p) => void found.push(p.message), {
        scalarWrites,
      });
      assert.deepEqual(found, messages);
    });
});

describe('types', () => {
  for (const [text, type] of [
    ['3', 'integer'],
    ['3.0', 'float'],
    ['n + 1', 'integer'],
    ['n / 2', 'float'],
    ['n // 2', 'integer'],
    ['n * v', 'float'],
    ['b + n', 'integer'],
    ['b', 'boolean'],
    ['not n', 'boolean'],
    ['v > w', 'boolean'],
    ['int(v/w)', 'integer'],
    ['abs(n)', 'integer'],
    ['clip(n, 1, 2.5)', 'float'],
    ['floor(n)', 'float'],
    ['rand()', 'float'],
    ['poisson(3)', 'integer'],
    ['-n**2', 'integer'],
  ] as const)
    it(`${text} is ${type}`, () => assert.equal(typeOf(parseExpression(text).tree, testNames()), type));

  for (const [text, expected] of [
    ['v > w', true],
    ['b', true],
    ['b and not n', true],
    ['n', false],
    ['b and n', false],
    ['unknown', true],
    ['3', false],
    ['int(b)', false],
  ] as const)
    it(`${text} is ${expected ? 'a' : 'no'} condition`, () =>
      assert.equal(isBooleanExpression(parseExpression(text).tree, testNames()), expected));
});

describe('values of expressions', () => {
  const lookup = (name: string) =>
    new Map([
      ['x', 2.5],
      ['y', -7],
    ]).get(name);
  for (const [text, expected] of [
    ['x*2 + y', -2],
    ['y // 2', -4],
    ['y % 3', 2],
    ['-7.5 % 2', 0.5],
    ['7 % -3', -2],
    ['2**-1', 0.5],
    ['-2**2', -4],
    ['int(-1.7)', -1],
    ['floor(-1.7)', -2],
    ['sign(y)', -1],
    ['clip(x, 0, 1)', 1],
    ['exprel(0)', 1],
    ['timestep(0.3, 0.1)', 3],
    ['x > 2 and y < 0', 1],
    ['not x', 0],
    ['x == 2.5 or z', 1],
    ['z', undefined],
    ['rand()', undefined],
    ['exp(z)', undefined],
    ['1/0', Number.POSITIVE_INFINITY],
  ] as const)
    it(`${text} is ${expected}`, () =>
      assert.equal(evaluateExpression(parseExpression(text).tree, lookup), expected));
});

describe('names in expressions', () => {
  it('lists them', () => {
    const { tree } = parseExpression('exp(-v/tau) + f(g(x), 3) if');
    assert.deepEqual([...identifiersOf(parseExpression('exp(-v/tau) + f(g(x), 3)').tree)].sort(), [
      'exp',
      'f',
      'g',
      'tau',
      'v',
      'x',
    ]);
    assert.equal(identifiersOf(tree).has(''), false);
  });

  it('puts expressions in their place', () => {
    const by = new Map([['x', parseExpression('a + b').tree]]);
    assert.equal(
      printExpression(substituteNames(parseExpression('x*y - x(x)').tree, by)),
      '(a + b)*y - x(a + b)',
    );
  });
});
