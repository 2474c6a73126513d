import assert from 'node:assert/strict';
import { linearCoefficients, separateStochastic } from '../../core/symbolic/linear.ts';
import { isSingular } from '../../core/symbolic/matrix.ts';
import { printExpression } from '../../grammars/equations/index.ts';
import { expression } from '../support/code.ts';

function form(text: string, ...variables: string[]): string | undefined {
  const found = linearCoefficients(expression(text), variables);
  if (found === undefined) return undefined;
  const parts = [...found.coefficients].map(([name, part]) => `${name}: ${printExpression(part)}`);
  return [...parts, printExpression(found.constant)].join('; ');
}

describe('linear components', () => {
  const cases: readonly (readonly [string, readonly string[], string | undefined])[] = [
    ['-(v - El)/tau', ['v'], 'v: -(1/tau); El/tau'],
    ['(ge + gi - (v - El))/tau', ['v', 'ge', 'gi'], 'ge: 1/tau; gi: 1/tau; v: -(1/tau); El/tau'],
    ['alpha*(1 - m) - beta*m', ['m'], 'm: -alpha - beta; alpha'],
    ['v - v + 1', ['v'], '1'],
    ['(v + 1)*(v - 1) - v*v', ['v'], '-1'],
    ['v**2', ['v'], undefined],
    ['exp(v)', ['v'], undefined],
    ['int(w > 1)*v', ['v', 'w'], undefined],
    ['int(w > 1)*v', ['v'], 'v: int(w > 1); 0'],
    ['g*v', ['v', 'g'], undefined],
    ['v/(1 + v)', ['v'], undefined],
    ['1/v', ['v'], undefined],
    ['x and y', ['v'], 'x and y'],
    ['v*(2 + 3)', ['v'], 'v: 2 + 3; 0'],
  ];
  for (const [text, variables, expected] of cases)
    it(`${text} in ${variables.join(', ')}`, () => assert.equal(form(text, ...variables), expected));

  it('separates noise', () => {
    const parts = separateStochastic(expression('-v/tau + s*xi*tau**-0.5 + w*xi_2'), ['xi', 'xi_2'])!;
    assert.equal(printExpression(parts.deterministic), '-v/tau');
    assert.equal(printExpression(parts.noise.get('xi')!), 's*tau**-0.5');
    assert.equal(printExpression(parts.noise.get('xi_2')!), 'w');
    assert.equal(separateStochastic(expression('xi**2'), ['xi']), undefined);
  });
});

describe('singular matrices', () => {
  const cases: readonly (readonly [string, boolean])[] = [
    ['-1/tau', false],
    ['0', true],
    ['a-a', true],
    ['1e-9*a', false],
    ['-1 1; 1 -1', true],
    ['a b; c d', false],
    ['a 2*a; b 2*b', true],
    ['a*c b*c; a b', true],
    ['1 2 3; 4 5 6; 7 8 9', true],
    ['1/(a+b) 1; 1 a+b', true],
  ];
  for (const [text, expected] of cases)
    it(text, () => {
      const rows = text.split(';').map((row) => row.trim().split(' ').map(expression));
      assert.equal(isSingular(rows), expected);
    });
});
