import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Script {
  readonly path: string;
  readonly text: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const OWN = ['examples', 'test/oracle/scripts', 'test/oracle/courses', 'test/mutants/scripts'];

/** The scripts of files and folders; without any, our own. */
export function scriptsOf(paths: readonly string[]): Script[] {
  const given = paths.length > 0 ? paths.map((path) => resolve(process.env.INIT_CWD ?? '.', path)) : own();
  return given.flatMap(filesOf).flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    return comparable(text) ? [{ path, text }] : [];
  });
}

function own(): string[] {
  return OWN.map((folder) => join(root, folder));
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .sort()
    .map((name) => join(path, name));
}

/** Brian's judge runs no compiler, so scripts for standalone programs are left out. */
function comparable(text: string): boolean {
  return /\bbrian2\b/.test(text) && !/^\s*set_device\(|__name__ == ['"]__main__/m.test(text);
}
