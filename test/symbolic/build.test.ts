import assert from 'node:assert/strict';
import {
  add,
  call,
  divide,
  multiply,
  name,
  negate,
  number,
  power,
  rebuild,
  subtract,
} from '../../core/symbolic/build.ts';
import { printExpression } from '../../grammars/equations/index.ts';
import { expression } from '../support/code.ts';

describe('constructors of expressions', () => {
  const x = name('x');
  const y = name('y');
  const cases: readonly (readonly [string, ReturnType<typeof add>, string])[] = [
    ['0 + x', add(number(0), x), 'x'],
    ['x + (-y)', add(x, negate(y)), 'x - y'],
    ['(-x) + y', add(negate(x), y), 'y - x'],
    ['x - x', subtract(x, x), '0'],
    ['0 - x', subtract(number(0), x), '-x'],
    ['2 * 3.5', multiply(number(2), number(3.5)), '7.0'],
    ['x * 1', multiply(x, number(1)), 'x'],
    ['x * 2', multiply(x, number(2)), '2*x'],
    ['(1/x) * y', multiply(divide(number(1), x), y), 'y/x'],
    ['(-x) * (-y)', multiply(negate(x), negate(y)), 'x*y'],
    ['1 / 2', divide(number(1), number(2)), '0.5'],
    ['x / x', divide(x, x), '1'],
    ['x / 0', divide(x, number(0)), 'x/0'],
    ['x ** 1', power(x, number(1)), 'x'],
    ['2 ** -1 of integers stays', power(number(2), number(-1)), '2**-1'],
    ['2.0 ** -1', power(number(2, false), number(-1)), '0.5'],
    ['exp(0)', call('exp', number(0)), '1.0'],
  ];
  for (const [description, built, expected] of cases)
    it(description, () => assert.equal(printExpression(built), expected));

  it('rebuilds what is written', () => {
    const text = printExpression(rebuild(expression('1*x + 0*y - (-z) + int(True) and (True or w)')));
    assert.equal(text, 'x + z + 1');
  });
});
