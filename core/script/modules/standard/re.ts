/** Python's `re`, over JavaScript's regular expressions. */
import { OBJECT } from '../../builtins/types.ts';
import type { Interpreter } from '../../interpreter.ts';
import { callArguments } from '../../objects/arguments.ts';
import { PyClass } from '../../objects/classes.ts';
import { pythonError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyIterator } from '../../objects/iterators.ts';
import { PyDict } from '../../objects/mappings.ts';
import type { PyModule } from '../../objects/module.ts';
import { PyList, PyTuple } from '../../objects/sequences.ts';
import { asInteger, toInteger } from '../../operations/numbers.ts';
import { concatenated, substring } from '../../text/strings.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { type Argument, fn, type MethodBody, members, methods, moduleOf, textOf } from './define.ts';
import {
  ASCII,
  type Compiled,
  compilePattern,
  DOTALL,
  IGNORECASE,
  MULTILINE,
  RE_ERROR,
  UNICODE,
  VERBOSE,
} from './pattern.ts';

class PyPattern extends PyObject {
  readonly typeName = 'Pattern';
  constructor(
    readonly source: PyStr,
    readonly compiled: Compiled,
  ) {
    super();
  }
  get pyClass(): PyClass {
    return PATTERN;
  }
  /** Matches from left to right that do not overlap. */
  *matches(text: PyStr): Iterable<PyMatch> {
    for (const found of text.value.matchAll(this.compiled.regexp)) yield new PyMatch(this, text, found);
  }
  /** The first match, which may have to begin at the start and end at the end. */
  first(text: PyStr, where: 'anywhere' | 'start' | 'whole'): PyValue {
    const { source, flags } = this.compiled.regexp;
    const pattern = where === 'whole' ? `(?:${source})(?![\\s\\S])` : source;
    const regexp = new RegExp(pattern, where === 'anywhere' ? flags : flags.replace('g', 'y'));
    const found = regexp.exec(text.value);
    return found === null ? null : new PyMatch(this, text, found);
  }
  override getAttribute(name: string): PyValue | undefined {
    if (name === 'pattern') return this.source;
    if (name === 'flags') return BigInt(this.compiled.flags | UNICODE);
    if (name !== 'groupindex') return undefined;
    return new PyDict(
      [...this.compiled.groups].map(([group, index]) => [new PyStr(group), BigInt(index)] as const),
    );
  }
  override repr(ctx: Interpreter): string {
    return `re.compile(${ctx.repr(this.source)})`;
  }
}

/** Its groups are pieces of the text and keep their places. */
class PyMatch extends PyObject {
  readonly typeName = 'Match';
  constructor(
    readonly pattern: PyPattern,
    readonly text: PyStr,
    readonly found: RegExpExecArray | RegExpMatchArray,
  ) {
    super();
  }
  get pyClass(): PyClass {
    return MATCH;
  }
  get count(): number {
    return this.found.length - 1;
  }
  /** Where a group stands; undefined where it took no part. */
  range(group: Argument): [number, number] | undefined {
    const name = group instanceof PyStr ? group.value : undefined;
    const index =
      name === undefined ? Number(asInteger(group ?? null) ?? -1n) : this.pattern.compiled.groups.get(name);
    if (index === undefined || index < 0 || index > this.count)
      throw pythonError('IndexError', 'no such group');
    return this.found.indices?.[index];
  }
  group(group: Argument, missing: PyValue = null): PyValue {
    const range = this.range(group);
    return range === undefined ? missing : substring(this.text, ...range);
  }
  groups(missing: PyValue): PyValue[] {
    return Array.from({ length: this.count }, (_, k) => this.group(BigInt(k + 1), missing));
  }
  override getItem(key: PyValue): PyValue {
    return this.group(key);
  }
  override getAttribute(name: string): PyValue | undefined {
    if (name === 'string') return this.text;
    if (name === 're') return this.pattern;
    if (name === 'lastindex') return this.count === 0 ? null : BigInt(this.count);
    return name === 'pos' ? 0n : undefined;
  }
  override repr(ctx: Interpreter): string {
    const [start, end] = this.range(0n) ?? [0, 0];
    return `<re.Match object; span=(${start}, ${end}), match=${ctx.repr(this.group(0n))}>`;
  }
}

/** What `findall` gives for a match: the group, the groups, or all of it. */
function shownParts(match: PyMatch): PyValue {
  if (match.count === 0) return match.group(0n);
  const groups = match.groups(new PyStr(''));
  return groups.length === 1 ? (groups[0] ?? null) : new PyTuple(groups);
}

function replacement(match: PyMatch, by: PyValue, ctx: Interpreter): PyStr {
  if (!(by instanceof PyStr)) return textOf(ctx.call(by, callArguments([match])), 'replacement');
  const parts: PyStr[] = [];
  let position = 0;
  for (const reference of by.value.matchAll(/\\(?:g<(\w+)>|(\d{1,2})|([\s\S]))/g)) {
    parts.push(substring(by, position, reference.index));
    position = reference.index + reference[0].length;
    const [, name, digits, letter] = reference;
    const key = name ?? digits;
    if (key === undefined) parts.push(new PyStr(ESCAPES[letter ?? ''] ?? letter ?? ''));
    else
      parts.push(
        textOf(match.group(/^\d+$/.test(key) ? BigInt(key) : new PyStr(key), new PyStr('')), 'group'),
      );
  }
  parts.push(substring(by, position, by.value.length));
  return concatenated(parts);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\' };

/** The text with up to `most` matches replaced (0: all), and how many were. */
function substituted(
  self: PyPattern,
  by: PyValue,
  text: PyStr,
  most: number,
  ctx: Interpreter,
): [PyStr, number] {
  const parts: PyStr[] = [];
  let position = 0;
  let count = 0;
  for (const match of self.matches(text)) {
    if (most > 0 && count === most) break;
    const [start, end] = match.range(0n) ?? [0, 0];
    parts.push(substring(text, position, start), replacement(match, by, ctx));
    position = end;
    count += 1;
  }
  parts.push(substring(text, position, text.value.length));
  return [concatenated(parts), count];
}

function split(self: PyPattern, text: PyStr, most: number): PyList {
  const parts: PyValue[] = [];
  let position = 0;
  let count = 0;
  for (const match of self.matches(text)) {
    if (most > 0 && count === most) break;
    const [start, end] = match.range(0n) ?? [0, 0];
    parts.push(substring(text, position, start), ...match.groups(null));
    position = end;
    count += 1;
  }
  return new PyList([...parts, substring(text, position, text.value.length)]);
}

type Row = readonly [string, string, MethodBody<PyPattern>];

const subject = (value: Argument): PyStr => textOf(value, 'expected string or bytes-like object');

const METHODS: readonly Row[] = [
  ['match', 'string', (self, [text]) => self.first(subject(text), 'start')],
  ['search', 'string', (self, [text]) => self.first(subject(text), 'anywhere')],
  ['fullmatch', 'string', (self, [text]) => self.first(subject(text), 'whole')],
  ['findall', 'string', (self, [text]) => new PyList([...self.matches(subject(text))].map(shownParts))],
  [
    'finditer',
    'string',
    (self, [text]) => new PyIterator(self.matches(subject(text))[Symbol.iterator](), 'callable_iterator'),
  ],
  [
    'sub',
    'repl string count=0',
    (self, [by = null, text, count], ctx) =>
      substituted(self, by, subject(text), toInteger(count ?? null), ctx)[0],
  ],
  [
    'subn',
    'repl string count=0',
    (self, [by = null, text, count], ctx) => {
      const [result, done] = substituted(self, by, subject(text), toInteger(count ?? null), ctx);
      return new PyTuple([result, BigInt(done)]);
    },
  ],
  ['split', 'string maxsplit=0', (self, [text, most]) => split(self, subject(text), toInteger(most ?? null))],
];

/** Characters through which even a pattern that may explode can be searched for. */
const MOST_TO_EXPLODE = 20;

/** In an analysis a search that may take for ever is not made, since nothing could stop it. */
function cautious([name, signature, body]: Row): Row {
  return [
    name,
    signature,
    (self, args, ctx, rest) => {
      const isLong = args.some((value) => value instanceof PyStr && value.value.length > MOST_TO_EXPLODE);
      if (self.compiled.mayExplode && isLong && ctx.mode === 'analysis') return new Unknown();
      return body(self, args, ctx, rest);
    },
  ];
}

const PATTERN: PyClass = new PyClass('Pattern', [OBJECT], methods(PyPattern, METHODS.map(cautious)), {
  module: 're',
});

/** Start, end or both of a group; -1 where it took no part. */
function edges(match: PyMatch, group: Argument): [bigint, bigint] {
  const [start, end] = match.range(group) ?? [-1, -1];
  return [BigInt(start), BigInt(end)];
}

const MATCH: PyClass = new PyClass(
  'Match',
  [OBJECT],
  methods(PyMatch, [
    [
      'group',
      '*groups',
      (self, _values, _ctx, { rest }) => {
        if (rest.length < 2) return self.group(rest[0] ?? 0n);
        return new PyTuple(rest.map((group) => self.group(group)));
      },
    ],
    ['groups', 'default=None', (self, [missing = null]) => new PyTuple(self.groups(missing))],
    [
      'groupdict',
      'default=None',
      (self, [missing = null]) =>
        new PyDict(
          [...self.pattern.compiled.groups].map(
            ([name, index]) => [new PyStr(name), self.group(BigInt(index), missing)] as const,
          ),
        ),
    ],
    ['start', 'group=0', (self, [group]) => edges(self, group)[0]],
    ['end', 'group=0', (self, [group]) => edges(self, group)[1]],
    ['span', 'group=0', (self, [group]) => new PyTuple(edges(self, group))],
  ]),
  { module: 're' },
);

function compile(pattern: Argument, flags: Argument, ctx: Interpreter): PyPattern {
  if (pattern instanceof PyPattern) return pattern;
  const source = textOf(pattern, 'first argument must be string or compiled pattern');
  return new PyPattern(source, compilePattern(source.value, Number(asInteger(flags ?? null) ?? 0n), ctx));
}

/** A function of the module: the pattern, what the method of that name takes, flags. */
function patternFunction(name: string): NativeFunction {
  return new NativeFunction(name, (args, ctx) => {
    if ([...args.positional, ...args.keywords.values()].some((value) => value instanceof Unknown))
      return new Unknown();
    const keywords = new Map(args.keywords);
    const parameters = METHODS.find(([method]) => method === name)?.[1].split(' ').length ?? 1;
    const [given, ...rest] = args.positional;
    const pattern = compile(given ?? keywords.get('pattern'), keywords.get('flags') ?? rest[parameters], ctx);
    keywords.delete('pattern');
    keywords.delete('flags');
    const method = PATTERN.lookup(name) as PyObject;
    return ctx.call(method, { positional: [pattern, ...rest.slice(0, parameters)], keywords });
  });
}

const FLAGS: readonly (readonly [string, number])[] = [
  ['I', IGNORECASE],
  ['IGNORECASE', IGNORECASE],
  ['M', MULTILINE],
  ['MULTILINE', MULTILINE],
  ['S', DOTALL],
  ['DOTALL', DOTALL],
  ['X', VERBOSE],
  ['VERBOSE', VERBOSE],
  ['A', ASCII],
  ['ASCII', ASCII],
  ['U', UNICODE],
  ['UNICODE', UNICODE],
];

export function reModule(): PyModule {
  const functions = [
    ...METHODS.map(([name]) => patternFunction(name)),
    fn('compile', 'pattern flags=0', ([pattern, flags], ctx) => compile(pattern, flags, ctx)),
    fn(
      'escape',
      'pattern',
      ([text]) =>
        new PyStr(
          textOf(text, 'decoding to str: need a bytes-like object').value.replace(
            /[-()[\]{}?*+|^$\\.&~# \t\n\r\v\f]/g,
            '\\$&',
          ),
        ),
    ),
    fn('purge', '', () => null),
  ];
  const constants: [string, PyValue][] = FLAGS.map(([name, value]) => [name, BigInt(value)]);
  return moduleOf(
    're',
    members(...functions),
    new Map<string, PyValue>([...constants, ['Pattern', PATTERN], ['Match', MATCH], ['error', RE_ERROR]]),
  );
}
