import { type ModuleFactory, ModuleRegistry, type ReadSibling } from '../evaluator/registry.ts';
import { brian2Module, brian2OnlyModule, brianFinder } from './brian2/index.ts';
import { preferencesModule } from './brian2/preferences/index.ts';
import { submoduleFactories } from './brian2/submodules.ts';
import { matplotlibModules } from './matplotlib/index.ts';
import { brianNumpyModule, numpyModule, numpySubmodule } from './numpy/index.ts';
import { pylabModule } from './pylab.ts';
import { STANDARD_MODULES } from './standard/index.ts';
import {
  allUnitsModule,
  constantsModule,
  fundamentalUnitsModule,
  standardUnitsModule,
  unitsModule,
} from './units/index.ts';

const BRIAN_MODULES: readonly (readonly [string, ModuleFactory])[] = [
  ['brian2', brian2Module],
  ['brian2.only', brian2OnlyModule],
  ['brian2.core.preferences', preferencesModule],
  ['brian2.numpy_', brianNumpyModule],
  ['brian2.units', unitsModule],
  ['brian2.units.allunits', () => allUnitsModule()],
  ['brian2.units.stdunits', () => standardUnitsModule()],
  ['brian2.units.fundamentalunits', () => fundamentalUnitsModule()],
  ['brian2.units.constants', () => constantsModule()],
  ...submoduleFactories(brianFinder),
];

const NUMPY_MODULES: readonly (readonly [string, ModuleFactory])[] = [
  ['numpy', numpyModule],
  ...(['random', 'linalg', 'fft'] as const).map((part): readonly [string, ModuleFactory] => [
    `numpy.${part}`,
    (ctx) => numpySubmodule(part, ctx),
  ]),
];

const PYLAB_MODULES = ['pylab', 'matplotlib.pylab'].map((name) => [name, pylabModule] as const);

/** All modules that scripts may import. */
export function moduleRegistry(readSibling?: ReadSibling): ModuleRegistry {
  const factories = [
    ...BRIAN_MODULES,
    ...NUMPY_MODULES,
    ...PYLAB_MODULES,
    ...matplotlibModules(),
    ...STANDARD_MODULES,
  ];
  return new ModuleRegistry(factories, readSibling);
}
