/** Python expressions with units and arrays, against what Brian 2.5.1 and NumPy 1.24 give for them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { outcomesOf } from './outcome.ts';

const RESULTS = new URL('./results/', import.meta.url);

/** Digits in which mathematical libraries may differ. */
function comparable(text: string): string {
  return (
    text
      .replace(/\d\.\d{13,}(?:e[-+]\d+)?/g, rounded)
      // Brian writes an exponent that came from a float as `5.0`, unless that dimension was met before.
      .replace(/\*\* (-?\d+)\.0\b/g, '** $1')
  );
}

function rounded(digits: string): string {
  const text = String(Number(Number(digits).toPrecision(13)));
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** Lines whose outcome is not Brian's, as `line: outcome`. */
function deviations(expected: Readonly<Record<string, string>>): string[] {
  const outcomes = outcomesOf(Object.keys(expected));
  return Object.entries(expected).flatMap(([line, outcome]) => {
    const ours = outcomes.get(line)!();
    return comparable(ours) === comparable(outcome) ? [] : [`${line}\n  Brian ${outcome}\n  here  ${ours}`];
  });
}

describe('expressions give what they give in Brian', () => {
  for (const file of readdirSync(RESULTS)) {
    const expected = JSON.parse(readFileSync(new URL(file, RESULTS), 'utf8')) as Record<string, string>;
    it(`${file} (${Object.keys(expected).length})`, () => assert.deepEqual(deviations(expected), []));
  }
});
