/** Python's `functools`. */

import { OBJECT } from '../../builtins/types.ts';
import type { Interpreter } from '../../interpreter.ts';
import { callArguments } from '../../objects/arguments.ts';
import { BoundMethod, PyClass, PyDescriptor } from '../../objects/classes.ts';
import { typeError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import type { PyModule } from '../../objects/module.ts';
import { PyTuple } from '../../objects/sequences.ts';
import { getAttribute } from '../../operations/attributes.ts';
import { compareValues } from '../../operations/comparison.ts';
import { keyOf, keyText } from '../../operations/hashing.ts';
import { type CallArguments, type CompareOp, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { fn, members, moduleOf } from './define.ts';
import { makeNamedTuple, NamedTuple } from './namedtuple.ts';

/** `partial(f, ...)` */
export class Partial extends PyObject {
  readonly typeName = 'partial';
  constructor(
    private readonly callee: PyValue,
    private readonly args: CallArguments,
  ) {
    super();
  }
  get pyClass(): PyClass {
    return PARTIAL;
  }
  override call({ positional, keywords, location }: CallArguments, ctx: Interpreter): PyValue {
    return ctx.call(this.callee, {
      positional: [...this.args.positional, ...positional],
      keywords: new Map([...this.args.keywords, ...keywords]),
      location,
    });
  }
  override getAttribute(name: string): PyValue | undefined {
    if (name === 'func') return this.callee;
    if (name === 'args') return new PyTuple([...this.args.positional]);
    if (name === 'keywords') return keywordDict(this.args.keywords);
    return undefined;
  }
  override repr(ctx: Interpreter): string {
    const keywords = [...this.args.keywords].map(([name, value]) => `${name}=${ctx.repr(value)}`);
    const parts = [this.callee, ...this.args.positional].map((value) => ctx.repr(value));
    return `functools.partial(${[...parts, ...keywords].join(', ')})`;
  }
}

function keywordDict(keywords: ReadonlyMap<string, PyValue>): PyDict {
  return new PyDict([...keywords].map(([name, value]) => [new PyStr(name), value] as const));
}

const PARTIAL: PyClass = new PyClass('partial', [OBJECT], new Map(), {
  module: 'functools',
  construct: (args) => {
    const [callee, ...positional] = args.positional;
    if (callee === undefined) throw typeError("type 'partial' takes at least one argument");
    if (callee instanceof Unknown) return new Unknown();
    return new Partial(callee, { positional, keywords: args.keywords });
  },
});

const CACHE_INFO = makeNamedTuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize']);

/** A function that remembers its results. */
class CachedFunction extends PyDescriptor {
  readonly typeName = 'functools._lru_cache_wrapper';
  private readonly results = new Map<string, PyValue>();
  private hits = 0n;
  private misses = 0n;

  constructor(
    private readonly callee: PyValue,
    private readonly limit: number,
  ) {
    super();
  }

  override bind(instance: PyValue | undefined): PyValue {
    return instance === undefined ? this : new BoundMethod(this, instance);
  }

  override call(args: CallArguments, ctx: Interpreter): PyValue {
    if ([...args.positional, ...args.keywords.values()].some((value) => value instanceof Unknown))
      return ctx.call(this.callee, args);
    const key = keyOfCall(args);
    const known = this.results.get(key);
    if (known !== undefined) {
      this.hits += 1n;
      this.results.delete(key);
      this.results.set(key, known);
      return known;
    }
    this.misses += 1n;
    const result = ctx.call(this.callee, args);
    if (this.limit > 0) this.results.set(key, result);
    if (this.results.size > this.limit) this.results.delete(this.results.keys().next().value ?? '');
    return result;
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    if (name === 'cache_clear') return new NativeFunction(name, () => this.clear());
    if (name === 'cache_info') return new NativeFunction(name, () => this.info());
    if (name === '__wrapped__') return this.callee;
    return this.callee instanceof PyObject ? this.callee.getAttribute(name, ctx) : undefined;
  }

  private clear(): null {
    this.results.clear();
    this.hits = 0n;
    this.misses = 0n;
    return null;
  }

  private info(): PyValue {
    const limit = Number.isFinite(this.limit) ? BigInt(this.limit) : null;
    return new NamedTuple(CACHE_INFO, [this.hits, this.misses, limit, BigInt(this.results.size)]);
  }
}

function keyOfCall({ positional, keywords }: CallArguments): string {
  const texts = positional.map((value) => keyText(keyOf(value)));
  for (const [name, value] of keywords) texts.push(`${name}=${keyText(keyOf(value))}`);
  return texts.join(',');
}

const CACHE_METHOD = (limit: PyValue): NativeFunction =>
  new NativeFunction('decorator', ({ positional: [callee = null] }) => cached(callee, limit));

function cached(callee: PyValue, limit: PyValue): PyValue {
  return new CachedFunction(callee, limit === null ? Number.POSITIVE_INFINITY : Number(limit));
}

/** A value that is ordered by a function of two arguments. */
class ComparedKey extends PyObject {
  readonly typeName = 'functools.KeyWrapper';
  constructor(
    private readonly value: PyValue,
    private readonly order: PyValue,
  ) {
    super();
  }
  override compare(op: CompareOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    if (!(other instanceof ComparedKey)) return undefined;
    const order = ctx.call(this.order, callArguments([this.value, other.value]));
    return compareValues(op, order, 0n, ctx);
  }
}

function reduce(
  f: PyValue,
  values: Iterable<PyValue>,
  initial: PyValue | undefined,
  ctx: Interpreter,
): PyValue {
  let total = initial;
  for (const value of values)
    total = total === undefined ? value : ctx.call(f, callArguments([total, value]));
  if (total === undefined) throw typeError('reduce() of empty iterable with no initial value');
  return total;
}

/** Gives the wrapper the name and the documentation of what it wraps. */
function updated(wrapper: PyValue, wrapped: PyValue, ctx: Interpreter): PyValue {
  if (!(wrapper instanceof PyObject) || !(wrapped instanceof PyObject)) return wrapper;
  for (const name of ['__module__', '__name__', '__qualname__', '__doc__']) {
    const value = wrapped.getAttribute(name, ctx);
    if (value !== undefined) wrapper.setAttribute(name, value, ctx);
  }
  wrapper.setAttribute('__wrapped__', wrapped, ctx);
  return wrapper;
}

const FUNCTIONS: readonly NativeFunction[] = [
  fn('reduce', 'function sequence initial=', ([f, values, initial], ctx) =>
    reduce(f ?? null, ctx.iterate(values ?? null), initial, ctx),
  ),
  fn('update_wrapper', 'wrapper wrapped *rest', ([wrapper, wrapped], ctx) =>
    updated(wrapper ?? null, wrapped ?? null, ctx),
  ),
  fn(
    'wraps',
    'wrapped *rest',
    ([wrapped]) =>
      new NativeFunction('wraps', ({ positional: [wrapper = null] }, ctx) =>
        updated(wrapper, wrapped ?? null, ctx),
      ),
  ),
  fn('lru_cache', 'maxsize=128 typed=False', ([limit]) =>
    limit === null || typeof limit === 'bigint' ? CACHE_METHOD(limit) : cached(limit ?? null, 128n),
  ),
  fn('cache', 'user_function', ([callee]) => cached(callee ?? null, null)),
  fn(
    'cmp_to_key',
    'mycmp',
    ([order]) =>
      new NativeFunction('K', ({ positional: [value = null] }) => new ComparedKey(value, order ?? null)),
  ),
  fn('total_ordering', 'cls', ([cls]) => completedOrder(cls ?? null)),
];

/** Adds the comparisons that follow from `__lt__` (or another one) and `__eq__`. */
function completedOrder(cls: PyValue): PyValue {
  if (!(cls instanceof PyClass)) throw typeError('total_ordering() needs a class');
  const root = ['__lt__', '__le__', '__gt__', '__ge__'].find((name) => cls.members.has(name));
  if (root === undefined) throw typeError('must define at least one ordering operation: < > <= >=');
  const base = (a: PyValue, b: PyValue, ctx: Interpreter) =>
    ctx.truth(ctx.call(getAttribute(a, root, ctx), callArguments([b])));
  const same = (a: PyValue, b: PyValue, ctx: Interpreter) => ctx.truth(compareValues('==', a, b, ctx));
  const less = (a: PyValue, b: PyValue, ctx: Interpreter): boolean => {
    if (root === '__lt__') return base(a, b, ctx);
    if (root === '__le__') return base(a, b, ctx) && !same(a, b, ctx);
    return root === '__gt__' ? !base(a, b, ctx) && !same(a, b, ctx) : !base(a, b, ctx);
  };
  const rules: Record<string, typeof less> = {
    __lt__: less,
    __le__: (a, b, ctx) => less(a, b, ctx) || same(a, b, ctx),
    __gt__: (a, b, ctx) => !less(a, b, ctx) && !same(a, b, ctx),
    __ge__: (a, b, ctx) => !less(a, b, ctx),
  };
  for (const [name, rule] of Object.entries(rules))
    if (!cls.members.has(name))
      cls.members.set(
        name,
        new NativeFunction(name, ({ positional: [a = null, b = null] }, ctx) => rule(a, b, ctx)),
      );
  return cls;
}

export function functoolsModule(): PyModule {
  return moduleOf('functools', members(...FUNCTIONS), new Map([['partial', PARTIAL]]));
}
