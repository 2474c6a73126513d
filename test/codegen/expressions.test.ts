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

const oracle = new URL('../oracle/expressions/', import.meta.url);
const readOracle = (name: string) => JSON.parse(readFileSync(new URL(name, oracle), 'utf8'));
/** By name: eight values, or one for the group. */
const VALUES: Readonly<Record<string, readonly number[]>> = readOracle('values.json');
/** What Brian 2 computed (numpy target), or the error with which it refused. */
const RECORDED: Readonly<Record<string, readonly number[] | string>> = readOracle('results.json');
const CONSTANTS: Readonly<Record<string, number>> = { p: VALUES.p![0]!, q: VALUES.q![0]! };
/** NumPy adds truth values as `or`; Brian's other targets count, and so do we. */
const DIFFERS_IN_NUMPY: ReadonlySet<string> = new Set(['b + c']);
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
  const arrays: Record<string, Float64Array | Int32Array | Uint8Array> = {};
  const values = (name: string) => VALUES[name]!.map(Number);
  for (const name of 'xyzs') arrays[`_array_${name}`] = Float64Array.from(values(name));
  for (const name of 'ijkn') arrays[`_array_${name}`] = Int32Array.from(values(name));
  for (const name of 'bc') arrays[`_array_${name}`] = Uint8Array.from(values(name));
  return arrays;
}

/** The interpreter knows no types: Brian's integer power of integers is added here. */
function interpreted(text: string, names: Names): number[] {
  const expr = integerPowers(expression(text), names);
  return Array.from({ length: N }, (_, element) => {
    const lookup = (name: string) => {
      const values = VALUES[name]?.map(Number);
      if (values === undefined) return name === 'pi' ? Math.PI : Math.E;
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
          const recorded = RECORDED[text];
          if (typeof recorded === 'object' && !DIFFERS_IN_NUMPY.has(text))
            assertClose(result, recorded, 'JavaScript and Brian');
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
