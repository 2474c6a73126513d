/** The helpers of exact integration against closed forms, in both targets. */
import assert from 'node:assert/strict';
import { makeBlock } from '../../core/codegen/makeBlock.ts';
import { renderBlock } from '../../core/codegen/render.ts';
import { CodeNames, runJavascript } from '../support/code.ts';
import { runCpp } from './cppProgram.ts';

const E = Math.E;
const CASES: readonly (readonly [string, number])[] = [
  ['_expdiff(0.5, 0.5)', Math.exp(0.5)],
  ['_expdiff(1.0, 0.0)', E - 1],
  ['_expdiff(-2.0, -1.0)', Math.exp(-1) - Math.exp(-2)],
  ['_expdiff(-1000.0, -1.0)', (Math.exp(-1) - Math.exp(-1000)) / 999],
  ['_expdiff(-1.0, -1.0 - 1e-9)', Math.exp(-1 - 0.5e-9)],
  ['_expdiff(0.0, 0.0, 0.0)', 0.5],
  ['_expdiff(1.0, 0.0, -1.0)', (E + 1 / E) / 2 - 1],
  ['_expdiff(-1.0, -1.0, -1.0, -1.0)', Math.exp(-1) / 6],
  ['_expdiff(-50.0, 0.0, -50.0)', (Math.exp(-50) * (-50 - 1) + 1) / 2500],
  ['_propagator(2, 0, 0, 1.0, -1.0, 0.0, 0.0, -2.0)', Math.exp(-1)],
  ['_propagator(2, 0, 1, 0.5, 0.0, 1.0, -1.0, 0.0)', Math.sin(0.5)],
  ['_propagator(2, 1, 0, 0.5, 0.0, 1.0, -1.0, 0.0)', -Math.sin(0.5)],
  ['_propagator(2, 1, 1, 0.5, 0.0, 1.0, 1.0, 0.0)', Math.cosh(0.5)],
  ['_propagator(2, 0, 1, 2.0, -1.0, 1.0, 0.0, -1.0)', 2 * Math.exp(-2)],
  ['_propagator(3, 0, 2, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0)', 0.5],
  ['_propagator(3, 1, 1, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 2.0, 0.0, -2.0, 0.0)', Math.cos(2)],
  ['_propagator(3, 0, 0, 1.0, -300.0, 0.0, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0, -2.0)', Math.exp(-300)],
  ['_propagator_integral(2, 0, 0, 0.5, 0.0, 1.0, -1.0, 0.0)', Math.sin(0.5)],
  ['_propagator_integral(2, 0, 1, 0.5, 0.0, 1.0, -1.0, 0.0)', 1 - Math.cos(0.5)],
  ['_propagator_integral(2, 0, 0, 2.0, -1.0, 0.0, 0.0, 1.0)', 1 - Math.exp(-2)],
];

describe('helpers of exact integration', () => {
  for (const [text, expected] of CASES)
    it(text, () => {
      const names = new CodeNames().array('result').resolved;
      const result = new Float64Array(1);
      runJavascript(makeBlock(`result = ${text}`, names), names, { _array_result: result }, 1);
      assertClose(result[0]!, expected, text);
    });

  it('in C++', function () {
    this.timeout(60_000);
    const codes = CASES.map(([text], k) => {
      const names = new CodeNames().array(`result${k}`).resolved;
      return renderBlock('cpp', makeBlock(`result${k} = ${text}`, names), names);
    });
    const results = runCpp(codes, {}, 1);
    if (results === undefined) return this.skip();
    CASES.forEach(([text, expected], k) => {
      assertClose(results[k]![0]!, expected, text);
    });
  });
});

function assertClose(actual: number, expected: number, what: string): void {
  assert.ok(
    Math.abs(actual - expected) <= 1e-13 * Math.abs(expected),
    `${what} = ${actual}, not ${expected}`,
  );
}
