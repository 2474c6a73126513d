/** The classes of NumPy's arrays and scalars, and how they descend from each other and from Python's numbers. */
import { type DType, kindOf } from '../../../arrays/dtype.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import { BOOL, FLOAT } from '../../builtins/types.ts';
import type { Interpreter } from '../../interpreter.ts';
import { type Construct, PyClass } from '../../objects/classes.ts';
import { parseFloatText, parseInteger } from '../../operations/numbers.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../values.ts';
import { numeric } from './numeric.ts';
import { environment } from './wrapping.ts';

/** `type()` of arrays; scripts make them with functions. */
export const NDARRAY = new PyClass('ndarray', [], new Map(), { module: 'numpy' });

function group(name: string, base?: PyClass): PyClass {
  return new PyClass(name, base === undefined ? [] : [base], new Map(), { module: 'numpy' });
}

const GENERIC = group('generic');
const NUMBER = group('number', GENERIC);
const INTEGER = group('integer', NUMBER);
const SIGNED = group('signedinteger', INTEGER);
const UNSIGNED = group('unsignedinteger', INTEGER);
const INEXACT = group('inexact', NUMBER);
const FLOATING = group('floating', INEXACT);

const GROUPS = [GENERIC, NUMBER, INTEGER, SIGNED, UNSIGNED, INEXACT, FLOATING];

/** Classes convert when they are called: `np.float32(3)`. */
function converting(dtype: DType): Construct {
  return (args: CallArguments, ctx: Interpreter): PyValue => {
    const value = args.positional[0] ?? 0n;
    if (value instanceof Unknown) return new Unknown(value.dimension);
    const env = environment(ctx);
    if (value instanceof PyStr) return env.wrap(numeric(NdArray.full([], parsed(value, dtype), dtype)));
    const operand = env.plain(value);
    // What has axes stays what it is, units included.
    if (operand.isQuantity && asArray(operand.value).ndim > 0) return value;
    return env.wrap(numeric(asArray(env.plain(value).value).astype(dtype)));
  };
}

function parsed(text: PyStr, dtype: DType): number {
  const kind = kindOf(dtype);
  if (kind === 'bool') return text.value === '' ? 0 : 1;
  return kind === 'float' ? parseFloatText(text) : Number(parseInteger(text, 10));
}

function concrete(dtype: DType): PyClass {
  const name = dtype === 'bool' ? 'bool_' : dtype;
  return new PyClass(name, basesOf(dtype), new Map(), { module: 'numpy', construct: converting(dtype) });
}

function basesOf(dtype: DType): PyClass[] {
  if (dtype === 'bool') return [GENERIC];
  // Only this one is one of Python's numbers as well.
  if (dtype === 'float64') return [FLOATING, FLOAT];
  if (kindOf(dtype) === 'float') return [FLOATING];
  return [dtype.startsWith('u') ? UNSIGNED : SIGNED];
}

const DTYPES: readonly DType[] = [
  'bool',
  'int8',
  'uint8',
  'int16',
  'uint16',
  'int32',
  'uint32',
  'int64',
  'uint64',
  'float32',
  'float64',
];

const CONCRETE: ReadonlyMap<DType, PyClass> = new Map(DTYPES.map((dtype) => [dtype, concrete(dtype)]));

const ALIASES: Readonly<Record<string, DType>> = {
  double: 'float64',
  single: 'float32',
  float_: 'float64',
  int_: 'int64',
  intp: 'int64',
  longlong: 'int64',
  intc: 'int32',
  short: 'int16',
  byte: 'int8',
  uint: 'uint64',
  uintp: 'uint64',
  uintc: 'uint32',
  ushort: 'uint16',
  ubyte: 'uint8',
};

const BY_NAME: ReadonlyMap<string, PyClass> = new Map([
  ...GROUPS.map((cls) => [cls.name, cls] as const),
  ...[...CONCRETE.values()].map((cls) => [cls.name, cls] as const),
  ...Object.entries(ALIASES).map(([alias, dtype]) => [alias, CONCRETE.get(dtype)!] as const),
]);

/** `type()` of a scalar of that type. */
export function scalarClass(dtype: DType): PyClass {
  return CONCRETE.get(dtype)!;
}

/** `np.float64`, `np.integer`, ..., by their names in the module. */
export function scalarClassNamed(name: string): PyClass | undefined {
  return BY_NAME.get(name);
}

export function scalarClassNames(): Iterable<string> {
  return BY_NAME.keys();
}

/** The type of elements that a class stands for, as `dtype=` takes it. */
export function dtypeOfClass(cls: PyClass): DType | undefined {
  if (cls === FLOAT) return 'float64';
  if (cls === BOOL) return 'bool';
  if (cls.name === 'int' && cls.module === undefined) return 'int64';
  for (const [dtype, known] of CONCRETE) if (known === cls) return dtype;
  return undefined;
}
