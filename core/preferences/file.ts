/** Brian's preference files: `name = value` lines, `[category]` headings, comments. */
import type { PreferenceDefinition } from './definition.ts';
import { failure, type Preferences } from './preferences.ts';
import { type PreferenceValue, pythonText } from './values.ts';

/** One line of a file: a full name, and the Python expression that is its value. */
export interface FileEntry {
  readonly name: string;
  readonly expression: string;
}

/** The entries of a file, up to a line that is none: there PreferenceError is raised. */
export function* readEntries(text: string, filename: string): Iterable<FileEntry> {
  let heading: readonly string[] = [];
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const category = /^\[([^\]]*)\]/.exec(line);
    const entry = /^(.*?)=(.*)/.exec(line);
    if (category) heading = category[1]!.trim().split('.');
    else if (entry) yield { name: [...heading, entry[1]!.trim()].join('.'), expression: entry[2]!.trim() };
    else throw failure('PreferenceError', `Parsing error in preference file ${filename}`);
  }
}

/** All preferences as a file, with what each is for as comments. */
export function asFile(preferences: Preferences, which: 'current' | 'defaults'): string {
  const parts: string[] = [];
  for (const { name: category, meaning, preferences: own } of preferences.categories) {
    parts.push(`#${'-'.repeat(79)}\n# ${meaning}\n#${'-'.repeat(79)}\n\n[${category}]\n\n`);
    for (const name of Object.keys(own).sort()) {
      const value = which === 'current' ? preferences.get(`${category}.${name}`) : own[name]!.default;
      parts.push(entryText(name, own[name]!, value));
    }
  }
  return parts.join('');
}

function entryText(name: string, { meaning }: PreferenceDefinition, value: PreferenceValue): string {
  const comment = wrapped(meaning.trim(), 78).map((line) => `# ${line}`);
  return `${comment.join('\n')}\n\n${name} = ${pythonText(value)}\n\n`;
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    let current = '';
    for (const word of line.trim().split(' ')) {
      const longer = current === '' ? word : `${current} ${word}`;
      if (longer.length > width && current !== '') lines.push(current);
      current = longer.length > width && current !== '' ? word : longer;
    }
    lines.push(current);
  }
  return lines;
}
