/** The value of a string literal, and which characters of the document each of its characters came from. */
import { Provenance } from '../../text/provenance.ts';
import { concatenated } from '../text/strings.ts';
import { PyStr } from '../values.ts';

const SIMPLE: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** One literal: where its characters stand and whether it is raw. */
export interface LiteralParts {
  readonly start: number;
  readonly end: number;
  readonly raw: boolean;
  readonly bytes: boolean;
  readonly format: boolean;
}

/** The prefix and quotes of the literal between two offsets. */
export function literalParts(text: string, start: number, end: number): LiteralParts {
  const match = /^([a-zA-Z]*)('''|"""|'|")/.exec(text.slice(start, Math.min(end, start + 6)));
  const prefix = (match?.[1] ?? '').toLowerCase();
  const quote = match?.[2] ?? '';
  const from = start + prefix.length + quote.length;
  const closed = end - quote.length >= from && text.slice(end - quote.length, end) === quote;
  return {
    start: from,
    end: closed ? end - quote.length : end,
    raw: prefix.includes('r'),
    bytes: prefix.includes('b'),
    format: prefix.includes('f'),
  };
}

/** The characters from `start` to `end`, escapes replaced. `braces`: `{{` and `}}` stand for one brace. */
export function decodeLiteral(
  text: string,
  document: string,
  start: number,
  end: number,
  raw: boolean,
  braces = false,
): PyStr {
  const parts: PyStr[] = [];
  const body = text.slice(start, end);
  const special = raw
    ? braces
      ? /\{\{|\}\}|\r\n?/g
      : /\r\n?/g
    : braces
      ? /\\|\{\{|\}\}|\r\n?/g
      : /\\|\r\n?/g;
  let position = 0;
  for (let match = special.exec(body); match; match = special.exec(body)) {
    parts.push(exact(body, document, start, position, match.index));
    const [value, length] =
      match[0] === '\\'
        ? escaped(body, match.index)
        : [match[0].startsWith('\r') ? '\n' : match[0].charAt(0), match[0].length];
    position = match.index + length;
    special.lastIndex = position;
    if (value !== '') parts.push(whole(value, document, start + match.index, start + position));
  }
  parts.push(exact(body, document, start, position, body.length));
  return concatenated(parts);
}

function exact(body: string, document: string, base: number, from: number, to: number): PyStr {
  return new PyStr(body.slice(from, to), Provenance.exact(document, base + from, to - from));
}

function whole(value: string, document: string, start: number, end: number): PyStr {
  return new PyStr(value, Provenance.whole(document, { start, end }, value.length));
}

/** The character that an escape stands for, and the length of the escape. An unknown one stands for itself. */
function escaped(body: string, at: number): [string, number] {
  const next = body[at + 1] ?? '';
  const simple = SIMPLE[next];
  if (simple !== undefined) return [simple, 2];
  if (next === '\r') return ['', body[at + 2] === '\n' ? 3 : 2];
  if (next === '\n') return ['', 2];
  const rest = body.slice(at + 1, at + 10);
  const octal = /^[0-7]{1,3}/.exec(rest);
  if (octal) return [String.fromCodePoint(Number.parseInt(octal[0], 8)), 1 + octal[0].length];
  const hex = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(rest);
  if (!hex) return ['\\', 1];
  const code = Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '0', 16);
  return [code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd', 1 + hex[0].length];
}
