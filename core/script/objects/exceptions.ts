/** Python's exception classes. They never change, so one set serves every script. */
import { floatRepr } from '../operations/floatText.ts';
import { type CallArguments, PyStr, type PyValue } from '../values.ts';
import { PyClass, PyInstance } from './classes.ts';
import { methodTable } from './functions.ts';
import { PyTuple } from './sequences.ts';

function makeException(args: CallArguments, _ctx: unknown, cls: PyClass): PyValue {
  const instance = new PyInstance(cls);
  instance.attributes.set('args', new PyTuple([...args.positional]));
  return instance;
}

export const BASE_EXCEPTION = new PyClass(
  'BaseException',
  [],
  methodTable({
    __init__: (self, args) => {
      if (self instanceof PyInstance) self.attributes.set('args', new PyTuple([...args.positional]));
      return null;
    },
    __str__: (self, _args, ctx) =>
      new PyStr(exceptionText(self, (value, quoted) => (quoted ? ctx.repr(value) : ctx.str(value)))),
    __repr__: (self, _args, ctx) => {
      const items = argumentsOf(self).map((item) => ctx.repr(item));
      return new PyStr(`${self instanceof PyInstance ? self.cls.name : '?'}(${items.join(', ')})`);
    },
    with_traceback: (self) => self,
    add_note: () => null,
  }),
  { construct: makeException },
);

/** Each class with its base, in an order in which bases come first. */
const HIERARCHY = `
  SystemExit:BaseException KeyboardInterrupt:BaseException GeneratorExit:BaseException Exception:BaseException
  StopIteration:Exception StopAsyncIteration:Exception ArithmeticError:Exception AssertionError:Exception
  AttributeError:Exception BufferError:Exception EOFError:Exception ImportError:Exception LookupError:Exception
  MemoryError:Exception NameError:Exception OSError:Exception ReferenceError:Exception RuntimeError:Exception
  SyntaxError:Exception SystemError:Exception TypeError:Exception ValueError:Exception Warning:Exception
  FloatingPointError:ArithmeticError OverflowError:ArithmeticError ZeroDivisionError:ArithmeticError
  ModuleNotFoundError:ImportError IndexError:LookupError KeyError:LookupError UnboundLocalError:NameError
  FileExistsError:OSError FileNotFoundError:OSError PermissionError:OSError IsADirectoryError:OSError
  NotADirectoryError:OSError TimeoutError:OSError ConnectionError:OSError
  NotImplementedError:RuntimeError RecursionError:RuntimeError IndentationError:SyntaxError
  TabError:IndentationError UnicodeError:ValueError UnicodeDecodeError:UnicodeError
  UserWarning:Warning DeprecationWarning:Warning RuntimeWarning:Warning FutureWarning:Warning
  SyntaxWarning:Warning PendingDeprecationWarning:Warning ImportWarning:Warning ResourceWarning:Warning
`;

/** Brian's and NumPy's own classes of error, each with its base. */
const BRIAN_HIERARCHY = `
  DimensionMismatchError:Exception EquationError:Exception MagicError:Exception BrianObjectException:Exception
  UnsupportedEquationsException:Exception PreferenceError:Exception IncompleteEquationsError:Exception
  LinAlgError:Exception AxisError:ValueError UFuncTypeError:TypeError
`;

const MODULES: Readonly<Record<string, string>> = {
  DimensionMismatchError: 'brian2.units.fundamentalunits',
  EquationError: 'brian2.equations.equations',
  MagicError: 'brian2.core.magic',
  BrianObjectException: 'brian2.core.base',
  UnsupportedEquationsException: 'brian2.stateupdaters.base',
  PreferenceError: 'brian2.core.preferences',
  LinAlgError: 'numpy.linalg',
  AxisError: 'numpy',
  UFuncTypeError: 'numpy.core._exceptions',
};

function classesOf(hierarchy: string, known: Map<string, PyClass>): Map<string, PyClass> {
  for (const pair of hierarchy.trim().split(/\s+/)) {
    const [name = '', base = ''] = pair.split(':');
    known.set(name, defineException(name, known.get(base), MODULES[name]));
  }
  return known;
}

/** A new exception class for a native module. */
export function defineException(name: string, base?: PyClass, module?: string): PyClass {
  return new PyClass(name, [base ?? BUILTIN_EXCEPTIONS.get('Exception') ?? BASE_EXCEPTION], new Map(), {
    construct: makeException,
    module,
  });
}

/** Every exception class that is a builtin of Python, by name. */
export const BUILTIN_EXCEPTIONS: ReadonlyMap<string, PyClass> = classesOf(
  HIERARCHY,
  new Map([['BaseException', BASE_EXCEPTION]]),
);

/** Exception classes of Brian and NumPy, by name; their modules export them. */
export const BRIAN_EXCEPTIONS: ReadonlyMap<string, PyClass> = new Map(
  [...classesOf(BRIAN_HIERARCHY, new Map(BUILTIN_EXCEPTIONS))].filter(
    ([name]) => !BUILTIN_EXCEPTIONS.has(name),
  ),
);

export function isExceptionClass(value: PyValue): value is PyClass {
  return value instanceof PyClass && value.isSubclassOf(BASE_EXCEPTION);
}

export function isException(value: PyValue): value is PyInstance {
  return value instanceof PyInstance && value.cls.isSubclassOf(BASE_EXCEPTION);
}

/** An exception as a native's problem becomes one. */
export function exceptionOf(cls: PyClass, message: string): PyInstance {
  const instance = new PyInstance(cls);
  instance.attributes.set('args', new PyTuple(message === '' ? [] : [messageArgument(cls, message)]));
  return instance;
}

/** Natives give a KeyError's message as Python shows it, which is the repr of its argument. */
function messageArgument(cls: PyClass, message: string): PyValue {
  if (cls.name !== 'KeyError') return new PyStr(message);
  if (/^-?\d+$/.test(message)) return BigInt(message);
  const quoted = /^'([^'\\]*)'$/.exec(message);
  return quoted ? new PyStr(quoted[1] ?? '') : new Verbatim(message);
}

/** A KeyError's argument that is known only by its repr, or that Brian wrote as a sentence. */
class Verbatim extends PyStr {
  override repr(): string {
    return this.value;
  }
}

function argumentsOf(self: PyValue): readonly PyValue[] {
  const args = self instanceof PyInstance ? self.attributes.get('args') : undefined;
  return args instanceof PyTuple ? args.items : [];
}

/** `str(exception)` */
export function exceptionText(self: PyValue, show: (value: PyValue, quoted: boolean) => string): string {
  const items = argumentsOf(self);
  const [item] = items;
  if (item === undefined) return '';
  if (items.length > 1)
    return `(${items.map((i) => (typeof i === 'number' ? floatRepr(i) : show(i, true))).join(', ')})`;
  const isKeyError = self instanceof PyInstance && self.cls.name === 'KeyError';
  if (item instanceof Verbatim) return item.value;
  return show(item, isKeyError);
}
