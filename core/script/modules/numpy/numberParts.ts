/** Functions that take numbers apart, and tests of single numbers. */
import { binary, mapArray } from '../../../arrays/elementwise.ts';
import { asArray, type NdArray } from '../../../arrays/ndarray.ts';
import { PyTuple } from '../../objects/sequences.ts';
import type { PyValue } from '../../values.ts';
import type { Argument } from './arguments.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric } from './numeric.ts';

/** Of quantities the parts are quantities, which have lost their dimension in Brian. */
function parts(model: Argument, results: readonly NdArray[], env: NumericEnvironment): PyValue {
  const { isQuantity } = env.plain(model ?? null);
  return new PyTuple(results.map((value) => env.wrap({ ...numeric(value), isQuantity })));
}

function test(holds: (x: number) => boolean): FunctionTable[string] {
  return define('x', ([x], env) => {
    const array = asArray(env.plain(x ?? null).value);
    return env.wrap(numeric(mapArray(array, 'bool', (value) => (holds(value) ? 1 : 0))));
  });
}

export const NUMBER_PARTS: FunctionTable = {
  divmod: define('x1 x2', ([a, b], env) => {
    const [left, right] = [env.plain(a ?? null), env.plain(b ?? null)];
    const quotient = binary('floor_divide', left.value, right.value);
    const remainder = binary('remainder', left.value, right.value);
    return parts(left.isQuantity ? a : b, [quotient, remainder], env);
  }),
  modf: define('x', ([x], env) => {
    const array = asArray(env.plain(x ?? null).value).astype('float64');
    const whole = mapArray(array, 'float64', Math.trunc);
    return parts(x, [binary('subtract', array, whole), whole], env);
  }),
  frexp: define('x', ([x], env) => {
    const array = asArray(env.plain(x ?? null).value).astype('float64');
    const exponents = mapArray(array, 'int32', exponentOf);
    return parts(x, [mapArray(array, 'float64', (value) => value / 2 ** exponentOf(value)), exponents], env);
  }),
  isneginf: test((x) => x === Number.NEGATIVE_INFINITY),
  isposinf: test((x) => x === Number.POSITIVE_INFINITY),
};

/** The power of two above a number. */
function exponentOf(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return 0;
  const exponent = Math.floor(Math.log2(Math.abs(x))) + 1;
  return Math.abs(x) >= 2 ** exponent ? exponent + 1 : exponent;
}
