/** Python's format specification mini-language. */
import { valueError } from '../objects/errors.ts';
import { exponentText, fixedText, floatRepr, generalText } from '../operations/floatText.ts';
import { decimalText, typeName } from '../operations/numbers.ts';
import type { PyValue } from '../values.ts';

export interface FormatSpec {
  readonly fill: string;
  readonly align: '<' | '>' | '=' | '^' | '';
  readonly sign: '+' | '-' | ' ';
  readonly alternate: boolean;
  readonly width: number;
  readonly grouping: ',' | '_' | '';
  readonly precision: number | undefined;
  readonly type: string;
}

const PATTERN = /^(?:(.)?([<>=^]))?([+\- ])?z?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/su;

/** Raises ValueError `Invalid format specifier`. */
export function parseFormatSpec(text: string, value: PyValue): FormatSpec {
  const match = PATTERN.exec(text);
  if (match === null)
    throw valueError(`Invalid format specifier '${text}' for object of type '${typeName(value)}'`);
  const [, fill, align, sign, alternate, zero, width, grouping, precision, type] = match;
  return {
    fill: fill ?? (zero && !align ? '0' : ' '),
    align: (align ?? (zero ? '=' : '')) as FormatSpec['align'],
    sign: (sign ?? '-') as FormatSpec['sign'],
    alternate: alternate !== undefined,
    width: Number(width ?? 0),
    grouping: (grouping ?? '') as FormatSpec['grouping'],
    precision: precision === undefined ? undefined : Number(precision),
    type: type ?? '',
  };
}

/** `format(value, spec)` of a str. */
export function formatText(value: string, text: string, owner: PyValue): string {
  if (text === '') return value;
  const spec = parseFormatSpec(text, owner);
  if (spec.type !== '' && spec.type !== 's') throw unknownCode(spec.type, owner);
  if (spec.align === '=' && text.includes('='))
    throw valueError("'=' alignment not allowed in string format specifier");
  const cut = spec.precision === undefined ? value : [...value].slice(0, spec.precision).join('');
  return padded(cut, spec, '<');
}

/** `format(value, spec)` of an int (or a bool as one). */
export function formatInteger(value: bigint, text: string): string {
  if (text === '') return decimalText(value);
  const spec = parseFormatSpec(text, value);
  if ('eEfFgG%'.includes(spec.type) && spec.type !== '') return formatNumber(Number(value), spec, value);
  if (spec.precision !== undefined) throw valueError('Precision not allowed in integer format specifier');
  const sign = signText(value < 0n, spec.sign);
  return numberPadded(sign, integerPrefix(spec), integerDigits(value, spec), spec);
}

/** `format(value, spec)` of a float. */
export function formatFloat(value: number, text: string): string {
  if (text === '') return floatRepr(value);
  return formatNumber(value, parseFormatSpec(text, value), value);
}

function formatNumber(value: number, spec: FormatSpec, owner: PyValue): string {
  const magnitude = Math.abs(value);
  const negative = value < 0 || Object.is(value, -0);
  let body = floatBody(magnitude, spec, owner);
  if (spec.type === 'E' || spec.type === 'G' || spec.type === 'F') body = body.toUpperCase();
  return numberPadded(signText(negative, spec.sign), '', body, spec);
}

function floatBody(value: number, spec: FormatSpec, owner: PyValue): string {
  const precision = spec.precision ?? 6;
  switch (spec.type) {
    case 'f':
    case 'F':
      return withPoint(fixedText(value, precision), spec);
    case 'e':
    case 'E':
      return exponentText(value, precision);
    case 'g':
    case 'G':
    case 'n':
      return generalText(value, precision, spec.alternate);
    case '%':
      return `${fixedText(value * 100, precision)}%`;
    case '':
      return spec.precision === undefined ? floatRepr(value) : withSomeFraction(value, spec.precision);
    default:
      throw unknownCode(spec.type, owner);
  }
}

/** The empty type with a precision: as `g`, but with at least one digit after the point. */
function withSomeFraction(value: number, precision: number): string {
  const text = generalText(value, precision);
  if (!Number.isFinite(value) || /[.e]/.test(text)) return text;
  return text.length >= precision && precision > 0 ? exponentOrPoint(value, text, precision) : `${text}.0`;
}

function exponentOrPoint(value: number, text: string, precision: number): string {
  if (text.length < precision) return `${text}.0`;
  const scientific = exponentText(value, precision - 1);
  const [mantissa, exponent] = scientific.split('e') as [string, string];
  return `${mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa}e${exponent}`;
}

function withPoint(text: string, spec: FormatSpec): string {
  return spec.alternate && !text.includes('.') ? `${text}.` : text;
}

function integerPrefix(spec: FormatSpec): string {
  if (!spec.alternate) return '';
  return { x: '0x', X: '0X', o: '0o', b: '0b' }[spec.type] ?? '';
}

function integerDigits(value: bigint, spec: FormatSpec): string {
  const magnitude = value < 0n ? -value : value;
  switch (spec.type) {
    case '':
    case 'd':
    case 'n':
      return decimalText(magnitude);
    case 'x':
      return magnitude.toString(16);
    case 'X':
      return magnitude.toString(16).toUpperCase();
    case 'o':
      return magnitude.toString(8);
    case 'b':
      return magnitude.toString(2);
    case 'c':
      return String.fromCodePoint(Number(magnitude));
    default:
      throw unknownCode(spec.type, value);
  }
}

function numberPadded(sign: string, prefix: string, body: string, spec: FormatSpec): string {
  const grouped = spec.grouping === '' ? body : withGroups(body, spec);
  const head = sign + prefix;
  if (spec.align !== '=') return padded(head + grouped, spec, '>');
  const missing = spec.width - head.length - grouped.length;
  if (missing <= 0) return head + grouped;
  if (spec.grouping !== '' && spec.fill === '0')
    return head + zeroGrouped(body, spec, spec.width - head.length);
  return head + spec.fill.repeat(missing) + grouped;
}

function zeroGrouped(body: string, spec: FormatSpec, width: number): string {
  let digits = body;
  while (withGroups(`0${digits}`, spec).length <= width) digits = `0${digits}`;
  return withGroups(digits, spec).padStart(width, '0');
}

function withGroups(body: string, spec: FormatSpec): string {
  const size = 'xXob'.includes(spec.type) && spec.type !== '' ? 4 : 3;
  const match = /^([0-9a-fA-F]+)(.*)$/.exec(body);
  if (match === null || (/^(inf|nan)/i.test(body) && size === 3)) return body;
  const digits = match[1] ?? '';
  const plainDigits = size === 3 ? (/^\d+/.exec(digits)?.[0] ?? '') : digits;
  const groups: string[] = [];
  for (let end = plainDigits.length; end > 0; end -= size)
    groups.unshift(plainDigits.slice(Math.max(0, end - size), end));
  return groups.join(spec.grouping) + body.slice(plainDigits.length);
}

function padded(text: string, spec: FormatSpec, defaultAlign: '<' | '>'): string {
  const missing = spec.width - [...text].length;
  if (missing <= 0) return text;
  const align =
    spec.align === '' || spec.align === '=' ? (spec.align === '=' ? '<' : defaultAlign) : spec.align;
  if (align === '<') return text + spec.fill.repeat(missing);
  if (align === '>') return spec.fill.repeat(missing) + text;
  const left = Math.floor(missing / 2);
  return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
}

function signText(negative: boolean, sign: FormatSpec['sign']): string {
  if (negative) return '-';
  return sign === '-' ? '' : sign;
}

function unknownCode(type: string, owner: PyValue): Error {
  return valueError(`Unknown format code '${type}' for object of type '${typeName(owner)}'`);
}
