/** How Brian (and Python under it) word what a grammar does not accept. */
import type { TextRange } from '../../core/text/range.ts';
import type { GrammarProblem } from './tree.ts';

export function syntaxProblem(message: string, range: TextRange): GrammarProblem {
  return { code: 'syntax', errorClass: 'SyntaxError', message, range };
}

/**
 * The report of a parser that stopped at `offset` of `text`: line, caret, and what was expected and found.
 * Positions count as Brian's parser counts them, with tabs expanded to columns of eight.
 */
export function parseFailure(heading: string, expected: string, text: string, offset: number): string {
  const before = expandTabs(text.slice(0, offset));
  const full = before + expandTabs(text.slice(offset), before);
  const at = before.length;
  const lineStart = full.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = full.indexOf('\n', at);
  const line = full.slice(lineStart, lineEnd < 0 ? full.length : lineEnd);
  const column = at - lineStart + 1;
  const lineNumber = full.slice(0, at).split('\n').length;
  const place = `(at char ${at}), (line:${lineNumber}, col:${column})`;
  return `${heading}\n${line}\n${' '.repeat(column - 1)}^\nExpected ${expected}, found ${found(full, at)}  ${place}`;
}

function found(text: string, offset: number): string {
  const word = /[\p{L}\p{N}_]{1,16}|[\s\S]/uy;
  word.lastIndex = offset;
  const match = word.exec(text);
  return match === null ? 'end of text' : `'${match[0]}'`;
}

function expandTabs(text: string, before = ''): string {
  if (!text.includes('\t')) return text;
  let column = before.length - (before.lastIndexOf('\n') + 1);
  let expanded = '';
  for (const character of text) {
    const piece = character === '\t' ? ' '.repeat(8 - (column % 8)) : character;
    column = character === '\n' ? 0 : column + piece.length;
    expanded += piece;
  }
  return expanded;
}
