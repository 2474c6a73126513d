import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Session } from '../../../../core/network/session.ts';
import { runPython } from '../../support.ts';

const session = { random: { seed: 1 } } as Session;
const folder = fileURLToPath(new URL('./scripts/', import.meta.url));

describe('scripts with the standard library print what CPython prints', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.py')))
    it(name, () => {
      const { host, error } = runPython(readFileSync(folder + name, 'utf8'), { session });
      const expected = readFileSync(folder + name.replace(/\.py$/, '.expected'), 'utf8');
      assert.equal(error?.text, undefined);
      assert.equal(rounded(host.output), rounded(expected));
    });
});

/** The last digit of a function's value may differ between mathematical libraries. */
function rounded(text: string): string {
  return text.replace(/\d+\.\d{13,}/g, (digits) => String(Number(Number(digits).toPrecision(13))));
}
