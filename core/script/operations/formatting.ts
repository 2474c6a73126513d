import type { Interpreter } from '../interpreter.ts';
import { typeError } from '../objects/errors.ts';
import { formatFloat, formatInteger, formatText } from '../text/formatSpec.ts';
import { stringRepr } from '../text/stringRepr.ts';
import { PyStr, type PyValue } from '../values.ts';
import { floatRepr } from './floatText.ts';
import { decimalText, typeName } from './numbers.ts';

/** `repr(value)` */
export function reprOf(value: PyValue, ctx: Interpreter): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'bigint') return decimalText(value);
  if (typeof value === 'number') return floatRepr(value);
  if (value instanceof PyStr) return stringRepr(value.value);
  return value.repr(ctx);
}

/** `str(value)` */
export function strOf(value: PyValue, ctx: Interpreter): string {
  if (value instanceof PyStr) return value.value;
  if (value === null || typeof value !== 'object') return reprOf(value, ctx);
  return value.str(ctx);
}

/** `format(value, spec)`. Raises ValueError or TypeError for a spec that the value does not support. */
export function formatOf(value: PyValue, spec: string, ctx: Interpreter): string {
  if (typeof value === 'boolean')
    return spec === '' ? strOf(value, ctx) : formatInteger(value ? 1n : 0n, spec);
  if (typeof value === 'bigint') return formatInteger(value, spec);
  if (typeof value === 'number') return formatFloat(value, spec);
  if (value instanceof PyStr) return formatText(value.value, spec, value);
  const text = value === null ? undefined : value.format(spec, ctx);
  if (text !== undefined) return text;
  if (spec === '') return strOf(value, ctx);
  throw typeError(`unsupported format string passed to ${typeName(value)}.__format__`);
}
