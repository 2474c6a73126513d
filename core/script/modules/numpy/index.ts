/** NumPy and Brian's quantities for scripts. */
import type { Interpreter } from '../../interpreter.ts';
import { type NameProvider, PyModule } from '../../objects/module.ts';
import { FOURIER } from './fourierTransforms.ts';
import { withMissing } from './missing.ts';
import {
  functionNames,
  LACKING,
  LINEAR_ALGEBRA_NAMES,
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
const NOT_PASSED_ON = new Set(['abs', 'round', 'min', 'max', 'seed', 'asin', 'math', 'f']);

/** Functions that `from brian2 import *` brings beside NumPy's own; `random` and `fft` are among them. */
const BESIDE = [
  { lookup: (name: string) => randomFunction(name), names: randomFunctionNames },
  LINEAR_ALGEBRA_NAMES,
  functionNames(FOURIER),
];

/** What `from brian2 import *` brings from pylab's NumPy: also the random functions and linear algebra. */
export function brianNumpyNames(ctx?: Interpreter): NameProvider {
  const providers = [...BESIDE, { lookup: (name: string) => numpyName(name, ctx), names: numpyNames }];
  const first = (name: string) => {
    for (const { lookup } of providers) {
      const value = lookup(name);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const names = () => providers.flatMap((provider) => [...provider.names()]);
  const modules = ['numpy', 'numpy.random', 'numpy.linalg', 'numpy.fft'] as const;
  const all = withMissing(remembering(first, names), modules, ctx);
  return {
    lookup: (name) => (NOT_PASSED_ON.has(name) ? undefined : all.lookup(name)),
    names: () => [...all.names()].filter((name) => !NOT_PASSED_ON.has(name)),
  };
}

/** Brian's `np`: the module with functions that know units, which here all of them do. */
export function brianNumpyModule(ctx?: Interpreter): PyModule {
  const { members } = numpyModule(ctx);
  return new PyModule('brian2.numpy_', members, { provider: numpyProvider(ctx), lacks: LACKING });
}
