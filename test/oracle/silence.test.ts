/** Scripts that Brian 2 runs without a complaint: a check must not complain either. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyse } from '../../core/script/analyse.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function scripts(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.py'))
    .map((name) => `${folder}/${name}`);
}

describe('valid scripts raise no diagnostic', () => {
  for (const script of [...scripts('examples'), ...scripts('test/oracle/scripts')]) {
    it(script, () => {
      const text = readFileSync(join(root, script), 'utf8');
      const { problems } = analyse(text, script, { now: () => performance.now() });
      // Of objects outside of networks only later releases of Brian complain.
      const complaints = problems.filter(
        ({ severity, code }) => severity !== 'hint' && code !== 'unused-object',
      );
      const shown = complaints.map(({ errorClass, message, location }) => {
        const line = text.slice(0, location?.range.start ?? 0).split('\n').length;
        return `line ${line}: ${errorClass}: ${message}`;
      });
      assert.deepEqual(shown, []);
    });
  }
});
