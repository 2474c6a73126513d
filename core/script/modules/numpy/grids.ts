/** Evenly spaced values. */
import { type DType, kindOf } from '../../../arrays/dtype.ts';
import { binary } from '../../../arrays/elementwise.ts';
import { asArray, NdArray, type Operand } from '../../../arrays/ndarray.ts';
import { stack } from '../../../arrays/shape.ts';
import { typeError, valueError } from '../../objects/errors.ts';
import { PyTuple } from '../../objects/sequences.ts';
import { type PyValue, Unknown } from '../../values.ts';
import { type Argument, dtypeArgument, integerArgument } from './arguments.ts';
import type { NumericEnvironment } from './environment.ts';
import { type Numeric, numeric, requireSameDimension, shortText } from './numeric.ts';

/** Elements that an array may have in the editor, where nobody waits for large ones. */
const MOST_IN_EDITOR = 4_000_000;

/** Whether to leave an array unmade. */
export function isTooLarge(size: number, env: NumericEnvironment): boolean {
  return env.ctx.mode === 'analysis' && size > MOST_IN_EDITOR;
}

/** Shares storage where the type is that already. */
export function asType(value: Operand, dtype: DType): NdArray {
  const array = asArray(value);
  return array.dtype === dtype ? array : array.astype(dtype);
}

/** `arange(start, stop, step, dtype)`, of quantities of one dimension. */
export function arange(values: readonly Argument[], env: NumericEnvironment): PyValue {
  const [first, second, third, dtype] = values;
  // As in Brian, `stop` alone may come by its name, but not beside a positional one.
  if (first === undefined && second === undefined) throw typeError('arange() requires stop to be specified.');
  const onlyStop = first === undefined || second === undefined || second === null;
  const stop = env.numeric((onlyStop ? (first ?? second) : second) ?? null);
  const zero: Numeric = numeric(0n, stop.dimension);
  const start = onlyStop ? zero : env.numeric(first ?? null);
  const step = third === undefined || third === null ? numeric(1n) : env.numeric(third);
  requireSameDimension(start, stop, () => spanText(start, stop, env), env.registry);
  requireSameDimension(
    stop,
    step,
    () => `Stop value ${shortText(stop)} and step value ${shortText(step)} have to have the same units.`,
    env.registry,
  );
  const [a, b, s] = [start, stop, step].map(({ value }) => Number(asArray(value).item())) as [
    number,
    number,
    number,
  ];
  if (s === 0) throw valueError('Maximum allowed size exceeded');
  const count = Math.max(0, Math.ceil((b - a) / s));
  if (isTooLarge(count, env)) return new Unknown(stop.dimension);
  const integers = [start, stop, step].every(({ value }) => kindOf(asArray(value).dtype) !== 'float');
  // NumPy takes the difference of the first two values as its step.
  const delta = a + s - a;
  const result = NdArray.zeros([count], integers ? 'int64' : 'float64');
  for (let k = 0; k < count; k++) result.data[k] = a + k * delta;
  return env.wrap(numeric(asType(result, dtypeArgument(dtype) ?? result.dtype), stop.dimension));
}

function spanText(start: Numeric, stop: Numeric, env: NumericEnvironment): string {
  return `Start value ${shortText(start, env.registry)} and stop value ${shortText(stop, env.registry)} have to have the same units.`;
}

/** The result has the unit of `start`, so that `linspace(0, 10*mV, 3)` has none. */
export function linspace(values: readonly Argument[], env: NumericEnvironment): PyValue {
  const [from, to, num, endpoint, retstep, dtype] = values;
  const start = env.numeric(from ?? null);
  const stop = env.numeric(to ?? null);
  requireSameDimension(start, stop, () => spanText(start, stop, env), env.registry);
  const count = integerArgument(num, 50);
  if (isTooLarge(count, env)) return new Unknown(start.dimension);
  if ([start, stop].some(({ value }) => asArray(value).ndim > 0)) return spacedRows(start, stop, count, env);
  const [a, b] = [start, stop].map(({ value }) => Number(asArray(value).item())) as [number, number];
  const points = evenlySpaced(a, b, count, endpoint !== false);
  const result = env.wrap(numeric(asType(points, dtypeArgument(dtype) ?? 'float64'), start.dimension));
  if (retstep !== true) return result;
  const intervals = endpoint === false ? count : count - 1;
  return new PyTuple([result, env.wrap(numeric((b - a) / intervals, start.dimension))]);
}

/** From one array to another, row by row. */
function spacedRows(start: Numeric, stop: Numeric, count: number, env: NumericEnvironment): PyValue {
  const span = binary('subtract', stop.value, start.value);
  const rows = Array.from({ length: count }, (_, k) =>
    binary('add', start.value, binary('multiply', span, count > 1 ? k / (count - 1) : 0)),
  );
  return env.wrap(numeric(stack(rows), start.dimension));
}

/** Raises ValueError for a negative count. */
export function evenlySpaced(start: number, stop: number, count: number, endpoint: boolean): NdArray {
  if (count < 0) throw valueError(`Number of samples, ${count}, must be non-negative.`);
  const intervals = endpoint ? count - 1 : count;
  const step = (stop - start) / intervals;
  const points = NdArray.zeros([count]);
  for (let k = 0; k < count; k++) points.data[k] = intervals > 0 ? k * step + start : start;
  if (endpoint && count > 1) points.data[count - 1] = stop;
  return points;
}
