/** Python expressions with units and arrays, against what Brian 2.5.1 and NumPy 1.24 give for them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from '../../../core/script/analyse.ts';
import { outcomesOf } from './outcome.ts';

const RESULTS = new URL('./results/', import.meta.url);

function resultsOf(file: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(file, RESULTS), 'utf8')) as Record<string, string>;
}

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

/** Draws are not made, files not read and names of other releases not refused before a run. */
const LEFT_TO_RUNS = /np\.(random\.(normal|randint|choice|poisson)|load|loadtxt|foo)\b/;

/** Lines about which a check says another class of error than Brian, or one where Brian has none. */
function alarms(expected: readonly (readonly [line: string, outcome: string])[]): string[] {
  const source = `from brian2 import *\n${expected.map(([line], k) => functionText(line, k)).join('')}`;
  const found = new Map<number, string>();
  for (const { severity, errorClass, location } of analyse(source, 'x.py').problems) {
    const before = source.slice(0, location?.range.start ?? 0).split('\n').length - 2;
    const at = Math.floor(before / 3);
    if (severity === 'error' && !found.has(at)) found.set(at, `${errorClass}`);
  }
  return expected.flatMap(([line, outcome], k) => {
    const errorClass = /^!(\w+)/.exec(outcome)?.[1] ?? 'nothing';
    const ours = found.get(k) ?? 'nothing';
    const isSame = ours === errorClass || (ours === 'nothing' && LEFT_TO_RUNS.test(line));
    return isSame ? [] : [`${line}: ${errorClass}, here ${ours}`];
  });
}

function functionText(line: string, k: number): string {
  const statements = line.split('; ');
  statements.push(`return ${statements.pop()}`);
  return `def case_${k}():\n    ${statements.join('; ')}\ncase_${k}()\n`;
}

describe('a check finds the errors of expressions, and no others', () => {
  for (const file of readdirSync(RESULTS))
    it(file, () => {
      const expected = Object.entries(resultsOf(file));
      // An analysis ends where it takes too long.
      const parts = Array.from({ length: Math.ceil(expected.length / 50) }, (_, k) =>
        expected.slice(50 * k, 50 * k + 50),
      );
      assert.deepEqual(parts.flatMap(alarms), []);
    });
});

describe('expressions give what they give in Brian', () => {
  for (const file of readdirSync(RESULTS)) {
    const expected = resultsOf(file);
    it(`${file} (${Object.keys(expected).length})`, () => assert.deepEqual(deviations(expected), []));
  }
});
