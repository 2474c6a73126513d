/** Where names come from: small scripts, each compared with what record.py says that Brian makes of it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse } from '../../core/script/analyse.ts';
import { runScript } from '../../core/script/run.ts';
import { MemoryHost } from '../script/support.ts';

interface Recorded {
  readonly printed: string;
  /** Class and message. */
  readonly error?: readonly [string, string];
  /** The Brian object that was being prepared. */
  readonly object?: string;
  readonly warnings?: readonly string[];
}

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const recorded = JSON.parse(read('recorded.json')) as Readonly<Record<string, Recorded>>;

const parts = read('scripts.py')
  .split(/^#: (.*)\n/m)
  .slice(1);
const scripts = parts.flatMap((title, k) => (k % 2 === 0 ? [{ title, text: parts[k + 1]! }] : []));

/** Python has one counter for all groups ever made; a script's own starts at none. */
const unnumbered = (text: string) => text.replace(/(neurongroup|synapses|poissongroup)(_\d+)?/g, '$1');

const numbers = (text: string) => text.match(/-?\d+(\.\d*)?(e[-+]\d+)?/g)?.map(Number) ?? [];
const words = (text: string) => text.replace(/-?\d+(\.\d*)?(e[-+]\d+)?/g, '#').replace(/ +/g, ' ');

function sameText(found: string, wanted: string): void {
  assert.equal(words(found), words(wanted), `printed ${found}`);
  for (const [k, number] of numbers(wanted).entries())
    assert.ok(Math.abs(numbers(found)[k]! - number) <= 1e-10 * Math.abs(number), `${found} is not ${wanted}`);
}

for (const { title, text } of scripts) {
  const script = `from brian2 import *\n${text}`;
  const wanted = recorded[title];
  if (wanted === undefined) throw new Error(`'${title}' has not been recorded`);

  describe(title, () => {
    it('in a run', () => {
      const host = new MemoryHost();
      const { error } = runScript(script, 'script.py', {
        host,
        device: 'runtime',
        threads: 1,
        seed: 1,
        overrides: new Map(),
      });
      // What went wrong with a Brian object stands first, and the object last.
      const cause = error && (error.text.match(/^(\w+): /)?.[1] ?? error.problem.errorClass);
      assert.equal(cause, wanted.error?.[0], error?.text);
      if (wanted.error?.[1].startsWith('The identifier'))
        assert.ok(error?.text.includes(wanted.error[1]), error?.text);
      if (wanted.object !== undefined)
        assert.equal(unnumbered(error?.problem.objectName ?? ''), unnumbered(wanted.object));
      sameText(unnumbered(host.output), unnumbered(wanted.printed));
      for (const warning of wanted.warnings ?? [])
        assert.ok(
          unnumbered(host.messages).includes(unnumbered(warning)),
          `${host.messages}\nlacks\n${warning}`,
        );
      if (wanted.warnings === undefined) assert.ok(!host.messages.includes('resolution'), host.messages);
    });

    it('in an analysis', () => {
      const { problems } = analyse(script, 'script.py');
      const found = problems.filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        [...new Set(found.map(({ errorClass }) => errorClass))],
        wanted.error ? [wanted.error[0]] : [],
        found.map(({ message }) => message).join('\n'),
      );
      for (const { location } of found)
        assert.ok(location !== undefined && location.document === 'script.py');
      const warnings = problems.filter(({ code }) => code === 'resolution-conflict');
      assert.deepEqual(
        warnings.map(({ message }) => unnumbered(message)).sort(),
        (wanted.warnings ?? []).map(unnumbered).sort(),
      );
    });
  });
}
