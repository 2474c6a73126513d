/** Where a failure that the command printed stands, and its last line, for a notification. */
export interface Failure {
  /** `DimensionMismatchError: ...` */
  readonly message: string;
  readonly file?: string;
  /** Zero-based. */
  readonly line?: number;
  readonly character?: number;
  readonly length?: number;
}

/**
 * Reads a Python-like traceback: the last `File "...", line N` is the place; a caret line two lines
 * further down, under the source line, gives the characters; the last line is the message.
 */
export function readFailure(text: string): Failure | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const at = lines.findLastIndex((line) => PLACE.test(line));
  const place = PLACE.exec(lines[at] ?? '');
  const message =
    lines.findLast((line) => /^[\w.]*(?:Error|Exception|Interrupt|Exit)\b/.test(line)) ?? lines.at(-1);
  if (message === undefined) return undefined;
  if (place === null) return { message: message.trim() };
  return { message: message.trim(), file: place[1]!, line: Number(place[2]) - 1, ...caret(lines, at + 1) };
}

const PLACE = /^\s*File "(.+?)", line (\d+)/;

/** Python strips the source line that it shows; how far the source is indented the editor knows. */
function caret(lines: readonly string[], at: number): { character: number; length: number } | undefined {
  const match = /^( *)(\^+)\s*$/.exec(lines[at + 1] ?? '');
  if (match === null) return undefined;
  const indent = lines[at]!.search(/\S/);
  return { character: match[1]!.length - indent, length: match[2]!.length };
}
