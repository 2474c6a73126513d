import type { Interpreter } from '../interpreter.ts';
import { bindArguments } from '../objects/arguments.ts';
import { pythonError, typeError, valueError } from '../objects/errors.ts';
import { methodTable, type NativeMethodCall } from '../objects/functions.ts';
import { PyDict } from '../objects/mappings.ts';
import { PyList, PyTuple } from '../objects/sequences.ts';
import { elementsOf } from '../operations/items.ts';
import { asInteger, typeName } from '../operations/numbers.ts';
import { strFormat } from '../text/strFormat.ts';
import {
  concatenated,
  joined,
  recased,
  replaced,
  splitLines,
  strippedRange,
  substring,
} from '../text/strings.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../values.ts';

const WHITE = /^[\s\x85]$/;

/** A method whose self is a str; an unknown argument makes the result unknown. */
function method(body: (self: PyStr, args: CallArguments, ctx: Interpreter) => PyValue): NativeMethodCall {
  return (self, args, ctx) => {
    if (!(self instanceof PyStr))
      throw typeError(`descriptor requires a 'str' object but received '${typeName(self)}'`);
    return args.positional.some((value) => value instanceof Unknown) ? new Unknown() : body(self, args, ctx);
  };
}

function text(value: PyValue | undefined, what = 'must be str'): PyStr {
  if (value instanceof PyStr) return value;
  throw typeError(`${what}, not ${typeName(value ?? null)}`);
}

function count(value: PyValue | undefined, missing: number): number {
  const given = value === undefined || value === null ? undefined : Number(asInteger(value) ?? missing);
  return given === undefined || given < 0 ? missing : given;
}

function isCutBy(characters: PyValue | undefined): (character: string) => boolean {
  if (characters === undefined || characters === null) return (c) => WHITE.test(c);
  const set = text(characters, 'strip arg must be None or str').value;
  return (c) => set.includes(c);
}

function strip(left: boolean, right: boolean): NativeMethodCall {
  return method((self, args) => {
    const [start, end] = strippedRange(self.value, isCutBy(args.positional[0]), left, right);
    return substring(self, start, end);
  });
}

function find(last: boolean, required: boolean): NativeMethodCall {
  return method((self, args) => {
    const wanted = text(args.positional[0]).value;
    const [start, end] = window(self.value, args.positional[1], args.positional[2]);
    const part = self.value.slice(start, end);
    const found = start > self.value.length ? -1 : last ? part.lastIndexOf(wanted) : part.indexOf(wanted);
    if (found < 0 && required) throw valueError('substring not found');
    return BigInt(found < 0 ? -1 : found + start);
  });
}

function window(value: string, from: PyValue | undefined, to: PyValue | undefined): [number, number] {
  const at = (given: PyValue | undefined, missing: number): number => {
    const index = given === undefined || given === null ? missing : Number(asInteger(given) ?? missing);
    return index < 0 ? Math.max(0, index + value.length) : index;
  };
  return [at(from, 0), Math.min(at(to, value.length), value.length)];
}

function split(fromRight: boolean): NativeMethodCall {
  return method((self, args) => {
    const [separator = null, most = -1n] = bindArguments('split', args, ['sep=None', 'maxsplit=-1']);
    const limit = count(most, Number.POSITIVE_INFINITY);
    const ranges =
      separator === null
        ? wordRanges(self.value, limit, fromRight)
        : partRanges(self.value, text(separator).value, limit, fromRight);
    return new PyList(ranges.map(([start, end]) => substring(self, start, end)));
  });
}

function partRanges(value: string, separator: string, limit: number, fromRight: boolean): [number, number][] {
  if (separator === '') throw valueError('empty separator');
  const cuts: number[] = [];
  if (fromRight) {
    for (let at = value.lastIndexOf(separator); at >= 0 && cuts.length < limit; ) {
      cuts.unshift(at);
      at = at === 0 ? -1 : value.lastIndexOf(separator, at - separator.length);
      if (at < 0) break;
    }
  } else {
    for (
      let at = value.indexOf(separator);
      at >= 0 && cuts.length < limit;
      at = value.indexOf(separator, at + separator.length)
    )
      cuts.push(at);
  }
  const starts = [0, ...cuts.map((cut) => cut + separator.length)];
  return starts.map((start, i) => [start, cuts[i] ?? value.length]);
}

function wordRanges(value: string, limit: number, fromRight: boolean): [number, number][] {
  const words = [...value.matchAll(/[^\s\x85]+/g)].map((m): [number, number] => [
    m.index,
    m.index + m[0].length,
  ]);
  if (words.length <= limit + 1 && words.length <= limit) return words;
  if (words.length - 1 < limit || limit === Number.POSITIVE_INFINITY) return words;
  const isWhite = (c: string) => WHITE.test(c);
  if (!fromRight) {
    const first = words[limit]?.[0] ?? 0;
    return [...words.slice(0, limit), [first, strippedRange(value, isWhite, false, true)[1]]];
  }
  const last = words[words.length - 1 - limit]?.[1] ?? value.length;
  return [[strippedRange(value, isWhite, true, false)[0], last], ...words.slice(words.length - limit)];
}

function partition(fromRight: boolean): NativeMethodCall {
  return method((self, args) => {
    const separator = text(args.positional[0]).value;
    const at = fromRight ? self.value.lastIndexOf(separator) : self.value.indexOf(separator);
    const empty = new PyStr('');
    if (at < 0) return new PyTuple(fromRight ? [empty, empty, self] : [self, empty, empty]);
    const end = at + separator.length;
    const parts = [substring(self, 0, at), substring(self, at, end), substring(self, end, self.value.length)];
    return new PyTuple(parts);
  });
}

function affix(atStart: boolean): NativeMethodCall {
  return method((self, args) => {
    const given = args.positional[0];
    const choices = given instanceof PyTuple ? given.items : [given];
    const [start, end] = window(self.value, args.positional[1], args.positional[2]);
    const value = self.value.slice(start, end);
    const name = atStart ? 'startswith' : 'endswith';
    return choices.some((choice) => {
      const wanted = text(choice, `${name} first arg must be str or a tuple of str`).value;
      return atStart ? value.startsWith(wanted) : value.endsWith(wanted);
    });
  });
}

function pad(place: (missing: number) => [number, number]): NativeMethodCall {
  return method((self, args) => {
    const missing = Number(asInteger(args.positional[0] ?? null) ?? 0n) - self.value.length;
    const fill = args.positional[1] === undefined ? ' ' : text(args.positional[1]).value;
    if (missing <= 0) return self;
    const [left, right] = place(missing);
    return concatenated([new PyStr(fill.repeat(left)), self, new PyStr(fill.repeat(right))]);
  });
}

function test(pattern: RegExp): NativeMethodCall {
  return method((self) => pattern.test(self.value));
}

function recase(change: (value: string) => string): NativeMethodCall {
  return method((self) => recased(self, change(self.value)));
}

function join(self: PyStr, args: CallArguments, ctx: Interpreter): PyValue {
  const source = elementsOf(args.positional[0] ?? null, ctx);
  if (source === undefined) throw typeError('can only join an iterable');
  const parts = [...source];
  if (parts.some((part) => part instanceof Unknown)) return new Unknown();
  const texts = parts.map((part, i) => {
    if (part instanceof PyStr) return part;
    throw typeError(`sequence item ${i}: expected str instance, ${typeName(part)} found`);
  });
  return texts.length === 0 ? new PyStr('') : joined(self, texts);
}

function translate(self: PyStr, args: CallArguments): PyValue {
  const table = args.positional[0];
  if (!(table instanceof PyDict)) throw typeError('translate() argument must be a dict');
  const parts = [...self.value].map((character) => {
    const to = table.get(BigInt(character.codePointAt(0) ?? 0));
    if (to === undefined) return character;
    if (to === null) return '';
    return to instanceof PyStr ? to.value : String.fromCodePoint(Number(to));
  });
  return new PyStr(parts.join(''));
}

function expandTabs(value: string, size: number): string {
  return value.replace(/[^\n\r]*/g, (line) => {
    let result = '';
    for (const c of line) result += c === '\t' ? ' '.repeat(size > 0 ? size - (result.length % size) : 0) : c;
    return result;
  });
}

function capitalized(value: string): string {
  return value.slice(0, 1).toUpperCase() + value.slice(1).toLowerCase();
}

export const STRING_METHODS = methodTable({
  strip: strip(true, true),
  lstrip: strip(true, false),
  rstrip: strip(false, true),
  find: find(false, false),
  rfind: find(true, false),
  index: find(false, true),
  rindex: find(true, true),
  split: split(false),
  rsplit: split(true),
  partition: partition(false),
  rpartition: partition(true),
  startswith: affix(true),
  endswith: affix(false),
  ljust: pad((missing) => [0, missing]),
  rjust: pad((missing) => [missing, 0]),
  center: pad((missing) => [Math.floor(missing / 2), missing - Math.floor(missing / 2)]),
  upper: recase((v) => v.toUpperCase()),
  lower: recase((v) => v.toLowerCase()),
  casefold: recase((v) => v.toLowerCase()),
  capitalize: recase(capitalized),
  title: recase((v) => v.replace(/\p{L}+/gu, capitalized)),
  swapcase: recase((v) =>
    v.replace(/./gsu, (c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())),
  ),
  isdigit: test(/^\p{Nd}+$/u),
  isdecimal: test(/^\p{Nd}+$/u),
  isnumeric: test(/^\p{N}+$/u),
  isalpha: test(/^\p{L}+$/u),
  isalnum: test(/^[\p{L}\p{N}]+$/u),
  isspace: test(/^[\s\x85]+$/),
  isidentifier: test(/^[\p{L}_][\p{L}\p{N}_]*$/u),
  isascii: test(/^\p{ASCII}*$/u),
  islower: method(
    (self) => self.value !== self.value.toUpperCase() && self.value === self.value.toLowerCase(),
  ),
  isupper: method(
    (self) => self.value !== self.value.toLowerCase() && self.value === self.value.toUpperCase(),
  ),
  count: method((self, args) => {
    const wanted = text(args.positional[0]).value;
    const [start, end] = window(self.value, args.positional[1], args.positional[2]);
    return BigInt(self.value.slice(start, end).split(wanted).length - (wanted === '' ? -1 : 1));
  }),
  replace: method((self, args) => {
    const [from, to, most] = bindArguments('replace', args, ['old', 'new', 'count=-1']);
    return replaced(self, text(from), text(to), count(most, Number.POSITIVE_INFINITY));
  }),
  splitlines: method((self, args, ctx) => {
    const [keep = false] = bindArguments('splitlines', args, ['keepends=False']);
    return new PyList(splitLines(self, ctx.truth(keep)));
  }),
  zfill: method((self, args) => {
    const sign = /^[+-]/.exec(self.value)?.[0] ?? '';
    const width = Number(asInteger(args.positional[0] ?? null) ?? 0n);
    return new PyStr(sign + self.value.slice(sign.length).padStart(width - sign.length, '0'));
  }),
  removeprefix: method((self, args) => {
    const prefix = text(args.positional[0]).value;
    return self.value.startsWith(prefix) ? substring(self, prefix.length, self.value.length) : self;
  }),
  removesuffix: method((self, args) => {
    const suffix = text(args.positional[0]).value;
    const cut = suffix !== '' && self.value.endsWith(suffix) ? suffix.length : 0;
    return substring(self, 0, self.value.length - cut);
  }),
  expandtabs: method((self, args) => {
    const [size = 8n] = bindArguments('expandtabs', args, ['tabsize=8']);
    return new PyStr(expandTabs(self.value, Number(asInteger(size) ?? 8n)));
  }),
  join: method(join),
  translate: method(translate),
  encode: method(() => {
    throw pythonError('NotImplementedError', 'bytes are not supported');
  }),
  format: (self, args, ctx) => strFormat(text(self), args, ctx),
  format_map: method((self, args, ctx) => {
    const mapping = args.positional[0];
    if (!(mapping instanceof PyDict)) throw typeError('format_map() argument must be a mapping');
    const keywords = new Map([...mapping.entries()].map(([key, value]) => [ctx.str(key), value]));
    return strFormat(self, { positional: [], keywords }, ctx);
  }),
});

/** `str.maketrans(from, to, deleted)` or `str.maketrans(dict)`. */
export function makeTranslation(args: CallArguments): PyValue {
  const [first, second, third] = args.positional;
  const code = (character: string) => BigInt(character.codePointAt(0) ?? 0);
  const table = new PyDict();
  if (first instanceof PyDict) {
    for (const [key, value] of first.entries())
      table.set(key instanceof PyStr ? code(key.value) : key, value);
    return table;
  }
  const to = [...text(second).value];
  [...text(first).value].forEach((character, i) => {
    table.set(code(character), code(to[i] ?? ''));
  });
  if (third !== undefined) for (const character of text(third).value) table.set(code(character), null);
  return table;
}
