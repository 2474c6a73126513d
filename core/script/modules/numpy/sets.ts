/** Arrays as sets. */
import { mapArray } from '../../../arrays/elementwise.ts';
import { asArray, NdArray, normalizeAxis } from '../../../arrays/ndarray.ts';
import * as shapes from '../../../arrays/shape.ts';
import { unique } from '../../../arrays/sorting.ts';
import { PyTuple } from '../../objects/sequences.ts';
import type { PyValue } from '../../values.ts';
import { type Argument, singleAxis } from './arguments.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric } from './numeric.ts';
import { sortedTexts, textsOf } from './objectArray.ts';

const read = (value: Argument, env: NumericEnvironment): NdArray => asArray(env.plain(value ?? null).value);

export const SETS: FunctionTable = {
  unique: define('ar return_index=False return_inverse=False return_counts=False axis=None', uniqueValues),
  intersect1d: define('ar1 ar2 assume_unique=False return_indices=False', (values, env) => {
    const [a, b, , withIndices] = values;
    const [first, second] = [unique(read(a, env)), unique(read(b, env))];
    const others = Array.from(second.values.flat());
    const common = Array.from(first.values.flat()).filter((x) => others.includes(x));
    const result = env.wrapArray(NdArray.of(common, first.values.dtype));
    if (withIndices !== true) return result;
    const placesIn = ({ values: all, indices }: ReturnType<typeof unique>) => {
      const places = Array.from(all.flat());
      return env.wrapArray(
        NdArray.of(
          common.map((x) => indices.flat()[places.indexOf(x)]!),
          'int64',
        ),
      );
    };
    return new PyTuple([result, placesIn(first), placesIn(second)]);
  }),
  union1d: define('ar1 ar2', ([a, b], env) => {
    const flat = [a, b].map((value) => shapes.ravel(read(value, env)));
    return env.wrapArray(unique(shapes.concatenate(flat)).values);
  }),
  setdiff1d: define('ar1 ar2 assume_unique=False', ([a, b], env) => {
    const operand = env.plain(a ?? null);
    const others = new Set<number>(read(b, env).flat());
    const { values } = unique(asArray(operand.value));
    const left = NdArray.of(
      Array.from(values.flat()).filter((x) => !others.has(x)),
      values.dtype,
    );
    return env.wrap(numeric(left, operand.dimension));
  }),
  setxor1d: define('ar1 ar2 assume_unique=False', ([a, b], env) => {
    const [first, second] = [read(a, env), read(b, env)];
    const [left, right] = [new Set<number>(first.flat()), new Set<number>(second.flat())];
    const all = unique(shapes.concatenate([shapes.ravel(first), shapes.ravel(second)])).values;
    const once = Array.from(all.flat()).filter((x) => left.has(x) !== right.has(x));
    return env.wrapArray(NdArray.of(once, all.dtype));
  }),
  isin: define('element test_elements assume_unique=False invert=False', ([a, b, , invert], env) =>
    env.wrap(numeric(members(read(a, env), read(b, env), invert === true))),
  ),
  in1d: define('ar1 ar2 assume_unique=False invert=False', ([a, b, , invert], env) =>
    env.wrap(numeric(members(shapes.ravel(read(a, env)), read(b, env), invert === true))),
  ),
};

function members(array: NdArray, others: NdArray, inverted: boolean): NdArray {
  const set = new Set<number>(others.flat());
  return mapArray(array, 'bool', (x) => (set.has(x) !== inverted ? 1 : 0));
}

function uniqueValues(values: readonly Argument[], env: NumericEnvironment): PyValue {
  const [a, withIndex, withInverse, withCounts, axis] = values;
  const texts = textsOf(a, env.ctx);
  if (texts !== undefined) return sortedTexts(texts, true);
  const operand = env.plain(a ?? null);
  const array = asArray(operand.value);
  const along = singleAxis(axis);
  const result = along === undefined ? unique(array) : uniqueSlices(array, along);
  const parts = [env.wrap(numeric(result.values, operand.dimension))];
  if (withIndex === true) parts.push(env.wrap(numeric(result.indices)));
  if (withInverse === true) parts.push(env.wrap(numeric(result.inverse)));
  if (withCounts === true) parts.push(env.wrap(numeric(result.counts)));
  return parts.length === 1 ? parts[0]! : new PyTuple(parts);
}

/** The different slices along an axis, in order. */
function uniqueSlices(array: NdArray, axis: number): ReturnType<typeof unique> {
  const at = normalizeAxis(axis, array.ndim);
  const length = array.shape[at]!;
  const slices = Array.from({ length }, (_, k) => Array.from(shapes.take(array, [k], at).flat()));
  const order = slices.map((_, k) => k).sort((a, b) => compared(slices[a]!, slices[b]!) || a - b);
  const firsts = order.filter((k, n) => n === 0 || compared(slices[k]!, slices[order[n - 1]!]!) !== 0);
  const groupOf = (k: number) => firsts.findIndex((first) => compared(slices[k]!, slices[first]!) === 0);
  const inverse = slices.map((_, k) => groupOf(k));
  const counts = firsts.map((_, group) => inverse.filter((g) => g === group).length);
  return {
    values: shapes.take(array, firsts, at),
    indices: NdArray.of(firsts, 'int64'),
    inverse: NdArray.of(inverse, 'int64'),
    counts: NdArray.of(counts, 'int64'),
  };
}

function compared(a: readonly number[], b: readonly number[]): number {
  const k = a.findIndex((x, n) => x !== b[n]);
  return k < 0 ? 0 : a[k]! - b[k]!;
}
