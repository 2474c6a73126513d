import type { Interpreter } from '../interpreter.ts';
import { typeError, valueError } from '../objects/errors.ts';
import { PyDict } from '../objects/mappings.ts';
import { PyTuple } from '../objects/sequences.ts';
import { reprOf, strOf } from '../operations/formatting.ts';
import { asNumber, isNumberLike, toNumber, truncate, typeName } from '../operations/numbers.ts';
import { PyStr, type PyValue, Unknown } from '../values.ts';
import { formatFloat, formatInteger } from './formatSpec.ts';
import { asciiOnly, placed } from './interpolation.ts';
import { concatenated, substring } from './strings.ts';

const PLACEHOLDER = /%(?:\(([^)]*)\))?([-+ 0#]*)(\*|\d+)?(?:\.(\*|\d+))?[hlL]?(.)?/gsu;

/** `template % value`. Raises TypeError and ValueError as Python does. */
export function percentFormat(template: PyStr, value: PyValue, ctx: Interpreter): PyStr {
  const source = new ArgumentSource(value, ctx);
  const parts: PyStr[] = [];
  let position = 0;
  for (const match of template.value.matchAll(PLACEHOLDER)) {
    parts.push(substring(template, position, match.index));
    position = match.index + match[0].length;
    parts.push(filled(template, match, source, ctx));
  }
  parts.push(substring(template, position, template.value.length));
  source.checkUsedUp();
  return concatenated(parts);
}

function filled(template: PyStr, match: RegExpMatchArray, source: ArgumentSource, ctx: Interpreter): PyStr {
  const [whole, key, flags = '', widthText, precisionText, type] = match;
  const start = match.index ?? 0;
  if (type === undefined) throw valueError('incomplete format');
  if (type === '%') return substring(template, start, start + 1);
  const width = widthText === '*' ? Number(source.next()) : Number(widthText ?? 0);
  const precision = precisionText === '*' ? Number(source.next()) : precisionText && Number(precisionText);
  const value = key === undefined ? source.next() : source.named(key);
  if (type === 's' && value instanceof PyStr && width === 0 && precision === undefined && value.provenance)
    return value;
  const text = converted(value, type, flags, precision === '' ? 0 : precision, start, ctx);
  const place = template.provenance?.locate({ start, end: start + whole.length });
  return placed(aligned(text, flags, width, type), place);
}

function converted(
  value: PyValue,
  type: string,
  flags: string,
  precision: number | undefined,
  index: number,
  ctx: Interpreter,
): string {
  if (value instanceof Unknown) return '<unknown>';
  if (type === 's' || type === 'r' || type === 'a') {
    const text = type === 's' ? strOf(value, ctx) : reprOf(value, ctx);
    return (type === 'a' ? asciiOnly(text) : text).slice(0, precision);
  }
  if (type === 'c') return value instanceof PyStr ? value.value : String.fromCodePoint(asNumber(value) ?? 0);
  const sign = flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '-';
  const alternate = flags.includes('#') ? '#' : '';
  if ('diuxXo'.includes(type)) return integerText(value, type, sign + alternate, precision);
  if (!'eEfFgG'.includes(type))
    throw valueError(
      `unsupported format character '${type}' (0x${(type.codePointAt(0) ?? 0).toString(16)}) at index ${index + 1}`,
    );
  return formatFloat(toNumber(value), `${sign}${alternate}.${precision ?? 6}${type}`);
}

function integerText(value: PyValue, type: string, sign: string, precision: number | undefined): string {
  const kind = 'diu'.includes(type) ? 'd' : type;
  const plain = isNumberLike(value) ? value.toPythonNumber() : value;
  if (typeof plain === 'number' && kind !== 'd')
    throw typeError(`%${type} format: an integer is required, not float`);
  if (typeof plain !== 'bigint' && typeof plain !== 'number' && typeof plain !== 'boolean')
    throw typeError(`%${type} format: a real number is required, not ${typeName(value)}`);
  const integer = typeof plain === 'number' ? truncate(plain) : BigInt(plain);
  const text = formatInteger(integer, `${sign}${kind}`);
  if (precision === undefined) return text;
  const digits = text.replace(/^[+\- ]/, '');
  return text.slice(0, text.length - digits.length) + digits.padStart(precision, '0');
}

function aligned(text: string, flags: string, width: number, type: string): string {
  if (flags.includes('-') || width < 0) return text.padEnd(Math.abs(width));
  if (!flags.includes('0') || 'sra'.includes(type)) return text.padStart(width);
  const sign = /^[+\- ]?(0[xXo])?/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}

/** Hands out the right operand's values in order or by name. */
class ArgumentSource {
  private readonly items: readonly PyValue[];
  private used = 0;

  constructor(
    private readonly value: PyValue,
    private readonly ctx: Interpreter,
  ) {
    this.items = value instanceof PyTuple ? value.items : [value];
  }

  next(): PyValue {
    if (this.value instanceof Unknown) return this.value;
    const item = this.items[this.used];
    if (item === undefined) throw typeError('not enough arguments for format string');
    this.used += 1;
    return item;
  }

  named(key: string): PyValue {
    if (this.value instanceof Unknown) return this.value;
    this.used = this.items.length;
    const item = this.value instanceof PyDict && this.value.getItem(new PyStr(key), this.ctx);
    if (item === false || item === undefined) throw typeError('format requires a mapping');
    return item;
  }

  checkUsedUp(): void {
    if (this.value instanceof Unknown || this.value instanceof PyDict) return;
    const isMapping =
      !(this.value instanceof PyTuple) && this.value !== null && typeof this.value === 'object';
    if (this.used < this.items.length && !(isMapping && !(this.value instanceof PyStr)))
      throw typeError('not all arguments converted during string formatting');
  }
}
