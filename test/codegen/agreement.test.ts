import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeBlock } from '../../core/codegen/makeBlock.ts';
import { evaluateExpression } from '../../core/equations/evaluate.ts';
import { CodeNames, expression, runJavascript } from '../support/code.ts';
import { randomExpression } from '../support/randomExpressions.ts';

const ELEMENTS = [
  { x: 0.5, y: -2, i: 3, b: 1 },
  { x: -1.25, y: 0.125, i: -2, b: 0 },
];
const SHARED = { s: 1.5, p: 0.25 };

describe('optimised code', () => {
  it('computes what the expression says, whatever the expression', () => {
    const names = new CodeNames()
      .array('x')
      .array('y')
      .array('i', { dataType: 'int32' })
      .array('b', { dataType: 'bool' })
      .array('s', { scalar: true })
      .array('result')
      .constant('p', SHARED.p).resolved;
    const column = (name: 'x' | 'y' | 'i' | 'b') => ELEMENTS.map((element) => element[name]);
    fc.assert(
      fc.property(randomExpression, (source) => {
        const result = new Float64Array(2);
        const arrays = {
          _array_x: Float64Array.from(column('x')),
          _array_y: Float64Array.from(column('y')),
          _array_i: Int32Array.from(column('i')),
          _array_b: Uint8Array.from(column('b')),
          _array_s: Float64Array.of(SHARED.s),
          _array_result: result,
        };
        runJavascript(makeBlock(`result = ${source}`, names), names, arrays, 2);
        ELEMENTS.forEach((element, k) => {
          const values: Readonly<Record<string, number>> = { ...element, ...SHARED };
          // Rounding may decide a comparison or a floor: only where a nearby point agrees is there one value.
          const at = (shift: number) =>
            evaluateExpression(expression(source), (name) => values[name]! + shift)!;
          const expected = evaluateExpression(expression(source), (name) => values[name])!;
          const steady = Math.abs(at(1e-10) - expected) < 1e-6 && Math.abs(at(-1e-10) - expected) < 1e-6;
          if (!steady || !Number.isFinite(expected)) return;
          const close = Math.abs(result[k]! - expected) <= 1e-9 * (1 + Math.abs(expected));
          assert.ok(close, `${source}: ${result[k]}, not ${expected}`);
        });
      }),
      { numRuns: 500 },
    );
  });
});
