/** `numpy.random`: NumPy's own streams in a run, unknown values in the editor. */
import { Generator } from '../../../arrays/generator.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import { seedWords } from '../../../arrays/pcg64.ts';
import type { RandomSource } from '../../../arrays/randomSource.ts';
import { RandomState } from '../../../arrays/randomState.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindSignature } from '../../objects/arguments.ts';
import { PyClass } from '../../objects/classes.ts';
import { typeError, valueError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PySequence, PyTuple } from '../../objects/sequences.ts';
import { asInteger } from '../../operations/numbers.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { type Argument, hasUnknown, orUnknown } from './arguments.ts';
import { DISTRIBUTIONS, type Distribution, GENERATOR_DISTRIBUTIONS, LEGACY_ONLY } from './distributions.ts';
import { environment } from './objects.ts';
import { bindOptions } from './options.ts';
import { SAMPLING } from './sampling.ts';

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

const MAKERS = ['RandomState', 'default_rng', 'Generator', 'PCG64', 'SeedSequence'];
const STATE_FUNCTIONS = ['seed', 'get_state', 'set_state', 'random_integers'];

/** Names of the functions of `numpy.random`; a generator object has them as methods. */
export function randomFunctionNames(): Iterable<string> {
  return [...DISTRIBUTIONS.keys(), ...SAMPLING.keys(), ...STATE_FUNCTIONS, ...MAKERS];
}

/** A function of `numpy.random`, drawing from the generator that `stateOf` gives. */
export function randomFunction(
  name: string,
  stateOf: (ctx: Interpreter) => RandomState = numpyRandomOf,
): PyValue | undefined {
  if (name === 'seed') return seedFunction(stateOf);
  if (name === 'get_state' || name === 'set_state') return stateFunction(name, stateOf);
  if (name === 'random_integers') return closedIntegers(stateOf);
  if (MAKERS.includes(name)) return generatorFunction(name);
  const found = DISTRIBUTIONS.get(name) ?? SAMPLING.get(name);
  return found && drawing(name, found, stateOf);
}

function drawing(
  name: string,
  found: Distribution,
  sourceOf: (ctx: Interpreter) => RandomSource,
): NativeFunction {
  return new NativeFunction(name, (args, ctx) => {
    const unknown = found.picks ? new Unknown() : new Unknown(DIMENSIONLESS);
    return orUnknown(
      ctx,
      () => {
        const { values, rest } = bindOptions(name, args, found.signature.split(' '));
        if (ctx.mode === 'analysis' || hasUnknown([...values, ...rest])) return unknown;
        return found.draw(sourceOf(ctx), values, environment(ctx), rest);
      },
      unknown,
    );
  });
}

function seedFunction(stateOf: (ctx: Interpreter) => RandomState): PyValue {
  return new NativeFunction('seed', (args, ctx) => {
    const [seed] = bindSignature('seed', args, ['seed=None']).values;
    if (hasUnknown([seed])) return null;
    const checked = legacySeed(seed, ctx);
    if (ctx.mode === 'run') stateOf(ctx).seed(checked);
    return null;
  });
}

/** The old name for whole numbers with both ends included. */
function closedIntegers(stateOf: (ctx: Interpreter) => RandomState): PyValue {
  const draw: Distribution = {
    signature: 'low high=None size=None',
    draw: (source, [low, high, size], env) => {
      const [first, last] = high === null ? [1n, low] : [low, high];
      return GENERATOR_DISTRIBUTIONS.get('integers')!.draw(source, [first, last, size, null, true], env, []);
    },
  };
  return drawing('random_integers', draw, stateOf);
}

/** `get_state()` and `set_state(state)`: the tuple that NumPy gives. */
function stateFunction(name: string, stateOf: (ctx: Interpreter) => RandomState): PyValue {
  return new NativeFunction(name, ({ positional: [given = null] }, ctx) => {
    if (ctx.mode === 'analysis') return name === 'get_state' ? new Unknown() : null;
    const state = stateOf(ctx);
    const env = environment(ctx);
    if (name === 'get_state') {
      const { key, position, spareGauss } = state.snapshot();
      const words = env.wrapArray(new NdArray(key, [key.length], 'uint32'));
      const spare = spareGauss === undefined ? [0n, 0] : [1n, spareGauss];
      return new PyTuple([new PyStr('MT19937'), words, BigInt(position), ...spare]);
    }
    if (!(given instanceof PySequence)) throw typeError('state must be a dict or a tuple.');
    const [, words = null, position = null, has = null, spare = null] = given.items;
    state.restore({
      key: Uint32Array.from(asArray(env.plain(words).value).flat()),
      position: Number(asInteger(position) ?? 624n),
      spareGauss: asInteger(has) === 1n ? Number(spare) : undefined,
    });
    return null;
  });
}

function generatorFunction(name: string): PyValue {
  return new NativeFunction(name, (args, ctx) => {
    const [seed] = bindSignature(name, args, ['seed=None']).values;
    if (seed instanceof PyGenerator) return seed;
    if (name === 'RandomState') {
      const state = new RandomState(hasUnknown([seed]) ? 0 : legacySeed(seed, ctx));
      return new PyRandomState(state);
    }
    return new PyGenerator(new Generator(hasUnknown([seed]) ? [0] : entropyOf(seed, ctx)));
  });
}

/** Raises ValueError and TypeError. */
function legacySeed(seed: Argument, ctx: Interpreter): number | number[] {
  if (seed === undefined || seed === null) return ctx.session.random.seed;
  const number = asInteger(seed);
  if (number !== undefined) {
    if (number < 0n || number > 0xffffffffn) throw valueError('Seed must be between 0 and 2**32 - 1');
    return Number(number);
  }
  const array = asArray(environment(ctx).plain(seed).value);
  if (array.dtype.startsWith('float'))
    throw typeError(
      "Cannot cast scalar from dtype('float64') to dtype('int64') according to the rule 'safe'",
    );
  return Array.from(array.flat());
}

/** The words of a seed of any size, or of several. */
function entropyOf(seed: Argument, ctx: Interpreter): number[] {
  if (seed === undefined || seed === null) return seedWords(BigInt(ctx.session.random.seed >>> 0));
  const seeds = seed instanceof PySequence ? seed.items : [seed];
  return seeds.flatMap((part) => {
    const number = asInteger(part);
    if (number === undefined) throw typeError('SeedSequence expects int or sequence of ints for entropy');
    if (number < 0n) throw valueError('expected non-negative integer');
    return seedWords(number);
  });
}

const RANDOM_STATE = new PyClass('RandomState', [], new Map(), { module: 'numpy.random.mtrand' });
const GENERATOR = new PyClass('Generator', [], new Map(), { module: 'numpy.random._generator' });

/** `numpy.random.RandomState`. */
class PyRandomState extends PyObject {
  readonly typeName = 'numpy.random.mtrand.RandomState';
  readonly pyClass = RANDOM_STATE;

  constructor(private readonly state: RandomState) {
    super();
  }

  override getAttribute(name: string): PyValue | undefined {
    return MAKERS.includes(name) ? undefined : randomFunction(name, () => this.state);
  }
}

/** What `default_rng` gives. */
class PyGenerator extends PyObject {
  readonly typeName = 'numpy.random._generator.Generator';
  readonly pyClass = GENERATOR;

  constructor(private readonly generator: Generator) {
    super();
  }

  override getAttribute(name: string): PyValue | undefined {
    if (LEGACY_ONLY.has(name)) return undefined;
    const found = GENERATOR_DISTRIBUTIONS.get(name) ?? DISTRIBUTIONS.get(name) ?? SAMPLING.get(name);
    if (found !== undefined) return drawing(name, found, () => this.generator);
    if (name !== 'permuted') return undefined;
    return drawing(name, SAMPLING.get('permutation')!, () => this.generator);
  }
}
