/** Picking and mixing with `numpy.random`. */

import { singularValues } from '../../../arrays/decompositions.ts';
import { binary, mapArray } from '../../../arrays/elementwise.ts';
import { Generator } from '../../../arrays/generator.ts';
import { matmul } from '../../../arrays/linear.ts';
import { asArray, NdArray, product } from '../../../arrays/ndarray.ts';
import type { RandomSource } from '../../../arrays/randomSource.ts';
import { accumulate } from '../../../arrays/reduce.ts';
import { reshape, take } from '../../../arrays/shape.ts';
import { insertionPoint } from '../../../arrays/sorting.ts';
import { valueError } from '../../objects/errors.ts';
import { PyList, PySequence } from '../../objects/sequences.ts';
import type { PyValue } from '../../values.ts';
import type { Argument } from './arguments.ts';
import { plainNumeric } from './conversions.ts';
import { type Distribution, sizeOf } from './distributions.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric } from './numeric.ts';
import { objectArray, PyObjectArray } from './objectArray.ts';

export const SAMPLING: ReadonlyMap<string, Distribution> = new Map<string, Distribution>([
  ['choice', { signature: 'a size=None replace=True p=None axis=0 shuffle=True', draw: choice, picks: true }],
  ['permutation', { signature: 'x axis=0', draw: permutation, picks: true }],
  ['shuffle', { signature: 'x axis=0', draw: shuffle, picks: true }],
  [
    'multivariate_normal',
    { signature: 'mean cov size=None check_valid="warn" tol=1e-8', draw: multivariateNormal },
  ],
]);

/** What is picked from: the numbers below a limit, or the rows of an array. */
interface Population {
  readonly size: number;
  pick(indices: readonly number[], shape: readonly number[]): PyValue;
}

function populationOf(from: Argument, env: NumericEnvironment): Population {
  const operand = plainNumeric(from ?? null, env.ctx);
  if (operand === undefined) return objectPopulation(from ?? null, env);
  const array = asArray(operand.value);
  if (array.ndim > 0) {
    const rest = array.shape.slice(1);
    const pick = (indices: readonly number[], shape: readonly number[]) =>
      env.wrap(numeric(reshape(take(array, indices, 0), [...shape, ...rest])));
    return { size: array.shape[0]!, pick };
  }
  const pick = (indices: readonly number[], shape: readonly number[]) => {
    if (shape.length === 0) return BigInt(indices[0]!);
    return env.wrap(numeric(reshape(NdArray.of(indices, 'int64'), shape)));
  };
  return { size: Number(array.item()), pick };
}

function objectPopulation(from: PyValue, env: NumericEnvironment): Population {
  const objects = objectArray(from, null, env.ctx);
  if (objects === undefined) throw valueError("'a' must be 1-dimensional");
  const items = objects.elements();
  const pick = (indices: readonly number[], shape: readonly number[]) => {
    if (shape.length === 0) return items[indices[0]!]!;
    const picked = new PyList(indices.map((k) => items[k]!));
    return objectArray(picked, null, env.ctx)?.reshaped(shape) ?? picked;
  };
  return { size: items.length, pick };
}

function choice(
  source: RandomSource,
  [from, size, replace, p, , mixed]: readonly Argument[],
  env: NumericEnvironment,
): PyValue {
  const population = populationOf(from, env);
  if (population.size <= 0) throw valueError("'a' cannot be empty unless no samples are taken");
  const shape = sizeOf(size) ?? [];
  const count = product(shape);
  const weights = p === null || p === undefined ? undefined : asArray(env.plain(p).value).toFloat64();
  if (weights !== undefined) checkWeights(weights, population.size);
  if (replace === false && count > population.size)
    throw valueError(
      source instanceof Generator
        ? 'Cannot take a larger sample than population when replace is False'
        : "Cannot take a larger sample than population when 'replace=False'",
    );
  return population.pick(
    chosen(source, population.size, count, replace !== false, mixed !== false, weights),
    shape,
  );
}

function checkWeights(weights: Float64Array, options: number): void {
  if (weights.length !== options) throw valueError("'a' and 'p' must have same size");
  if (weights.some((weight) => weight < 0)) throw valueError('probabilities are not non-negative');
  if (Math.abs(weights.reduce((a, b) => a + b, 0) - 1) > 1e-8)
    throw valueError('probabilities do not sum to 1');
}

function chosen(
  source: RandomSource,
  options: number,
  count: number,
  replace: boolean,
  mixed: boolean,
  weights: Float64Array | undefined,
): number[] {
  if (weights === undefined && replace)
    return Array.from({ length: count }, () => source.interval(options - 1));
  if (weights === undefined) {
    if (source instanceof Generator) return distinct(source, options, count, mixed);
    return shuffled(source, options).slice(0, count);
  }
  return replace ? weighted(source, weights, count) : weightedWithoutReplacement(source, weights, count);
}

/** The new generator's ways without replacement: mixing the end of a large part, or Floyd's for a small one. */
function distinct(source: RandomSource, options: number, count: number, mixed: boolean): number[] {
  if (options > 10000 && count > Math.floor(options / (mixed ? 50 : 20))) {
    const all = Array.from({ length: options }, (_, k) => k);
    swapFromEnd(source, all, Math.max(options - count, 1));
    return all.slice(options - count);
  }
  const found: number[] = [];
  const taken = new Set<number>();
  for (let limit = options - count; limit < options; limit++) {
    const draw = source.interval(limit);
    const next = taken.has(draw) ? limit : draw;
    taken.add(next);
    found.push(next);
  }
  if (mixed) swapFromEnd(source, found, 1);
  return found;
}

function swapFromEnd(source: RandomSource, items: number[], first: number): void {
  for (let k = items.length - 1; k >= first; k--) {
    const other = source.interval(k);
    [items[k], items[other]] = [items[other]!, items[k]!];
  }
}

function weighted(source: RandomSource, weights: Float64Array, count: number): number[] {
  const sums = accumulate(NdArray.of(weights), (a, b) => a + b).toFloat64();
  const bounds = sums.map((sum) => sum / sums[sums.length - 1]!);
  return Array.from({ length: count }, () => insertionPoint(bounds, source.double(), 'right'));
}

function weightedWithoutReplacement(source: RandomSource, weights: Float64Array, count: number): number[] {
  if (weights.filter((weight) => weight > 0).length < count)
    throw valueError('Fewer non-zero entries in p than size');
  const left = weights.slice();
  const found: number[] = [];
  while (found.length < count) {
    for (const index of found) left[index] = 0;
    found.push(...new Set(weighted(source, left, count - found.length)));
  }
  return found;
}

function shuffled(source: RandomSource, length: number): number[] {
  const order = Array.from({ length }, (_, k) => k);
  source.shuffle((a, b) => {
    [order[a], order[b]] = [order[b]!, order[a]!];
  }, length);
  return order;
}

function permutation(source: RandomSource, [x]: readonly Argument[], env: NumericEnvironment): PyValue {
  const population = populationOf(x, env);
  return population.pick(shuffled(source, population.size), [population.size]);
}

function shuffle(source: RandomSource, [x]: readonly Argument[], env: NumericEnvironment): PyValue {
  if (x instanceof PySequence) {
    const items = [...x.items];
    shuffled(source, items.length).forEach((from, to) => {
      x.items[to] = items[from]!;
    });
    return null;
  }
  if (x instanceof PyObjectArray) {
    const items = x.elements();
    const order = shuffled(source, items.length);
    order.forEach((from, to) => {
      x.setItem(BigInt(to), items[from]!, env.ctx);
    });
    return null;
  }
  const array = asArray(env.plain(x ?? null).value);
  const mixed = take(array, shuffled(source, array.shape[0] ?? 0), 0).flat();
  const offsets = array.offsets();
  mixed.forEach((value: number, k: number) => {
    array.data[offsets[k]!] = value;
  });
  return null;
}

/** Independent normal numbers, stretched along the axes of the covariance. */
function multivariateNormal(
  source: RandomSource,
  [mean, covariance, size]: readonly Argument[],
  env: NumericEnvironment,
): PyValue {
  const center = asArray(env.plain(mean ?? null).value);
  const shape = sizeOf(size) ?? [];
  const draws = NdArray.zeros([product(shape), center.size]);
  for (let k = 0; k < draws.data.length; k++) draws.data[k] = source.gauss();
  const { s, vt } = singularValues(asArray(env.plain(covariance ?? null).value));
  const axes = binary('multiply', reshape(mapArray(s, 'float64', Math.sqrt), [center.size, 1]), vt);
  const points = binary('add', matmul(draws, axes), center);
  return env.wrap(numeric(reshape(points, [...shape, center.size])));
}
