/** `numpy.fft`. */
import { type Complex, fourier, zeros } from '../../../arrays/fft.ts';
import { asArray, NdArray, normalizeAxis } from '../../../arrays/ndarray.ts';
import * as shapes from '../../../arrays/shape.ts';
import { valueError } from '../../objects/errors.ts';
import type { PyValue } from '../../values.ts';
import { type Argument, axisArgument, integerArgument } from './arguments.ts';
import { PyComplexArray } from './complexObject.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric } from './numeric.ts';

interface Parts {
  readonly re: NdArray;
  readonly im: NdArray;
}

function parts(value: Argument, env: NumericEnvironment): Parts {
  if (value instanceof PyComplexArray) return value;
  const re = asArray(env.plain(value ?? null).value).astype('float64');
  return { re, im: NdArray.zeros(re.shape) };
}

/** Applies a transform to every row along an axis. */
function alongRows({ re, im }: Parts, axis: number, apply: (row: Complex) => Complex): Parts {
  const at = normalizeAxis(axis, re.ndim);
  const others = re.shape.map((_, k) => k).filter((k) => k !== at);
  const order = [...others, at];
  const length = re.shape[at]!;
  const [x, y] = [re, im].map((part) => shapes.transpose(part, order).flat()) as [Float64Array, Float64Array];
  const count = length === 0 ? 0 : re.size / length;
  const rows = Array.from({ length: count }, (_, row) => {
    const slice = (data: Float64Array) => data.slice(row * length, (row + 1) * length);
    return apply({ re: slice(x), im: slice(y) });
  });
  const shape = [...others.map((k) => re.shape[k]!), rows[0]?.re.length ?? 0];
  const back = re.shape.map((_, k) => (k === at ? others.length : others.indexOf(k)));
  const joined = (part: 're' | 'im') => {
    const data = new Float64Array(shape.reduce((product, n) => product * n, 1));
    rows.forEach((row, k) => {
      data.set(row[part], k * row[part].length);
    });
    return shapes.transpose(new NdArray(data, shape, 'float64'), back).copy();
  };
  return { re: joined('re'), im: joined('im') };
}

/** Cut, or filled up with zeros. */
function sized({ re, im }: Complex, length: number): Complex {
  if (length < 1) throw valueError(`Invalid number of FFT data points (${length}) specified.`);
  const result = zeros(length);
  result.re.set(re.subarray(0, length));
  result.im.set(im.subarray(0, length));
  return result;
}

function complex({ re, im }: Parts): PyValue {
  return new PyComplexArray(re, im);
}

function transform(inverse: boolean): FunctionTable[string] {
  return define('a n=None axis=-1 norm=None', ([a, n, axis], env) => {
    const values = parts(a, env);
    const apply = (row: Complex) => fourier(sized(row, integerArgument(n, row.re.length)), inverse);
    return complex(alongRows(values, integerArgument(axis, -1), apply));
  });
}

function transform2(inverse: boolean): FunctionTable[string] {
  return define('a s=None axes=None norm=None', ([a], env) => {
    const apply = (row: Complex) => fourier(row, inverse);
    return complex(alongRows(alongRows(parts(a, env), -1, apply), -2, apply));
  });
}

export const FOURIER: FunctionTable = {
  fft: transform(false),
  ifft: transform(true),
  fft2: transform2(false),
  ifft2: transform2(true),
  rfft: define('a n=None axis=-1 norm=None', ([a, n, axis], env) => {
    const apply = (row: Complex) => {
      const length = integerArgument(n, row.re.length);
      return sized(fourier(sized(row, length)), Math.floor(length / 2) + 1);
    };
    return complex(alongRows(parts(a, env), integerArgument(axis, -1), apply));
  }),
  irfft: define('a n=None axis=-1 norm=None', ([a, n, axis], env) => {
    const apply = (row: Complex) => {
      const length = integerArgument(n, 2 * (row.re.length - 1));
      return fourier(mirrored(row, length), true);
    };
    return env.wrap(numeric(alongRows(parts(a, env), integerArgument(axis, -1), apply).re));
  }),
  fftfreq: define('n d=1.0', ([n, d], env) => {
    const count = integerArgument(n, 0);
    const steps = Array.from({ length: count }, (_, k) => (k < (count + 1) >> 1 ? k : k - count));
    return frequencies(steps, count, d, env);
  }),
  rfftfreq: define('n d=1.0', ([n, d], env) => {
    const count = integerArgument(n, 0);
    return frequencies(
      Array.from({ length: (count >> 1) + 1 }, (_, k) => k),
      count,
      d,
      env,
    );
  }),
  fftshift: define('x axes=None', ([x, axes], env) => shifted(x, axes, (n) => Math.floor(n / 2), env)),
  ifftshift: define('x axes=None', ([x, axes], env) => shifted(x, axes, (n) => -Math.floor(n / 2), env)),
};

/** The whole spectrum of real numbers, from its first half. */
function mirrored(half: Complex, length: number): Complex {
  const result = sized(half, length);
  for (let k = 1; k <= (length - 1) >> 1; k++) {
    result.re[length - k] = result.re[k]!;
    result.im[length - k] = -result.im[k]!;
  }
  return result;
}

/** Of the inverse dimension of the spacing. */
function frequencies(steps: readonly number[], count: number, d: Argument, env: NumericEnvironment): PyValue {
  const spacing = env.plain(d ?? 1);
  const scale = 1 / (count * Number(asArray(spacing.value).item()));
  const values = NdArray.of(steps.map((k) => k * scale));
  return env.wrap({
    value: values,
    dimension: spacing.dimension.power(-1),
    isQuantity: spacing.isQuantity,
  });
}

function shifted(x: Argument, axes: Argument, by: (n: number) => number, env: NumericEnvironment): PyValue {
  const roll = (array: NdArray) =>
    [axisArgument(axes) ?? array.shape.map((_, k) => k)]
      .flat()
      .reduce(
        (result, axis) => shapes.roll(result, by(result.shape[normalizeAxis(axis, array.ndim)]!), axis),
        array,
      );
  if (x instanceof PyComplexArray) return new PyComplexArray(roll(x.re), roll(x.im));
  const operand = env.plain(x ?? null);
  return env.wrap(numeric(roll(asArray(operand.value)), operand.dimension));
}
