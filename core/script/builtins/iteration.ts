/** Builtin functions over iterables. */
import type { Interpreter } from '../interpreter.ts';
import { bindArguments, bindSignature, callArguments } from '../objects/arguments.ts';
import { PyDescriptor, PyInstance } from '../objects/classes.ts';
import { pythonError, typeError, valueError } from '../objects/errors.ts';
import { PyIterator, PyRange } from '../objects/iterators.ts';
import { isErrorOf } from '../objects/raised.ts';
import { PyList, PyTuple } from '../objects/sequences.ts';
import { binaryOperation } from '../operations/arithmetic.ts';
import { compareValues } from '../operations/comparison.ts';
import { lengthOf } from '../operations/items.ts';
import { toBigInteger, typeName } from '../operations/numbers.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../values.ts';
import { sortedItems } from './sorting.ts';
import { typeOf } from './types.ts';

type Builtin = (args: CallArguments, ctx: Interpreter) => PyValue;

function* enumerated(values: Iterable<PyValue>, start: bigint): Iterator<PyValue> {
  let index = start;
  for (const value of values) {
    yield new PyTuple([index, value]);
    index += 1n;
  }
}

const enumerate: Builtin = (args, ctx) => {
  const [iterable = null, start = 0n] = bindArguments('enumerate', args, ['iterable', 'start=0']);
  return new PyIterator(enumerated(ctx.iterate(iterable), toBigInteger(start)), 'enumerate');
};

function* zipped(iterators: readonly Iterator<PyValue>[], strict: boolean): Iterator<PyValue> {
  if (iterators.length === 0) return;
  for (;;) {
    const row: PyValue[] = [];
    for (const [i, iterator] of iterators.entries()) {
      const step = iterator.next();
      if (step.done) {
        if (strict && i > 0)
          throw valueError(`zip() argument ${i + 1} is shorter than argument${i > 1 ? `s 1-${i}` : ' 1'}`);
        return;
      }
      row.push(step.value);
    }
    yield new PyTuple(row);
  }
}

const zip: Builtin = (args, ctx) => {
  const { rest, values } = bindSignature('zip', args, ['*iterables', 'strict=False']);
  const iterators = rest.map((value) => ctx.iterate(value)[Symbol.iterator]());
  return new PyIterator(zipped(iterators, values[0] === true), 'zip');
};

function* mapped(fn: PyValue, rows: Iterator<PyValue>, ctx: Interpreter): Iterator<PyValue> {
  for (let step = rows.next(); !step.done; step = rows.next())
    yield ctx.call(fn, callArguments((step.value as PyTuple).items));
}

const map: Builtin = ({ positional: [fn = null, ...iterables] }, ctx) => {
  const rows = zipped(
    iterables.map((value) => ctx.iterate(value)[Symbol.iterator]()),
    false,
  );
  return new PyIterator(mapped(fn, rows, ctx), 'map');
};

function* filtered(fn: PyValue, values: Iterable<PyValue>, ctx: Interpreter): Iterator<PyValue> {
  for (const value of values) {
    const keep = fn === null ? value : ctx.call(fn, callArguments([value]));
    if (ctx.truth(keep)) yield value;
  }
}

const filter: Builtin = ({ positional: [fn = null, values = null] }, ctx) =>
  new PyIterator(filtered(fn, ctx.iterate(values), ctx), 'filter');

const reversed: Builtin = ({ positional: [value = null] }, ctx) => {
  if (value instanceof Unknown) return value;
  if (value instanceof PyRange) return new PyIterator(reversedRange(value, ctx), 'range_iterator');
  const own = value instanceof PyInstance ? value.cls.lookup('__reversed__') : undefined;
  if (own instanceof PyDescriptor) return ctx.call(own, callArguments([value]));
  const items = [...ctx.iterate(value)].reverse();
  return new PyIterator(items[Symbol.iterator](), 'reversed');
};

function* reversedRange(range: PyRange, ctx: Interpreter): Iterator<PyValue> {
  for (let i = range.count - 1; i >= 0; i--) {
    ctx.tick();
    yield range.at(i);
  }
}

const sorted: Builtin = (args, ctx) => {
  const [iterable = null, key = null, reverse = false] = bindArguments('sorted', args, [
    'iterable',
    '*',
    'key=None',
    'reverse=False',
  ]);
  if (iterable instanceof Unknown) return new Unknown(iterable.dimension);
  return new PyList(sortedItems([...ctx.iterate(iterable)], key, ctx.truth(reverse), ctx));
};

export const sum: Builtin = (args, ctx) => {
  const [iterable = null, start = 0n] = bindArguments('sum', args, ['iterable', 'start=0']);
  if (start instanceof PyStr) throw typeError("sum() can't sum strings [use ''.join(seq) instead]");
  let total: PyValue = start;
  for (const value of ctx.iterate(iterable)) {
    ctx.tick();
    total = binaryOperation('+', total, value, ctx);
  }
  return total;
};

/** `min` and `max`. */
function extreme(name: 'min' | 'max'): Builtin {
  return (args, ctx) => {
    const key = args.keywords.get('key') ?? null;
    const single = args.positional.length === 1;
    if (args.positional.length === 0) throw typeError(`${name} expected at least 1 argument, got 0`);
    const values = single ? [...ctx.iterate(args.positional[0] ?? null)] : args.positional;
    if (values.some((value) => value instanceof Unknown)) return new Unknown();
    const [first] = values;
    if (first === undefined) {
      const fallback = args.keywords.get('default');
      if (fallback === undefined) throw valueError(`${name}() arg is an empty sequence`);
      return fallback;
    }
    return best(values, key, name === 'max', ctx);
  };
}

function best(values: readonly PyValue[], key: PyValue, largest: boolean, ctx: Interpreter): PyValue {
  const keyOf = (value: PyValue) => (key === null ? value : ctx.call(key, callArguments([value])));
  let result = values[0] as PyValue;
  let bestKey = keyOf(result);
  for (const value of values.slice(1)) {
    const candidate = keyOf(value);
    if (!ctx.truth(compareValues(largest ? '>' : '<', candidate, bestKey, ctx))) continue;
    result = value;
    bestKey = candidate;
  }
  return result;
}

/** `all` and `any`; an unknown element leaves the answer open unless another decides it. */
function quantifier(decisive: boolean): Builtin {
  return ({ positional: [iterable = null] }, ctx) => {
    let open = false;
    for (const value of ctx.iterate(iterable)) {
      if (value instanceof Unknown) open = true;
      else if (ctx.truth(value) === decisive) return decisive;
    }
    return open ? new Unknown() : !decisive;
  };
}

const len: Builtin = (args, ctx) => {
  const [value = null] = args.positional;
  if (args.positional.length !== 1)
    throw typeError(`len() takes exactly one argument (${args.positional.length} given)`);
  if (value instanceof Unknown) return new Unknown();
  const length = lengthOf(value, ctx);
  if (length === undefined) throw typeError(`object of type '${typeName(value)}' has no len()`);
  // Natives say NaN where analysis cannot know how many there will be.
  return Number.isNaN(length) ? new Unknown() : BigInt(length);
};

const iter: Builtin = ({ positional: [value = null, sentinel] }, ctx) => {
  if (sentinel !== undefined) return new PyIterator(untilSentinel(value, sentinel, ctx), 'callable_iterator');
  if (value instanceof PyIterator || (value instanceof PyInstance && value.cls.lookup('__next__')))
    return value;
  if (value instanceof Unknown) return value;
  return new PyIterator(ctx.iterate(value)[Symbol.iterator](), `${typeName(value)}_iterator`);
};

function* untilSentinel(fn: PyValue, sentinel: PyValue, ctx: Interpreter): Iterator<PyValue> {
  for (;;) {
    const value = ctx.call(fn, callArguments([]));
    if (
      value === sentinel ||
      (value instanceof PyStr && sentinel instanceof PyStr && value.value === sentinel.value)
    )
      return;
    ctx.tick();
    yield value;
  }
}

const next: Builtin = ({ positional: [iterator = null, fallback] }, ctx) => {
  if (iterator instanceof Unknown) return new Unknown();
  if (iterator instanceof PyIterator) {
    const given = iterator.next();
    const value = given === undefined ? fallback : given;
    if (value === undefined) throw pythonError('StopIteration', '');
    return value;
  }
  const method = iterator instanceof PyObject ? typeOf(iterator).lookup('__next__') : undefined;
  if (method === undefined) throw typeError(`'${typeName(iterator)}' object is not an iterator`);
  try {
    return ctx.call(method, callArguments([iterator]));
  } catch (error) {
    if (fallback !== undefined && isErrorOf(error, 'StopIteration')) return fallback;
    throw error;
  }
};

export const ITERATION_BUILTINS: readonly (readonly [string, Builtin])[] = [
  ['enumerate', enumerate],
  ['zip', zip],
  ['map', map],
  ['filter', filter],
  ['reversed', reversed],
  ['sorted', sorted],
  ['sum', sum],
  ['min', extreme('min')],
  ['max', extreme('max')],
  ['all', quantifier(false)],
  ['any', quantifier(true)],
  ['len', len],
  ['iter', iter],
  ['next', next],
];
