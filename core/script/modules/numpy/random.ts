/** `numpy.random`: NumPy's own streams in a run, unknown values in the editor. */
import { broadcastFlat, broadcastShapes } from '../../../arrays/broadcast.ts';
import { RandomState } from '../../../arrays/mersenneTwister.ts';
import { asArray, NdArray, product } from '../../../arrays/ndarray.ts';
import { accumulate } from '../../../arrays/reduce.ts';
import { take } from '../../../arrays/shape.ts';
import { insertionPoint } from '../../../arrays/sorting.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindSignature } from '../../objects/arguments.ts';
import { valueError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyList } from '../../objects/sequences.ts';
import { asInteger } from '../../operations/numbers.ts';
import { PyObject, type PyValue, Unknown } from '../../values.ts';
import { type Argument, hasUnknown, integerArgument, shapeArgument } from './arguments.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric } from './numeric.ts';
import { environment } from './objects.ts';

type Draw = (
  state: RandomState,
  values: readonly Argument[],
  env: NumericEnvironment,
  rest: readonly PyValue[],
) => PyValue;

interface Distribution {
  readonly signature: string;
  readonly draw: Draw;
}

const states = new WeakMap<object, RandomState>();

/** NumPy's global generator of a session; without a seed of the script it starts from the session's. */
export function numpyRandomOf(ctx: Interpreter): RandomState {
  let state = states.get(ctx.session);
  if (state === undefined) {
    state = new RandomState(ctx.session.random.seed);
    states.set(ctx.session, state);
  }
  return state;
}

/** What Brian's `seed()` does to NumPy's generator. */
export function seedNumpy(ctx: Interpreter, seed: number): void {
  numpyRandomOf(ctx).seed(seed);
}

/** A distribution whose parameters may be arrays; the last parameter is `size`. */
function distribution(
  signature: string,
  draw: (state: RandomState, ...p: number[]) => number,
  integer = false,
): Distribution {
  return {
    signature,
    draw: (state, values, env) => {
      const parameters = values.slice(0, -1).map((value) => asArray(env.plain(value ?? null).value));
      const size = values[values.length - 1];
      const shape =
        size === null || size === undefined
          ? broadcastShapes(...parameters.map((p) => p.shape))
          : shapeArgument(size);
      const flats = parameters.map((p) => broadcastFlat(p, shape));
      return drawn(shape, integer, env, (k) => draw(state, ...flats.map((flat) => flat[k]!)));
    },
  };
}

function drawn(
  shape: readonly number[],
  integer: boolean,
  env: NumericEnvironment,
  next: (k: number) => number,
): PyValue {
  const result = NdArray.zeros(shape, integer ? 'int64' : 'float64');
  for (let k = 0; k < result.data.length; k++) result.data[k] = next(k);
  return env.wrap(numeric(shape.length === 0 ? result.item() : result));
}

const sized = (draw: (state: RandomState) => number): Distribution => ({
  signature: 'size=None',
  draw: (state, [size], env) =>
    drawn(size === null || size === undefined ? [] : shapeArgument(size), false, env, () => draw(state)),
});

const shaped = (draw: (state: RandomState) => number): Distribution => ({
  signature: '*dimensions',
  draw: (state, _values, env, rest) =>
    drawn(
      rest.map((n) => shapeArgument(n)[0]!),
      false,
      env,
      () => draw(state),
    ),
});

const uniform = (state: RandomState) => state.double();
const gauss = (state: RandomState) => state.gauss();

const integers: Distribution = {
  signature: 'low high=None size=None dtype=None endpoint=False',
  draw: (state, [low, high, size, , endpoint], env) => {
    const first = high === null || high === undefined ? 0 : integerArgument(low, 0);
    const last =
      integerArgument(high === null || high === undefined ? low : high, 0) - (endpoint === true ? 0 : 1);
    if (last < first) throw valueError(high === null || high === undefined ? 'high <= 0' : 'low >= high');
    const shape = size === null || size === undefined ? [] : shapeArgument(size);
    return drawn(shape, true, env, () => first + state.interval(last - first));
  },
};

const DISTRIBUTIONS: ReadonlyMap<string, Distribution> = new Map<string, Distribution>([
  ['rand', shaped(uniform)],
  ['randn', shaped(gauss)],
  ['random', sized(uniform)],
  ['random_sample', sized(uniform)],
  ['sample', sized(uniform)],
  ['ranf', sized(uniform)],
  ['standard_normal', sized(gauss)],
  ['standard_exponential', sized((state) => state.exponential())],
  [
    'uniform',
    distribution('low=0.0 high=1.0 size=None', (s, low, high) => low! + (high! - low!) * s.double()),
  ],
  ['normal', distribution('loc=0.0 scale=1.0 size=None', (s, loc, scale) => loc! + scale! * s.gauss())],
  [
    'lognormal',
    distribution('mean=0.0 sigma=1.0 size=None', (s, mean, sigma) => Math.exp(mean! + sigma! * s.gauss())),
  ],
  ['exponential', distribution('scale=1.0 size=None', (s, scale) => scale! * s.exponential())],
  ['gamma', distribution('shape scale=1.0 size=None', (s, shape, scale) => scale! * s.gamma(shape!))],
  ['poisson', distribution('lam=1.0 size=None', (s, mean) => s.poisson(mean!), true)],
  ['binomial', distribution('n p size=None', (s, n, p) => s.binomial(n!, p!), true)],
  ['randint', integers],
  ['integers', integers],
  ['choice', { signature: 'a size=None replace=True p=None', draw: choice }],
  ['permutation', { signature: 'x', draw: permutation }],
  ['shuffle', { signature: 'x', draw: shuffle }],
]);

/** Names of the functions of `numpy.random`; a generator object has them as methods. */
export function randomFunctionNames(): Iterable<string> {
  return [...DISTRIBUTIONS.keys(), 'seed', 'RandomState', 'default_rng'];
}

/** A function of `numpy.random`, drawing from the generator that `stateOf` gives. */
export function randomFunction(
  name: string,
  stateOf: (ctx: Interpreter) => RandomState = numpyRandomOf,
): PyValue | undefined {
  if (name === 'seed') return seedFunction(stateOf);
  if (name === 'RandomState' || name === 'default_rng') return generatorFunction(name);
  const found = DISTRIBUTIONS.get(name);
  return (
    found &&
    new NativeFunction(name, (args, ctx) => {
      const { values, rest } = bindSignature(name, args, found.signature.split(' '));
      if (ctx.mode === 'analysis' || hasUnknown([...values, ...rest])) return new Unknown(DIMENSIONLESS);
      return found.draw(stateOf(ctx), values, environment(ctx), rest);
    })
  );
}

function seedFunction(stateOf: (ctx: Interpreter) => RandomState): PyValue {
  return new NativeFunction('seed', (args, ctx) => {
    const [seed] = bindSignature('seed', args, ['seed=None']).values;
    if (ctx.mode === 'run') stateOf(ctx).seed(seedNumber(seed, ctx));
    return null;
  });
}

function generatorFunction(name: string): PyValue {
  return new NativeFunction(name, (args, ctx) => {
    const [seed] = bindSignature(name, args, ['seed=None']).values;
    if (hasUnknown([seed])) return new PyGenerator(name, new RandomState(0));
    return new PyGenerator(name, new RandomState(seedNumber(seed, ctx)));
  });
}

function seedNumber(seed: Argument, ctx: Interpreter): number {
  const number = seed === undefined || seed === null ? undefined : asInteger(seed);
  if (number === undefined) return ctx.session.random.seed;
  if (number < 0n || number > 0xffffffffn) throw valueError('Seed must be between 0 and 2**32 - 1');
  return Number(number);
}

/** `numpy.random.RandomState` and what `default_rng` gives. */
class PyGenerator extends PyObject {
  constructor(
    readonly typeName: string,
    private readonly state: RandomState,
  ) {
    super();
  }
  override getAttribute(name: string): PyValue | undefined {
    return name === 'RandomState' || name === 'default_rng'
      ? undefined
      : randomFunction(name, () => this.state);
  }
}

function choice(
  state: RandomState,
  [from, size, replace, p]: readonly Argument[],
  env: NumericEnvironment,
): PyValue {
  const population = env.plain(from ?? null);
  const array = asArray(population.value);
  const options = array.ndim === 0 ? Number(array.item()) : array.shape[0]!;
  if (options <= 0) throw valueError("'a' cannot be empty unless no samples are taken");
  const shape = size === null || size === undefined ? [] : shapeArgument(size);
  const count = product(shape);
  const weights = p === null || p === undefined ? undefined : asArray(env.plain(p).value).toFloat64();
  if (replace === false && count > options)
    throw valueError("Cannot take a larger sample than population when 'replace=False'");
  const indices = chosen(state, options, count, replace !== false, weights);
  const picked = array.ndim === 0 ? NdArray.of(indices, 'int64') : take(array, indices, 0);
  const rest = array.ndim === 0 ? [] : array.shape.slice(1);
  const result = new NdArray(picked.flat(), [...shape, ...rest], picked.dtype);
  const isNumber = array.ndim === 0 && shape.length === 0;
  return env.wrap(numeric(isNumber ? result.item() : result));
}

function chosen(
  state: RandomState,
  options: number,
  count: number,
  replace: boolean,
  weights: Float64Array | undefined,
): number[] {
  if (weights !== undefined && weights.length !== options)
    throw valueError("'a' and 'p' must have same size");
  if (weights !== undefined && Math.abs(weights.reduce((a, b) => a + b, 0) - 1) > 1e-8)
    throw valueError('probabilities do not sum to 1');
  if (weights === undefined && replace)
    return Array.from({ length: count }, () => state.interval(options - 1));
  if (weights === undefined) return shuffled(state, options).slice(0, count);
  if (replace) return weighted(state, weights, count);
  return weightedWithoutReplacement(state, weights, count);
}

function weighted(state: RandomState, weights: Float64Array, count: number): number[] {
  const sums = accumulate(NdArray.of(weights), (a, b) => a + b).toFloat64();
  const bounds = sums.map((sum) => sum / sums[sums.length - 1]!);
  return Array.from({ length: count }, () => insertionPoint(bounds, state.double(), 'right'));
}

function weightedWithoutReplacement(state: RandomState, weights: Float64Array, count: number): number[] {
  const left = weights.slice();
  const found: number[] = [];
  while (found.length < count) {
    for (const index of found) left[index] = 0;
    found.push(...new Set(weighted(state, left, count - found.length)));
  }
  return found;
}

function shuffled(state: RandomState, length: number): number[] {
  const order = Array.from({ length }, (_, k) => k);
  state.shuffle((a, b) => {
    [order[a], order[b]] = [order[b]!, order[a]!];
  }, length);
  return order;
}

function permutation(state: RandomState, [x]: readonly Argument[], env: NumericEnvironment): PyValue {
  const operand = env.plain(x ?? null);
  const array = asArray(operand.value);
  if (array.ndim === 0) return env.wrap(numeric(NdArray.of(shuffled(state, Number(array.item())), 'int64')));
  return env.wrap(numeric(take(array, shuffled(state, array.shape[0]!), 0)));
}

function shuffle(state: RandomState, [x]: readonly Argument[], env: NumericEnvironment): PyValue {
  if (x instanceof PyList) {
    const items = [...x.items];
    shuffled(state, items.length).forEach((from, to) => {
      x.items[to] = items[from]!;
    });
    return null;
  }
  const array = asArray(env.plain(x ?? null).value);
  const mixed = take(array, shuffled(state, array.shape[0] ?? 0), 0).flat();
  const offsets = array.offsets();
  mixed.forEach((value: number, k: number) => {
    array.data[offsets[k]!] = value;
  });
  return null;
}
