/** Python values as JSON text and back, with Python's layout and errors. */

import { sortedItems } from '../../builtins/sorting.ts';
import { FLOAT, typeOf } from '../../builtins/types.ts';
import type { Interpreter } from '../../interpreter.ts';
import { callArguments } from '../../objects/arguments.ts';
import { typeError, valueError } from '../../objects/errors.ts';
import { BUILTIN_EXCEPTIONS, defineException } from '../../objects/exceptions.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyList, PyTuple } from '../../objects/sequences.ts';
import { floatRepr } from '../../operations/floatText.ts';
import { isNumberLike, toNumber, typeName } from '../../operations/numbers.ts';
import { PyStr, type PyValue } from '../../values.ts';
import { raised } from './define.ts';

export const JSON_DECODE_ERROR = defineException(
  'JSONDecodeError',
  BUILTIN_EXCEPTIONS.get('ValueError'),
  'json.decoder',
);

export interface JsonOptions {
  /** Text of one level of indentation; undefined: all on one line. */
  readonly indent?: string;
  readonly itemSeparator: string;
  readonly keySeparator: string;
  readonly sortKeys: boolean;
  readonly ascii: boolean;
  readonly skipKeys: boolean;
  /** Called for what JSON does not know. */
  readonly fallback?: PyValue;
}

export function jsonText(value: PyValue, options: JsonOptions, ctx: Interpreter): string {
  return new JsonWriter(options, ctx).text(value, '');
}

class JsonWriter {
  private readonly open = new Set<PyValue>();

  constructor(
    private readonly options: JsonOptions,
    private readonly ctx: Interpreter,
  ) {}

  text(value: PyValue, margin: string): string {
    const simple = this.simple(value);
    if (simple !== undefined) return simple;
    if (this.open.has(value)) throw valueError('Circular reference detected');
    this.open.add(value);
    const result = this.compound(value, margin);
    this.open.delete(value);
    return result;
  }

  private simple(value: PyValue): string | undefined {
    if (value === null) return 'null';
    if (typeof value === 'boolean') return value ? 'true' : 'false';
    if (typeof value === 'bigint') return value.toString();
    if (typeof value === 'number') return numberText(value);
    if (isNumberLike(value) && typeOf(value).isSubclassOf(FLOAT)) return numberText(toNumber(value));
    return value instanceof PyStr ? this.quoted(value.value) : undefined;
  }

  private compound(value: PyValue, margin: string): string {
    if (value instanceof PyDict) return this.bracketed('{', this.pairs(value, margin), '}', margin);
    if (value instanceof PyList || value instanceof PyTuple) {
      const inner = this.inner(margin);
      return this.bracketed(
        '[',
        value.items.map((item) => this.text(item, inner)),
        ']',
        margin,
      );
    }
    const { fallback } = this.options;
    if (fallback === undefined || fallback === null)
      throw typeError(`Object of type ${typeOf(value).name} is not JSON serializable`);
    return this.text(this.ctx.call(fallback, callArguments([value])), margin);
  }

  private pairs(dict: PyDict, margin: string): string[] {
    const entries = [...dict.entries()].map(([key, value]) => [key, this.keyText(key), value] as const);
    const kept = entries.filter(([, text]) => text !== undefined);
    const order = this.options.sortKeys
      ? sortedItems(
          kept.map(([key]) => key),
          null,
          false,
          this.ctx,
        ).map((key) => kept.find((e) => e[0] === key)!)
      : kept;
    const inner = this.inner(margin);
    return order.map(
      ([, text, value]) => `${this.quoted(text ?? '')}${this.options.keySeparator}${this.text(value, inner)}`,
    );
  }

  private keyText(key: PyValue): string | undefined {
    if (key instanceof PyStr) return key.value;
    const text = this.simple(key);
    if (text !== undefined || this.options.skipKeys) return text;
    throw typeError(`keys must be str, int, float, bool or None, not ${typeName(key)}`);
  }

  private bracketed(open: string, parts: readonly string[], close: string, margin: string): string {
    if (parts.length === 0) return open + close;
    if (this.options.indent === undefined) return open + parts.join(this.options.itemSeparator) + close;
    const inner = this.inner(margin);
    return `${open}\n${inner}${parts.join(`${this.options.itemSeparator}\n${inner}`)}\n${margin}${close}`;
  }

  private inner(margin: string): string {
    return margin + (this.options.indent ?? '');
  }

  private quoted(text: string): string {
    const quoted = JSON.stringify(text);
    if (!this.options.ascii) return quoted;
    return quoted.replace(/[\u007f-\uffff]/g, (c) =>
      c === '\u007f' ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  }
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  return floatRepr(value);
}

/** Reads JSON. Raises `JSONDecodeError` as Python words it. */
export function parseJson(text: string, ctx: Interpreter): PyValue {
  return new JsonReader(text, ctx).document();
}

const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y;
const WORDS: readonly (readonly [string, PyValue])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
];
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

class JsonReader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly ctx: Interpreter,
  ) {}

  document(): PyValue {
    const value = this.value();
    if (this.peek() !== undefined) throw this.failure('Extra data', this.at);
    return value;
  }

  private value(): PyValue {
    const next = this.peek();
    if (next === '{') return this.object();
    if (next === '[') return this.array();
    if (next === '"') return new PyStr(this.string());
    for (const [word, value] of WORDS)
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    return this.number();
  }

  private number(): PyValue {
    NUMBER.lastIndex = this.at;
    const match = NUMBER.exec(this.text);
    if (match === null) throw this.failure('Expecting value', this.at);
    this.at += match[0].length;
    return match[1] === undefined && match[2] === undefined ? BigInt(match[0]) : Number(match[0]);
  }

  private array(): PyValue {
    const items: PyValue[] = [];
    this.at += 1;
    if (this.taken(']')) return new PyList(items);
    do items.push(this.value());
    while (this.taken(','));
    if (!this.taken(']')) throw this.failure("Expecting ',' delimiter", this.at);
    return new PyList(items);
  }

  private object(): PyValue {
    const dict = new PyDict();
    this.at += 1;
    if (this.taken('}')) return dict;
    do {
      if (this.peek() !== '"')
        throw this.failure('Expecting property name enclosed in double quotes', this.at);
      const key = new PyStr(this.string());
      if (!this.taken(':')) throw this.failure("Expecting ':' delimiter", this.at);
      dict.set(key, this.value());
    } while (this.taken(','));
    if (!this.taken('}')) throw this.failure("Expecting ',' delimiter", this.at);
    return dict;
  }

  private string(): string {
    const start = this.at;
    let result = '';
    for (this.at += 1; ; this.at += 1) {
      const character = this.text[this.at];
      if (character === undefined) throw this.failure('Unterminated string starting at', start);
      if (character === '"') break;
      if (character < ' ') throw this.failure('Invalid control character at', this.at);
      result += character === '\\' ? this.escape() : character;
    }
    this.at += 1;
    return result;
  }

  private escape(): string {
    const start = this.at;
    this.at += 1;
    const character = this.text[this.at] ?? '';
    if ('"\\/'.includes(character) && character !== '') return character;
    if (character === 'u') {
      const digits = this.text.slice(this.at + 1, this.at + 5);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw this.failure('Invalid \\uXXXX escape', this.at);
      this.at += 4;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const escaped = ESCAPES[character];
    if (escaped === undefined) throw this.failure('Invalid \\escape', start);
    return escaped;
  }

  /** The next character that is no blank; undefined at the end. */
  private peek(): string | undefined {
    while (/^[ \t\n\r]$/.test(this.text[this.at] ?? '')) this.at += 1;
    return this.text[this.at];
  }

  private taken(character: string): boolean {
    if (this.peek() !== character) return false;
    this.at += 1;
    return true;
  }

  private failure(what: string, at: number): Error {
    const before = this.text.slice(0, at);
    const line = before.split('\n').length;
    const column = at - before.lastIndexOf('\n');
    return raised(
      JSON_DECODE_ERROR,
      [new PyStr(`${what}: line ${line} column ${column} (char ${at})`)],
      this.ctx,
    );
  }
}
