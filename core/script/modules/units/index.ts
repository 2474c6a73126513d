/** `brian2.units`: units, physical constants, and the functions that ask about units. */
import { PHYSICAL_CONSTANTS } from '../../../units/constants.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import { allUnits, anyUnit, PYTHON_ABBREVIATIONS, pythonUnits } from '../../../units/registry.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { type NameProvider, PyModule } from '../../objects/module.ts';
import type { PyValue } from '../../values.ts';
import { checkUnits } from '../brian2/functions/checkUnits.ts';
import { pythonFunction } from '../numpy/define.ts';
import { dimensionObject } from '../numpy/dimensionObject.ts';
import { remembering } from '../numpy/module.ts';
import { environment, PyQuantity, unitObject } from '../numpy/objects.ts';
import { QUANTITY, UNIT } from '../numpy/quantityClass.ts';
import { CELSIUS } from './celsius.ts';
import {
  FUNDAMENTAL,
  failForMismatch,
  GET_OR_CREATE_DIMENSION,
  HELPERS,
  WRAPPERS,
  wrapFunction,
} from './helpers.ts';
import { DIMENSION_MISMATCH_ERROR } from './mismatchError.ts';

const OTHER_NAMES = ['check_units', 'Quantity', 'Unit', 'get_or_create_dimension', 'DimensionMismatchError'];

const CHECK_UNITS = new NativeFunction('check_units', checkUnits);

function helper(name: string): PyValue | undefined {
  if (Object.hasOwn(HELPERS, name)) return pythonFunction(name, HELPERS[name]!);
  if (name === 'Quantity') return QUANTITY;
  if (name === 'Unit') return UNIT;
  if (name === 'get_or_create_dimension') return GET_OR_CREATE_DIMENSION;
  if (name === 'check_units') return CHECK_UNITS;
  return name === 'DimensionMismatchError' ? DIMENSION_MISMATCH_ERROR : undefined;
}

/** The units and unit helpers that `from brian2 import *` brings. */
export function pythonUnitNames(_ctx?: Interpreter): NameProvider {
  return remembering(
    (name) => {
      const unit = pythonUnits().get(name);
      return unit === undefined ? helper(name) : unitObject(unit);
    },
    () => [...pythonUnits().keys(), ...Object.keys(HELPERS), ...OTHER_NAMES],
  );
}

/** `brian2.units`. */
export function unitsModule(ctx?: Interpreter): PyModule {
  const members = new Map<string, PyValue>([
    ['allunits', allUnitsModule()],
    ['stdunits', standardUnitsModule()],
    ['constants', constantsModule()],
    ['fundamentalunits', fundamentalUnitsModule()],
  ]);
  return new PyModule('brian2.units', members, {
    provider: pythonUnitNames(ctx),
    exports: pythonUnitNames().names(),
  });
}

/** `brian2.units.fundamentalunits`: the helpers, and what Brian itself builds on. */
export function fundamentalUnitsModule(): PyModule {
  const lookup = (name: string) => {
    if (name === 'DIMENSIONLESS') return dimensionObject(DIMENSIONLESS);
    if (name === 'fail_for_dimension_mismatch') return failForMismatch(environment);
    if (WRAPPERS.includes(name)) return wrapFunction(name, environment);
    return Object.hasOwn(FUNDAMENTAL, name) ? pythonFunction(name, FUNDAMENTAL[name]!) : helper(name);
  };
  const names = [
    ...Object.keys(HELPERS),
    ...OTHER_NAMES,
    ...Object.keys(FUNDAMENTAL),
    ...WRAPPERS,
    'DIMENSIONLESS',
    'fail_for_dimension_mismatch',
  ];
  const provider = remembering(lookup, () => names);
  return new PyModule('brian2.units.fundamentalunits', new Map(), { provider, complete: false });
}

/** `brian2.units.allunits`, every unit there is. */
export function allUnitsModule(): PyModule {
  const lookup = (name: string) => {
    if (name === 'celsius') return CELSIUS;
    const unit = anyUnit(name);
    return unit && unitObject(unit);
  };
  const provider = remembering(lookup, () => allUnits().keys());
  return new PyModule('brian2.units.allunits', new Map(), { provider });
}

/** `brian2.units.stdunits`, the abbreviations. */
export function standardUnitsModule(): PyModule {
  const members = new Map<string, PyValue>();
  for (const name of PYTHON_ABBREVIATIONS) members.set(name, unitObject(pythonUnits().get(name)!));
  return new PyModule('brian2.units.stdunits', members);
}

/** `brian2.units.constants`. */
export function constantsModule(): PyModule {
  const members = new Map<string, PyValue>();
  for (const [name, { value, dimension }] of PHYSICAL_CONSTANTS)
    members.set(name, new PyQuantity(value, dimension));
  return new PyModule('brian2.units.constants', members);
}
