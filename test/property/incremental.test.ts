/** Going on from the last state of a script gives what reading it anew gives, whatever the edits. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ScriptModel } from '../../core/language/model.ts';
import { analyse } from '../../core/script/analyse.ts';
import type { Span } from '../../core/script/syntax/ast.ts';
import { parseScript } from '../../core/script/syntax/parse.ts';
import { relocated } from '../../core/script/syntax/placed.ts';
import { PyStr } from '../../core/script/values.ts';
import { keystrokes } from '../bench/keystrokes.ts';
import { longScript } from '../support/longScript.ts';
import { anEdit, edited } from './edits.ts';
import { ownScripts } from './scripts.ts';

const SEED = 20_252;
const MOST_MILLISECONDS = 5000;

const script = fc.constantFrom(...ownScripts().map(({ text }) => text));
const NOWHERE = { start: 0, end: 0 };
const edits = fc.array(anEdit, { minLength: 2, maxLength: 6 });

describe('going on from the last state', () => {
  it('reads the same statements', () => {
    fc.assert(
      fc.property(script, edits, (text, list) => {
        let current = text;
        let parsed = parseScript(current, 'x.py', parseScript(current, 'x.py'));
        // Each edit is taken back by every second step, so that statements move to and fro.
        for (const edit of list.flatMap((one) => [one, undefined])) {
          current = edit ? edited(current, edit) : current.slice(0, -1);
          parsed = parseScript(current, 'x.py', parsed);
          const fresh = parseScript(current, 'x.py');
          assert.deepEqual(plain(parsed.statements, NOWHERE), plain(fresh.statements, NOWHERE));
          assert.deepEqual(parsed.problems, fresh.problems);
        }
      }),
      { seed: SEED, numRuns: 150, interruptAfterTimeLimit: MOST_MILLISECONDS },
    );
  });

  it('finds the same', () => {
    let model: ScriptModel | undefined;
    let left = 60;
    for (const text of keystrokes(longScript(2))) {
      model = analyse(text, 'x.py', { previous: model });
      assert.deepEqual(found(model), found(analyse(text, 'x.py')));
      left -= 1;
      if (left === 0) break;
    }
  });
});

/** What is there only for the next reading. */
const KEPT = new Set(['origin', 'from', 'to', 'opFrom']);

/** All that a tree says; `node` holds the value, and the places of strings depend on it. */
function plain(value: unknown, node: Span): unknown {
  if (value instanceof PyStr) {
    const { provenance } = relocated(value, node);
    return [value.value, provenance?.locate({ start: 0, end: value.value.length })];
  }
  if (Array.isArray(value)) return value.map((item) => plain(item, node));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return String(value);
  const keys = Object.keys(value).filter((key) => !KEPT.has(key));
  const inner = 'start' in value ? (value as Span) : node;
  return keys.sort().map((key) => [key, plain((value as Record<string, unknown>)[key], inner)]);
}

function found({ problems, codeStrings, runCalls, definitions }: ScriptModel) {
  return {
    problems,
    runCalls,
    strings: codeStrings.map(({ source, role, owner }) => [
      source.value,
      source.provenance?.locate({ start: 0, end: source.value.length }),
      role,
      owner,
    ]),
    definitions: definitions.map(({ name, location }) => [name, location]),
  };
}
