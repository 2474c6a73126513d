import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Session } from '../../core/network/session.ts';
import { evaluate, ModuleRegistry } from '../../core/script/evaluator/index.ts';
import { STANDARD_MODULES } from '../../core/script/modules/standard/index.ts';
import { MemoryHost } from './support.ts';

/** Scripts of a folder with what CPython printed (`record.py` records it). */
function cases(folder: string): { name: string; source: string; expected: string }[] {
  const path = fileURLToPath(new URL(`./${folder}/`, import.meta.url));
  return readdirSync(path)
    .filter((name) => name.endsWith('.py'))
    .map((name) => ({
      name,
      source: readFileSync(path + name, 'utf8'),
      expected: readFileSync(path + name.replace(/\.py$/, '.expected'), 'utf8'),
    }));
}

function run(name: string, source: string) {
  const host = new MemoryHost();
  const modules = new ModuleRegistry(STANDARD_MODULES);
  const { error } = evaluate(source, name, { session: {} as Session, mode: 'run', host, modules });
  return { output: host.output, error: error?.text };
}

describe('python scripts print what CPython prints', () => {
  for (const { name, source, expected } of cases('python'))
    it(name, () => {
      const { output, error } = run(name, source);
      assert.equal(error, undefined);
      assert.equal(output, expected);
    });
});

describe('failures read as CPython writes them', () => {
  for (const { name, source, expected } of cases('tracebacks'))
    it(name, () => {
      assert.equal(`${run(name, source).error}\n`, expected);
    });
});
