/** The dicts of `collections`: defaultdict, OrderedDict, Counter. */
import { updateDict } from '../../builtins/collectionMethods.ts';
import { sortedItems } from '../../builtins/sorting.ts';
import { DICT } from '../../builtins/types.ts';
import type { Interpreter } from '../../interpreter.ts';
import { callArguments } from '../../objects/arguments.ts';
import { PyClass } from '../../objects/classes.ts';
import { pythonError, typeError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyIterator } from '../../objects/iterators.ts';
import { keyError, PyDict } from '../../objects/mappings.ts';
import { PyList, PyTuple } from '../../objects/sequences.ts';
import { binaryOperation } from '../../operations/arithmetic.ts';
import { compareValues, equals } from '../../operations/comparison.ts';
import { toInteger } from '../../operations/numbers.ts';
import { type BinaryOp, type CallArguments, type CompareOp, type PyValue, Unknown } from '../../values.ts';
import { methods } from './define.ts';

class DefaultDict extends PyDict {
  override readonly typeName = 'defaultdict';
  constructor(
    public factory: PyValue,
    entries: Iterable<readonly [PyValue, PyValue]> = [],
  ) {
    super(entries);
  }
  get pyClass(): PyClass {
    return DEFAULT_DICT;
  }
  override getAttribute(name: string): PyValue | undefined {
    return name === 'default_factory' ? this.factory : undefined;
  }
  override setAttribute(name: string, value: PyValue): boolean {
    if (name !== 'default_factory') return false;
    this.factory = value;
    return true;
  }
  override repr(ctx: Interpreter): string {
    return `defaultdict(${ctx.repr(this.factory)}, ${super.repr(ctx)})`;
  }
  protected override missing(key: PyValue, ctx: Interpreter): PyValue | undefined {
    if (this.factory === null) return undefined;
    const value = ctx.call(this.factory, callArguments([]));
    this.set(key, value);
    return value;
  }
}

export const DEFAULT_DICT: PyClass = new PyClass(
  'defaultdict',
  [DICT],
  methods(DefaultDict, [['copy', '', (self) => new DefaultDict(self.factory, self.entries())]]),
  {
    module: 'collections',
    construct: (args, ctx) => {
      const [factory = null, ...positional] = args.positional;
      if (factory !== null && (typeof factory !== 'object' || factory instanceof PyDict))
        throw typeError('first argument must be callable or None');
      if (positional[0] instanceof Unknown) return new Unknown();
      const dict = new DefaultDict(factory);
      updateDict(dict, { ...args, positional }, ctx);
      return dict;
    },
  },
);

class OrderedDict extends PyDict {
  override readonly typeName = 'OrderedDict';
  get pyClass(): PyClass {
    return ORDERED_DICT;
  }
  override compare(op: CompareOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    const result = super.compare(op, other, ctx);
    if (!(other instanceof OrderedDict) || result !== (op === '==')) return result;
    const [mine, theirs] = [[...this.keys()], [...other.keys()]];
    return mine.every((key, i) => equals(key, theirs[i] ?? null, ctx)) === (op === '==');
  }
  override repr(ctx: Interpreter): string {
    const pairs = [...this.entries()].map(([key, value]) => `(${ctx.repr(key)}, ${ctx.repr(value)})`);
    return pairs.length === 0 ? 'OrderedDict()' : `OrderedDict([${pairs.join(', ')}])`;
  }
  /** Makes an entry the last one, or the first one. */
  move(key: PyValue, last: boolean, ctx: Interpreter): void {
    const value = this.get(key);
    if (value === undefined) throw keyError(key, ctx);
    const others = [...this.entries()].filter(([other]) => !equals(other, key, ctx));
    this.clear();
    if (!last) this.set(key, value);
    for (const [other, kept] of others) this.set(other, kept);
    if (last) this.set(key, value);
  }
}

function updated<T extends PyDict>(dict: T, args: CallArguments, ctx: Interpreter): PyValue {
  if (args.positional[0] instanceof Unknown) return new Unknown();
  updateDict(dict, args, ctx);
  return dict;
}

export const ORDERED_DICT: PyClass = new PyClass(
  'OrderedDict',
  [DICT],
  methods(OrderedDict, [
    ['copy', '', (self) => new OrderedDict(self.entries())],
    [
      'move_to_end',
      'key last=True',
      (self, [key, last], ctx) => {
        self.move(key ?? null, ctx.truth(last ?? true), ctx);
        return null;
      },
    ],
    [
      'popitem',
      'last=True',
      (self, [last], ctx) => {
        const entries = [...self.entries()];
        const entry = ctx.truth(last ?? true) ? entries.at(-1) : entries[0];
        if (entry === undefined) throw pythonError('KeyError', "'dictionary is empty'");
        self.delete(entry[0]);
        return new PyTuple([...entry]);
      },
    ],
  ]),
  { module: 'collections', construct: (args, ctx) => updated(new OrderedDict(), args, ctx) },
);

class Counter extends PyDict {
  override readonly typeName = 'Counter';
  get pyClass(): PyClass {
    return COUNTER;
  }
  count(key: PyValue): PyValue {
    return this.get(key) ?? 0n;
  }
  /** Adds a number to the count of a key. */
  add(key: PyValue, amount: PyValue, op: '+' | '-', ctx: Interpreter): void {
    this.set(key, binaryOperation(op, this.count(key), amount, ctx));
  }
  /** Counts the elements of what is given; a dict gives counts itself. */
  tally(args: CallArguments, op: '+' | '-', ctx: Interpreter): void {
    const [source = null] = args.positional;
    if (source instanceof PyDict)
      for (const [key, amount] of source.entries()) this.add(key, amount, op, ctx);
    else if (source !== null) for (const key of ctx.iterate(source)) this.add(key, 1n, op, ctx);
    const named = new PyDict();
    updateDict(named, { positional: [], keywords: args.keywords }, ctx);
    for (const [key, amount] of named.entries()) this.add(key, amount, op, ctx);
  }
  /** Keys with their counts, the largest first. */
  ranking(ctx: Interpreter): PyTuple[] {
    const pairs = [...this.entries()].map((entry) => new PyTuple([...entry]));
    const countOf = new NativeFunction('count', (args) => (args.positional[0] as PyTuple).items[1] ?? null);
    return sortedItems(pairs, countOf, true, ctx) as PyTuple[];
  }
  override binary(op: BinaryOp, other: PyValue, _reflected: boolean): PyValue | undefined {
    if (!(other instanceof Counter) || !(op in COMBINED)) return undefined;
    const combine = COMBINED[op as keyof typeof COMBINED];
    const result = new Counter();
    for (const key of new Set([...this.keys(), ...[...other.keys()].filter((k) => !this.has(k))])) {
      const amount = combine(Number(this.count(key)), Number(other.count(key)));
      if (amount > 0) result.set(key, Number.isInteger(amount) ? BigInt(amount) : amount);
    }
    return result;
  }
  override inplace(): PyValue | undefined {
    return undefined;
  }
  override repr(ctx: Interpreter): string {
    if (this.size === 0) return 'Counter()';
    const parts = this.ranking(ctx).map(
      ({ items: [key = null, n = null] }) => `${ctx.repr(key)}: ${ctx.repr(n)}`,
    );
    return `Counter({${parts.join(', ')}})`;
  }
  protected override missing(): PyValue {
    return 0n;
  }
}

const COMBINED = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '&': Math.min,
  '|': Math.max,
};

function* elements(counter: Counter, ctx: Interpreter): Iterator<PyValue> {
  for (const [key, amount] of counter.entries())
    for (let k = 0; compareValues('<', BigInt(k), amount, ctx) === true; k++) yield key;
}

export const COUNTER: PyClass = new PyClass(
  'Counter',
  [DICT],
  methods(Counter, [
    ['copy', '', (self) => new Counter(self.entries())],
    [
      'most_common',
      'n=None',
      (self, [n], ctx) => {
        const ranking = self.ranking(ctx);
        return new PyList(
          n === null || n === undefined ? ranking : ranking.slice(0, Math.max(0, toInteger(n))),
        );
      },
    ],
    ['elements', '', (self, _values, ctx) => new PyIterator(elements(self, ctx), 'itertools.chain')],
    [
      'total',
      '',
      (self, _values, ctx) => {
        let sum: PyValue = 0n;
        for (const amount of self.values()) sum = binaryOperation('+', sum, amount, ctx);
        return sum;
      },
    ],
    ...(['update', 'subtract'] as const).map(
      (name) =>
        [
          name,
          'iterable=None **counts',
          (
            self: Counter,
            [iterable = null]: readonly (PyValue | undefined)[],
            ctx: Interpreter,
            { keywordRest }: { keywordRest: ReadonlyMap<string, PyValue> },
          ) => {
            self.tally({ positional: [iterable], keywords: keywordRest }, name === 'update' ? '+' : '-', ctx);
            return null;
          },
        ] as const,
    ),
  ]),
  {
    module: 'collections',
    construct: (args, ctx) => {
      if (args.positional[0] instanceof Unknown) return new Unknown();
      const counter = new Counter();
      counter.tally(args, '+', ctx);
      return counter;
    },
  },
);
