/** The distributions of `numpy.random`: their parameters, and how one number is drawn. */
import { broadcastFlat, broadcastShapes } from '../../../arrays/broadcast.ts';
import type { DType } from '../../../arrays/dtype.ts';
import { Generator } from '../../../arrays/generator.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import type { RandomSource } from '../../../arrays/randomSource.ts';
import { valueError } from '../../objects/errors.ts';
import type { PyValue } from '../../values.ts';
import { type Argument, dtypeArgument, integerArgument, shapeArgument } from './arguments.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric } from './numeric.ts';

type Draw = (
  source: RandomSource,
  values: readonly Argument[],
  env: NumericEnvironment,
  rest: readonly PyValue[],
) => PyValue;

export interface Distribution {
  readonly signature: string;
  readonly draw: Draw;
  /** Numbers in an analysis have no dimension; what is picked from a list may be anything. */
  readonly picks?: boolean;
}

/** What parameters must be. Raises ValueError otherwise. */
interface Check {
  readonly parameter: number;
  readonly holds: (x: number) => boolean;
  readonly message: string;
}

const positive = (parameter: number, name: string): Check => ({
  parameter,
  holds: (x) => x >= 0,
  message: `${name} < 0`,
});

const probability = (parameter: number): Check => ({
  parameter,
  holds: (x) => x >= 0 && x <= 1,
  message: 'p < 0, p > 1 or p is NaN',
});

export function sizeOf(size: Argument): number[] | undefined {
  return size === null || size === undefined ? undefined : shapeArgument(size);
}

/** A distribution whose parameters may be arrays; the last parameter is `size`. */
function distribution(
  signature: string,
  draw: (source: RandomSource, ...p: number[]) => number,
  options: { readonly integer?: boolean; readonly checks?: readonly Check[] } = {},
): Distribution {
  return {
    signature,
    draw: (source, values, env) => {
      const parameters = values.slice(0, -1).map((value) => asArray(env.plain(value ?? null).value));
      for (const { parameter, holds, message } of options.checks ?? [])
        if (!Array.from(parameters[parameter]!.flat()).every(holds)) throw valueError(message);
      const shape = sizeOf(values[values.length - 1]) ?? broadcastShapes(...parameters.map((p) => p.shape));
      const flats = parameters.map((p) => broadcastFlat(p, shape));
      const dtype = options.integer ? 'int64' : 'float64';
      return drawn(shape, dtype, env, (k) => draw(source, ...flats.map((flat) => flat[k]!)));
    },
  };
}

/** An array, or a number of Python where there are no axes. */
export function drawn(
  shape: readonly number[],
  dtype: DType,
  env: NumericEnvironment,
  next: (k: number) => number,
): PyValue {
  const result = NdArray.zeros(shape, dtype);
  for (let k = 0; k < result.data.length; k++) result.data[k] = next(k);
  return env.wrap(numeric(shape.length === 0 ? result.item() : result));
}

const sized = (draw: (source: RandomSource) => number): Distribution => ({
  signature: 'size=None',
  draw: (source, [size], env) => drawn(sizeOf(size) ?? [], 'float64', env, () => draw(source)),
});

const shaped = (draw: (source: RandomSource) => number): Distribution => ({
  signature: '*dimensions',
  draw: (source, _values, env, rest) => {
    const shape = rest.map((n) => shapeArgument(n)[0]!);
    return drawn(shape, 'float64', env, () => draw(source));
  },
});

const uniform = (source: RandomSource) => source.double();
const gauss = (source: RandomSource) => source.gauss();

/** Whole numbers; `high` is left out unless `endpoint` says so. */
function integers(source: RandomSource, values: readonly Argument[], env: NumericEnvironment): PyValue {
  const [low, high, size, dtype, endpoint] = values;
  const onlyHigh = high === null || high === undefined;
  const first = onlyHigh ? 0 : integerArgument(low, 0);
  const last = integerArgument(onlyHigh ? low : high, 0) - (endpoint === true ? 0 : 1);
  if (last < first) throw valueError(onlyHigh ? 'high <= 0' : 'low >= high');
  const shape = sizeOf(size) ?? [];
  const result = NdArray.zeros(shape, dtypeArgument(dtype) ?? 'int64');
  for (let k = 0; k < result.data.length; k++) result.data[k] = first + source.interval(last - first);
  // Only the new generator gives scalars of NumPy.
  const isPlain = shape.length === 0 && !(source instanceof Generator) && dtype === null;
  return env.wrap(numeric(isPlain ? result.item() : result));
}

function multinomial(
  source: RandomSource,
  [n, p, size]: readonly Argument[],
  env: NumericEnvironment,
): PyValue {
  const chances = Array.from(asArray(env.plain(p ?? null).value).toFloat64());
  const shape = sizeOf(size) ?? [];
  const result = NdArray.zeros([...shape, chances.length], 'int64');
  for (let k = 0; k < result.data.length; k += chances.length)
    result.data.set(source.multinomial(integerArgument(n, 0), chances), k);
  return env.wrap(numeric(result));
}

function dirichlet(
  source: RandomSource,
  [alpha, size]: readonly Argument[],
  env: NumericEnvironment,
): PyValue {
  const weights = Array.from(asArray(env.plain(alpha ?? null).value).toFloat64());
  const shape = sizeOf(size) ?? [];
  const result = NdArray.zeros([...shape, weights.length]);
  for (let k = 0; k < result.data.length; k += weights.length) {
    const draws = weights.map((weight) => source.gamma(weight));
    const total = draws.reduce((sum, x) => sum + x, 0);
    result.data.set(
      draws.map((x) => x * (1 / total)),
      k,
    );
  }
  return env.wrap(numeric(result));
}

const COUNTS = { integer: true } as const;

export const DISTRIBUTIONS: ReadonlyMap<string, Distribution> = new Map<string, Distribution>([
  ['rand', shaped(uniform)],
  ['randn', shaped(gauss)],
  ['random', sized(uniform)],
  ['random_sample', sized(uniform)],
  ['sample', sized(uniform)],
  ['ranf', sized(uniform)],
  ['standard_normal', sized(gauss)],
  ['standard_exponential', sized((s) => s.exponential())],
  ['standard_cauchy', sized((s) => s.gauss() / s.gauss())],
  ['standard_gamma', distribution('shape size=None', (s, shape) => s.gamma(shape!))],
  ['standard_t', distribution('df size=None', (s, degrees) => s.standardT(degrees!))],
  [
    'uniform',
    distribution('low=0.0 high=1.0 size=None', (s, low, high) => low! + (high! - low!) * s.double()),
  ],
  [
    'normal',
    distribution('loc=0.0 scale=1.0 size=None', (s, loc, scale) => loc! + scale! * s.gauss(), {
      checks: [positive(1, 'scale')],
    }),
  ],
  [
    'lognormal',
    distribution('mean=0.0 sigma=1.0 size=None', (s, mean, sigma) => Math.exp(mean! + sigma! * s.gauss()), {
      checks: [positive(1, 'sigma')],
    }),
  ],
  [
    'exponential',
    distribution('scale=1.0 size=None', (s, scale) => scale! * s.exponential(), {
      checks: [positive(0, 'scale')],
    }),
  ],
  [
    'gamma',
    distribution('shape scale=1.0 size=None', (s, shape, scale) => scale! * s.gamma(shape!), {
      checks: [positive(0, 'shape'), positive(1, 'scale')],
    }),
  ],
  ['beta', distribution('a b size=None', (s, a, b) => s.beta(a!, b!))],
  ['chisquare', distribution('df size=None', (s, degrees) => s.chiSquare(degrees!))],
  ['f', distribution('dfnum dfden size=None', fisher)],
  ['weibull', distribution('a size=None', (s, a) => s.exponential() ** (1 / a!))],
  ['pareto', distribution('a size=None', (s, a) => Math.expm1(s.exponential() / a!))],
  ['power', distribution('a size=None', (s, a) => (-Math.expm1(-s.exponential())) ** (1 / a!))],
  ['rayleigh', distribution('scale=1.0 size=None', rayleigh)],
  ['laplace', distribution('loc=0.0 scale=1.0 size=None', (s, loc, scale) => s.laplace(loc!, scale!))],
  ['gumbel', distribution('loc=0.0 scale=1.0 size=None', (s, loc, scale) => s.gumbel(loc!, scale!))],
  ['logistic', distribution('loc=0.0 scale=1.0 size=None', (s, loc, scale) => s.logistic(loc!, scale!))],
  ['triangular', distribution('left mode right size=None', (s, a, b, c) => s.triangular(a!, b!, c!))],
  ['vonmises', distribution('mu kappa size=None', (s, mu, kappa) => s.vonMises(mu!, kappa!))],
  ['wald', distribution('mean scale size=None', (s, mean, scale) => s.wald(mean!, scale!))],
  [
    'poisson',
    distribution('lam=1.0 size=None', (s, mean) => s.poisson(mean!), {
      integer: true,
      checks: [{ parameter: 0, holds: (x) => x >= 0, message: 'lam < 0 or lam is NaN' }],
    }),
  ],
  [
    'binomial',
    distribution('n p size=None', (s, n, p) => s.binomial(n!, p!), {
      integer: true,
      checks: [positive(0, 'n'), probability(1)],
    }),
  ],
  ['geometric', distribution('p size=None', (s, p) => s.geometric(p!), COUNTS)],
  [
    'negative_binomial',
    distribution('n p size=None', (s, n, p) => s.poisson(((1 - p!) / p!) * s.gamma(n!)), COUNTS),
  ],
  ['zipf', distribution('a size=None', (s, a) => s.zipf(a!), COUNTS)],
  ['randint', { signature: 'low high=None size=None dtype=None', draw: integers }],
  ['multinomial', { signature: 'n pvals size=None', draw: multinomial }],
  ['dirichlet', { signature: 'alpha size=None', draw: dirichlet }],
]);

/** What only the new generator has, or has in another form. */
export const GENERATOR_DISTRIBUTIONS: ReadonlyMap<string, Distribution> = new Map<string, Distribution>([
  ['integers', { signature: 'low high=None size=None dtype=None endpoint=False', draw: integers }],
  ['random', { signature: 'size=None dtype=None out=None', draw: DISTRIBUTIONS.get('random')!.draw }],
]);

/** Names of the old functions that the new generator lacks. */
export const LEGACY_ONLY = new Set(['rand', 'randn', 'random_sample', 'sample', 'ranf', 'randint', 'seed']);

function fisher(source: RandomSource, numerator?: number, denominator?: number): number {
  const upper = source.chiSquare(numerator!) * denominator!;
  return upper / (source.chiSquare(denominator!) * numerator!);
}

function rayleigh(source: RandomSource, scale?: number): number {
  if (source instanceof Generator) return scale! * Math.sqrt(2 * source.exponential());
  return scale! * Math.sqrt(-2 * Math.log(1 - source.double()));
}
