export { PHYSICAL_CONSTANTS, type PhysicalConstant } from './constants.ts';
export { AMP, DIMENSIONLESS, Dimension, HERTZ, SECOND, VOLT } from './dimension.ts';
export { bestUnitOf, formatQuantity, inUnit } from './display.ts';
export {
  bestUnit,
  dimensionName,
  UnitRegistry,
  unitDisplay,
  unitOf,
  unitRegistryOf,
} from './displayUnits.ts';
export { parseEquationUnit } from './equationUnit.ts';
export { dimensionMismatch, mismatchMessage } from './errors.ts';
export { allUnits, anyUnit, equationUnits, pythonUnits, stringUnits, unitByName } from './registry.ts';
export { Unit } from './unit.ts';
