/** Functions that insert, remove, pad, split and turn. */
import { broadcastTo } from '../../../arrays/broadcast.ts';
import { arrayError } from '../../../arrays/errors.ts';
import { checkedIndex } from '../../../arrays/indexing.ts';
import { asArray, NdArray, normalizeAxis } from '../../../arrays/ndarray.ts';
import { type PadMode, padded } from '../../../arrays/padding.ts';
import * as shapes from '../../../arrays/shape.ts';
import { valueError } from '../../objects/errors.ts';
import { PyList, PySequence } from '../../objects/sequences.ts';
import { PySlice } from '../../objects/slice.ts';
import { PyStr, type PyValue } from '../../values.ts';
import {
  type Argument,
  axisArgument,
  integerArgument,
  numberArgument,
  shapeArgument,
  singleAxis,
} from './arguments.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { type Numeric, numeric } from './numeric.ts';

const read = (value: Argument, env: NumericEnvironment): NdArray => asArray(env.plain(value ?? null).value);

/** Of a quantity the result is one again, but without its dimension. */
function unitless(model: Argument, array: NdArray, env: NumericEnvironment): PyValue {
  const { isQuantity } = env.plain(model ?? null);
  return env.wrap({ ...numeric(array), isQuantity, isArray: true });
}

export const EDITING: FunctionTable = {
  insert: define('arr obj values axis=None', (values, env) =>
    unitless(values[0], inserted(values, env), env),
  ),
  delete: define('arr obj axis=None', (values, env) => unitless(values[0], removed(values, env), env)),
  resize: define('a new_shape', ([a, shape], env) => {
    const flat = shapes.ravel(read(a, env));
    const lengths = shapeArgument(shape);
    const size = lengths.reduce((product, length) => product * length, 1);
    const indices = Array.from({ length: size }, (_, k) => k % Math.max(1, flat.size));
    return env.wrapArray(shapes.reshape(shapes.take(flat, indices, 0), lengths));
  }),
  pad: define('array pad_width mode="constant" constant_values=0', pad),
  split: define('ary indices_or_sections axis=0', ([a, sections, axis], env) =>
    split(env.plain(a ?? null), sections, integerArgument(axis, 0), true, env),
  ),
  array_split: define('ary indices_or_sections axis=0', ([a, sections, axis], env) =>
    split(env.plain(a ?? null), sections, integerArgument(axis, 0), false, env),
  ),
  vsplit: define('ary indices_or_sections', ([a, sections], env) =>
    split(env.plain(a ?? null), sections, 0, true, env),
  ),
  hsplit: define('ary indices_or_sections', ([a, sections], env) => {
    const operand = env.plain(a ?? null);
    return split(operand, sections, asArray(operand.value).ndim > 1 ? 1 : 0, true, env);
  }),
  rot90: define('m k=1 axes=None', ([m, times], env) => {
    const operand = env.plain(m ?? null);
    let array = asArray(operand.value);
    const turns = ((integerArgument(times, 1) % 4) + 4) % 4;
    for (let turn = 0; turn < turns; turn++) array = shapes.flip(swapped(array, 0, 1), 0);
    return env.wrap(numeric(array, operand.dimension));
  }),
  moveaxis: define('a source destination', ([a, from, to], env) => {
    const operand = env.plain(a ?? null);
    const value = moved(asArray(operand.value), integerArgument(from, 0), integerArgument(to, 0));
    return env.wrap(numeric(value, operand.dimension));
  }),
  rollaxis: define('a axis start=0', ([a, axis, start], env) => {
    const operand = env.plain(a ?? null);
    const array = asArray(operand.value);
    const at = normalizeAxis(integerArgument(axis, 0), array.ndim);
    const place = integerArgument(start, 0);
    const value = moved(array, at, place > at ? place - 1 : place);
    return env.wrap(numeric(value, operand.dimension));
  }),
  roll: define('a shift axis=None', ([a, shift, axis], env) => {
    const operand = env.plain(a ?? null);
    const axes = axisArgument(axis);
    const shifts = shapeArgument(shift ?? 0n);
    let array = asArray(operand.value);
    if (axes === undefined) array = shapes.roll(array, shifts[0]!);
    else
      [axes].flat().forEach((along, k) => {
        array = shapes.roll(array, shifts[k] ?? shifts[0]!, along);
      });
    return env.wrap(numeric(array, operand.dimension));
  }),
  trim_zeros: define('filt trim="fb"', ([a, trim], env) => {
    const array = read(a, env);
    const flat = Array.from(array.flat());
    const sides = trim instanceof PyStr ? trim.value.toLowerCase() : 'fb';
    const first = flat.findIndex((x) => x !== 0);
    const last = flat.findLastIndex((x) => x !== 0);
    const from = sides.includes('f') ? (first < 0 ? flat.length : first) : 0;
    const to = sides.includes('b') ? last + 1 : flat.length;
    return env.wrapArray(NdArray.of(flat.slice(from, Math.max(from, to)), array.dtype));
  }),
};

function swapped(array: NdArray, first: number, second: number): NdArray {
  const order = array.shape.map((_, k) => k);
  [order[first], order[second]] = [second, first];
  return shapes.transpose(array, order);
}

function moved(array: NdArray, from: number, to: number): NdArray {
  const source = normalizeAxis(from, array.ndim);
  const order = array.shape.map((_, k) => k).filter((k) => k !== source);
  order.splice(to < 0 ? to + array.ndim : to, 0, source);
  return shapes.transpose(array, order);
}

/** Positions that an index, a slice, a list or a mask names. Raises IndexError. */
function positionsOf(obj: Argument, length: number, axis: number, env: NumericEnvironment): number[] {
  if (obj instanceof PySlice) {
    const { start, step, count } = obj.indices(length);
    return Array.from({ length: count }, (_, k) => start + k * step);
  }
  const indices = read(obj, env);
  const flat = Array.from(indices.flat());
  if (indices.dtype === 'bool') return flat.flatMap((chosen, k) => (chosen !== 0 ? [k] : []));
  return flat.map((k) => checkedIndex(k, length, axis));
}

function removed([a, obj, axis]: readonly Argument[], env: NumericEnvironment): NdArray {
  const along = singleAxis(axis);
  const array = along === undefined ? shapes.ravel(read(a, env)) : read(a, env);
  const at = normalizeAxis(along ?? 0, array.ndim);
  const doomed = new Set(positionsOf(obj, array.shape[at]!, at, env));
  const kept = Array.from({ length: array.shape[at]! }, (_, k) => k).filter((k) => !doomed.has(k));
  return shapes.take(array, kept, at);
}

function inserted([a, obj, values, axis]: readonly Argument[], env: NumericEnvironment): NdArray {
  const along = singleAxis(axis);
  const array = along === undefined ? shapes.ravel(read(a, env)) : read(a, env);
  const at = normalizeAxis(along ?? 0, array.ndim);
  const length = array.shape[at]!;
  const isSingle = !(obj instanceof PySequence) && read(obj, env).ndim === 0;
  const places = insertionPlaces(obj, length, at, env);
  const given = read(values, env).astype(array.dtype);
  // With one place all values go there; with several, one value goes to each.
  const perPlace = isSingle
    ? given.ndim === array.ndim
      ? given.shape[at]!
      : array.ndim === 1
        ? given.size
        : 1
    : 1;
  const count = places.length * perPlace;
  const shape = array.shape.map((n, k) => (k === at ? count : n));
  const single = isSingle && perPlace === 1 && array.ndim > 1 && given.ndim === array.ndim - 1;
  const added = broadcastTo(single ? shapes.expandDims(given, at) : given, shape);
  if (added === undefined)
    throw arrayError(
      'ValueError',
      `shape mismatch: value array of shape (${given.shape.join(',')}) could not be broadcast to indexing result of shape (${shape.join(',')})`,
    );
  return merged(
    array,
    added.copy(),
    places.flatMap((place) => new Array<number>(perPlace).fill(place)),
    at,
  );
}

function insertionPlaces(obj: Argument, length: number, axis: number, env: NumericEnvironment): number[] {
  const indices = Array.from(read(obj, env).flat());
  return indices.map((k) => {
    if (k < -length || k > length)
      throw arrayError('IndexError', `index ${k} is out of bounds for axis ${axis} with size ${length}`);
    return k < 0 ? k + length : k;
  });
}

/** Slices of `added` before the slices of `array` that their places name. */
function merged(array: NdArray, added: NdArray, places: readonly number[], axis: number): NdArray {
  const length = array.shape[axis]!;
  const joined = shapes.concatenate([array, added], axis);
  const order = places.map((place, k) => ({ place, k })).sort((a, b) => a.place - b.place || a.k - b.k);
  const indices: number[] = [];
  for (let k = 0; k <= length; k++) {
    for (const entry of order) if (entry.place === k) indices.push(length + entry.k);
    if (k < length) indices.push(k);
  }
  return shapes.take(joined, indices, axis);
}

/** One width for all sides, a pair for all axes, or a pair for each axis. */
function pairsFor(value: Argument, ndim: number, env: NumericEnvironment): [number, number][] {
  const given = read(value, env);
  const flat = Array.from(given.flat());
  if (flat.length === 1) return Array.from({ length: ndim }, () => [flat[0]!, flat[0]!]);
  if (flat.length === 2) return Array.from({ length: ndim }, () => [flat[0]!, flat[1]!]);
  return Array.from({ length: ndim }, (_, k) => [flat[2 * k] ?? 0, flat[2 * k + 1] ?? 0]);
}

function pad([a, widths, mode, constants]: readonly Argument[], env: NumericEnvironment): PyValue {
  const operand = env.plain(a ?? null);
  const array = asArray(operand.value);
  const name = mode instanceof PyStr ? mode.value : 'constant';
  const values = pairsFor(constants ?? 0n, array.ndim, env);
  const value = padded(array, pairsFor(widths, array.ndim, env), name as PadMode, values);
  return env.wrap(numeric(value, operand.dimension));
}

function split(
  operand: Numeric,
  sections: Argument,
  axis: number,
  equal: boolean,
  env: NumericEnvironment,
): PyValue {
  const array = asArray(operand.value);
  const at = normalizeAxis(axis, array.ndim);
  const ends = sectionEnds(sections, array.shape[at]!, equal, env);
  let start = 0;
  const parts = ends.map((end) => {
    const indices = Array.from({ length: Math.max(0, end - start) }, (_, k) => start + k);
    start = end;
    return env.wrap(numeric(shapes.take(array, indices, at), operand.dimension));
  });
  return new PyList(parts);
}

function sectionEnds(sections: Argument, length: number, equal: boolean, env: NumericEnvironment): number[] {
  const given = read(sections, env);
  if (given.ndim > 0) {
    const bounds = Array.from(given.flat(), (k) => Math.min(k < 0 ? k + length : k, length));
    return [...bounds, length];
  }
  const count = numberArgument(sections, 1);
  if (count <= 0) throw valueError('number sections must be larger than 0.');
  if (equal && length % count !== 0) throw valueError('array split does not result in an equal division');
  // The first sections take what is left over.
  const [size, extra] = [Math.floor(length / count), length % count];
  return Array.from({ length: count }, (_, k) => (k + 1) * size + Math.min(k + 1, extra));
}
