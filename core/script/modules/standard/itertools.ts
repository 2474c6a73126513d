/** Python's `itertools`. */
import type { Interpreter } from '../../interpreter.ts';
import { callArguments } from '../../objects/arguments.ts';
import { valueError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyIterator } from '../../objects/iterators.ts';
import type { PyModule } from '../../objects/module.ts';
import { PyTuple } from '../../objects/sequences.ts';
import { binaryOperation } from '../../operations/arithmetic.ts';
import { equals } from '../../operations/comparison.ts';
import { asInteger, toInteger } from '../../operations/numbers.ts';
import type { PyValue } from '../../values.ts';
import { type Argument, type Call, fn, members, moduleOf } from './define.ts';

type Values = Iterable<PyValue>;

function iteration(
  name: string,
  signature: string,
  make: (values: readonly Argument[], ctx: Interpreter, call: Call) => Values,
): NativeFunction {
  return fn(name, signature, (values, ctx, call) => {
    return new PyIterator(make(values, ctx, call)[Symbol.iterator](), name);
  });
}

/** Iterates over an argument once; what is taken is gone for others, too. */
function shared(value: Argument, ctx: Interpreter): Iterator<PyValue> {
  return ctx.iterate(value ?? null)[Symbol.iterator]();
}

function* product(pools: readonly (readonly PyValue[])[], ctx: Interpreter): Values {
  if (pools.some((pool) => pool.length === 0)) return;
  const at = pools.map(() => 0);
  for (;;) {
    ctx.tick();
    yield new PyTuple(at.map((index, k) => pools[k]![index]!));
    let k = at.length - 1;
    while (k >= 0 && at[k] === pools[k]!.length - 1) at[k--] = 0;
    if (k < 0) return;
    at[k]! += 1;
  }
}

/** Every choice of `count` positions of `length`; `next` says which positions may follow those chosen. */
function* selections(
  items: readonly PyValue[],
  count: number,
  next: (chosen: readonly number[]) => Iterable<number>,
  ctx: Interpreter,
  chosen: readonly number[] = [],
): Values {
  if (chosen.length === count) {
    ctx.tick();
    yield new PyTuple(chosen.map((index) => items[index]!));
    return;
  }
  for (const index of next(chosen)) yield* selections(items, count, next, ctx, [...chosen, index]);
}

function* upwards(from: number, below: number): Iterable<number> {
  for (let k = from; k < below; k++) yield k;
}

function selection(
  name: string,
  next: (length: number, count: number) => (chosen: readonly number[]) => Iterable<number>,
): NativeFunction {
  return iteration(name, name === 'permutations' ? 'iterable r=None' : 'iterable r', ([iterable, r], ctx) => {
    const items = [...ctx.iterate(iterable ?? null)];
    const count = r === null || r === undefined ? items.length : toInteger(r);
    if (count < 0) throw valueError('r must be non-negative');
    return selections(items, count, next(items.length, count), ctx);
  });
}

function* counting(start: PyValue, step: PyValue, ctx: Interpreter): Values {
  for (let value = start; ; value = binaryOperation('+', value, step, ctx)) {
    ctx.tick();
    yield value;
  }
}

function* cycling(values: Values, ctx: Interpreter): Values {
  const seen: PyValue[] = [];
  for (const value of values) {
    seen.push(value);
    yield value;
  }
  while (seen.length > 0)
    for (const value of seen) {
      ctx.tick();
      yield value;
    }
}

function* repeating(value: PyValue, times: Argument, ctx: Interpreter): Values {
  const count = times === undefined ? Number.POSITIVE_INFINITY : toInteger(times);
  for (let k = 0; k < count; k++) {
    ctx.tick();
    yield value;
  }
}

function* slice(values: Iterator<PyValue>, start: number, stop: number, step: number): Values {
  let next = start;
  for (let k = 0; k < stop; k++) {
    const { done, value } = values.next();
    if (done) return;
    if (k !== next) continue;
    next += step;
    yield value;
  }
}

/** `islice(values, stop)` or `islice(values, start, stop, step)`. */
function sliceOf([values, a, b, c]: readonly Argument[], ctx: Interpreter): Values {
  const bound = (value: Argument, missing: number, what = 'Indices'): number => {
    if (value === null || value === undefined) return missing;
    const integer = asInteger(value);
    if (integer === undefined || integer < 0n)
      throw valueError(`${what} for islice() must be None or an integer: 0 <= x <= sys.maxsize.`);
    return Number(integer);
  };
  const [start, stop] = b === undefined ? [0, a] : [bound(a, 0), b];
  const step = bound(c, 1);
  if (step < 1) throw valueError('Step for islice() must be a positive integer or None.');
  return slice(shared(values, ctx), start, bound(stop, Number.POSITIVE_INFINITY, 'Stop argument'), step);
}

function* zippedLongest(iterators: readonly Iterator<PyValue>[], fill: PyValue): Values {
  const open = new Set(iterators);
  for (;;) {
    const row = iterators.map((iterator) => {
      const step = open.has(iterator) ? iterator.next() : undefined;
      if (step === undefined || step.done) {
        open.delete(iterator);
        return fill;
      }
      return step.value;
    });
    if (open.size === 0) return;
    yield new PyTuple(row);
  }
}

function* accumulated(values: Values, combine: PyValue, initial: PyValue, ctx: Interpreter): Values {
  let total: PyValue | undefined = initial ?? undefined;
  if (total !== undefined) yield total;
  for (const value of values) {
    if (total === undefined) total = value;
    else if (combine === null) total = binaryOperation('+', total, value, ctx);
    else total = ctx.call(combine, callArguments([total, value]));
    yield total;
  }
}

/** Groups share the iterator: going on to the next group skips what is left of the one before. */
function* grouped(values: Iterator<PyValue>, key: PyValue, ctx: Interpreter): Values {
  const keyOf = (value: PyValue) => (key === null ? value : ctx.call(key, callArguments([value])));
  let step = values.next();
  while (!step.done) {
    const current = keyOf(step.value);
    const belongs = () => !step.done && equals(keyOf(step.value), current, ctx);
    const group = (function* (): Values {
      while (belongs()) {
        const { value } = step;
        step = values.next();
        yield value;
      }
    })();
    const members_ = new PyIterator(group[Symbol.iterator](), '_grouper');
    yield new PyTuple([current, members_]);
    while (belongs()) step = values.next();
  }
}

function* whileTrue(test: PyValue, values: Values, ctx: Interpreter): Values {
  for (const value of values) {
    if (!ctx.truth(ctx.call(test, callArguments([value])))) return;
    yield value;
  }
}

function* afterTrue(test: PyValue, values: Values, ctx: Interpreter): Values {
  let dropping = true;
  for (const value of values) {
    if (dropping && ctx.truth(ctx.call(test, callArguments([value])))) continue;
    dropping = false;
    yield value;
  }
}

function* whereFalse(test: PyValue, values: Values, ctx: Interpreter): Values {
  for (const value of values) {
    const hit = test === null ? value : ctx.call(test, callArguments([value]));
    if (!ctx.truth(hit)) yield value;
  }
}

function* chained(iterables: Values, ctx: Interpreter): Values {
  for (const iterable of iterables) yield* ctx.iterate(iterable);
}

function* starMapped(fn_: PyValue, rows: Values, ctx: Interpreter): Values {
  for (const row of rows) yield ctx.call(fn_, callArguments([...ctx.iterate(row)]));
}

function* pairs(values: Values): Values {
  let previous: PyValue | undefined;
  for (const value of values) {
    if (previous !== undefined) yield new PyTuple([previous, value]);
    previous = value;
  }
}

function* selected(values: Iterator<PyValue>, selectors: Values, ctx: Interpreter): Values {
  for (const selector of selectors) {
    const step = values.next();
    if (step.done) return;
    if (ctx.truth(selector)) yield step.value;
  }
}

/** Independent iterators over one source; what one has taken is kept for the others. */
function tee(source: Iterator<PyValue>, count: number): PyTuple {
  const taken: PyValue[] = [];
  function* from(): Values {
    for (let k = 0; ; k++) {
      if (k === taken.length) {
        const step = source.next();
        if (step.done) return;
        taken.push(step.value);
      }
      yield taken[k]!;
    }
  }
  return new PyTuple(Array.from({ length: count }, () => new PyIterator(from()[Symbol.iterator](), '_tee')));
}

const FROM_ITERABLE = iteration('from_iterable', 'iterable', ([iterables], ctx) =>
  chained(ctx.iterate(iterables ?? null), ctx),
);

const FUNCTIONS: readonly NativeFunction[] = [
  iteration('product', '*iterables repeat=1', ([repeat], ctx, call) => {
    const pools = call.rest.map((value) => [...ctx.iterate(value)]);
    const times = toInteger(repeat ?? null);
    return product(Array.from({ length: times }, () => pools).flat(), ctx);
  }),
  selection(
    'permutations',
    (length) => (chosen) => [...upwards(0, length)].filter((k) => !chosen.includes(k)),
  ),
  selection('combinations', (length) => (chosen) => upwards((chosen.at(-1) ?? -1) + 1, length)),
  selection('combinations_with_replacement', (length) => (chosen) => upwards(chosen.at(-1) ?? 0, length)),
  new NativeFunction(
    'chain',
    ({ positional }, ctx) => new PyIterator(chained(positional, ctx)[Symbol.iterator](), 'chain'),
    new Map([['from_iterable', FROM_ITERABLE]]),
  ),
  iteration('count', 'start=0 step=1', ([start, step], ctx) => counting(start ?? 0n, step ?? 1n, ctx)),
  iteration('cycle', 'iterable', ([values], ctx) => cycling(ctx.iterate(values ?? null), ctx)),
  iteration('repeat', 'object times=', ([value, times], ctx) => repeating(value ?? null, times, ctx)),
  iteration('islice', 'iterable a b= c=', sliceOf),
  iteration('zip_longest', '*iterables fillvalue=None', ([fill], ctx, call) =>
    zippedLongest(
      call.rest.map((value) => shared(value, ctx)),
      fill ?? null,
    ),
  ),
  iteration('accumulate', 'iterable func=None * initial=None', ([values, combine, initial], ctx) =>
    accumulated(ctx.iterate(values ?? null), combine ?? null, initial ?? null, ctx),
  ),
  iteration('groupby', 'iterable key=None', ([values, key], ctx) =>
    grouped(shared(values, ctx), key ?? null, ctx),
  ),
  iteration('starmap', 'function iterable', ([f, rows], ctx) =>
    starMapped(f ?? null, ctx.iterate(rows ?? null), ctx),
  ),
  iteration('takewhile', 'predicate iterable', ([test, values], ctx) =>
    whileTrue(test ?? null, ctx.iterate(values ?? null), ctx),
  ),
  iteration('dropwhile', 'predicate iterable', ([test, values], ctx) =>
    afterTrue(test ?? null, ctx.iterate(values ?? null), ctx),
  ),
  iteration('filterfalse', 'predicate iterable', ([test, values], ctx) =>
    whereFalse(test ?? null, ctx.iterate(values ?? null), ctx),
  ),
  iteration('compress', 'data selectors', ([values, selectors], ctx) =>
    selected(shared(values, ctx), ctx.iterate(selectors ?? null), ctx),
  ),
  iteration('pairwise', 'iterable', ([values], ctx) => pairs(ctx.iterate(values ?? null))),
  fn('tee', 'iterable n=2', ([values, n], ctx) => tee(shared(values, ctx), toInteger(n ?? null))),
];

export function itertoolsModule(): PyModule {
  return moduleOf('itertools', members(...FUNCTIONS));
}
