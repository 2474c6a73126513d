import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  parseEquations,
  parseExpression,
  parseGenerator,
  parseStatements,
  printEquations,
  printExpression,
  printStatement,
} from '../../../grammars/equations/index.ts';
import type { Expression } from '../../../grammars/equations/tree.ts';

/** A tree without its ranges, as something to compare. */
function shape(expr: Expression): unknown {
  return JSON.parse(JSON.stringify(expr, (key, value) => (/range$/i.test(key) ? undefined : value)));
}

const name = fc.constantFrom('v', 'tau', 'I_syn', 'x1');
const literal = fc
  .constantFrom('3', '0.5', '1e-3', '0x10', '1_000')
  .map((text) => parseExpression(text).tree);

const expressions: fc.Arbitrary<Expression> = fc.letrec<{ expr: Expression }>((tie) => ({
  expr: fc.oneof(
    { maxDepth: 5 },
    name.map((n) => parseExpression(n).tree),
    literal,
    fc.constantFrom('True', 'False').map((text) => parseExpression(text).tree),
    fc
      .record({ op: fc.constantFrom('+', '-', 'not'), operand: tie('expr') })
      .map((r) => node({ kind: 'unary', ...r })),
    fc
      .record({
        op: fc.constantFrom('+', '-', '*', '/', '//', '%', '**'),
        left: tie('expr'),
        right: tie('expr'),
      })
      .map((r) => node({ kind: 'binary', ...r })),
    fc
      .record({
        op: fc.constantFrom('==', '!=', '<', '<=', '>', '>='),
        left: tie('expr'),
        right: tie('expr'),
      })
      .map((r) => node({ kind: 'comparison', ...r })),
    fc
      .record({ op: fc.constantFrom('and', 'or'), left: tie('expr'), right: tie('expr') })
      .map((r) => node({ kind: 'logical', ...r })),
    fc
      .record({ name: fc.constantFrom('exp', 'clip'), args: fc.array(tie('expr'), { maxLength: 3 }) })
      .map((r) => node({ kind: 'call', ...r })),
  ),
})).expr;

function node(parts: object): Expression {
  return { ...parts, range: { start: 0, end: 0 } } as Expression;
}

describe('grammar of expressions', () => {
  it('reads back what it prints', () => {
    fc.assert(
      fc.property(expressions, (expr) => {
        const { tree, problems } = parseExpression(printExpression(expr));
        assert.deepEqual(problems, [], printExpression(expr));
        assert.deepEqual(shape(tree), shape(expr), printExpression(expr));
      }),
      { numRuns: 300 },
    );
  });

  for (const [text, printed] of [
    ['a+b*c**-d', 'a + b*c**-d'],
    ['-a**2', '-a**2'],
    ['(-a)**2', '(-a)**2'],
    ['not a == b', 'not a == b'],
    ['a-(b-c)', 'a - (b - c)'],
    ['(a-b)-c', 'a - b - c'],
    ['a/(b*c)', 'a/(b*c)'],
    ['a if b', ''],
  ])
    it(`prints ${text}`, () => assert.equal(printExpression(parseExpression(text!).tree), printed));

  for (const [text, operand] of [
    ['(v + I)*2', 'v + I'],
    ['2 * (v + I) - 1', 'v + I'],
    ['f(a, v + I)', 'v + I'],
    ['-(v + I)', 'v + I'],
    ['((v) + (I))', '(v) + (I)'],
  ])
    it(`knows the range of ${operand} in ${text}`, () => {
      const found: string[] = [];
      const visit = (expr: Expression): void => {
        if (expr.kind === 'binary' && expr.op === '+')
          found.push(text!.slice(expr.range.start, expr.range.end));
        if (expr.kind === 'unary') visit(expr.operand);
        if (expr.kind === 'call') expr.args.forEach(visit);
        if (expr.kind === 'binary') [expr.left, expr.right].forEach(visit);
      };
      visit(parseExpression(text!).tree);
      assert.deepEqual(found, [operand]);
    });
});

describe('grammar and broken text', () => {
  const model = [
    'dv/dt = (ge*(Ee - v) - w[3])/tau + clip(x, 1) : volt (unless refractory)',
    'x = exp(-v/(3*mV)) : 1 # comment: (',
    "y = 'text' if a < b < c else np.pi ^ 2 : boolean (shared, constant over dt)",
    'w : siemens/metre**2',
  ].join('\n');

  it('never throws, whatever prefix it is given', () => {
    for (let end = 0; end <= model.length; end++) parseAll(model.slice(0, end));
  });

  it('never throws, whatever is left out', () => {
    for (let start = 0; start < model.length; start += 3)
      parseAll(model.slice(0, start) + model.slice(start + 7));
  });

  it('never throws on any characters', () => {
    const characters = fc.string({
      unit: fc.constantFrom(...'dvxt/=:()[]{},.+-*%<>!&|^~@#;$ \n\t\'"\\0123eé😀_'.split('')),
      maxLength: 40,
    });
    fc.assert(fc.property(characters, parseAll), { numRuns: 2000 });
  });

  it('takes deep nesting', () => {
    parseAll(`x = ${'('.repeat(3000)}x${')'.repeat(3000)} : 1`);
    parseAll(`x = ${'-'.repeat(3000)}x : 1`);
    parseAll(`x = ${'1 + '.repeat(9000)}x : 1`);
    assert.ok(parseExpression(`${'('.repeat(60)}x${')'.repeat(60)}`).problems.length === 0);
  });

  const BROKEN: readonly (readonly [text: string, kept: string, ranges: readonly string[]])[] = [
    ['dv/dt = -v\nI : amp', 'dv/dt = -v : \nI : amp', ['dv/dt = -v']],
    ['dv/dt = -v :\nI : amp', 'dv/dt = -v : \nI : amp', ['dv/dt = -v :']],
    ['dv/dt = (-v : volt\nI : amp', 'dv/dt = -v : volt\nI : amp', ['(']],
    ['dv\nI : amp', 'dv : \nI : amp', ['dv']],
    ['x = a b : 1\ny = c d : 1', 'x = a : 1\ny = c : 1', ['b', 'd']],
    ['v : volt (shared\nI : amp', 'v : volt\nI : amp', ['(']],
    ['v : volt;\nI : amp', 'v : volt\nI : amp', [';']],
    ['v : volt; I : amp', 'v : volt\nI : amp', [';']],
    ['x = f(a, : 1\ny : 1', 'x = f(a) : 1\ny : 1', ['(']],
  ];
  for (const [text, kept, ranges] of BROKEN)
    it(`keeps what it can of ${JSON.stringify(text)}`, () => {
      const { tree, problems } = parseEquations(text);
      if (ranges.length > 0) {
        assert.equal(printEquations(tree), kept);
        assert.deepEqual(
          problems.map(({ range }) => text.slice(range.start, range.end)),
          ranges,
        );
      } else assert.ok(problems.length > 0);
      assert.ok(tree.some(({ name: n, unit }) => n.name === 'I' || n.name === 'y' || unit.text !== ''));
    });

  function parseAll(text: string): void {
    for (const parse of [parseEquations, parseExpression, parseStatements, parseGenerator]) {
      for (const { range } of parse(text).problems) {
        assert.ok(
          Number.isInteger(range.start) && Number.isInteger(range.end),
          `${parse.name} of ${JSON.stringify(text)}`,
        );
        assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
      }
    }
  }
});

describe('grammar of statements', () => {
  it('counts ranges in the whole text', () => {
    const text = 'v = El  # reset\n  w += 3*mV; x=1';
    const { tree } = parseStatements(text);
    const ranges = tree.map(({ target, expr }) =>
      [target, expr].map(({ range }) => text.slice(range.start, range.end)),
    );
    assert.deepEqual(ranges, [
      ['v', 'El'],
      ['w', '3*mV'],
      ['x', '1'],
    ]);
    assert.deepEqual(
      tree.map((s) => [s.text, s.exprText]),
      [
        ['v = El  # reset', 'El'],
        ['w += 3*mV', '3*mV'],
        ['x=1', '1'],
      ],
    );
    assert.deepEqual(tree.map(printStatement), ['v = El', 'w += 3*mV', 'x = 1']);
  });
});
