/** One list of expressions, evaluated by the interpreter, by generated JavaScript and by generated C++. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { makeBlock } from '../../core/codegen/makeBlock.ts';
import { renderBlock } from '../../core/codegen/render.ts';
import { evaluateExpression } from '../../core/equations/evaluate.ts';
import { typeOf } from '../../core/equations/typeOf.ts';
import type { Names } from '../../core/namespaces/resolved.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import { CodeNames, expression, runJavascript } from '../support/code.ts';
import { runCpp } from './cppProgram.ts';

const texts = readFileSync(new URL('../fixtures/expressions.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

const VALUES = {
  x: [0.5, -1.7, 3.25, 12.5, -0.001, 1, -8.125, 0.3],
  y: [2, -0.25, 7.5, -3.1, 1, 0.125, 4, -6.75],
  z: [1, 3, -2.5, 0.1, -7, 11, 0.7, -0.3],
  i: [0, 1, 2, 3, 4, -1, -2, 7],
  j: [3, -1, 2, 5, 1, 1, -4, 2],
  k: [1, 2, 3, -1, -2, -3, 5, 4],
  b: [1, 0, 1, 0, 1, 1, 0, 0],
  c: [1, 1, 0, 0, 1, 0, 1, 0],
  s: [0.75],
  n: [3],
} as const;
const CONSTANTS: Readonly<Record<string, number>> = { p: 0.25, q: 1.5 };
const N = 8;

function namesFor(results: number): Names {
  const names = new CodeNames();
  for (const name of ['x', 'y', 'z']) names.array(name);
  for (const name of ['i', 'j', 'k']) names.array(name, { dataType: 'int32' });
  for (const name of ['b', 'c']) names.array(name, { dataType: 'bool' });
  names.array('s', { scalar: true }).array('n', { scalar: true, dataType: 'int32' });
  for (const [name, value] of Object.entries(CONSTANTS)) names.constant(name, value);
  for (let k = 0; k < results; k++) names.array(`result${k}`);
  return names.resolved;
}

function arraysFor(): Record<string, Float64Array | Int32Array | Uint8Array> {
  const { x, y, z, i, j, k, b, c, s, n } = VALUES;
  const arrays: Record<string, Float64Array | Int32Array | Uint8Array> = {};
  for (const [name, values] of Object.entries({ x, y, z, s }))
    arrays[`_array_${name}`] = Float64Array.from(values);
  for (const [name, values] of Object.entries({ i, j, k, n }))
    arrays[`_array_${name}`] = Int32Array.from(values);
  for (const [name, values] of Object.entries({ b, c })) arrays[`_array_${name}`] = Uint8Array.from(values);
  return arrays;
}

/** The interpreter knows no types: Brian's integer power of integers is added here. */
function interpreted(text: string, names: Names): number[] {
  const expr = integerPowers(expression(text), names);
  return Array.from({ length: N }, (_, element) => {
    const lookup = (name: string) => {
      const values: readonly number[] | undefined = VALUES[name as keyof typeof VALUES];
      if (values === undefined) return CONSTANTS[name] ?? (name === 'pi' ? Math.PI : Math.E);
      return values.length === 1 ? values[0] : values[element];
    };
    return evaluateExpression(expr, lookup)!;
  });
}

function integerPowers(expr: Expression, names: Names): Expression {
  if (expr.kind !== 'binary') return expr;
  const full = { ...expr, left: integerPowers(expr.left, names), right: integerPowers(expr.right, names) };
  if (expr.op !== '**' || typeOf(expr, names) !== 'integer') return full;
  return { kind: 'call', name: 'int', nameRange: expr.range, args: [full], range: expr.range };
}

function assertClose(actual: ArrayLike<number>, expected: readonly number[], what: string): void {
  expected.forEach((value, k) => {
    const got = actual[k]!;
    const close = Object.is(got, value) || Math.abs(got - value) <= 1e-13 * (1 + Math.abs(value));
    assert.ok(close, `${what}, element ${k}: ${got}, not ${value}`);
  });
}

describe('values of expressions', () => {
  describe('in JavaScript', () => {
    const names = namesFor(1);
    for (const text of texts)
      it(text, () => {
        for (const loopInvariants of [true, false]) {
          const result = new Float64Array(N);
          const block = makeBlock(`result0 = ${text}`, names, { loopInvariants });
          runJavascript(block, names, { ...arraysFor(), _array_result0: result }, N);
          assertClose(result, interpreted(text, names), 'JavaScript');
        }
      });
  });

  it('in C++, all in one program', function () {
    this.timeout(60_000);
    const names = namesFor(texts.length);
    const codes = texts.map((text, k) => renderBlock('cpp', makeBlock(`result${k} = ${text}`, names), names));
    const results = runCpp(codes, arraysFor(), N);
    if (results === undefined) return this.skip();
    texts.forEach((text, k) => {
      assertClose(results[k]!, interpreted(text, names), text);
    });
  });
});
