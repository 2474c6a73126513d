/**
 * Small scripts that share a beginning, by theme: `snippets/*.txt`, parts divided by lines of `---`, the beginning first.
 * What Brian 2 says of them is recorded in `verdicts.json`:
 *
 *     node --import tsx test/mutants/recordSnippets.ts
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Snippet {
  readonly theme: string;
  readonly part: string;
  readonly script: string;
}

/** Brian's class of error; null where it accepts the script. By theme and part. */
export type Verdicts = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

const folder = fileURLToPath(new URL('./snippets/', import.meta.url));

export function snippets(): Snippet[] {
  return readdirSync(folder).flatMap((file) => {
    const [beginning = '', ...parts] = readFileSync(folder + file, 'utf8').split(/^---\n/m);
    const theme = file.replace(/\.txt$/, '');
    return parts.map((text) => {
      const part = text.trimEnd();
      return { theme, part, script: `from brian2 import *\n${beginning}${part}\n` };
    });
  });
}

export const VERDICTS = fileURLToPath(new URL('./verdicts.json', import.meta.url));

export function readVerdicts(): Verdicts {
  return JSON.parse(readFileSync(VERDICTS, 'utf8'));
}
