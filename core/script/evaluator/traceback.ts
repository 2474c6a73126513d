/** Failures as Python prints them. */
import type { Problem } from '../../problems/problem.ts';
import type { Location } from '../../text/range.ts';
import type { PyRaised, TracebackEntry } from '../objects/raised.ts';

/** Gives the text of a document, where it is known. */
export type ReadDocument = (document: string) => string | undefined;

/** The whole text of a failure: traceback, source lines with carets, class and message. */
export function tracebackText(error: PyRaised, read: ReadDocument): string {
  const entries = narrowed([...error.traceback].reverse(), error.problem.location);
  const lines = shortened(entries.map((entry) => entryLines(entry, read)));
  const place = placeInString(error, entries, read);
  const head = lines.length > 0 ? ['Traceback (most recent call last):', ...lines] : [];
  return before(error, read) + [...head, ...place, finalLine(error.problem)].join('\n');
}

/** Where only a part of the innermost line is at fault, an argument say, that part is marked. */
function narrowed(
  entries: readonly TracebackEntry[],
  location: Location | undefined,
): readonly TracebackEntry[] {
  const last = entries[entries.length - 1];
  if (!last || !location || !isInside(location, last.location)) return entries;
  return [...entries.slice(0, -1), { location, name: last.name }];
}

function isInside({ document, range }: Location, outer: Location): boolean {
  return (
    document === outer.document &&
    range.start >= outer.range.start &&
    range.end <= outer.range.end &&
    range.end - range.start < outer.range.end - outer.range.start
  );
}

/** Says how often the same entry is repeated, as Python does after the third. */
function shortened(entries: readonly (readonly string[])[]): string[] {
  const lines: string[] = [];
  let repeated = 0;
  entries.forEach((entry, i) => {
    const same = i > 0 && entry.join() === entries[i - 1]?.join();
    repeated = same ? repeated + 1 : 0;
    if (repeated < 3) lines.push(...entry);
    const isLast = entry.join() !== entries[i + 1]?.join();
    if (repeated >= 3 && isLast)
      lines.push(`  [Previous line repeated ${repeated - 2} more time${repeated > 3 ? 's' : ''}]`);
  });
  return lines;
}

/** The exceptions that this one came from, each with Python's sentence on how. */
function before(error: PyRaised, read: ReadDocument): string {
  const direct = 'The above exception was the direct cause of the following exception:';
  const during = 'During handling of the above exception, another exception occurred:';
  const [cause] = error.causes;
  const earlier = cause ?? (error.context === error ? undefined : error.context);
  if (earlier === undefined) return '';
  return `${tracebackText(earlier, read)}\n\n${cause ? direct : during}\n\n`;
}

/** As CPython shows a syntax error: no traceback, the line and a caret. */
export function syntaxErrorText(problem: Problem, read: ReadDocument): string {
  const { location } = problem;
  if (!location) return finalLine(problem);
  const place = sourcePlace(location, read);
  const isPoint = problem.errorClass !== 'SyntaxError' || /^unterminated/.test(problem.message);
  const caret = `    ${' '.repeat(place.column)}${'^'.repeat(isPoint ? 1 : Math.max(1, place.length))}`;
  const lines = [`  File "${location.document}", line ${place.line}`];
  if (place.text !== undefined) lines.push(`    ${place.text}`, caret);
  return [...lines, finalLine(problem)].join('\n');
}

function finalLine(problem: Problem): string {
  return problem.message === '' ? problem.errorClass : `${problem.errorClass}: ${problem.message}`;
}

function entryLines(entry: TracebackEntry, read: ReadDocument): string[] {
  const place = sourcePlace(entry.location, read);
  const lines = [`  File "${entry.location.document}", line ${place.line}, in ${entry.name}`];
  if (place.text === undefined) return lines;
  lines.push(`    ${place.text}`);
  const whole = place.column === 0 && place.length >= place.text.length;
  if (whole && !entry.anchor) return lines;
  if (place.length > 0) lines.push(`    ${' '.repeat(place.column)}${marks(entry, place.length)}`);
  return lines;
}

/** `~~^~~` where a part is at fault, else `^^^^^`. */
function marks({ location, anchor }: TracebackEntry, length: number): string {
  if (!anchor) return '^'.repeat(length);
  const from = anchor.start - location.range.start;
  const to = anchor.end - location.range.start;
  return Array.from({ length }, (_, i) => (i >= from && i < to ? '^' : '~')).join('');
}

/** Where the problem itself stands, if that is not where the innermost frame stands: inside a code string. */
function placeInString(error: PyRaised, entries: readonly TracebackEntry[], read: ReadDocument): string[] {
  const { location } = error.problem;
  const last = entries[entries.length - 1]?.location;
  if (!location || !last || sameLocation(location, last)) return [];
  return entryLines({ location, name: '<string>' }, read);
}

function sameLocation(a: Location, b: Location): boolean {
  return a.document === b.document && a.range.start === b.range.start && a.range.end === b.range.end;
}

interface SourcePlace {
  /** One-based. */
  readonly line: number;
  /** The line without its indentation; undefined where the document is not known. */
  readonly text: string | undefined;
  /** Of the range, within `text`. */
  readonly column: number;
  readonly length: number;
}

function sourcePlace(location: Location, read: ReadDocument): SourcePlace {
  const source = read(location.document);
  if (source === undefined) return { line: 1, text: undefined, column: 0, length: 0 };
  const before = source.slice(0, location.range.start);
  const line = before.split(/\r\n|\r|\n/).length;
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const full = /^[^\r\n]*/.exec(source.slice(start))?.[0] ?? '';
  const text = full.trim();
  const indent = full.length - full.trimStart().length;
  const column = Math.min(Math.max(0, location.range.start - start - indent), text.length);
  const end = Math.min(location.range.end - start - indent, text.length);
  return { line, text, column, length: Math.max(end - column, 0) };
}
