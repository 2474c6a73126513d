/** Builtin functions over iterables. */
import type { Interpreter } from '../interpreter.ts';
import { bindArguments, bindSignature, callArguments } from '../objects/arguments.ts';
import { pythonError, typeError, valueError } from '../objects/errors.ts';
import type { NativeCall } from '../objects/functions.ts';
import { PyIterator, PyRange } from '../objects/iterators.ts';
import { PyList, PySequence, PyTuple } from '../objects/sequences.ts';
import { binaryOperation } from '../operations/arithmetic.ts';
import { isLess } from '../operations/comparison.ts';
import { lengthOf } from '../operations/items.ts';
import { toBigInteger, typeName } from '../operations/numbers.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../values.ts';
import { sortedItems } from './sorting.ts';

type Items = (values: Iterable<PyValue>[]) => Iterator<PyValue>;

function lazily(name: string, args: CallArguments, ctx: Interpreter, make: Items, from = 0): PyValue {
  const sources = args.positional.slice(from);
  if (sources.some((source) => source instanceof Unknown)) return new Unknown();
  return new PyIterator(make(sources.map((source) => ctx.iterate(source))), name);
}

function* inParallel(sources: readonly Iterable<PyValue>[]): Generator<PyValue[]> {
  const iterators = sources.map((source) => source[Symbol.iterator]());
  if (iterators.length === 0) return;
  for (;;) {
    const row: PyValue[] = [];
    for (const iterator of iterators) {
      const step = iterator.next();
      if (step.done) return;
      row.push(step.value);
    }
    yield row;
  }
}

function enumerate(args: CallArguments, ctx: Interpreter): PyValue {
  const [iterable = null, start] = bindArguments('enumerate', args, ['iterable', 'start=0']);
  if (iterable instanceof Unknown) return new Unknown();
  const first = toBigInteger(start ?? 0n);
  return new PyIterator(numbered(ctx.iterate(iterable), first), 'enumerate');
}

function* numbered(items: Iterable<PyValue>, first: bigint): Generator<PyValue> {
  let count = first;
  for (const item of items) yield new PyTuple([count++, item]);
}

function zip(args: CallArguments, ctx: Interpreter): PyValue {
  const { rest } = bindSignature('zip', args, ['*iterables', 'strict=False']);
  return lazily('zip', callArguments(rest), ctx, function* (sources) {
    for (const row of inParallel(sources)) yield new PyTuple(row);
  });
}

function map(args: CallArguments, ctx: Interpreter): PyValue {
  const [fn = null] = args.positional;
  return lazily(
    'map',
    args,
    ctx,
    function* (sources) {
      for (const row of inParallel(sources)) yield ctx.call(fn, callArguments(row));
    },
    1,
  );
}

function filter(args: CallArguments, ctx: Interpreter): PyValue {
  const [fn = null] = args.positional;
  const keeps = (item: PyValue) => ctx.truth(fn === null ? item : ctx.call(fn, callArguments([item])));
  return lazily(
    'filter',
    args,
    ctx,
    function* ([source = []]) {
      for (const item of source) if (keeps(item)) yield item;
    },
    1,
  );
}

function reversed(args: CallArguments, ctx: Interpreter): PyValue {
  const [sequence = null] = args.positional;
  if (sequence instanceof Unknown) return sequence;
  if (sequence instanceof PyRange || sequence instanceof PySequence || lengthOf(sequence, ctx) !== undefined)
    return new PyIterator([...ctx.iterate(sequence)].reverse()[Symbol.iterator](), 'reversed');
  throw typeError(`'${typeName(sequence)}' object is not reversible`);
}

function sorted(args: CallArguments, ctx: Interpreter): PyValue {
  const [iterable = null, key, reverse] = bindArguments('sorted', args, [
    'iterable',
    '*',
    'key=None',
    'reverse=False',
  ]);
  if (iterable instanceof Unknown) return iterable;
  return new PyList(sortedItems([...ctx.iterate(iterable)], key ?? null, ctx.truth(reverse ?? false), ctx));
}

function sum(args: CallArguments, ctx: Interpreter): PyValue {
  const [iterable = null, start] = bindArguments('sum', args, ['iterable', 'start=0']);
  if (iterable instanceof Unknown) return new Unknown(iterable.dimension);
  if (start instanceof PyStr) throw typeError("sum() can't sum strings [use ''.join(seq) instead]");
  let total: PyValue = start ?? 0n;
  for (const item of ctx.iterate(iterable)) total = binaryOperation('+', total, item, ctx);
  return total;
}

function quantified(wanted: boolean): NativeCall {
  return (args, ctx) => {
    const [iterable = null] = args.positional;
    if (iterable instanceof Unknown) return iterable;
    for (const item of ctx.iterate(iterable)) {
      if (item instanceof Unknown) return item;
      if (ctx.truth(item) === wanted) return wanted;
    }
    return !wanted;
  };
}

/** `min` and `max`: of the arguments, or of one iterable. */
function extreme(name: string, isBetter: (a: PyValue, b: PyValue, ctx: Interpreter) => boolean): NativeCall {
  return (args, ctx) => {
    const { rest, values } = bindSignature(name, args, ['*args', 'key=None', 'default=']);
    const [key, fallback] = values;
    if (rest.some((item) => item instanceof Unknown)) return new Unknown();
    const items = rest.length === 1 ? [...ctx.iterate(rest[0] ?? null)] : rest;
    if (items.some((item) => item instanceof Unknown)) return new Unknown();
    const [first] = items;
    if (first === undefined) {
      if (fallback !== undefined) return fallback;
      throw valueError(`${name}() arg is an empty sequence`);
    }
    const keyOf = (item: PyValue) =>
      key === null || key === undefined ? item : ctx.call(key, callArguments([item]));
    let best = first;
    let bestKey = keyOf(first);
    for (const item of items.slice(1)) {
      const itemKey = keyOf(item);
      if (!isBetter(itemKey, bestKey, ctx)) continue;
      best = item;
      bestKey = itemKey;
    }
    return best;
  };
}

function len(args: CallArguments, ctx: Interpreter): PyValue {
  const [value = null] = bindArguments('len', args, ['obj']);
  if (value instanceof Unknown) return new Unknown();
  const length = lengthOf(value, ctx);
  if (length === undefined) throw typeError(`object of type '${typeName(value)}' has no len()`);
  return BigInt(length);
}

function iter(args: CallArguments, ctx: Interpreter): PyValue {
  const [value = null] = args.positional;
  if (value instanceof Unknown || value instanceof PyIterator) return value;
  return new PyIterator(ctx.iterate(value)[Symbol.iterator](), `${typeName(value)}_iterator`);
}

function next(args: CallArguments, ctx: Interpreter): PyValue {
  const [iterator = null, fallback] = args.positional;
  if (iterator instanceof Unknown) return iterator;
  const step = iterator instanceof PyIterator ? iterator.next() : nextOf(iterator, ctx);
  if (step !== undefined) return step;
  if (fallback !== undefined) return fallback;
  throw pythonError('StopIteration', '');
}

function nextOf(value: PyValue, ctx: Interpreter): PyValue {
  const method =
    value !== null && typeof value === 'object' ? value.getAttribute('__next__', ctx) : undefined;
  if (method === undefined) throw typeError(`'${typeName(value)}' object is not an iterator`);
  return ctx.call(method, callArguments([]));
}

export const SEQUENCE_FUNCTIONS: Readonly<Record<string, NativeCall>> = {
  enumerate,
  zip,
  map,
  filter,
  reversed,
  sorted,
  sum,
  any: quantified(true),
  all: quantified(false),
  min: extreme('min', (a, b, ctx) => isLess(a, b, ctx)),
  max: extreme('max', (a, b, ctx) => isLess(b, a, ctx)),
  len,
  iter,
  next,
};
