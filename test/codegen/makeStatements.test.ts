import assert from 'node:assert/strict';
import { makeStatements } from '../../core/codegen/makeStatements.ts';
import type { Names } from '../../core/namespaces/resolved.ts';
import { ProblemError } from '../../core/problems/problem.ts';
import { parseStatements, printExpression } from '../../grammars/equations/index.ts';
import { CodeNames } from '../support/code.ts';

const NAMES = new CodeNames()
  .array('v')
  .array('w')
  .array('n', { dataType: 'int32' })
  .array('b', { dataType: 'bool' })
  .array('s', { scalar: true })
  .array('t', { scalar: true })
  .constant('tau', 0.01)
  .subexpression('x', '2*v')
  .subexpression('y', 'x + w')
  .subexpression('shared', 's/tau', { scalar: true }).resolved;

function lines(code: string, names: Names = NAMES): string[] {
  const block = makeStatements(parseStatements(code).tree, names);
  const shown = (part: 'scalar' | 'vector') =>
    block[part].map(({ target, op, expr, dataType, constant }) => {
      const type = op === ':=' ? `${constant ? 'const ' : ''}${dataType} ` : '';
      return `${part[0]}| ${type}${target} ${op} ${printExpression(expr)}`;
    });
  return [...shown('scalar'), ...shown('vector')];
}

describe('statements', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['a write', 'v = 1', ['v| v = 1']],
    ['a change in place', 'v += w', ['v| v += w']],
    ['a temporary', 'a = v*2; v = a', ['v| const float64 a := v*2', 'v| v = a']],
    ['a temporary that changes', 'a = v; a = a*2', ['v| float64 a := v', 'v| a = a*2']],
    ['types of temporaries', 'a = n//2; c = n > 1', ['v| const int64 a := n//2', 'v| const bool c := n > 1']],
    ['the highest type assigned', 'a = 1; a = v', ['v| float64 a := 1', 'v| a = v']],
    ['scalar and vector', 'a = t/tau; v = a', ['s| const float64 a := t/tau', 'v| v = a']],
    ['scalar writes', 's = t; v = s', ['s| s = t', 'v| v = s']],
    ['a temporary named like a constant', 'tau = v; w = tau', ['v| const float64 tau := v', 'v| w = tau']],
    ['random numbers are per element', 'a = rand()', ['v| const float64 a := rand()']],
    ['a subexpression', 'w = x', ['v| const float64 x := 2*v', 'v| w = x']],
    [
      'a subexpression in a subexpression',
      'v = y',
      ['v| const float64 x := 2*v', 'v| const float64 y := x + w', 'v| v = y'],
    ],
    [
      'a subexpression whose input was written',
      'w = x; v = 0; w = x',
      ['v| float64 x := 2*v', 'v| w = x', 'v| v = 0', 'v| x = 2*v', 'v| w = x'],
    ],
    [
      'a subexpression whose input its first user writes, as Brian has it',
      'v = x; w = x',
      ['v| const float64 x := 2*v', 'v| v = x', 'v| w = x'],
    ],
    [
      'a subexpression used twice',
      'w = x; w = x + w',
      ['v| const float64 x := 2*v', 'v| w = x', 'v| w = x + w'],
    ],
    ['a scalar subexpression', 'v = shared', ['s| const float64 shared := s/tau', 'v| v = shared']],
  ];
  for (const [what, code, expected] of cases) it(what, () => assert.deepEqual(lines(code), expected));

  const errors: readonly (readonly [string, string, string])[] = [
    ['x = 3', 'SyntaxError', "Illegal line in abstract code. Cannot write to subexpression 'x'."],
    [
      'v = 1; s = 2',
      'SyntaxError',
      "All writes to scalar variables in a code block have to be made before writes to vector variables. Illegal write to 's'.",
    ],
    ['foo += 1', 'KeyError', 'foo'],
  ];
  for (const [code, errorClass, message] of errors)
    it(`refuses ${code}`, () => {
      assert.throws(
        () => lines(code),
        (error: unknown) =>
          error instanceof ProblemError &&
          error.problem.errorClass === errorClass &&
          error.message === message,
      );
    });
});
