/** `collections.deque` */
import { OBJECT } from '../../builtins/types.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindArguments } from '../../objects/arguments.ts';
import { PyClass } from '../../objects/classes.ts';
import { pythonError, typeError, valueError } from '../../objects/errors.ts';
import { PySequence } from '../../objects/sequences.ts';
import { PySlice, sequenceIndex } from '../../objects/slice.ts';
import { equals } from '../../operations/comparison.ts';
import { toInteger, typeName } from '../../operations/numbers.ts';
import { type BinaryOp, type PyValue, Unknown } from '../../values.ts';
import { type Argument, type MethodBody, methods } from './define.ts';

/** A list with two open ends, and perhaps a greatest length: what exceeds it falls out at the other end. */
export class PyDeque extends PySequence {
  readonly typeName = 'deque';
  constructor(
    items: PyValue[],
    readonly limit = Number.POSITIVE_INFINITY,
  ) {
    super(items);
    this.cut(false);
  }
  get pyClass(): PyClass {
    return DEQUE;
  }
  protected like(items: PyValue[]): PyDeque {
    return new PyDeque(items, this.limit);
  }
  append(value: PyValue): void {
    this.items.push(value);
    this.cut(false);
  }
  appendLeft(value: PyValue): void {
    this.items.unshift(value);
    this.cut(true);
  }
  take(value: PyValue | undefined): PyValue {
    if (value === undefined) throw pythonError('IndexError', 'pop from an empty deque');
    return value;
  }
  rotate(steps: number): void {
    const { length } = this.items;
    if (length === 0) return;
    const cut = (((length - steps) % length) + length) % length;
    this.items.push(...this.items.splice(0, cut));
  }
  override getItem(key: PyValue, ctx: Interpreter): PyValue | undefined {
    if (key instanceof PySlice) throw typeError("sequence index must be integer, not 'slice'");
    if (key instanceof Unknown) return super.getItem(key, ctx);
    return this.items[this.position(key)];
  }
  override setItem(key: PyValue, value: PyValue): boolean {
    if (!(key instanceof Unknown)) this.items[this.position(key)] = value;
    return true;
  }
  override deleteItem(key: PyValue): boolean {
    if (!(key instanceof Unknown)) this.items.splice(this.position(key), 1);
    return true;
  }
  override inplace(op: BinaryOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    if (op !== '+' || other instanceof Unknown) return undefined;
    for (const value of [...ctx.iterate(other)]) this.append(value);
    return this;
  }
  override getAttribute(name: string): PyValue | undefined {
    if (name !== 'maxlen') return undefined;
    return Number.isFinite(this.limit) ? BigInt(this.limit) : null;
  }
  override hashKey(): unknown {
    return undefined;
  }
  override repr(ctx: Interpreter): string {
    const limit = Number.isFinite(this.limit) ? `, maxlen=${this.limit}` : '';
    return `deque([${this.items.map((item) => ctx.repr(item)).join(', ')}]${limit})`;
  }

  private cut(fromRight: boolean): void {
    const surplus = this.items.length - this.limit;
    if (surplus > 0) this.items.splice(fromRight ? this.limit : 0, surplus);
  }

  private position(key: PyValue): number {
    try {
      return sequenceIndex(key, this.items.length, this.typeName, typeName(key));
    } catch (error) {
      if (error instanceof Error && /out of range/.test(error.message))
        throw pythonError('IndexError', 'deque index out of range');
      throw error;
    }
  }
}

type Row = readonly [string, string, MethodBody<PyDeque>];

/** A method that changes the deque and gives nothing. */
function change(
  name: string,
  signature: string,
  body: (self: PyDeque, value: Argument, ctx: Interpreter, second: Argument) => void,
): Row {
  return [
    name,
    signature,
    (self, [first, second], ctx) => {
      body(self, first, ctx, second);
      return null;
    },
  ];
}

function indexOf(self: PyDeque, value: Argument, ctx: Interpreter): number {
  return self.items.findIndex((item) => equals(item, value ?? null, ctx));
}

const METHODS: readonly Row[] = [
  change('extend', 'iterable', (self, values, ctx) => {
    for (const value of [...ctx.iterate(values ?? null)]) self.append(value);
  }),
  change('extendleft', 'iterable', (self, values, ctx) => {
    for (const value of [...ctx.iterate(values ?? null)]) self.appendLeft(value);
  }),
  change('rotate', 'n=1', (self, n) => self.rotate(toInteger(n ?? null))),
  change('clear', '', (self) => {
    self.items.length = 0;
  }),
  change('reverse', '', (self) => {
    self.items.reverse();
  }),
  change('insert', 'i x', (self, i, _ctx, x) => {
    if (self.items.length >= self.limit) throw pythonError('IndexError', 'deque already at its maximum size');
    self.items.splice(toInteger(i ?? null), 0, x ?? null);
  }),
  change('remove', 'value', (self, value, ctx) => {
    const index = indexOf(self, value, ctx);
    if (index < 0) throw valueError(`${ctx.repr(value ?? null)} is not in deque`);
    self.items.splice(index, 1);
  }),
  ['pop', '', (self) => self.take(self.items.pop())],
  ['popleft', '', (self) => self.take(self.items.shift())],
  ['copy', '', (self) => new PyDeque([...self.items], self.limit)],
  [
    'count',
    'x',
    (self, [x], ctx) => BigInt(self.items.filter((item) => equals(item, x ?? null, ctx)).length),
  ],
  [
    'index',
    'x',
    (self, [x], ctx) => {
      const index = indexOf(self, x, ctx);
      if (index < 0) throw valueError(`${ctx.repr(x ?? null)} is not in deque`);
      return BigInt(index);
    },
  ],
];

const APPENDING = methods(PyDeque, [
  [...change('append', 'x', (self, value) => self.append(value ?? null)), { takesUnknown: true }],
  [...change('appendleft', 'x', (self, value) => self.appendLeft(value ?? null)), { takesUnknown: true }],
]);

export const DEQUE: PyClass = new PyClass(
  'deque',
  [OBJECT],
  new Map([...methods(PyDeque, METHODS), ...APPENDING]),
  {
    module: 'collections',
    construct: (args, ctx) => {
      const [values, limit = null] = bindArguments('deque', args, ['iterable=', 'maxlen=None']);
      if (values instanceof Unknown || limit instanceof Unknown) return new Unknown();
      const most = limit === null ? Number.POSITIVE_INFINITY : toInteger(limit);
      if (most < 0) throw valueError('maxlen must be non-negative');
      return new PyDeque(values === undefined ? [] : [...ctx.iterate(values)], most);
    },
  },
);
