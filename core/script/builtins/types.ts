/** The builtin classes, and which class a value belongs to. */
import type { Interpreter } from '../interpreter.ts';
import { bindArguments } from '../objects/arguments.ts';
import { ClassMethod, Property, PyClass, PyInstance, StaticMethod } from '../objects/classes.ts';
import { typeError, unsupportedError, valueError } from '../objects/errors.ts';
import { NativeFunction } from '../objects/functions.ts';
import { PyRange } from '../objects/iterators.ts';
import { PyDict, PySet } from '../objects/mappings.ts';
import { PyList, PyTuple } from '../objects/sequences.ts';
import { PySlice } from '../objects/slice.ts';
import {
  asInteger,
  asNumber,
  isArrayLike,
  parseFloatText,
  parseInteger,
  toBigInteger,
  truncate,
  typeName,
} from '../operations/numbers.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../values.ts';
import { checkCount } from './argumentCounts.ts';
import {
  DICT_METHODS,
  FLOAT_METHODS,
  INTEGER_METHODS,
  LIST_METHODS,
  SET_METHODS,
  TUPLE_METHODS,
  updateDict,
} from './collectionMethods.ts';
import { makeTranslation, STRING_METHODS } from './stringMethods.ts';

type Make = (args: CallArguments, ctx: Interpreter, cls: PyClass) => PyValue;

export const OBJECT = new PyClass('object', [], new Map(), {
  construct: (_args, _ctx, cls) => new PyInstance(cls),
  isInstance: () => true,
});

function builtin(
  name: string,
  members: Map<string, PyValue>,
  construct: Make,
  bases: PyClass[] = [OBJECT],
): PyClass {
  const counted: Make = (args, ctx, cls) => {
    checkCount(name, args.positional.length);
    return construct(args, ctx, cls);
  };
  return new PyClass(name, bases, members, { construct: counted });
}

/** A class that scripts meet but can't make instances of. */
function closed(name: string): PyClass {
  return builtin(name, new Map(), () => {
    throw typeError(`cannot create '${name}' instances`);
  });
}

/** A conversion of one argument, where an unknown one gives an unknown. */
function conversion(
  empty: PyValue,
  convert: (value: PyValue, args: CallArguments, ctx: Interpreter) => PyValue,
): Make {
  return (args, ctx) => {
    const value = args.positional.length > 0 ? args.positional[0] : args.keywords.get('object');
    if (value === undefined) return empty;
    return value instanceof Unknown ? new Unknown() : convert(value, args, ctx);
  };
}

function special(value: PyValue, name: string, ctx: Interpreter): PyValue | undefined {
  if (!(value instanceof PyInstance)) return undefined;
  const method = value.cls.lookup(name);
  return method === undefined ? undefined : ctx.call(method, { positional: [value], keywords: new Map() });
}

function toInt(value: PyValue, args: CallArguments, ctx: Interpreter): PyValue {
  const base = args.positional[1] ?? args.keywords.get('base');
  if (value instanceof PyStr) return parseInteger(value, base === undefined ? 10 : Number(base));
  if (typeof value === 'number') return truncate(value);
  const integer = asInteger(value) ?? special(value, '__int__', ctx) ?? special(value, '__index__', ctx);
  if (integer !== undefined) return integer;
  const number = asNumber(value);
  if (number !== undefined) return truncate(number);
  if (isArrayLike(value)) throw typeError('only size-1 arrays can be converted to Python scalars');
  throw typeError(
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`,
  );
}

function toFloat(value: PyValue, _args: CallArguments, ctx: Interpreter): PyValue {
  if (value instanceof PyStr) return parseFloatText(value);
  const number = asNumber(value) ?? special(value, '__float__', ctx);
  if (number !== undefined) return number;
  if (isArrayLike(value)) throw typeError('only size-1 arrays can be converted to Python scalars');
  throw typeError(`float() argument must be a string or a real number, not '${typeName(value)}'`);
}

function toStr(value: PyValue, _args: CallArguments, ctx: Interpreter): PyValue {
  return value instanceof PyStr ? value : new PyStr(ctx.str(value));
}

function makeRange(args: CallArguments): PyValue {
  if (args.positional.some((value) => value instanceof Unknown)) return new Unknown();
  if (args.positional.length === 0) throw typeError('range expected at least 1 argument, got 0');
  const [a = 0n, b, step = 1n] = args.positional.map(toBigInteger);
  if (step === 0n) throw valueError('range() arg 3 must not be zero');
  return b === undefined ? new PyRange(0n, a, 1n) : new PyRange(a, b, step);
}

function items(args: CallArguments, ctx: Interpreter): Iterable<PyValue> {
  const value = args.positional[0];
  return value === undefined ? [] : ctx.iterate(value);
}

function makeSlice(args: CallArguments): PyValue {
  const [a = null, b, step = null] = args.positional;
  return b === undefined ? new PySlice(null, a, null) : new PySlice(a, b, step);
}

function makeType(args: CallArguments, ctx: Interpreter): PyValue {
  const [value, bases, members] = args.positional;
  if (value !== undefined && bases === undefined) return value instanceof Unknown ? value : typeOf(value);
  if (!(value instanceof PyStr && bases instanceof PyTuple && members instanceof PyDict))
    throw typeError('type() takes 1 or 3 arguments');
  const parents = bases.items.filter((base) => base instanceof PyClass);
  const table = new Map([...members.entries()].map(([key, member]) => [ctx.str(key), member]));
  return new PyClass(value.value, parents.length > 0 ? parents : [OBJECT], table, {
    module: '__main__',
    interpreter: ctx,
  });
}

const INTEGER_PARTS: readonly (readonly [string, (self: PyValue) => PyValue])[] = [
  ['real', (self) => self],
  ['imag', (self) => (typeof self === 'number' ? 0 : 0n)],
  ['numerator', (self) => self],
  ['denominator', () => 1n],
];

/** Attributes of numbers, as read-only properties. */
function withParts(methods: Map<string, PyValue>): Map<string, PyValue> {
  for (const [name, part] of INTEGER_PARTS)
    methods.set(name, new Property(new NativeFunction(name, (args) => part(args.positional[0] ?? null))));
  return methods;
}

export const INT = builtin('int', withParts(INTEGER_METHODS), conversion(0n, toInt));
export const FLOAT = builtin('float', withParts(FLOAT_METHODS), conversion(0, toFloat));
export const BOOL = builtin(
  'bool',
  new Map(),
  conversion(false, (value, _args, ctx) => ctx.truth(value)),
  [INT],
);
/** There are no complex numbers here: fine to name, not to make. */
export const COMPLEX = builtin('complex', new Map(), () => {
  throw unsupportedError('complex numbers');
});
export const STR = builtin(
  'str',
  STRING_METHODS.set('maketrans', new StaticMethod(new NativeFunction('maketrans', makeTranslation))),
  conversion(new PyStr(''), toStr),
);
export const LIST = builtin('list', LIST_METHODS, (args, ctx) => {
  const source = args.positional[0];
  return source instanceof Unknown ? new Unknown(source.dimension) : new PyList([...items(args, ctx)]);
});
export const TUPLE = builtin('tuple', TUPLE_METHODS, (args, ctx) => {
  const source = args.positional[0];
  return source instanceof Unknown ? new Unknown(source.dimension) : new PyTuple([...items(args, ctx)]);
});
export const DICT = builtin(
  'dict',
  DICT_METHODS.set(
    'fromkeys',
    new StaticMethod(
      new NativeFunction(
        'fromkeys',
        (args, ctx) =>
          new PyDict([...items(args, ctx)].map((key) => [key, args.positional[1] ?? null] as const)),
      ),
    ),
  ),
  (args, ctx) => {
    if (args.positional[0] instanceof Unknown) return new Unknown();
    const dict = new PyDict();
    updateDict(dict, args, ctx);
    return dict;
  },
);
export const SET = builtin('set', SET_METHODS, (args, ctx) => new PySet(items(args, ctx)));
export const FROZENSET = builtin(
  'frozenset',
  SET_METHODS,
  (args, ctx) => new PySet(items(args, ctx), 'frozenset'),
);
export const RANGE = builtin('range', new Map(), makeRange);
export const SLICE = builtin('slice', new Map(), makeSlice);
export const TYPE = builtin('type', new Map(), makeType);
export const NONE_TYPE = closed('NoneType');
export const PROPERTY = builtin('property', new Map(), (args) => {
  const [getter = null, setter = null, deleter = null] = bindArguments('property', args, [
    'fget=None',
    'fset=None',
    'fdel=None',
    'doc=None',
  ]);
  return new Property(getter, setter, deleter);
});
export const STATIC_METHOD = builtin(
  'staticmethod',
  new Map(),
  (args) => new StaticMethod(args.positional[0] ?? null),
);
export const CLASS_METHOD = builtin(
  'classmethod',
  new Map(),
  (args) => new ClassMethod(args.positional[0] ?? null),
);

/** Builtin classes by the name that scripts use. */
export const BUILTIN_CLASSES: ReadonlyMap<string, PyClass> = new Map(
  [
    OBJECT,
    INT,
    FLOAT,
    COMPLEX,
    BOOL,
    STR,
    LIST,
    TUPLE,
    DICT,
    SET,
    FROZENSET,
    RANGE,
    SLICE,
    TYPE,
    PROPERTY,
    STATIC_METHOD,
    CLASS_METHOD,
  ].map((cls) => [cls.name, cls]),
);

/** Classes of natives that bring none of their own, by name; a memo of `closed`. */
const nativeClasses = new Map<string, PyClass>();

/** What natives with a class object of their own answer. */
interface Classed {
  readonly pyClass: PyClass;
}

function isClassed(value: object): value is Classed {
  return 'pyClass' in value && value.pyClass instanceof PyClass;
}

/** `type(value)` */
export function typeOf(value: PyValue): PyClass {
  if (value === null) return NONE_TYPE;
  if (typeof value === 'bigint') return INT;
  if (typeof value === 'number') return FLOAT;
  if (typeof value === 'boolean') return BOOL;
  if (value instanceof PyInstance) return value.cls;
  if (value instanceof PyStr) return STR;
  if (value instanceof PyClass) return TYPE;
  if (isClassed(value)) return value.pyClass;
  return BUILTIN_CLASSES.get(value.typeName) ?? nativeClass(value.typeName);
}

function nativeClass(name: string): PyClass {
  let cls = nativeClasses.get(name);
  if (cls === undefined) {
    cls = closed(name);
    nativeClasses.set(name, cls);
  }
  return cls;
}

/** `isinstance(value, cls)`. Raises TypeError where `cls` is no class. */
export function isInstance(value: PyValue, cls: PyValue, ctx: Interpreter): boolean {
  if (cls instanceof PyTuple) return cls.items.some((item) => isInstance(value, item, ctx));
  if (cls instanceof PyClass)
    return (
      typeOf(value).isSubclassOf(cls) ||
      cls.acceptsInstance(value) ||
      typeOf(value).mro.some(
        (c) =>
          c.interpreter === undefined &&
          cls.interpreter === undefined &&
          c.name === cls.name &&
          !BUILTIN_CLASSES.has(c.name),
      )
    );
  const name = cls instanceof PyObject ? cls.getAttribute('__name__', ctx) : undefined;
  if (!(name instanceof PyStr))
    throw typeError('isinstance() arg 2 must be a type, a tuple of types, or a union');
  return typeName(value) === name.value;
}
