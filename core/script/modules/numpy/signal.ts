/** Functions of sampled signals: convolution, interpolation, windows, phases. */
import { promote } from '../../../arrays/dtype.ts';
import { mapArray } from '../../../arrays/elementwise.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import { alongAxis } from '../../../arrays/reduce.ts';
import * as shapes from '../../../arrays/shape.ts';
import { insertionPoint } from '../../../arrays/sorting.ts';
import { valueError } from '../../objects/errors.ts';
import { PyStr } from '../../values.ts';
import { type Argument, integerArgument, numberArgument } from './arguments.ts';
import { PyComplexArray } from './complexObject.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric } from './numeric.ts';

const read = (value: Argument, env: NumericEnvironment): NdArray => asArray(env.plain(value ?? null).value);

export const SIGNAL: FunctionTable = {
  convolve: define('a v mode="full"', ([a, v, mode], env) =>
    env.wrap(numeric(convolve(read(a, env), read(v, env), textOf(mode, 'full'), env))),
  ),
  correlate: define('a v mode="valid"', ([a, v, mode], env) => {
    const [left, right] = [env.plain(a ?? null), env.plain(v ?? null)];
    const kernel = shapes.flip(asArray(right.value));
    const value = convolve(asArray(left.value), kernel, textOf(mode, 'valid'), env);
    return env.wrap(numeric(value, left.dimension.multiply(right.dimension)));
  }),
  interp: define('x xp fp left=None right=None period=None', ([x, xp, fp, left, right], env) => {
    const [at, knots, values] = [read(x, env), read(xp, env), read(fp, env)];
    const low = numberArgument(left, values.toFloat64()[0] ?? 0);
    const high = numberArgument(right, values.toFloat64().at(-1) ?? 0);
    return env.wrap(numeric(interpolate(at, knots.toFloat64(), values.toFloat64(), low, high)));
  }),
  angle: define('z deg=False', ([z, degrees], env) => {
    const phases = z instanceof PyComplexArray ? z.apply('angle') : env.wrap(numeric(phasesOf(read(z, env))));
    if (degrees !== true) return phases;
    return env.wrap(numeric(mapArray(read(phases, env), 'float64', (x) => x * (180 / Math.PI))));
  }),
  unwrap: define('p discont=None axis=-1', ([p, jump, axis], env) => {
    const limit = Math.max(numberArgument(jump, Math.PI), Math.PI);
    const rows = (row: NdArray) => unwrapped(row, limit);
    return env.wrap(numeric(alongAxis(read(p, env), integerArgument(axis, -1), 'float64', rows)));
  }),
  hanning: window((x) => 0.5 + 0.5 * Math.cos(Math.PI * x)),
  hamming: window((x) => 0.54 + 0.46 * Math.cos(Math.PI * x)),
  blackman: window((x) => 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x)),
  bartlett: window((x) => 1 - Math.abs(x)),
  kaiser: define('M beta', ([m, beta], env) => {
    const shape = numberArgument(beta, 0);
    return env.wrapArray(
      windowed(integerArgument(m, 0), (x) => bessel0(shape * Math.sqrt(1 - x * x)) / bessel0(shape)),
    );
  }),
  i0: define('x', ([x], env) => env.wrapArray(mapArray(read(x, env), 'float64', bessel0))),
};

function phasesOf(array: NdArray): NdArray {
  return mapArray(array, 'float64', (x) => (x < 0 ? Math.PI : 0));
}

/** A window as a function of the distance from its middle, -1 to 1. */
function window(shape: (x: number) => number): FunctionTable[string] {
  return define('M', ([m], env) => env.wrapArray(windowed(integerArgument(m, 0), shape)));
}

function windowed(length: number, shape: (x: number) => number): NdArray {
  if (length === 1) return NdArray.of([1]);
  return NdArray.of(
    Array.from({ length: Math.max(0, length) }, (_, k) => shape((2 * k - length + 1) / (length - 1))),
  );
}

/** The modified Bessel function of order zero, by its power series. */
function bessel0(x: number): number {
  const quarter = (x * x) / 4;
  let [sum, term] = [1, 1];
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= quarter / (k * k);
    sum += term;
  }
  return sum;
}

/** Without jumps of more than half a turn. */
function unwrapped(row: NdArray, limit: number): NdArray {
  const flat = row.toFloat64().slice();
  let offset = 0;
  const source = row.toFloat64();
  for (let k = 1; k < flat.length; k++) {
    const step = source[k]! - source[k - 1]!;
    let within = step + Math.PI - 2 * Math.PI * Math.floor((step + Math.PI) / (2 * Math.PI)) - Math.PI;
    if (within === -Math.PI && step > 0) within = Math.PI;
    if (Math.abs(step) >= limit) offset += within - step;
    flat[k] = source[k]! + offset;
  }
  return NdArray.of(flat);
}

function convolve(left: NdArray, right: NdArray, mode: string, { ctx }: NumericEnvironment): NdArray {
  const [a, v] = [left.toFloat64(), right.toFloat64()];
  ctx.tick(Math.ceil((a.length * v.length) / 1000));
  // NumPy exchanges them where the second is longer.
  if (a.length === 0 || v.length === 0)
    throw valueError(`${a.length < v.length ? 'v' : 'a'} cannot be empty`);
  const full = new Float64Array(a.length + v.length - 1);
  a.forEach((x, i) => {
    for (let j = 0; j < v.length; j++) full[i + j]! += x * v[j]!;
  });
  const dtype = promote(left.dtype, right.dtype);
  const [long, short] = [Math.max(a.length, v.length), Math.min(a.length, v.length)];
  if (mode === 'full') return NdArray.of(full, dtype);
  const start = mode === 'same' ? Math.floor((short - 1) / 2) : short - 1;
  return NdArray.of(full.slice(start, start + (mode === 'same' ? long : long - short + 1)), dtype);
}

function textOf(value: Argument, missing: string): string {
  return value instanceof PyStr ? value.value : missing;
}

function interpolate(
  at: NdArray,
  knots: Float64Array,
  values: Float64Array,
  left: number,
  right: number,
): NdArray {
  if (knots.length !== values.length) throw valueError('fp and xp are not of the same length.');
  const last = knots.length - 1;
  return mapArray(at, 'float64', (x) => {
    if (Number.isNaN(x)) return x;
    if (x < knots[0]!) return left;
    if (x > knots[last]!) return right;
    const k = Math.min(insertionPoint(knots, x, 'right') - 1, last);
    if (k === last || knots[k] === x) return values[k]!;
    const slope = (values[k + 1]! - values[k]!) / (knots[k + 1]! - knots[k]!);
    return slope * (x - knots[k]!) + values[k]!;
  });
}
