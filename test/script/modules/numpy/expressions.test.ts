import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ProblemError } from '../../../../core/problems/problem.ts';
import { evaluateExpression, newContext } from './evaluateExpression.ts';

interface Outcome {
  readonly repr?: string;
  readonly str?: string;
  readonly error?: string;
  readonly message?: string;
}

const EXPECTED = JSON.parse(readFileSync(new URL('./expected.json', import.meta.url), 'utf8')) as Record<
  string,
  Outcome
>;

describe('expressions print as Brian and NumPy print them', () => {
  for (const [text, expected] of Object.entries(EXPECTED))
    it(text, () => assert.deepEqual(outcome(text), rounded(expected)));
});

function outcome(text: string): Outcome {
  const ctx = newContext();
  try {
    const value = evaluateExpression(text, ctx);
    return rounded({ repr: ctx.repr(value), str: ctx.str(value) });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { error: error.problem.errorClass, message: error.message };
  }
}

/** The last digit of a function's value may differ between mathematical libraries. */
function rounded(outcome: Outcome): Outcome {
  const shorten = (text?: string) =>
    text?.replace(/\d\.\d{14,}/g, (digits) => Number(digits).toPrecision(14));
  return outcome.repr === undefined ? outcome : { repr: shorten(outcome.repr), str: shorten(outcome.str) };
}
