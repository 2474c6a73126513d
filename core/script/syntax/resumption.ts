/**
 * Where to read on after a bracket or string that is never closed. CPython refuses the whole text; an editor
 * meets such a text at every other keystroke, and its user wants to hear of the unfinished statement alone.
 */
import { columnsOf } from './lexicalParts.ts';

/** A part of the text that is not read. */
export interface Unread {
  readonly start: number;
  readonly end: number;
}

const STATEMENT =
  /(?:@\w|(?:import|from|def|class|for|while|if|with|try|return|raise|del|assert|global)\b|[A-Za-z_][\w.]*(?:\[[^\]\r\n]*\][\w.]*)*(?:\(|(?:[ \t]*,[ \t]*[A-Za-z_]\w*)*[ \t]*(?:[-+*/%]|\*\*|\/\/)?=(?!=)))/y;

/** Whether the line at `start` begins a statement no deeper than `indent` columns, by the look of it. */
export function resumesAt(text: string, start: number, indent: number): boolean {
  const blanks = match(/[ \t\f]*/y, text, start);
  const at = start + blanks.length;
  if (columnsOf(blanks) > indent || match(STATEMENT, text, at) === '') return false;
  // A line of keyword arguments looks like an assignment but for its end.
  return !/,\s*(?:#.*)?$/.test(match(/[^\r\n]*/y, text, at));
}

/** What no line of prose and no equation looks like. */
const CERTAIN =
  /(?:@\w|def \w+\(|class \w+\s*[:(]|import \w+[ \t]*$|import [\w.]+ as |from [\w.]+ import |(?:if|for|while|with) .*:[ \t]*$|[A-Za-z_][\w.]*[ \t]*=[ \t]*[A-Z]\w*\(|[A-Za-z_][\w.]*\(.*\)[ \t]*$)/my;

/** A half-typed equation looks like one, too; but statements of another paragraph are none. */
const ASSIGNMENT = /[A-Za-z_][\w.]*[ \t]*=(?!=)[^:\r\n]*$/my;

/** The first line between two offsets that is a statement no deeper than `indent` columns and no text of a string. */
export function statementBetween(
  text: string,
  start: number,
  end: number,
  indent: number,
): number | undefined {
  let afterBlank = false;
  for (let at = nextLine(text, start); at < end; at = nextLine(text, at)) {
    const blanks = match(/[ \t\f]*/y, text, at);
    const ink = at + blanks.length;
    const isStatement =
      match(CERTAIN, text, ink) !== '' || (afterBlank && match(ASSIGNMENT, text, ink) !== '');
    if (isStatement && columnsOf(blanks) <= indent) return at;
    afterBlank = /[\r\n]/.test(text[ink] ?? '');
  }
  return undefined;
}

/**
 * Whether a triple-quoted string that ends at `end` has taken the beginning of another string for its end: a word
 * follows, or it is where a documentation begins, or the line up to there is code that wants a value and nothing
 * follows that could come after one.
 */
export function endsAtBeginning(text: string, quoteStart: number, end: number): boolean {
  if (/\w/.test(text[end] ?? '')) return true;
  // Most strings are told by the character before their end alone.
  if (!/[-+=(,rRfFuU \t]/.test(text[quoteStart - 1] ?? '')) return false;
  const lineStart = startOfLine(text, quoteStart);
  const before = text.slice(lineStart, quoteStart);
  if (/^[ \t]+$/.test(before)) return /^[ \t]*(?:def|class)\b.*:[ \t]*$/.test(lineBefore(text, lineStart));
  return /^[ \t]*[A-Za-z_].*[=(,][ \t]*[rRfFuU]?$/.test(before) && !/[,)]/.test(text[end] ?? '');
}

export function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function lineBefore(text: string, lineStart: number): string {
  const end = text[lineStart - 2] === '\r' ? lineStart - 2 : lineStart - 1;
  return text.slice(startOfLine(text, Math.max(0, end)), Math.max(0, end));
}

function nextLine(text: string, offset: number): number {
  const end = offset + match(/[^\r\n]*/y, text, offset).length;
  return end + Math.max(1, match(/\r\n/y, text, end).length);
}

/** The names that the unread lines seem to bind. */
export function namesBoundIn(text: string, { start, end }: Unread): string[] {
  const binding = /^[ \t]*(?:(?:def|class)[ \t]+([A-Za-z_]\w*)|([A-Za-z_]\w*)[ \t]*=(?!=))/gm;
  const found = [...text.slice(start, end).matchAll(binding)];
  return [...new Set(found.map(([, defined, assigned]) => defined ?? assigned ?? ''))];
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
