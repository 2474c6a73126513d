import assert from 'node:assert/strict';
import { analyse } from '../../core/script/analyse.ts';
import { readVerdicts, snippets } from './snippets.ts';

const verdicts = readVerdicts();

describe('small scripts are judged as by Brian', () => {
  for (const { theme, part, script } of snippets())
    it(`${theme}: ${part.split('\n').join(' | ')}`, () => {
      const expected = verdicts[theme]?.[part];
      assert.notEqual(expected, undefined, 'not recorded yet');
      const errors = analyse(script, 'script.py').problems.filter(({ severity }) => severity === 'error');
      const classes = errors.map(({ errorClass }) => errorClass);
      if (expected === null) assert.deepEqual(classes, []);
      else assert.ok(classes.includes(expected ?? ''), `${expected} expected, found: ${classes.join(', ')}`);
    });
});
