/** The scripts that the properties are tried on. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Script {
  readonly path: string;
  readonly text: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Folders of scripts that belong to the project: what users see first, Brian's API, Python itself. */
const OWN_FOLDERS = ['examples', 'test/oracle/scripts', 'test/oracle/courses', 'test/script/python'];

export function ownScripts(): Script[] {
  return OWN_FOLDERS.flatMap((folder) => scriptsBelow(join(root, folder)));
}

/** Every Python file in a folder and the folders in it, in a fixed order. */
export function scriptsBelow(folder: string): Script[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .sort()
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));
}
