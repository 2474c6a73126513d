/** Any text is analysed and asked about without a throw or a hang. `npm run fuzz` looks longer. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as language from '../../core/language/index.ts';
import { scan } from '../../core/script/syntax/lexicalScan.ts';
import { anEdit, edited } from './edits.ts';
import { checkRobust, REQUESTS } from './robustness.ts';
import { ownScripts } from './scripts.ts';

const SEED = 20_251;
const MOST_MILLISECONDS = 6000;

const script = fc.constantFrom(...ownScripts().map(({ text }) => text));
const fractions = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 });

describe('any text', () => {
  it('is asked everything that the language service answers', () => {
    const answers = Object.entries(language).filter(([, value]) => typeof value === 'function');
    assert.deepEqual(Object.keys(REQUESTS).sort(), answers.map(([name]) => name).sort());
  });

  it('is read at its own length, whatever is masked in it', () => {
    for (const text of ['with (a as (b), c as d(:\n  x', 'with (x as (a as (b)), y as z):\n  pass'])
      assert.equal(scan(text).masked.length, text.length);
  });

  it('survives random edits', () => {
    const edits = fc.array(anEdit, { minLength: 1, maxLength: 4 });
    check(
      fc.property(script, edits, fractions, (text, list, places) => {
        checkAt(list.reduce(edited, text), places);
      }),
    );
  });

  it('survives being cut off anywhere', () => {
    const cut = fc.double({ min: 0, max: 1, noNaN: true });
    check(
      fc.property(script, cut, fractions, (text, at, places) => {
        checkAt(text.slice(0, Math.floor(at * text.length)), [...places, 1]);
      }),
    );
  });

  it('survives noise', () => {
    check(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fractions, checkAt));
  });
});

function checkAt(text: string, places: readonly number[]): void {
  checkRobust(
    text,
    places.map((place) => Math.floor(place * text.length)),
  );
}

/** Always the same cases, but on a slow machine fewer of them. */
function check(property: fc.IRawProperty<unknown>): void {
  fc.assert(property, { seed: SEED, numRuns: 120, interruptAfterTimeLimit: MOST_MILLISECONDS });
}
