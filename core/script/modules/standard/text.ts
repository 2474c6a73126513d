/** Python's `textwrap` and `string`. */

import { callArguments } from '../../objects/arguments.ts';
import type { PyModule } from '../../objects/module.ts';
import { PyList } from '../../objects/sequences.ts';
import { toInteger } from '../../operations/numbers.ts';
import { concatenated, joined, splitLines, substring } from '../../text/strings.ts';
import { PyStr, type PyValue } from '../../values.ts';
import { fn, members, moduleOf, textOf } from './define.ts';
import { TEMPLATE } from './template.ts';

/** Takes the blanks away that all lines begin with; every character keeps its place. */
export function dedent(text: PyStr): PyStr {
  const lines = newlineParts(text);
  const margin = commonMargin(lines.map((line) => line.value).filter((line) => /[^ \t]/.test(line)));
  const cut = lines.map((line) =>
    /[^ \t]/.test(line.value)
      ? substring(line, margin.length, line.value.length)
      : substring(line, line.value.length, line.value.length),
  );
  return joined(new PyStr('\n'), cut);
}

/** The parts between newlines, each a piece of the text. */
function newlineParts(text: PyStr): PyStr[] {
  const parts: PyStr[] = [];
  let start = 0;
  for (const part of text.value.split('\n')) {
    parts.push(substring(text, start, start + part.length));
    start += part.length + 1;
  }
  return parts;
}

function commonMargin(lines: readonly string[]): string {
  const margins = lines.map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  return margins.reduce((shared, margin) => {
    let length = 0;
    while (length < Math.min(shared.length, margin.length) && shared[length] === margin[length]) length += 1;
    return shared.slice(0, length);
  }, margins[0] ?? '');
}

/** Lines of at most so many characters; words longer than that are cut. */
function wrapped(text: string, width: number, first: string, later: string): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const lines: string[] = [];
  let line: string | undefined;
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const indent = lines.length === 0 ? first : later;
    if (line !== undefined && indent.length + line.length + 1 + word.length <= width) line += ` ${word}`;
    else if (line !== undefined) {
      lines.push(indent + line);
      line = undefined;
      words.unshift(word);
    } else {
      line = word.slice(0, Math.max(1, width - indent.length));
      if (line.length < word.length) words.unshift(word.slice(line.length));
    }
  }
  if (line !== undefined) lines.push((lines.length === 0 ? first : later) + line);
  return lines;
}

const WRAP = 'text width=70 initial_indent= subsequent_indent= **options';

const wrap = ([text, width, first, later]: readonly (PyValue | undefined)[]): string[] =>
  wrapped(
    textOf(text, 'wrap()').value,
    toInteger(width ?? null),
    first instanceof PyStr ? first.value : '',
    later instanceof PyStr ? later.value : '',
  );

const FUNCTIONS = [
  fn('dedent', 'text', ([text]) => dedent(textOf(text, 'dedent()'))),
  fn('indent', 'text prefix predicate=None', ([text, prefix, predicate = null], ctx) => {
    const lines = splitLines(textOf(text, 'indent()'), true).map((line) => {
      const marked =
        predicate === null ? line.value.trim() !== '' : ctx.truth(ctx.call(predicate, callArguments([line])));
      return marked ? concatenated([textOf(prefix, 'indent()'), line]) : line;
    });
    return lines.length === 0 ? new PyStr('') : concatenated(lines);
  }),
  fn('wrap', WRAP, (values) => new PyList(wrap(values).map((line) => new PyStr(line)))),
  fn('fill', WRAP, (values) => new PyStr(wrap(values).join('\n'))),
];

export function textwrapModule(): PyModule {
  return moduleOf('textwrap', members(...FUNCTIONS));
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const WHITESPACE = ' \t\n\r\v\f';

const CONSTANTS: readonly (readonly [string, string])[] = [
  ['ascii_lowercase', LOWER],
  ['ascii_uppercase', UPPER],
  ['ascii_letters', LOWER + UPPER],
  ['digits', DIGITS],
  ['hexdigits', `${DIGITS}abcdefABCDEF`],
  ['octdigits', '01234567'],
  ['punctuation', PUNCTUATION],
  ['whitespace', WHITESPACE],
  ['printable', DIGITS + LOWER + UPPER + PUNCTUATION + WHITESPACE],
];

export function stringModule(): PyModule {
  const constants = CONSTANTS.map(([name, value]): [string, PyValue] => [name, new PyStr(value)]);
  return moduleOf('string', new Map([...constants, ['Template', TEMPLATE]]));
}
