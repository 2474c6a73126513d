/** Python's number literals. */
import type { TextRange } from '../../core/text/range.ts';
import type { NumberLiteral } from './tree.ts';

const DIGITS = String.raw`\d+(?:_\d+)*`;
const INTEGER = /^(?:0[xX](?:_?[\da-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|\d+(?:_\d+)*)$/;
const FLOAT = new RegExp(`^(?:(?:${DIGITS})?\\.${DIGITS}|${DIGITS}\\.?)(?:[eE][+-]?${DIGITS})?$`);
const LEADING_ZEROS =
  'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers';

/** The literal, or Python's reason why it is none. */
export function readNumber(text: string, range: TextRange): NumberLiteral | string {
  const isInteger = INTEGER.test(text);
  if (/^0[\d_]*[1-9][\d_]*$/.test(text)) return LEADING_ZEROS;
  if (isInteger || FLOAT.test(text))
    return { kind: 'number', value: Number(text.replaceAll('_', '')), text, isInteger, range };
  if (/[jJ]$/.test(text) && FLOAT.test(text.slice(0, -1))) return `cannot create mpf from ${text}`;
  const base = { x: 'hexadecimal', o: 'octal', b: 'binary' }[
    /^0([xob])/i.exec(text)?.[1]?.toLowerCase() ?? ''
  ];
  return `invalid ${base ?? 'decimal'} literal`;
}

/**
 * A hole in a tree, where the text has nothing that could be understood. It is a number without digits, so
 * that code that walks trees needs no case for it; its dimension is unknown.
 */
export function missing(range: TextRange): NumberLiteral {
  return { kind: 'number', value: Number.NaN, text: '', isInteger: false, range };
}

export function isMissing(expr: { readonly kind: string; readonly text?: string }): boolean {
  return expr.kind === 'number' && expr.text === '';
}
