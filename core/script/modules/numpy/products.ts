/** Products of arrays. */
import { promote } from '../../../arrays/dtype.ts';
import { einsum } from '../../../arrays/einsum.ts';
import { binary, mapArray } from '../../../arrays/elementwise.ts';
import { exprel } from '../../../arrays/functions.ts';
import { batchedProduct, matmul, outer } from '../../../arrays/linear.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import * as shapes from '../../../arrays/shape.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import { dimensionMismatch } from '../../../units/errors.ts';
import { PySequence } from '../../objects/sequences.ts';
import { PyStr, type PyValue } from '../../values.ts';
import { type Argument, integerArgument } from './arguments.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric, shortText } from './numeric.ts';

const read = (value: Argument, env: NumericEnvironment): NdArray => asArray(env.plain(value ?? null).value);

export const PRODUCTS: FunctionTable = {
  dot: define('a b', ([a, b], env) => product(a, b, env, 'dot')),
  vdot: define('a b', ([a, b], env) =>
    env.wrap(numeric(matmul(shapes.ravel(read(a, env)), shapes.ravel(read(b, env))))),
  ),
  inner: define('a b', ([a, b], env) => {
    const [left, right] = [read(a, env), read(b, env)];
    if (left.ndim === 0 || right.ndim === 0) return env.wrap(numeric(binary('multiply', left, right)));
    const order = right.shape.map((_, k) => k);
    order.splice(-1, 1);
    order.splice(Math.max(0, order.length - 1), 0, right.ndim - 1);
    return env.wrap(numeric(matmul(left, shapes.transpose(right, right.ndim === 1 ? [0] : order))));
  }),
  kron: define('a b', ([a, b], env) => {
    const [left, right] = [env.plain(a ?? null), env.plain(b ?? null)];
    const value = kronecker(asArray(left.value), asArray(right.value));
    return env.wrap(numeric(value, left.dimension.multiply(right.dimension)));
  }),
  tensordot: define('a b axes=2', ([a, b, axes], env) =>
    env.wrap({ ...numeric(tensorProduct(read(a, env), read(b, env), axes, env)), isArray: true }),
  ),
  einsum: define('subscripts *operands', ([subscripts], env, operands) => {
    const text = subscripts instanceof PyStr ? subscripts.value : '';
    return env.wrap(
      numeric(
        einsum(
          text,
          operands.map((operand) => read(operand, env)),
        ),
      ),
    );
  }),
  matmul: define('a b', ([a, b], env) => product(a, b, env, 'matmul')),
  outer: define('a b', ([a, b], env) => env.wrap(numeric(outer(read(a, env), read(b, env))))),
  cross: define('a b', ([a, b], env) => {
    const value = cross(read(a, env), read(b, env));
    return env.wrap({ ...numeric(value), isArray: true });
  }),
  exprel: define('x', ([x], env) => {
    const operand = env.numeric(x ?? null);
    if (operand.dimension !== DIMENSIONLESS) {
      const text = `Function 'exprel' expected a quantitity with unit 1 for argument 'x' but got '${shortText(operand, env.registry)}'`;
      throw dimensionMismatch(text, [operand.dimension], env.registry);
    }
    const values = mapArray(asArray(operand.value), 'float64', exprel);
    const isLimit = values.ndim === 0 && [1, Number.POSITIVE_INFINITY].includes(values.flat()[0]!);
    return env.wrap(numeric(isLimit ? values.item() : values));
  }),
};

function product(a: Argument, b: Argument, env: NumericEnvironment, kind: 'dot' | 'matmul'): PyValue {
  const [left, right] = [env.plain(a ?? null), env.plain(b ?? null)];
  const [x, y] = [asArray(left.value), asArray(right.value)];
  env.ctx.tick(Math.ceil((x.size * (y.shape.at(-1) ?? 1)) / 1000));
  const multiply = kind === 'matmul' ? batchedProduct : matmul;
  const value = kind === 'dot' && (x.ndim === 0 || y.ndim === 0) ? binary('multiply', x, y) : multiply(x, y);
  return env.wrap(numeric(value, left.dimension.multiply(right.dimension)));
}

function kronecker(a: NdArray, b: NdArray): NdArray {
  const ndim = Math.max(a.ndim, b.ndim);
  const [x, y] = [shapes.atLeast(a, ndim), shapes.atLeast(b, ndim)];
  // The axes of both alternate, and each pair of them becomes one.
  const alternating = (array: NdArray, first: boolean) =>
    shapes.reshape(
      array,
      array.shape.flatMap((length) => (first ? [length, 1] : [1, length])),
    );
  const product = binary('multiply', alternating(x, true), alternating(y, false));
  return shapes.reshape(
    product,
    x.shape.map((length, k) => length * y.shape[k]!),
  );
}

function tensorProduct(a: NdArray, b: NdArray, axes: Argument, env: NumericEnvironment): NdArray {
  const given =
    axes instanceof PySequence ? axes.items.map((part) => Array.from(read(part, env).flat())) : undefined;
  const count = given === undefined ? integerArgument(axes, 2) : 0;
  const left = given?.[0] ?? Array.from({ length: count }, (_, k) => a.ndim - count + k);
  const right = given?.[1] ?? Array.from({ length: count }, (_, k) => k);
  const [first, second] = [
    left.map((k) => (k < 0 ? k + a.ndim : k)),
    right.map((k) => (k < 0 ? k + b.ndim : k)),
  ];
  const rows = a.shape.map((_, k) => k).filter((k) => !first.includes(k));
  const columns = b.shape.map((_, k) => k).filter((k) => !second.includes(k));
  const inner = first.reduce((size, k) => size * a.shape[k]!, 1);
  const matrix = (array: NdArray, order: readonly number[], shape: readonly number[]) =>
    shapes.reshape(shapes.transpose(array, order).copy(), shape);
  const x = matrix(a, [...rows, ...first], [a.size / Math.max(1, inner), inner]);
  const y = matrix(b, [...second, ...columns], [inner, b.size / Math.max(1, inner)]);
  const shape = [...rows.map((k) => a.shape[k]!), ...columns.map((k) => b.shape[k]!)];
  return shapes.reshape(matmul(x, y), shape);
}

function cross(a: NdArray, b: NdArray): NdArray {
  const [x, y] = [a.flat(), b.flat()];
  if (a.size === 2 && b.size === 2)
    return NdArray.full([], x[0]! * y[1]! - x[1]! * y[0]!, promote(a.dtype, b.dtype));
  const component = (i: number, j: number) => x[i]! * y[j]! - x[j]! * y[i]!;
  return NdArray.of([component(1, 2), component(2, 0), component(0, 1)], promote(a.dtype, b.dtype));
}
