/** Python's `random`: CPython's own streams in a run, unknown values in the editor. */
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import { OBJECT } from '../../builtins/types.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindArguments } from '../../objects/arguments.ts';
import { PyClass } from '../../objects/classes.ts';
import { pythonError, typeError, valueError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import type { PyModule } from '../../objects/module.ts';
import { PyList } from '../../objects/sequences.ts';
import { binaryOperation } from '../../operations/arithmetic.ts';
import { getItem, lengthOf, setItem } from '../../operations/items.ts';
import { asInteger, toBigInteger, toNumber, typeName } from '../../operations/numbers.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { type Argument, type MethodBody, methods, moduleOf } from './define.ts';
import { PythonRandom } from './randomObject.ts';

class RandomObject extends PyObject {
  readonly typeName = 'Random';
  constructor(readonly generator: PythonRandom) {
    super();
  }
  get pyClass(): PyClass {
    return RANDOM_CLASS;
  }
}

type Row = readonly [string, string, MethodBody<RandomObject>];

/** A draw; in analysis nothing is drawn. */
function draw(name: string, signature: string, body: MethodBody<RandomObject>, known: () => PyValue): Row {
  const guarded: MethodBody<RandomObject> = (self, values, ctx, call) =>
    ctx.mode === 'analysis' ? known() : body(self, values, ctx, call);
  return [name, signature, guarded];
}

const unknown = () => new Unknown();
const unknownNumber = () => new Unknown(DIMENSIONLESS);

function number(name: string, signature: string, body: MethodBody<RandomObject>): Row {
  return draw(name, signature, body, unknownNumber);
}

function sizeOf(value: Argument, ctx: Interpreter): number {
  const length = lengthOf(value ?? null, ctx);
  if (length === undefined) throw typeError(`object of type '${typeName(value ?? null)}' has no len()`);
  return length;
}

function seedValue(value: Argument, ctx: Interpreter): bigint {
  if (value === undefined || value === null) return BigInt(ctx.session.random.seed >>> 0);
  const integer = asInteger(value);
  if (integer !== undefined) return integer;
  if (typeof value !== 'number' && !(value instanceof PyStr))
    throw typeError('The only supported seed types are: None,\nint, float, str, bytes, and bytearray.');
  return textSeed(ctx.repr(value));
}

/** Texts and fractions start streams of their own, not CPython's. */
function textSeed(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const character of text)
    hash = ((hash ^ BigInt(character.charCodeAt(0))) * 0x100000001b3n) & (2n ** 64n - 1n);
  return hash;
}

function wholeNumber(value: Argument): bigint {
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  return toBigInteger(value ?? null);
}

function randomRange(self: RandomObject, start: bigint, stop: bigint | undefined, step: bigint): bigint {
  if (stop === undefined) {
    if (start <= 0n) throw valueError('empty range for randrange()');
    return self.generator.below(start);
  }
  if (step === 0n) throw valueError('zero step for randrange()');
  const width = stop - start;
  const count = step > 0n ? (width + step - 1n) / step : (-width - step - 1n) / -step;
  const isEmpty = step > 0n ? width <= 0n : width >= 0n;
  if (isEmpty) {
    const last = step === 1n ? `${width}` : `${step}`;
    throw valueError(`empty range for randrange() (${start}, ${stop}, ${last})`);
  }
  return start + step * self.generator.below(count);
}

function choose(self: RandomObject, sequence: Argument, ctx: Interpreter): PyValue {
  const length = sizeOf(sequence, ctx);
  if (length === 0) throw pythonError('IndexError', 'Cannot choose from an empty sequence');
  return getItem(sequence ?? null, BigInt(self.generator.index(length)), ctx);
}

function shuffle(self: RandomObject, sequence: PyValue, ctx: Interpreter): void {
  for (let i = sizeOf(sequence, ctx) - 1; i > 0; i--) {
    const j = BigInt(self.generator.index(i + 1));
    const kept = getItem(sequence, BigInt(i), ctx);
    setItem(sequence, BigInt(i), getItem(sequence, j, ctx), ctx);
    setItem(sequence, j, kept, ctx);
  }
}

/** In analysis the order is unknown, so every element is. */
function shuffleUnknown(sequence: PyValue): void {
  if (sequence instanceof PyList) sequence.replaceAll(sequence.items.map(() => new Unknown()));
}

function sample(self: RandomObject, [population, k]: readonly Argument[], ctx: Interpreter): PyValue {
  const items = [...ctx.iterate(population ?? null)];
  const count = Number(toBigInteger(k ?? null));
  if (count < 0 || count > items.length) throw valueError('Sample larger than population or is negative');
  return new PyList(self.generator.sample(items.length, count).map((index) => items[index] ?? null));
}

/** As many draws as wanted, each element with its weight. */
function choices(
  self: RandomObject,
  [population, weights, k]: readonly Argument[],
  ctx: Interpreter,
): PyValue {
  const items = [...ctx.iterate(population ?? null)];
  const sums: number[] = [];
  for (const weight of weights === null ? items.map(() => 1) : ctx.iterate(weights ?? null))
    sums.push((sums.at(-1) ?? 0) + toNumber(weight));
  if (sums.length !== items.length) throw valueError('The number of weights does not match the population');
  const total = sums.at(-1) ?? 0;
  if (total <= 0)
    throw items.length === 0
      ? pythonError('IndexError', 'list index out of range')
      : valueError('Total of weights must be greater than zero');
  const draws = Array.from({ length: Number(toBigInteger(k ?? null)) }, () => {
    const level = self.generator.double() * total;
    const found = sums.findIndex((sum) => sum > level);
    return items[found < 0 ? items.length - 1 : found] ?? null;
  });
  return new PyList(draws);
}

/** `location + scale * drawn`, whatever numbers those are. */
function shifted(location: Argument, scale: Argument, drawn: number, ctx: Interpreter): PyValue {
  return binaryOperation('+', location ?? null, binaryOperation('*', drawn, scale ?? null, ctx), ctx);
}

const METHODS: readonly Row[] = [
  [
    'seed',
    'a=None version=2',
    (self, [a], ctx) => {
      if (ctx.mode === 'run') self.generator.seed(seedValue(a, ctx));
      return null;
    },
  ],
  number('random', '', (self) => self.generator.double()),
  number('uniform', 'a b', (self, [a, b], ctx) =>
    shifted(a, binaryOperation('-', b ?? null, a ?? null, ctx), self.generator.double(), ctx),
  ),
  number('gauss', 'mu=0.0 sigma=1.0', (self, [mu, sigma], ctx) =>
    shifted(mu, sigma, self.generator.gauss(), ctx),
  ),
  number('normalvariate', 'mu=0.0 sigma=1.0', (self, [mu, sigma], ctx) =>
    shifted(mu, sigma, self.generator.normal(), ctx),
  ),
  number('lognormvariate', 'mu sigma', (self, [mu, sigma], ctx) =>
    Math.exp(toNumber(shifted(mu, sigma, self.generator.normal(), ctx))),
  ),
  number('expovariate', 'lambd', (self, [rate], ctx) =>
    binaryOperation('/', self.generator.exponential(), rate ?? null, ctx),
  ),
  number('getrandbits', 'k', (self, [k]) => self.generator.bits(Number(toBigInteger(k ?? null)))),
  number('randint', 'a b', (self, [a, b]) => randomRange(self, wholeNumber(a), wholeNumber(b) + 1n, 1n)),
  number('randrange', 'start stop=None step=1', (self, [start, stop, step]) =>
    randomRange(self, wholeNumber(start), stop === null ? undefined : wholeNumber(stop), wholeNumber(step)),
  ),
  draw('choice', 'seq', (self, [sequence], ctx) => choose(self, sequence, ctx), unknown),
  [
    'shuffle',
    'x',
    (self, [x = null], ctx) => {
      if (ctx.mode === 'analysis') shuffleUnknown(x);
      else shuffle(self, x, ctx);
      return null;
    },
  ],
  draw('sample', 'population k', sample, unknown),
  draw('choices', 'population weights=None * k=1', choices, unknown),
];

const RANDOM_CLASS = new PyClass('Random', [OBJECT], methods(RandomObject, METHODS), {
  module: 'random',
  construct: (args, ctx) => {
    const [seed] = bindArguments('Random', args, ['x=None']);
    return new RandomObject(new PythonRandom(ctx.mode === 'run' ? seedValue(seed, ctx) : 0n));
  },
});

/** Without a seed of the script the module's generator starts from the session's seed. */
export function randomModule(ctx: Interpreter): PyModule {
  const shared = new RandomObject(new PythonRandom(ctx.mode === 'run' ? seedValue(null, ctx) : 0n));
  const functions = METHODS.map(([name]): [string, PyValue] => {
    const method = RANDOM_CLASS.lookup(name) as PyObject;
    const body = (args: Parameters<PyObject['call']>[0], c: Interpreter): PyValue =>
      method.call({ ...args, positional: [shared, ...args.positional], positionalLocations: undefined }, c) ??
      null;
    return [name, new NativeFunction(name, body)];
  });
  return moduleOf('random', new Map<string, PyValue>([...functions, ['Random', RANDOM_CLASS]]));
}
