import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evaluateExpression } from '../../core/equations/evaluate.ts';
import { name, number, operation } from '../../core/symbolic/build.ts';
import { expand, isZeroExpression } from '../../core/symbolic/canonical.ts';
import { printExpression } from '../../grammars/equations/index.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import { expression } from '../support/code.ts';

describe('normal form', () => {
  const zeros = [
    'x - x',
    '(a + b)**2 - a**2 - 2*a*b - b**2',
    'a/(a + b) + b/(a + b) - 1',
    '1/(a - b) + 1/(b - a)',
    '(x**2 - 1)/(x - 1) - x - 1',
    'sqrt(x) - x**0.5',
    'exp(a + b) - exp(b + a)',
    '0.1*x + 0.2*x - 0.3*x',
    '1/(2*x + 2*y) - 0.5/(x + y)',
    'sqrt(a)*sqrt(a) - a',
    'int(w > 1)*v - v*int(w > 1)',
  ];
  for (const text of zeros)
    it(`sees that ${text} is zero`, () => assert.ok(isZeroExpression(expression(text))));

  const others = [
    'x - y',
    'sqrt(x**2) - x',
    'exp(a) - exp(b)',
    'a/(a + b) - 1',
    'x**2 - x',
    '1e-10*x',
    'int(w > 1) - int(w < 1)',
    'sqrt(-x)',
  ];
  for (const text of others)
    it(`sees that ${text} is not`, () => assert.ok(!isZeroExpression(expression(text))));

  const expanded: readonly (readonly [string, string])[] = [
    ['-(v - El)/tau', 'El/tau - v/tau'],
    ['(x + 1)*(x - 1)', 'x**2 - 1'],
    ['2*(x + x)', '4*x'],
    ['x*y/x', 'y'],
  ];
  for (const [text, expected] of expanded)
    it(`expands ${text}`, () => assert.equal(printExpression(expand(expression(text))), expected));

  it('keeps the value of any arithmetic expression', () => {
    const leaf = fc.oneof(
      fc.constantFrom('x', 'y', 'z').map((text): Expression => name(text)),
      fc.integer({ min: -3, max: 3 }).map((value) => number(value)),
    );
    const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(fc.constantFrom('+' as const, '-' as const, '*' as const), tie('tree'), tie('tree'))
          .map(([op, a, b]) => operation(op, a, b)),
      ),
    }));
    const values: Readonly<Record<string, number>> = { x: 1.25, y: -0.75, z: 3 };
    const lookup = (text: string) => values[text];
    fc.assert(
      fc.property(tree, (expr) => {
        const before = evaluateExpression(expr, lookup)!;
        const after = evaluateExpression(expand(expr), lookup)!;
        assert.ok(Math.abs(before - after) <= 1e-9 * (1 + Math.abs(before)), `${printExpression(expr)}`);
      }),
      { numRuns: 300 },
    );
  });
});
