/** Functions that tell about types and memory. */
import { type DType, isDType, itemSize, kindOf, promote } from '../../../arrays/dtype.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import { PyClass } from '../../objects/classes.ts';
import { valueError } from '../../objects/errors.ts';
import { PyObject, PyStr, type PyValue } from '../../values.ts';
import { type Argument, dtypeArgument, integerArgument } from './arguments.ts';
import { NumericObject } from './conversions.ts';
import { define, type FunctionTable } from './define.ts';
import { PyDType } from './dtypes.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric } from './numeric.ts';
import { scalarClass, scalarClassNamed } from './scalarTypes.ts';

/** `np.iinfo` and `np.finfo`: limits, by name. */
class TypeInformation extends PyObject {
  constructor(
    readonly typeName: string,
    private readonly values: ReadonlyMap<string, PyValue>,
  ) {
    super();
  }
  override getAttribute(name: string): PyValue | undefined {
    return this.values.get(name);
  }
}

function integerLimits(dtype: DType): Map<string, PyValue> {
  const bits = BigInt(itemSize(dtype) * 8);
  const isUnsigned = dtype.startsWith('u');
  return new Map<string, PyValue>([
    ['min', isUnsigned ? 0n : -(1n << (bits - 1n))],
    ['max', isUnsigned ? (1n << bits) - 1n : (1n << (bits - 1n)) - 1n],
    ['bits', bits],
    ['dtype', new PyDType(dtype)],
  ]);
}

function floatLimits(dtype: DType, env: NumericEnvironment): Map<string, PyValue> {
  const isDouble = dtype === 'float64';
  const scalar = (x: number) => env.wrap(numeric(NdArray.full([], x, dtype)));
  return new Map<string, PyValue>([
    ['eps', scalar(isDouble ? Number.EPSILON : 2 ** -23)],
    ['max', scalar(isDouble ? Number.MAX_VALUE : 3.4028234663852886e38)],
    ['min', scalar(isDouble ? -Number.MAX_VALUE : -3.4028234663852886e38)],
    ['tiny', scalar(isDouble ? 2 ** -1022 : 2 ** -126)],
    ['smallest_normal', scalar(isDouble ? 2 ** -1022 : 2 ** -126)],
    ['resolution', scalar(isDouble ? 1e-15 : 1e-6)],
    ['precision', isDouble ? 15n : 6n],
    ['bits', isDouble ? 64n : 32n],
    ['dtype', new PyDType(dtype)],
  ]);
}

export const INFORMATION: FunctionTable = {
  iinfo: define('type', ([type]) => {
    const dtype = typeOfArgument(type);
    if (kindOf(dtype) === 'float') throw valueError(`Invalid integer data type '${dtype[0]}'.`);
    return new TypeInformation('numpy.iinfo', integerLimits(dtype));
  }),
  finfo: define('dtype', ([type], env) => {
    const dtype = typeOfArgument(type);
    if (kindOf(dtype) !== 'float') throw valueError(`data type ${dtype} not inexact`);
    return new TypeInformation('numpy.finfo', floatLimits(dtype, env));
  }),
  issubdtype: define('arg1 arg2', ([a, b]) => classOf(a).isSubclassOf(classOf(b))),
  result_type: define(
    '*arrays_and_dtypes',
    (_values, _env, rest) => new PyDType(rest.map(typeOfArgument).reduce(promote)),
  ),
  promote_types: define(
    'type1 type2',
    ([a, b]) => new PyDType(promote(typeOfArgument(a), typeOfArgument(b))),
  ),
  can_cast: define('from_ to casting="safe"', ([from, to]) => {
    const [source, target] = [typeOfArgument(from), typeOfArgument(to)];
    return promote(source, target) === target;
  }),
  shares_memory: define('a b', ([a, b], env) => sharesMemory(a, b, env)),
  may_share_memory: define('a b', ([a, b], env) => sharesMemory(a, b, env)),
  isreal: define('x', ([x], env) => {
    const array = asArray(env.plain(x ?? null).value);
    return env.wrap(numeric(NdArray.full(array.shape, 1, 'bool')));
  }),
  iscomplex: define('x', ([x], env) => {
    const array = asArray(env.plain(x ?? null).value);
    return env.wrap(numeric(NdArray.zeros(array.shape, 'bool')));
  }),
  isrealobj: define('x', () => true),
  iscomplexobj: define('x', () => false),
  binary_repr: define('num width=None', ([number, width]) => {
    const value = integerArgument(number, 0);
    const digits = Math.abs(value).toString(2).padStart(integerArgument(width, 0), '0');
    return new PyStr((value < 0 ? '-' : '') + digits);
  }),
  base_repr: define('number base=2 padding=0', ([number, base]) => {
    const value = integerArgument(number, 0);
    return new PyStr(value.toString(integerArgument(base, 2)).toUpperCase());
  }),
};

function typeOfArgument(value: Argument): DType {
  if (value instanceof NumericObject) return asArray(value.toNumeric().value).dtype;
  if (typeof value === 'number') return 'float64';
  if (typeof value === 'bigint') return 'int64';
  return dtypeArgument(value) ?? 'float64';
}

/** A class of scalars: of a group such as `np.integer`, or of one type. */
function classOf(value: Argument): PyClass {
  if (value instanceof PyClass && !isDType(value.name)) {
    const group = scalarClassNamed(value.name);
    if (group !== undefined) return group;
  }
  return scalarClass(typeOfArgument(value));
}

function sharesMemory(a: Argument, b: Argument, env: NumericEnvironment): boolean {
  const [left, right] = [a, b].map((value) => asArray(env.plain(value ?? null).value));
  return left!.data.buffer === right!.data.buffer;
}
