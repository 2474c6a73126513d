import { Provenance } from '../../text/provenance.ts';
import type { Location } from '../../text/range.ts';
import type { Interpreter } from '../interpreter.ts';
import { formatOf, reprOf, strOf } from '../operations/formatting.ts';
import { PyStr, type PyValue } from '../values.ts';

export type Conversion = '' | 'r' | 's' | 'a';

/**
 * The text that an interpolated value becomes. A string value keeps its own provenance; all else comes from
 * `hole` as a whole.
 */
export function interpolated(
  value: PyValue,
  conversion: Conversion,
  spec: string,
  hole: Location | undefined,
  ctx: Interpreter,
): PyStr {
  const converted = convert(value, conversion, ctx);
  if (converted instanceof PyStr && spec === '' && converted.provenance) return converted;
  return placed(formatOf(converted, spec, ctx), hole);
}

/** A computed text that stands for `hole`. */
export function placed(text: string, hole: Location | undefined): PyStr {
  if (hole === undefined) return new PyStr(text);
  return new PyStr(text, Provenance.whole(hole.document, hole.range, text.length));
}

function convert(value: PyValue, conversion: Conversion, ctx: Interpreter): PyValue {
  if (conversion === '') return value;
  if (conversion === 's') return value instanceof PyStr ? value : new PyStr(strOf(value, ctx));
  const text = reprOf(value, ctx);
  return new PyStr(conversion === 'r' ? text : asciiOnly(text));
}

/** The text with every character beyond ASCII escaped. */
export function asciiOnly(text: string): string {
  return text.replace(/\P{ASCII}/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 256) return `\\x${code.toString(16).padStart(2, '0')}`;
    if (code < 65536) return `\\u${code.toString(16).padStart(4, '0')}`;
    return `\\U${code.toString(16).padStart(8, '0')}`;
  });
}
