/** Builtin functions on objects: types, attributes, texts. */
import type { Interpreter } from '../interpreter.ts';
import { PyClass, PyInstance } from '../objects/classes.ts';
import { pythonError, typeError } from '../objects/errors.ts';
import { PyDict } from '../objects/mappings.ts';
import { isErrorOf } from '../objects/raised.ts';
import { PyList, PyTuple } from '../objects/sequences.ts';
import {
  attributeNames,
  deleteAttribute,
  findAttribute,
  getAttribute,
  setAttribute,
} from '../operations/attributes.ts';
import { formatOf } from '../operations/formatting.ts';
import { identityOf, keyOf, keyText } from '../operations/hashing.ts';
import { asciiOnly } from '../text/interpolation.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../values.ts';
import { isInstance } from './types.ts';

type Builtin = (args: CallArguments, ctx: Interpreter) => PyValue;

function name(value: PyValue | undefined, what: string): string {
  if (value instanceof PyStr) return value.value;
  throw typeError(`${what}: attribute name must be string`);
}

const getattr: Builtin = ({ positional: [value = null, key, fallback] }, ctx) => {
  if (value instanceof Unknown) return new Unknown();
  if (fallback === undefined) return getAttribute(value, name(key, 'getattr()'), ctx);
  try {
    const found = findAttribute(value, name(key, 'getattr()'), ctx);
    return found === undefined ? fallback : found;
  } catch (error) {
    if (isErrorOf(error, 'AttributeError')) return fallback;
    throw error;
  }
};

const hasattr: Builtin = ({ positional: [value = null, key] }, ctx) => {
  if (value instanceof Unknown) return new Unknown();
  try {
    return findAttribute(value, name(key, 'hasattr()'), ctx) !== undefined;
  } catch (error) {
    if (isErrorOf(error, 'AttributeError')) return false;
    throw error;
  }
};

const setattr: Builtin = ({ positional: [value = null, key, given = null] }, ctx) => {
  setAttribute(value, name(key, 'setattr()'), given, ctx);
  return null;
};

const delattr: Builtin = ({ positional: [value = null, key] }, ctx) => {
  deleteAttribute(value, name(key, 'delattr()'), ctx);
  return null;
};

const isinstance: Builtin = ({ positional: [value = null, cls = null] }, ctx) => {
  if (value instanceof Unknown || cls instanceof Unknown) return new Unknown();
  if (cls instanceof PyTuple && cls.items.some((item) => item instanceof Unknown)) return new Unknown();
  return isInstance(value, cls, ctx);
};

const issubclass: Builtin = ({ positional: [cls = null, other = null] }) => {
  if (cls instanceof Unknown || other instanceof Unknown) return new Unknown();
  if (!(cls instanceof PyClass)) throw typeError('issubclass() arg 1 must be a class');
  const others = other instanceof PyTuple ? other.items : [other];
  return others.some((base) => base instanceof PyClass && (cls.isSubclassOf(base) || base.name === 'object'));
};

const callable: Builtin = ({ positional: [value = null] }) => {
  if (value instanceof Unknown) return new Unknown();
  if (value instanceof PyInstance) return value.cls.lookup('__call__') !== undefined;
  return value instanceof PyObject && value.call !== PyObject.prototype.call;
};

const format: Builtin = ({ positional: [value = null, spec] }, ctx) =>
  value instanceof Unknown
    ? new Unknown()
    : new PyStr(formatOf(value, spec === undefined ? '' : ctx.str(spec), ctx));

const hash: Builtin = ({ positional: [value = null] }) => {
  if (value instanceof Unknown) return new Unknown();
  if (typeof value === 'bigint') return value;
  const key = keyOf(value);
  if (typeof key === 'number' && Number.isInteger(key)) return BigInt(key);
  let result = 7;
  for (const character of keyText(key)) result = (result * 31 + (character.codePointAt(0) ?? 0)) | 0;
  return BigInt(result);
};

const id: Builtin = ({ positional: [value = null] }) =>
  BigInt(value !== null && typeof value === 'object' ? identityOf(value) : 0);

function namesDict(entries: Iterable<readonly [string, PyValue]>): PyDict {
  return new PyDict([...entries].map(([key, value]) => [new PyStr(key), value] as const));
}

/** The frame of the script that calls a builtin. */
const locals: Builtin = (_args, ctx) => namesDict(ctx.frame().localEntries());

const vars: Builtin = (args, ctx) => {
  const [value] = args.positional;
  if (value === undefined) return locals(args, ctx);
  if (value instanceof Unknown) return value;
  const dict = findAttribute(value, '__dict__', ctx);
  if (dict === undefined) throw typeError('vars() argument must have __dict__ attribute');
  return dict;
};

const dir: Builtin = ({ positional: [value] }, ctx) => {
  const names =
    value === undefined ? [...ctx.frame().localEntries()].map(([key]) => key).sort() : attributeNames(value);
  return new PyList(names.map((key) => new PyStr(key)));
};

function refused(what: string, why: string): Builtin {
  return (_args, ctx) => {
    if (ctx.mode === 'analysis') return new Unknown();
    throw pythonError('NotImplementedError', `${what}() is not available: ${why}`);
  };
}

export const OBJECT_BUILTINS: readonly (readonly [string, Builtin])[] = [
  ['getattr', getattr],
  ['hasattr', hasattr],
  ['setattr', setattr],
  ['delattr', delattr],
  ['isinstance', isinstance],
  ['issubclass', issubclass],
  ['callable', callable],
  ['repr', ({ positional: [value = null] }, ctx) => new PyStr(ctx.repr(value))],
  ['ascii', ({ positional: [value = null] }, ctx) => new PyStr(asciiOnly(ctx.repr(value)))],
  ['format', format],
  ['hash', hash],
  ['id', id],
  ['locals', locals],
  ['globals', locals],
  ['vars', vars],
  ['dir', dir],
  ['input', refused('input', 'scripts run without a keyboard')],
  ['eval', refused('eval', 'code is read from the script alone')],
  ['exec', refused('exec', 'code is read from the script alone')],
  ['compile', refused('compile', 'code is read from the script alone')],
  ['breakpoint', () => null],
];
