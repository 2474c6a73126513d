/** What the editor says while a script is being typed: never more than that the statement under way is unfinished. */
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { analyse } from '../../core/script/analyse.ts';
import { parseScript } from '../../core/script/syntax/parse.ts';
import { ownScripts } from './scripts.ts';
import { startsOfStatements } from './statements.ts';

const TYPED = ['spike_relay', 'short_term_plasticity', 'homework_solution', 'equation_templates'];

/** Every character would take too long for a test; every one at the end of a token would miss half-typed names. */
const STEP = 3;

describe('typing a script', () => {
  for (const { path, text } of ownScripts().filter(({ path }) => TYPED.includes(basename(path, '.py'))))
    it(basename(path), () => {
      const starts = startsOfStatements(parseScript(text, 'script.py').statements);
      for (let end = 1; end <= text.length; end += STEP) {
        const started = starts.findLast((start) => start <= end) ?? 0;
        const early = problemsOf(text.slice(0, end)).filter(
          ({ location }) => (location?.range.start ?? 0) < started,
        );
        assert.deepEqual(early, [], `after ${JSON.stringify(text.slice(Math.max(0, end - 60), end))}`);
      }
      assert.deepEqual(problemsOf(text), []);
    });
});

function problemsOf(text: string) {
  return analyse(text, 'script.py', { anyScript: true }).problems;
}
