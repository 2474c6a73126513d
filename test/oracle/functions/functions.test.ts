/** Functions in strings: what Brian 2 makes of the scripts in cases.py. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { analyse } from '../../../core/script/analyse.ts';
import type { ScriptFailure } from '../../../core/script/results.ts';
import { firstDifference } from '../recorded.ts';
import { runText } from '../scriptRun.ts';

type Recorded = { readonly result: readonly number[] } | { readonly error: string; readonly message: string };

const read = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
const recorded = JSON.parse(read('recorded.json')) as Readonly<Record<string, Recorded>>;
const cases = read('cases.py')
  .split(/^### /m)
  .slice(1)
  .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)] as const);

/** Prints `result` flattened, as record.py reads it. */
const SHOW = `
def _flat(value):
    if isinstance(value, (list, tuple)):
        return [part for item in value for part in _flat(item)]
    return np.asarray(value).ravel().tolist()
print([float(value) for value in _flat(result)])
`;

const withImport = (text: string) => `from brian2 import *\n${text}`;

/** Raised while a function of the script runs, or by NumPy's own look at a value: a check can't know them. */
const ONLY_WHEN_RUN = new Set([
  'wrong unit returned',
  'number without unit returned',
  'error in a function',
  'wrong shape returned',
  'None returned',
  'timed array, column too large',
]);

/** What Brian found, where it says with which of its objects it was busy. */
function classOf(error: ScriptFailure | undefined): string | undefined {
  const { errorClass } = error?.problem ?? {};
  return errorClass === 'BrianObjectException' ? /^\w+/.exec(error!.text)![0] : errorClass;
}

/** Brian's message is a mishap, or shows the expression as SymPy has rearranged it. */
const OWN_WORDS = new Set([
  'function in connect',
  'variable used like a function',
  'constant used like a function',
  'timed array in the exact method, ratio just below three',
  'timed array in the exact method, finer than the clock',
]);

describe('functions in strings, as Brian 2 takes them', () => {
  for (const [name, text] of cases) {
    const wanted = recorded[name]!;
    it(name, () => {
      const { result, printed } = runText(
        withImport(text) + ('result' in wanted ? SHOW : ''),
        'case.py',
        'runtime',
        1,
      );
      const problems = analyse(withImport(text), 'case.py').problems.filter(
        ({ severity }) => severity === 'error',
      );
      if ('result' in wanted) {
        assert.equal(result.error?.text, undefined);
        const found = JSON.parse(printed.trim().split('\n').pop()!) as number[];
        assert.equal(
          firstDifference(found, wanted.result),
          undefined,
          `${found} instead of ${wanted.result}`,
        );
        assert.deepEqual(
          problems.map(({ message }) => message),
          [],
        );
      } else {
        assert.equal(classOf(result.error), wanted.error, result.error?.text);
        if (ONLY_WHEN_RUN.has(name)) return;
        assert.deepEqual(
          problems.map(({ errorClass }) => errorClass),
          [wanted.error],
        );
        if (!OWN_WORDS.has(name)) assert.equal(problems[0]?.message, wanted.message);
      }
    });
  }
});
