import assert from 'node:assert/strict';
import { conditionallyLinear } from '../../core/symbolic/conditional.ts';
import { printExpression } from '../../grammars/equations/index.ts';
import { expression } from '../support/code.ts';

function form(text: string): string | undefined {
  const found = conditionallyLinear(expression(text), 'v');
  if (found === undefined) return undefined;
  const { coefficient, constant } = found;
  return `${coefficient ? printExpression(coefficient) : 'nothing'}; ${printExpression(constant)}`;
}

describe('linear but for frozen places', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['w*(E - v)', '-w; w*E'],
    ['w - E', 'nothing; w - E'],
    ['tanh(v) - v', '-1; tanh(v)'],
    ['tanh(v)*(v - E)', 'tanh(v); -(tanh(v)*E)'],
    ['v*(1 + exp(v))**2', '(1 + exp(v))**2; 0'],
    ['v/(1 + exp(v)) - w', '1/(1 + exp(v)); -w'],
    ['v/(1 + v) - w', '1/(1 + v); -w'],
    ['sqrt(1 + v)*v', 'sqrt(1 + v); 0'],
    ['int(v > 0)*v', 'int(v > 0); 0'],
    ['v % 2 - v', '-1; v%2'],
    ['(v + 1)**2 - v**2', '2; 1'],
    ['w**v + v', '1; w**v'],
    ['1/(1/v)', '1; 0'],
    // In frozen places only, there is nothing to collect.
    ['tanh(v)', undefined],
    ['1/(1 + v)', undefined],
    ['v - v + tanh(v)', undefined],
    // Other powers than the first.
    ['v**2', undefined],
    ['v - v**2', undefined],
    ['1/v - v', undefined],
    ['sqrt(v) - v', undefined],
    ['v*v/(1 + v)', undefined],
    ['exp(v)*(v + 1)*(v + 2)', undefined],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(form(text), expected));
});
