/** What the scanner measures and names. */

/** The width of an indentation. */
export function columnsOf(indent: string): number {
  let columns = 0;
  for (const character of indent)
    columns = character === '\t' ? columns + 8 - (columns % 8) : character === '\f' ? 0 : columns + 1;
  return columns;
}

const LINE_REST = /[^\r\n]*/y;

/** The offset of the end of the line that `from` is in. */
export function endOfLine(text: string, from: number): number {
  LINE_REST.lastIndex = from;
  return from + (LINE_REST.exec(text)?.[0].length ?? 0);
}

/** Characters between brackets that `matchingParenthesis` looks through. */
const FARTHEST = 2000;

/** The offset of the bracket that closes the one at `open`, unless it is far away. */
export function matchingParenthesis(text: string, open: number): number | undefined {
  let depth = 0;
  for (let i = open; i < Math.min(text.length, open + FARTHEST); i++) {
    if ('([{'.includes(text[i] ?? '')) depth += 1;
    if (')]}'.includes(text[i] ?? '')) depth -= 1;
    if (depth === 0) return i;
  }
  return undefined;
}

/** What CPython calls the header of a block. */
export function headerName(header: string): string {
  const word = /^[a-z]+/.exec(header)?.[0] ?? '';
  if (word === 'def' || word === 'async') return 'function definition';
  if (word === 'class') return 'class definition';
  return `'${word}' statement`;
}
