/** Builtin functions about objects, names and output. */
import type { Frame } from '../evaluator/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { bindArguments, bindSignature, callArguments } from '../objects/arguments.ts';
import { PyClass, PyDescriptor, PyInstance } from '../objects/classes.ts';
import { pythonError, typeError } from '../objects/errors.ts';
import type { NativeCall } from '../objects/functions.ts';
import { PyDict } from '../objects/mappings.ts';
import { PyList } from '../objects/sequences.ts';
import {
  attributeNames,
  deleteAttribute,
  findAttribute,
  getAttribute,
  setAttribute,
} from '../operations/attributes.ts';
import { formatOf } from '../operations/formatting.ts';
import { identityOf, isHashable, keyOf, keyText } from '../operations/hashing.ts';
import { asciiOnly } from '../text/interpolation.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../values.ts';
import { isInstance, typeOf } from './types.ts';

/** `print(...)`; analysis prints nothing. */
function print(args: CallArguments, ctx: Interpreter): PyValue {
  const { rest, values } = bindSignature('print', args, [
    '*objects',
    "sep=' '",
    "end='\\n'",
    'file=None',
    'flush=False',
  ]);
  if (ctx.mode === 'analysis') return null;
  const separator = textOr(values[0], ' ', ctx);
  const end = args.keywords.has('end') ? textOr(values[1], '\n', ctx) : '\n';
  const text = rest.map((value) => ctx.str(value)).join(separator) + end;
  const file = values[2] ?? null;
  if (file === null) ctx.host?.writeOutput(text);
  else ctx.call(getAttribute(file, 'write', ctx), callArguments([new PyStr(text)]));
  return null;
}

function textOr(value: PyValue | undefined, fallback: string, ctx: Interpreter): string {
  return value === null || value === undefined ? fallback : ctx.str(value);
}

function getattr(args: CallArguments, ctx: Interpreter): PyValue {
  const [object = null, name = null, fallback] = args.positional;
  if (object instanceof Unknown || name instanceof Unknown) return new Unknown();
  if (fallback === undefined) return getAttribute(object, attributeName(name), ctx);
  return tryAttribute(object, attributeName(name), ctx) ?? fallback;
}

/** Undefined where there is no such attribute, whether its object says so or raises AttributeError. */
function tryAttribute(object: PyValue, name: string, ctx: Interpreter): PyValue | undefined {
  try {
    return findAttribute(object, name, ctx);
  } catch (error) {
    if (error instanceof Error && error.name === 'AttributeError') return undefined;
    throw error;
  }
}

function attributeName(value: PyValue): string {
  if (value instanceof PyStr) return value.value;
  throw typeError('attribute name must be string');
}

function setattr(args: CallArguments, ctx: Interpreter): PyValue {
  const [object = null, name = null, value = null] = bindArguments('setattr', args, ['obj', 'name', 'value']);
  if (object instanceof Unknown || name instanceof Unknown) return null;
  setAttribute(object, attributeName(name), value, ctx);
  return null;
}

function hasattr(args: CallArguments, ctx: Interpreter): PyValue {
  const [object = null, name = null] = bindArguments('hasattr', args, ['obj', 'name']);
  if (object instanceof Unknown || name instanceof Unknown) return new Unknown();
  return tryAttribute(object, attributeName(name), ctx) !== undefined;
}

function delattr(args: CallArguments, ctx: Interpreter): PyValue {
  const [object = null, name = null] = bindArguments('delattr', args, ['obj', 'name']);
  if (!(name instanceof Unknown)) deleteAttribute(object, attributeName(name), ctx);
  return null;
}

function callable(args: CallArguments, ctx: Interpreter): PyValue {
  const [value = null] = bindArguments('callable', args, ['obj']);
  if (value instanceof Unknown) return new Unknown();
  if (value instanceof PyClass || value instanceof PyDescriptor) return true;
  if (value instanceof PyInstance) return findAttribute(value, '__call__', ctx) !== undefined;
  return value instanceof PyObject && value.call !== PyObject.prototype.call;
}

function issubclass(args: CallArguments): PyValue {
  const [cls = null, base = null] = bindArguments('issubclass', args, ['cls', 'class_or_tuple']);
  if (cls instanceof Unknown || base instanceof Unknown) return new Unknown();
  if (!(cls instanceof PyClass)) throw typeError('issubclass() arg 1 must be a class');
  const bases =
    base !== null && typeof base === 'object' && 'items' in base ? (base.items as PyValue[]) : [base];
  return bases.some((one) => one instanceof PyClass && cls.isSubclassOf(one));
}

function isinstance(args: CallArguments, ctx: Interpreter): PyValue {
  const [value = null, cls = null] = bindArguments('isinstance', args, ['obj', 'class_or_tuple']);
  if (value instanceof Unknown || cls instanceof Unknown) return new Unknown();
  return isInstance(value, cls, ctx);
}

function hash(args: CallArguments): PyValue {
  const [value = null] = args.positional;
  if (!isHashable(value)) throw typeError(`unhashable type: '${typeOf(value).name}'`);
  let sum = 7;
  for (const character of keyText(keyOf(value))) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) | 0;
  return BigInt(sum);
}

function id(args: CallArguments): PyValue {
  const [value = null] = args.positional;
  return value !== null && typeof value === 'object'
    ? BigInt(identityOf(value))
    : BigInt(String(value).length + 1);
}

function format(args: CallArguments, ctx: Interpreter): PyValue {
  const [value = null, spec] = bindArguments('format', args, ['value', "format_spec=''"]);
  return new PyStr(formatOf(value, spec instanceof PyStr ? spec.value : '', ctx));
}

function dir(args: CallArguments, ctx: Interpreter): PyValue {
  const [value] = args.positional;
  const names =
    value === undefined ? [...ctx.frame().entries()].map(([name]) => name).sort() : attributeNames(value);
  return new PyList(names.map((name) => new PyStr(name)));
}

function namesOf(ctx: Interpreter): PyValue {
  return new PyDict([...ctx.frame().entries()].map(([name, value]) => [new PyStr(name), value] as const));
}

function vars(args: CallArguments, ctx: Interpreter): PyValue {
  const [value] = args.positional;
  return value === undefined ? namesOf(ctx) : getAttribute(value, '__dict__', ctx);
}

/** `super()`: the methods of the classes after the one whose body defines the running method. */
function superOf(args: CallArguments, ctx: Interpreter): PyValue {
  const frame = ctx.frame() as Frame;
  const cls = args.positional[0] ?? frame.owner;
  const self = args.positional[1] ?? frame.slots[0];
  if (self instanceof Unknown) return self;
  if (!(cls instanceof PyClass) || self === undefined)
    throw pythonError('RuntimeError', 'super(): no arguments');
  return new PySuper(cls, self);
}

class PySuper extends PyObject {
  readonly typeName = 'super';
  constructor(
    private readonly cls: PyClass,
    private readonly self: PyValue,
  ) {
    super();
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const own = this.self instanceof PyClass ? this.self : typeOf(this.self);
    for (const base of own.mro.slice(own.mro.indexOf(this.cls) + 1)) {
      const member = base.members.get(name);
      if (member !== undefined)
        return member instanceof PyDescriptor ? member.bind(this.self, own, ctx) : member;
    }
    // `object.__init__` takes whatever comes and does nothing.
    return name === '__init__' ? new PyStrayInit() : undefined;
  }
}

class PyStrayInit extends PyObject {
  readonly typeName = 'method-wrapper';
  override call(): PyValue {
    return null;
  }
}

function refused(name: string, why: string): NativeCall {
  return (_args, ctx) => {
    if (ctx.mode === 'analysis') return new Unknown();
    throw pythonError('NotImplementedError', `Spikelens doesn't support ${name}(): ${why}`);
  };
}

export const OBJECT_FUNCTIONS: Readonly<Record<string, NativeCall>> = {
  print,
  getattr,
  setattr,
  hasattr,
  delattr,
  callable,
  isinstance,
  issubclass,
  hash,
  id,
  format,
  dir,
  vars,
  locals: (_args, ctx) => namesOf(ctx),
  globals: (_args, ctx) => namesOf(ctx),
  repr: (args, ctx) => new PyStr(ctx.repr(args.positional[0] ?? null)),
  ascii: (args, ctx) => new PyStr(asciiOnly(ctx.repr(args.positional[0] ?? null))),
  super: superOf,
  input: refused('input', 'a simulation asks no questions.'),
  open: refused('open', 'scripts read and write no files yet.'),
  exec: refused('exec', 'code can only stand in the script itself.'),
  eval: refused('eval', 'code can only stand in the script itself.'),
};
