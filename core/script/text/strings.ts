/** Operations on strings that keep where their characters came from. */
import { Provenance } from '../../text/provenance.ts';
import { pythonError } from '../objects/errors.ts';
import { PyStr } from '../values.ts';

const LONGEST = 100_000_000;

/** A string that nobody wrote. */
export function plainString(value: string): PyStr {
  return new PyStr(value);
}

export function concatenated(parts: readonly PyStr[]): PyStr {
  if (parts.length === 1 && parts[0]) return parts[0];
  const length = parts.reduce((sum, part) => sum + part.value.length, 0);
  if (length > LONGEST) throw pythonError('MemoryError', '');
  const value = parts.map((part) => part.value).join('');
  if (!parts.some((part) => part.provenance)) return new PyStr(value);
  return new PyStr(value, Provenance.concat(parts.map(provenanceOf)));
}

export function joined(separator: PyStr, parts: readonly PyStr[]): PyStr {
  return concatenated(parts.flatMap((part, i) => (i === 0 ? [part] : [separator, part])));
}

export function repeated(text: PyStr, times: number): PyStr {
  const count = Math.max(0, times);
  if (count * text.value.length > LONGEST) throw pythonError('MemoryError', '');
  if (!text.provenance || count > 1000) return new PyStr(text.value.repeat(count));
  return concatenated(count === 0 ? [new PyStr('')] : Array.from({ length: count }, () => text));
}

/** Characters `start` to `end` in UTF-16 units. */
export function substring(text: PyStr, start: number, end: number): PyStr {
  return new PyStr(text.value.slice(start, end), text.provenance?.slice(start, end));
}

/** The same characters changed one to one (`upper`, `swapcase`): each keeps its place. */
export function recased(text: PyStr, value: string): PyStr {
  return new PyStr(value, value.length === text.value.length ? text.provenance : undefined);
}

/** Replaces up to `count` occurrences, from the left. */
export function replaced(text: PyStr, from: PyStr, to: PyStr, count: number): PyStr {
  if (from.value === '') return new PyStr(replacedEmpty(text.value, to.value, count));
  const parts: PyStr[] = [];
  let position = 0;
  for (let done = 0; done < count; done++) {
    const found = text.value.indexOf(from.value, position);
    if (found < 0) break;
    parts.push(substring(text, position, found), to);
    position = found + from.value.length;
  }
  parts.push(substring(text, position, text.value.length));
  return concatenated(parts);
}

/** Splits at line ends; `keepEnds` leaves them on the lines. */
export function splitLines(text: PyStr, keepEnds: boolean): PyStr[] {
  const lines: PyStr[] = [];
  let start = 0;
  for (const match of text.value.matchAll(/\r\n|[\n\r\v\f\x85\u2028\u2029]/g)) {
    const end = match.index + match[0].length;
    lines.push(substring(text, start, keepEnds ? end : match.index));
    start = end;
  }
  if (start < text.value.length) lines.push(substring(text, start, text.value.length));
  return lines;
}

/** The offsets that remain when characters of a set (default: white space) are cut from the ends. */
export function strippedRange(
  value: string,
  isCut: (character: string) => boolean,
  left: boolean,
  right: boolean,
): [number, number] {
  let start = 0;
  let end = value.length;
  while (left && start < end && isCut(value[start] ?? '')) start += 1;
  while (right && end > start && isCut(value[end - 1] ?? '')) end -= 1;
  return [start, end];
}

/** Python's `len`: code points. */
export function codePointLength(value: string): number {
  if (!hasSurrogates(value)) return value.length;
  return [...value].length;
}

/** The characters one by one, each with its place. */
export function characters(text: PyStr): PyStr[] {
  const result: PyStr[] = [];
  let offset = 0;
  for (const character of text.value) {
    result.push(substring(text, offset, offset + character.length));
    offset += character.length;
  }
  return result;
}

export function hasSurrogates(value: string): boolean {
  return /[\ud800-\udbff]/.test(value);
}

function provenanceOf(text: PyStr): Provenance {
  return text.provenance ?? Provenance.unknown(text.value.length);
}

function replacedEmpty(value: string, to: string, count: number): string {
  let left = count;
  let result = '';
  for (const character of value) {
    if (left > 0) result += to;
    left -= 1;
    result += character;
  }
  return left > 0 ? result + to : result;
}
