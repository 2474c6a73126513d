/** The form of hovers: a header of code, short paragraphs, lists and tables. */
import type { Location } from '../text/range.ts';
import type { ScriptModel } from './model.ts';

export function code(text: string): string {
  return `\`\`\`python\n${text}\n\`\`\``;
}

/** Text in the middle of a sentence as code. */
export function inline(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}

export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts
    .map((part) => part?.trim() ?? '')
    .filter((part) => part !== '')
    .join('\n\n');
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** A table with a header; nothing where there are no rows. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** One line of what stands on several, cut where it is long. */
export function oneLine(text: string, longest = 160): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** `[line 3](...)` for places in the script, the name of the file for others. */
export function place(model: ScriptModel, location: Location | undefined): string | undefined {
  if (location === undefined) return undefined;
  if (location.document !== model.document) return inline(location.document.split('/').at(-1) ?? '');
  const line = model.text.slice(0, location.range.start).split('\n').length;
  const isUri = /^[a-z][\w+.-]*:\/\//i.test(location.document);
  return isUri ? `[line ${line}](${location.document}#L${line})` : `line ${line}`;
}

export function definedAt(model: ScriptModel, location: Location | undefined): string {
  const where = place(model, location);
  if (where === undefined) return '';
  return `Defined ${where.startsWith('`') ? 'in' : 'on'} ${where}.`;
}
