/** The module `numpy`, and the names of it that Brian passes on. */

import { BINARY, UNARY } from '../../../arrays/functions.ts';
import { sum as pythonSum } from '../../builtins/iteration.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyClass } from '../../objects/classes.ts';
import { BRIAN_EXCEPTIONS } from '../../objects/exceptions.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyIterator } from '../../objects/iterators.ts';
import { type NameProvider, PyModule } from '../../objects/module.ts';
import { type PyValue, Unknown, UnknownView } from '../../values.ts';
import { dtypeArgument, hasUnknown, orUnknown, settledArguments } from './arguments.ts';
import { ARCHIVE_FUNCTIONS, ARRAY_FILES } from './arrayFiles.ts';
import { argumentsOf } from './attributes.ts';
import { CHOOSING } from './choosing.ts';
import { PyComplexArray } from './complexObject.ts';
import { CREATION } from './creation.ts';
import { type FunctionTable, pythonFunction } from './define.ts';
import { PyDType } from './dtypes.ts';
import { EDITING } from './editing.ts';
import { FOURIER } from './fourierTransforms.ts';
import { FUNCTIONAL } from './functional.ts';
import { HISTOGRAMS } from './histograms.ts';
import { INDEX_TRICKS } from './indexTricks.ts';
import { INFORMATION } from './information.ts';
import { JOINING } from './joining.ts';
import { LINEAR_ALGEBRA } from './linearAlgebra.ts';
import { withMissing } from './missing.ts';
import { NUMBER_PARTS } from './numberParts.ts';
import { sortedTexts, textsOf } from './objectArray.ts';
import { environment, NDARRAY } from './objects.ts';
import { FUNCTIONS } from './oneArray.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { POLYNOMIALS } from './polynomials.ts';
import { PRINTING } from './printOptions.ts';
import { PRODUCTS } from './products.ts';
import { randomFunction, randomFunctionNames } from './random.ts';
import { scalarClassNamed, scalarClassNames } from './scalarTypes.ts';
import { SETS } from './sets.ts';
import { SIGNAL } from './signal.ts';
import { STATISTICS } from './statistics.ts';
import { isUfunc, PyUfunc } from './ufunc.ts';

/** Other names of universal functions. */
const UFUNC_ALIASES: Readonly<Record<string, string>> = {
  abs: 'absolute',
  true_divide: 'divide',
  mod: 'remainder',
  asin: 'arcsin',
  degrees: 'rad2deg',
  radians: 'deg2rad',
  bitwise_not: 'invert',
  fix: 'trunc',
  conj: 'conjugate',
};

const OPERATION_ALIASES: Readonly<Record<string, string>> = {
  amin: 'min',
  amax: 'max',
  around: 'round',
  round_: 'round',
  product: 'prod',
  alltrue: 'all',
  sometrue: 'any',
};

const CONSTANTS: ReadonlyMap<string, PyValue> = new Map<string, PyValue>([
  ['pi', Math.PI],
  ['e', Math.E],
  ['euler_gamma', 0.5772156649015329],
  ['inf', Number.POSITIVE_INFINITY],
  ['Inf', Number.POSITIVE_INFINITY],
  ['infty', Number.POSITIVE_INFINITY],
  ['nan', Number.NaN],
  ['NaN', Number.NaN],
  ['newaxis', null],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['PINF', Number.POSITIVE_INFINITY],
  ['NINF', Number.NEGATIVE_INFINITY],
  ['NAN', Number.NaN],
  ['PZERO', 0],
  ['NZERO', -0],
  ['True_', true],
  ['False_', false],
]);

const DEFINITIONS: FunctionTable = {
  ...CREATION,
  ...JOINING,
  ...EDITING,
  ...CHOOSING,
  ...SETS,
  ...PRODUCTS,
  ...STATISTICS,
  ...HISTOGRAMS,
  ...SIGNAL,
  ...POLYNOMIALS,
  ...FUNCTIONAL,
  ...INFORMATION,
  ...NUMBER_PARTS,
  ...PRINTING,
  ...ARRAY_FILES,
};

const SUBMODULES = ['random', 'linalg', 'fft'] as const;

/** The names of NumPy that this implementation has. */
export function numpyNames(): Iterable<string> {
  return [
    ...UNARY.keys(),
    ...BINARY.keys(),
    ...Object.keys(UFUNC_ALIASES),
    ...OPERATIONS.keys(),
    ...FUNCTIONS.keys(),
    ...Object.keys(OPERATION_ALIASES),
    ...Object.keys(DEFINITIONS),
    ...CONSTANTS.keys(),
    ...ARCHIVE_FUNCTIONS.keys(),
    ...scalarClassNames(),
    ...SUBMODULES,
    'ndarray',
    'dtype',
    'ufunc',
    'AxisError',
    ...INDEX_TRICKS.keys(),
    'seterr',
  ];
}

/** A name of NumPy; undefined where this implementation does not have it. */
export function numpyName(name: string, ctx?: Interpreter): PyValue | undefined {
  if (CONSTANTS.has(name)) return CONSTANTS.get(name);
  return numpyFunction(name) ?? numpyClass(name) ?? submodule(name, ctx) ?? setting(name);
}

function numpyFunction(name: string): PyValue | undefined {
  const operation = FUNCTIONS.get(name) ?? OPERATIONS.get(own(OPERATION_ALIASES, name) ?? name);
  if (operation !== undefined) return operationFunction(name, operation);
  const archive = ARCHIVE_FUNCTIONS.get(name);
  if (archive !== undefined) return archive;
  const definition = own(DEFINITIONS, name);
  if (definition !== undefined) return pythonFunction(name, definition);
  return universalFunction(name);
}

/** Tables are plain objects, so only their own names count. */
function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function operationFunction(name: string, operation: Operation): PyValue {
  const signature = ['a', ...operation.signature];
  return new NativeFunction(name, (call, ctx) => {
    // NumPy leaves the sum of a generator to Python.
    if (name === 'sum' && call.positional[0] instanceof PyIterator) return pythonSum(call, ctx);
    const env = environment(ctx);
    const args = settledArguments(call, ctx);
    const [complex] = args.positional;
    if (complex instanceof PyComplexArray) return orUnknown(ctx, () => complex.apply(name));
    if (name === 'sort') {
      const texts = textsOf(complex, ctx);
      if (texts !== undefined) return sortedTexts(texts, false);
    }
    if (hasUnknown([...args.positional, ...args.keywords.values()])) {
      const first = args.positional[0];
      const isQuantity = first instanceof Unknown && !(first instanceof UnknownView);
      return new Unknown(operation.keeps && isQuantity ? first.dimension : undefined);
    }
    return orUnknown(ctx, () => {
      const values = argumentsOf(name, args, { ...operation, signature });
      return operation.apply(env.plain(values[0] ?? null), values.slice(1), env);
    });
  });
}

function universalFunction(name: string): PyValue | undefined {
  const full = own(UFUNC_ALIASES, name) ?? name;
  return isUfunc(full) ? new PyUfunc(name, full) : undefined;
}

function numpyClass(name: string): PyValue | undefined {
  if (name === 'ndarray') return NDARRAY;
  if (name === 'dtype')
    return new PyClass(name, [], new Map(), {
      module: 'numpy',
      isInstance: (value) => value instanceof PyDType,
      construct: (args) => new PyDType(dtypeArgument(args.positional[0]) ?? 'float64'),
    });
  if (name === 'ufunc')
    return new PyClass(name, [], new Map(), {
      module: 'numpy',
      isInstance: (value) => value instanceof PyUfunc,
    });
  return scalarClassNamed(name) ?? (name === 'AxisError' ? BRIAN_EXCEPTIONS.get(name) : undefined);
}

/** Names of NumPy's newer releases, and those that only its own tests need. */
export const LACKING = (
  'distutils test helper mtrand bit_generator acos asin atan acosh asinh atanh atan2 pow concat permute_dims ' +
  'matrix_transpose bitwise_count bitwise_invert bitwise_left_shift bitwise_right_shift vecdot vecmat matvec ' +
  'trapezoid unstack cumulative_sum cumulative_prod isdtype astype unique_all unique_counts unique_inverse ' +
  'unique_values exceptions dtypes strings cross diagonal matmul outer tensordot trace vector_norm matrix_norm svdvals'
).split(' ');

function submodule(name: string, ctx?: Interpreter): PyModule | undefined {
  if (name !== 'random' && name !== 'linalg' && name !== 'fft') return undefined;
  const provider = withMissing(SUBMODULE_PROVIDERS[name], [`numpy.${name}`], ctx);
  return new PyModule(`numpy.${name}`, new Map(), { provider, lacks: LACKING });
}

/** Objects; settings of floating point errors are accepted and have no effect. */
function setting(name: string): PyValue | undefined {
  const trick = INDEX_TRICKS.get(name);
  if (trick !== undefined) return trick;
  if (name === 'seterr') return new NativeFunction(name, () => null);
  return undefined;
}

/** The functions of a table as names of a module. */
export function functionNames(table: FunctionTable): NameProvider {
  return {
    lookup: (name) => {
      const definition = own(table, name);
      return definition && pythonFunction(name, definition);
    },
    names: () => Object.keys(table),
  };
}

/** The names of `numpy.linalg`. */
export const LINEAR_ALGEBRA_NAMES: NameProvider = {
  lookup: (name) =>
    name === 'LinAlgError' ? BRIAN_EXCEPTIONS.get(name) : functionNames(LINEAR_ALGEBRA).lookup(name),
  names: () => [...Object.keys(LINEAR_ALGEBRA), 'LinAlgError'],
};

const SUBMODULE_PROVIDERS: Readonly<Record<(typeof SUBMODULES)[number], NameProvider>> = {
  random: { lookup: (name) => randomFunction(name), names: randomFunctionNames },
  linalg: LINEAR_ALGEBRA_NAMES,
  fft: functionNames(FOURIER),
};

/** Remembers what a name gave, so that a module's attribute is always the same object. */
export function remembering(
  lookup: (name: string) => PyValue | undefined,
  names: () => Iterable<string>,
): NameProvider {
  const known = new Map<string, PyValue | undefined>();
  return {
    lookup: (name) => {
      if (!known.has(name)) known.set(name, lookup(name));
      return known.get(name);
    },
    names,
  };
}

/** The names of `numpy`, those without effect here included. */
export function numpyProvider(ctx?: Interpreter): NameProvider {
  const own = remembering((name) => numpyName(name, ctx), numpyNames);
  return withMissing(own, ['numpy'], ctx);
}

/** Names that `from numpy import *` leaves to Python. */
const PYTHONS_OWN = new Set(['abs', 'max', 'min', 'round']);

/** The module `numpy`. */
export function numpyModule(ctx?: Interpreter): PyModule {
  return new PyModule('numpy', new Map(), {
    provider: numpyProvider(ctx),
    kept: PYTHONS_OWN,
    lacks: LACKING,
  });
}

/** `numpy.random`, `numpy.linalg` and `numpy.fft`, for imports by their full names. */
export function numpySubmodule(name: 'random' | 'linalg' | 'fft', ctx?: Interpreter): PyModule {
  return submodule(name, ctx)!;
}
