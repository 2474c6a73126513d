/** The methods that Brian 2 chooses, and the numbers it gets (test/oracle/stateupdaters). */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { makeBlock } from '../../core/codegen/makeBlock.ts';
import { chooseMethod, DEFAULT_METHODS } from '../../core/stateupdaters/index.ts';
import { CodeNames, runJavascript } from '../support/code.ts';
import { model } from './support.ts';

interface Case {
  readonly name: string;
  readonly method?: string;
  readonly equations: string;
  readonly constants: Readonly<Record<string, string>>;
  readonly initial: Readonly<Record<string, number>>;
  readonly refractory?: boolean;
}

interface Result {
  readonly name: string;
  readonly method: string | null;
  readonly refusals: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly error?: string;
}

const folder = new URL('../oracle/stateupdaters/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const results: readonly Result[] = read('results.json');
const UNITS: Readonly<Record<string, number>> = { '': 1, ms: 1e-3, Hz: 1 };
const DT = 1e-4;
/** Relative; Brian's closed forms lose digits where they subtract nearly equal numbers. */
const TOLERANCE = 1e-11;

function namesOf({ constants, initial, refractory }: Case): CodeNames {
  const names = new CodeNames()
    .array('t', { scalar: true })
    .array('dt', { scalar: true })
    .constant('ms', 1e-3);
  for (const [name, text] of Object.entries(constants)) {
    const [number, unit] = text.split('*') as [string, string?];
    names.constant(name, Number(number) * UNITS[unit ?? '']!);
  }
  if (refractory) names.array('not_refractory', { dataType: 'bool' });
  for (const name of Object.keys(initial)) names.array(name);
  return names;
}

/** Ten steps; the second element is refractory where the case says so. */
function simulate(testCase: Case, abstractCode: string): Map<string, number[][]> {
  const names = namesOf(testCase).resolved;
  const arrays: Record<string, Float64Array | Uint8Array> = {
    _array_t: new Float64Array(1),
    _array_dt: Float64Array.of(DT),
    _array_not_refractory: Uint8Array.of(1, 0),
  };
  for (const [name, value] of Object.entries(testCase.initial))
    arrays[`_array_${name}`] = new Float64Array(2).fill(value);
  const recorded = new Map(Object.keys(testCase.initial).map((name): [string, number[][]] => [name, []]));
  for (let step = 0; step < 10; step++) {
    arrays._array_t![0] = step * DT;
    runJavascript(makeBlock(abstractCode, names), names, arrays, 2);
    for (const [name, values] of recorded) values.push([...arrays[`_array_${name}`]!]);
  }
  return recorded;
}

describe('integration methods agree with Brian', () => {
  for (const testCase of read('cases.json') as Case[]) {
    const expected = results.find((result) => result.name === testCase.name)!;
    if (expected.error !== undefined) continue;
    it(testCase.name, () => {
      const equations = model(testCase.equations, testCase.refractory);
      const context = { names: namesOf(testCase).resolved, dt: DT };
      const choice = chooseMethod(testCase.method ?? DEFAULT_METHODS, equations, context);
      assert.equal(choice.ok ? choice.method : null, expected.method);
      assert.deepEqual(
        choice.reasons.map((reason) => reason.method),
        Object.keys(expected.refusals),
      );
      for (const { method, message } of choice.reasons)
        assert.equal(firstWords(message), firstWords(expected.refusals[method]!));
      if (!choice.ok || expected.values === undefined) return;
      const recorded = simulate(testCase, choice.abstractCode);
      for (const [name, values] of Object.entries(expected.values))
        assertClose(recorded.get(name)!, values, name);
    });
  }
});

/** Formulas inside messages are printed by our own rules. */
function firstWords(message: string): string {
  return message.replace(/'[^']*'/g, "'...'");
}

function assertClose(
  actual: readonly number[][],
  expected: readonly (readonly number[])[],
  name: string,
): void {
  expected.forEach((row, step) => {
    row.forEach((value, k) => {
      const got = actual[step]![k]!;
      const difference = Math.abs(got - value);
      assert.ok(
        difference <= TOLERANCE * (1 + Math.abs(value)),
        `${name}[${k}] after step ${step}: ${got} != ${value}`,
      );
    });
  });
}
