/** Polynomials, given by their coefficients from the highest power on. */
import { singularValues } from '../../../arrays/decompositions.ts';
import { promote } from '../../../arrays/dtype.ts';
import { generalEigen } from '../../../arrays/eigenvalues.ts';
import { binary, mapArray } from '../../../arrays/elementwise.ts';
import { matmul } from '../../../arrays/linear.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import * as shapes from '../../../arrays/shape.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import { typeError } from '../../objects/errors.ts';
import { type CallArguments, PyObject, type PyValue } from '../../values.ts';
import { type Argument, integerArgument, numberArgument } from './arguments.ts';
import { PyComplexArray } from './complexObject.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { type Numeric, numeric, requireSameDimension, shortText } from './numeric.ts';
import { environment } from './wrapping.ts';

function read(value: Argument, env: NumericEnvironment): NdArray {
  return value instanceof Polynomial ? value.coefficients : asArray(env.plain(value ?? null).value);
}

/** `np.poly1d`: a polynomial to be called. */
class Polynomial extends PyObject {
  readonly typeName = 'numpy.poly1d';

  constructor(readonly coefficients: NdArray) {
    super();
  }

  override call({ positional }: CallArguments, ctx: Parameters<PyObject['call']>[1]): PyValue {
    const env = environment(ctx);
    return env.wrap(evaluated(this.coefficients, env.plain(positional[0] ?? null), env));
  }

  override getAttribute(name: string, ctx: Parameters<PyObject['getAttribute']>[1]): PyValue | undefined {
    const env = environment(ctx);
    if (name === 'coeffs' || name === 'c' || name === 'coef' || name === 'coefficients')
      return env.wrapArray(this.coefficients);
    if (name === 'order' || name === 'o') return BigInt(this.coefficients.size - 1);
    return name === 'roots' || name === 'r' ? rootsOf(this.coefficients, env) : undefined;
  }

  override repr(ctx: Parameters<PyObject['repr']>[0]): string {
    const text = environment(ctx).wrapArray(this.coefficients);
    return ctx.repr(text).replace(/^array/, 'poly1d');
  }
}

export const POLYNOMIALS: FunctionTable = {
  polyfit: define('x y deg rcond=None full=False w=None cov=False', ([x, y, degree, , , weights], env) => {
    const w = weights === undefined || weights === null ? undefined : read(weights, env).toFloat64();
    const fit = fitted(
      read(x, env).toFloat64(),
      read(y, env).astype('float64'),
      integerArgument(degree, 1),
      w,
    );
    return env.wrap(numeric(fit));
  }),
  polyval: define('p x', ([p, x], env) => {
    const coefficients = read(p, env);
    if (x instanceof Polynomial) throw typeError('polynomials of polynomials are not supported');
    return env.wrap(evaluated(coefficients, env.plain(x ?? null), env));
  }),
  poly1d: define('c_or_r r=False', ([c], env) => new Polynomial(shapes.atLeast(read(c, env), 1))),
  roots: define('p', ([p], env) => rootsOf(read(p, env), env)),
  poly: define('seq_of_zeros', ([zeros], env) => {
    let product = NdArray.of([1]);
    for (const root of read(zeros, env).flat()) product = multiplied(product, NdArray.of([1, -root]));
    return env.wrapArray(product);
  }),
  polyder: define('p m=1', ([p, m], env) => {
    let coefficients = read(p, env);
    for (let k = 0; k < integerArgument(m, 1); k++) coefficients = derivative(coefficients);
    return like(p, coefficients, env);
  }),
  polyint: define('p m=1 k=None', ([p, , constant], env) => {
    const flat = Array.from(read(p, env).flat());
    const integrated = flat.map((c, k) => c / (flat.length - k));
    return like(p, NdArray.of([...integrated, numberArgument(constant, 0)]), env);
  }),
  polyadd: define('a1 a2', ([a, b], env) => like(a, summed('add', read(a, env), read(b, env)), env)),
  polysub: define('a1 a2', ([a, b], env) => like(a, summed('subtract', read(a, env), read(b, env)), env)),
  polymul: define('a1 a2', ([a, b], env) => like(a, multiplied(read(a, env), read(b, env)), env)),
};

/** A polynomial object where the first operand was one. */
function like(model: Argument, coefficients: NdArray, env: NumericEnvironment): PyValue {
  return model instanceof Polynomial ? new Polynomial(coefficients) : env.wrapArray(coefficients);
}

/** Horner's scheme. Of a quantity it fails in Brian, as powers of it cannot be added. */
function evaluated(coefficients: NdArray, x: Numeric, env: NumericEnvironment): Numeric {
  if (x.dimension !== DIMENSIONLESS && coefficients.size > 0) {
    const start: Numeric = { value: 0, dimension: x.dimension.power(2), isQuantity: true };
    const first = numeric(NdArray.full([], coefficients.flat()[0]!, coefficients.dtype));
    const describe = () => {
      const [left, right] = [shortText(start, env.registry), shortText(first)];
      return `Cannot calculate ${left} + ${right}, units do not match`;
    };
    requireSameDimension(start, first, describe, env.registry);
  }
  return numeric(mapped(coefficients, asArray(x.value)));
}

function mapped(coefficients: NdArray, points: NdArray): NdArray {
  const values = coefficients.toFloat64();
  const dtype = promote(coefficients.dtype, points.dtype);
  return mapArray(points, dtype, (x) => values.reduce((sum, c) => sum * x + c, 0));
}

/** Least squares with columns scaled to one, as NumPy does. */
function fitted(x: Float64Array, y: NdArray, degree: number, weights: Float64Array | undefined): NdArray {
  const size = degree + 1;
  const matrix = NdArray.zeros([x.length, size]);
  for (let row = 0; row < x.length; row++)
    for (let column = 0; column < size; column++)
      matrix.data[row * size + column] = (weights?.[row] ?? 1) * x[row]! ** (degree - column);
  const scales = Array.from({ length: size }, (_, column) => {
    let sum = 0;
    for (let row = 0; row < x.length; row++) sum += matrix.data[row * size + column]! ** 2;
    return Math.sqrt(sum);
  });
  for (let k = 0; k < matrix.data.length; k++) matrix.data[k]! /= scales[k % size]!;
  const right = weights === undefined ? y : binary('multiply', y, NdArray.of(weights));
  const { u, s, vt } = singularValues(matrix);
  const limit = x.length * Number.EPSILON * (s.toFloat64()[0] ?? 0);
  const inverted = mapArray(s, 'float64', (value) => (value > limit ? 1 / value : 0));
  const projected = binary('multiply', inverted, matmul(shapes.transpose(u), right));
  return binary('divide', matmul(shapes.transpose(vt), projected), NdArray.of(scales));
}

function derivative(coefficients: NdArray): NdArray {
  const degree = coefficients.size - 1;
  return NdArray.of(
    Array.from(coefficients.flat().slice(0, degree), (c, k) => c * (degree - k)),
    coefficients.dtype,
  );
}

function summed(ufunc: string, a: NdArray, b: NdArray): NdArray {
  const size = Math.max(a.size, b.size);
  const widened = (array: NdArray) =>
    shapes.concatenate([NdArray.zeros([size - array.size], array.dtype), shapes.ravel(array)]);
  return binary(ufunc, widened(a), widened(b));
}

function multiplied(a: NdArray, b: NdArray): NdArray {
  const result = NdArray.zeros([a.size + b.size - 1], promote(a.dtype, b.dtype));
  a.flat().forEach((x: number, i: number) => {
    b.flat().forEach((y: number, j: number) => {
      result.data[i + j]! += x * y;
    });
  });
  return result;
}

/** Eigenvalues of the companion matrix, and a zero for each trailing coefficient that is zero. */
function rootsOf(coefficients: NdArray, env: NumericEnvironment): PyValue {
  const all = Array.from(coefficients.flat());
  const first = all.findIndex((c) => c !== 0);
  const last = all.findLastIndex((c) => c !== 0);
  if (first < 0 || last - first < 1)
    return env.wrapArray(NdArray.zeros([Math.max(0, all.length - 1 - last)]));
  const kept = all.slice(first, last + 1);
  const size = kept.length - 1;
  const companion = NdArray.zeros([size, size]);
  for (let k = 0; k < size; k++) companion.data[k] = -kept[k + 1]! / kept[0]!;
  for (let k = 1; k < size; k++) companion.data[k * size + k - 1] = 1;
  const { re, im } = generalEigen(companion);
  const zeros = NdArray.zeros([all.length - 1 - last]);
  const [x, y] = [re, im].map((part) => shapes.concatenate([part, zeros]));
  return y!.toFloat64().every((value) => value === 0) ? env.wrapArray(x!) : new PyComplexArray(x!, y!);
}
