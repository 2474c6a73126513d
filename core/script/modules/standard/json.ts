/** Python's `json`. */
import type { Interpreter } from '../../interpreter.ts';
import { callArguments } from '../../objects/arguments.ts';
import { typeError } from '../../objects/errors.ts';
import { PyDict } from '../../objects/mappings.ts';
import type { PyModule } from '../../objects/module.ts';
import { PySequence } from '../../objects/sequences.ts';
import { getAttribute } from '../../operations/attributes.ts';
import { asInteger, typeName } from '../../operations/numbers.ts';
import { PyStr, type PyValue, Unknown } from '../../values.ts';
import { type Argument, fn, members, moduleOf } from './define.ts';
import { JSON_DECODE_ERROR, type JsonOptions, jsonText, parseJson } from './jsonText.ts';

const OPTIONS =
  '* skipkeys=False ensure_ascii=True check_circular=True allow_nan=True cls=None indent=None separators=None default=None sort_keys=False';

function indentOf(value: Argument): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof PyStr) return value.value;
  return ' '.repeat(Math.max(0, Number(asInteger(value) ?? 0n)));
}

function optionsOf(values: readonly Argument[], ctx: Interpreter): JsonOptions {
  const [skipKeys, ascii, , , , indent, separators, fallback, sortKeys] = values;
  const own = separators === null || separators === undefined ? [] : [...ctx.iterate(separators)];
  return {
    indent: indentOf(indent),
    itemSeparator: own[0] === undefined ? (indent === null ? ', ' : ',') : ctx.str(own[0]),
    keySeparator: own[1] === undefined ? ': ' : ctx.str(own[1]),
    sortKeys: ctx.truth(sortKeys ?? false),
    ascii: ctx.truth(ascii ?? true),
    skipKeys: ctx.truth(skipKeys ?? false),
    fallback,
  };
}

/** Whether analysis does not know a part of the value. */
function holdsUnknown(value: PyValue, depth = 0): boolean {
  if (value instanceof Unknown || depth > 50) return true;
  if (value instanceof PySequence) return value.items.some((item) => holdsUnknown(item, depth + 1));
  if (value instanceof PyDict) return [...value.values()].some((item) => holdsUnknown(item, depth + 1));
  return false;
}

function dumped(value: PyValue, options: readonly Argument[], ctx: Interpreter): PyValue {
  if (ctx.mode === 'analysis' && holdsUnknown(value)) return new Unknown();
  return new PyStr(jsonText(value, optionsOf(options, ctx), ctx));
}

function loaded(text: PyValue, ctx: Interpreter): PyValue {
  if (text instanceof Unknown) return text;
  if (!(text instanceof PyStr))
    throw typeError(`the JSON object must be str, bytes or bytearray, not ${typeName(text)}`);
  return parseJson(text.value, ctx);
}

function method(object: PyValue, name: string, args: readonly PyValue[], ctx: Interpreter): PyValue {
  return ctx.call(getAttribute(object, name, ctx), callArguments(args));
}

const FUNCTIONS = [
  fn('dumps', `obj ${OPTIONS}`, ([value = null, ...options], ctx) => dumped(value, options, ctx)),
  fn('dump', `obj fp ${OPTIONS}`, ([value = null, file = null, ...options], ctx) => {
    method(file, 'write', [dumped(value, options, ctx)], ctx);
    return null;
  }),
  fn('loads', 's **options', ([text = null], ctx) => loaded(text, ctx)),
  fn('load', 'fp **options', ([file = null], ctx) => loaded(method(file, 'read', [], ctx), ctx)),
];

export function jsonModule(): PyModule {
  return moduleOf('json', members(...FUNCTIONS), new Map([['JSONDecodeError', JSON_DECODE_ERROR]]));
}
