/** The errors that users meet most: a check finds them all at once, each on its characters, with Brian's words. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Problem } from '../../core/problems/problem.ts';
import { analyse } from '../../core/script/analyse.ts';

const FOLDER = new URL('./forty/', import.meta.url);

/** For each script and section the class and the message of Brian's error; `record.py` writes it. */
const BRIAN = JSON.parse(readFileSync(new URL('brian.json', FOLDER), 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, readonly [errorClass: string, message: string]>>>
>;

interface Marked {
  readonly section: string;
  readonly line: number;
  readonly text: string;
  readonly errorClass: string;
}

/** What `# ^^^^ ErrorClass` under a line says of it, with the section that it stands in. */
function marks(source: string): Marked[] {
  const found: Marked[] = [];
  let section = '';
  const lines = source.split('\n');
  lines.forEach((line, k) => {
    section = /^# (\w+) \w/.exec(line)?.[1] ?? section;
    const mark = /^#\s*(\^+) (\w+)$/.exec(line);
    if (mark === null) return;
    const start = line.indexOf('^');
    // Where the error begins the line, the comment sign stands under its first character.
    const from = start === 1 ? 0 : start;
    const text = lines[k - 1]!.slice(from, line.lastIndexOf('^') + 1);
    found.push({ section, line: k, text, errorClass: mark[2]! });
  });
  return found;
}

function shown(source: string, { location, errorClass }: Problem): string {
  const { start, end } = location!.range;
  return `${source.slice(0, start).split('\n').length} ${errorClass} ${source.slice(start, end)}`;
}

/** Without what depends on other sections of the script, and on how Python shows an exception. */
function plain(message: string): string {
  return message
    .replace(/_\d+'/g, "'")
    .replace(/ \(<\w+>, line \d\)$/, '')
    .replace(/^(['"])(.*)\1$/s, '$2');
}

describe('the errors that users meet most', () => {
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.py') && name !== 'record.py')) {
    const source = readFileSync(new URL(file, FOLDER), 'utf8');
    const { problems } = analyse(source, file);
    const errors = problems.filter(({ severity }) => severity === 'error');
    const expected = marks(source);

    it(`${file}: all are found, and nothing else`, () => {
      const found = new Set(errors.map((error) => shown(source, error)));
      const marked = expected.map(({ line, errorClass, text }) => `${line} ${errorClass} ${text}`);
      assert.deepEqual([...found].sort(), marked.sort());
    });

    for (const { section, line, errorClass, text } of expected)
      it(`${file}, ${section}: as Brian says it`, () => {
        const [brianClass, message] = BRIAN[file.replace('.py', '')]![section]!;
        assert.equal(errorClass, brianClass);
        const here = errors.filter((error) => shown(source, error) === `${line} ${errorClass} ${text}`);
        const messages = here.map((error) => plain(error.message.split(/:\n%?(?=[A-Z])/).at(-1)!));
        assert.ok(messages.includes(plain(message)), `${messages.join('; ')} instead of ${message}`);
      });
  }
});
