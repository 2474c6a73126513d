/** NumPy and Brian's quantities for scripts. */
import type { Interpreter } from '../../interpreter.ts';
import { type NameProvider, PyModule } from '../../objects/module.ts';
import { pythonFunction } from './define.ts';
import { LINEAR_ALGEBRA } from './linearAlgebra.ts';
import { withMissing } from './missing.ts';
import {
  LACKING,
  numpyModule,
  numpyName,
  numpyNames,
  numpyProvider,
  numpySubmodule,
  remembering,
} from './module.ts';
import { randomFunction, randomFunctionNames } from './random.ts';

export { PyDimension } from './dimensionObject.ts';
export { PyDType } from './dtypes.ts';
export type { Numeric, Quantity } from './numeric.ts';
export {
  asNumeric,
  asQuantity,
  fromNumeric,
  fromQuantity,
  PyArray,
  PyNumeric,
  PyQuantity,
  PyUnit,
  type QuantityLike,
  scalarAttribute,
  toFloat64,
} from './objects.ts';
export { numpyRandomOf, seedNumpy } from './random.ts';
export { numpyModule, numpySubmodule };

/** Names that stay Python's own, Brian's or pylab's under `from brian2 import *`. */
const NOT_PASSED_ON = new Set(['abs', 'round', 'min', 'max', 'seed', 'asin', 'random', 'fft', 'math']);

/** What `from brian2 import *` brings from pylab's NumPy: also the random functions and linear algebra. */
export function brianNumpyNames(ctx?: Interpreter): NameProvider {
  const lookup = (name: string) => {
    const random = name === 'seed' ? undefined : randomFunction(name);
    if (random !== undefined) return random;
    if (NOT_PASSED_ON.has(name)) return undefined;
    if (Object.hasOwn(LINEAR_ALGEBRA, name)) return pythonFunction(name, LINEAR_ALGEBRA[name]!);
    return numpyName(name, ctx);
  };
  const all = () => [...randomFunctionNames(), ...Object.keys(LINEAR_ALGEBRA), ...numpyNames()];
  const names = () => all().filter((name) => !NOT_PASSED_ON.has(name));
  const modules = ['numpy', 'numpy.random', 'numpy.linalg', 'numpy.fft'] as const;
  return withMissing(remembering(lookup, names), modules, ctx);
}

/** Brian's `np`: the module with functions that know units, which here all of them do. */
export function brianNumpyModule(ctx?: Interpreter): PyModule {
  const { members } = numpyModule(ctx);
  return new PyModule('brian2.numpy_', members, { provider: numpyProvider(ctx), lacks: LACKING });
}
