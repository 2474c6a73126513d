/** Python's `contextlib`. */
import type { Interpreter } from '../../interpreter.ts';
import { callArguments } from '../../objects/arguments.ts';
import { BoundMethod, PyClass, PyDescriptor, PyInstance } from '../../objects/classes.ts';
import { pythonError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyIterator } from '../../objects/iterators.ts';
import type { PyModule } from '../../objects/module.ts';
import { isErrorOf, PyRaised } from '../../objects/raised.ts';
import { getAttribute } from '../../operations/attributes.ts';
import { type CallArguments, PyObject, type PyValue, Unknown } from '../../values.ts';
import { fn, members, moduleOf } from './define.ts';

type Enter = (ctx: Interpreter) => PyValue;
/** True where the exception goes no further; null: there is none. */
type Leave = (exception: PyValue, ctx: Interpreter) => boolean;

class ContextManager extends PyObject {
  constructor(
    readonly typeName: string,
    private readonly enter: Enter,
    private readonly leave: Leave,
  ) {
    super();
  }
  override getAttribute(name: string): PyValue | undefined {
    if (name === '__enter__') return new NativeFunction(name, (_args, ctx) => this.enter(ctx));
    if (name !== '__exit__') return undefined;
    return new NativeFunction(name, ({ positional }, ctx) => this.leave(positional[1] ?? null, ctx));
  }
}

/** What `@contextmanager` makes of a generator function. */
class ContextFunction extends PyDescriptor {
  readonly typeName = 'function';
  constructor(private readonly callee: PyValue) {
    super();
  }
  override bind(instance: PyValue | undefined): PyValue {
    return instance === undefined ? this : new BoundMethod(this, instance);
  }
  override call(args: CallArguments, ctx: Interpreter): PyValue {
    const generator = ctx.call(this.callee, args);
    return generator instanceof PyIterator ? managerOf(generator) : new Unknown();
  }
  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    return this.callee instanceof PyObject ? this.callee.getAttribute(name, ctx) : undefined;
  }
}

function managerOf(generator: PyIterator): ContextManager {
  const enter: Enter = () => {
    const value = generator.next();
    if (value === undefined) throw pythonError('RuntimeError', "generator didn't yield");
    return value;
  };
  const leave: Leave = (exception, ctx) => {
    if (exception !== null) return threwInto(generator, exception, ctx);
    if (generator.next() !== undefined) throw pythonError('RuntimeError', "generator didn't stop");
    return false;
  };
  return new ContextManager('_GeneratorContextManager', enter, leave);
}

/** Raises the exception inside the generator; true where the generator handled it and ended. */
function threwInto(generator: PyIterator, exception: PyValue, ctx: Interpreter): boolean {
  try {
    ctx.call(getAttribute(generator, 'throw', ctx), callArguments([exception]));
  } catch (error) {
    if (isErrorOf(error, 'StopIteration')) return true;
    if (error instanceof PyRaised && error.exception === exception) return false;
    throw error;
  }
  throw pythonError('RuntimeError', "generator didn't stop after throw()");
}

function suppresses(exception: PyValue, classes: readonly PyValue[]): boolean {
  return (
    exception instanceof PyInstance &&
    classes.some((cls) => cls instanceof PyClass && exception.cls.isSubclassOf(cls))
  );
}

const FUNCTIONS = [
  fn('contextmanager', 'func', ([func = null]) => new ContextFunction(func)),
  fn(
    'suppress',
    '*exceptions',
    (_values, _ctx, { rest }) =>
      new ContextManager(
        'suppress',
        () => null,
        (exception) => suppresses(exception, rest),
      ),
  ),
  fn(
    'nullcontext',
    'enter_result=None',
    ([result = null]) =>
      new ContextManager(
        'nullcontext',
        () => result,
        () => false,
      ),
    { takesUnknown: true },
  ),
  fn(
    'closing',
    'thing',
    ([thing = null]) =>
      new ContextManager(
        'closing',
        () => thing,
        (_exception, ctx) => {
          ctx.call(getAttribute(thing, 'close', ctx), callArguments([]));
          return false;
        },
      ),
  ),
];

export function contextlibModule(): PyModule {
  return moduleOf('contextlib', members(...FUNCTIONS));
}
