/** What preferences change: the scripts of effects.py, compared with what record.py says that Brian makes of them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse } from '../../core/script/analyse.ts';
import { runScript } from '../../core/script/run.ts';
import { MemoryHost } from '../script/support.ts';

interface Recorded {
  readonly printed: string;
  /** Class and message. */
  readonly error?: readonly [string, string];
}

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const recorded = JSON.parse(read('effects.json')) as Readonly<Record<string, Recorded>>;
const parts = read('effects.py')
  .split(/^#: (.*)\n/m)
  .slice(1);

const NUMBER = /-?\d+(\.\d*)?(e[-+]\d+)?/g;

/** Sums are rounded in another order here. */
function sameText(found: string, wanted: string): void {
  assert.equal(found.replace(NUMBER, '#'), wanted.replace(NUMBER, '#'));
  const numbers = found.match(NUMBER) ?? [];
  for (const [k, number] of (wanted.match(NUMBER) ?? []).map(Number).entries())
    assert.ok(Math.abs(Number(numbers[k]) - number) <= 1e-6 * Math.abs(number), `${found} is not ${wanted}`);
}

for (let k = 0; k < parts.length; k += 2) {
  const title = parts[k]!;
  const script = `from brian2 import *\n${parts[k + 1]}`;
  const wanted = recorded[title];
  if (wanted === undefined) throw new Error(`'${title}' has not been recorded`);

  describe(title, () => {
    it('in a run', () => {
      const host = new MemoryHost();
      const options = { host, device: 'runtime', threads: 1, seed: 1, overrides: new Map() } as const;
      const { error } = runScript(script, 'script.py', options);
      const cause = error && (error.text.match(/^(\w+): /)?.[1] ?? error.problem.errorClass);
      assert.equal(cause, wanted.error?.[0], error?.text);
      if (wanted.error)
        assert.ok(error?.text.includes(wanted.error[1].replaceAll("'groups'", 'groups')), error?.text);
      sameText(host.output, wanted.printed);
    });

    it('in an analysis', () => {
      const errors = analyse(script, 'script.py').problems.filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        [...new Set(errors.map(({ errorClass }) => errorClass))],
        wanted.error ? [wanted.error[0]] : [],
        errors.map(({ message }) => message).join('\n'),
      );
    });
  });
}

describe('a preference that a check does not know', () => {
  for (const setting of [
    'import sys\nprefs.codegen.target = sys.argv[1]',
    "import sys\nif len(sys.argv) > 1:\n    prefs.codegen.target = 'foo'",
    'import sys\nprefs.core.network.default_schedule = sys.argv[1:]',
    "import sys\nset_device('cpp_standalone')\nprefs.devices.cpp_standalone.openmp_threads = int(sys.argv[1])",
  ])
    it(setting, () => {
      const script = `from brian2 import *\n${setting}\nG = NeuronGroup(1, 'dv/dt = -v/ms : 1')\nrun(1*ms)`;
      const errors = analyse(script, 'script.py').problems.filter(({ severity }) => severity === 'error');
      assert.deepEqual(errors, []);
    });
});
