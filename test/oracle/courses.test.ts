/** Scripts in the style of papers and courses: a check is silent, and a run prints what Brian's prints. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { analyse } from '../../core/script/analyse.ts';
import { runFile } from './scriptRun.ts';

const folder = fileURLToPath(new URL('./courses/', import.meta.url));
const scripts = readdirSync(folder).filter((name) => name.endsWith('.py') && name !== 'record.py');

describe('scripts in the style of papers and courses', () => {
  for (const name of scripts) {
    const path = folder + name;

    it(`${name} is checked without a word`, () => {
      const { problems } = analyse(readFileSync(path, 'utf8'), path, { now: () => performance.now() });
      assert.deepEqual(
        problems.map(({ errorClass, message }) => `${errorClass}: ${message}`),
        [],
      );
    });

    it(`${name} prints what Brian prints`, () => {
      const { result, printed } = runFile(path, 'runtime');
      assert.equal(result.error?.text, undefined);
      assert.equal(printed, readFileSync(path.replace(/\.py$/, '.expected'), 'utf8'));
    });
  }
});
