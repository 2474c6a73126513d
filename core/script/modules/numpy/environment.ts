import type { NdArray, Operand } from '../../../arrays/ndarray.ts';
import type { Dimension } from '../../../units/dimension.ts';
import type { UnitRegistry } from '../../../units/displayUnits.ts';
import type { Unit } from '../../../units/unit.ts';
import type { Interpreter } from '../../interpreter.ts';
import type { PyValue } from '../../values.ts';
import type { Numeric } from './numeric.ts';

/** How functions and methods read their arguments and make their results, apart from the classes themselves. */
export interface NumericEnvironment {
  readonly ctx: Interpreter;
  readonly registry: UnitRegistry;
  /** With units, of lists too. Raises TypeError for anything that is no number. */
  numeric(value: PyValue): Numeric;
  /** As NumPy reads it: quantities keep their units, lists of quantities lose them. */
  plain(value: PyValue): Numeric;
  /** A plain number or array where there is no dimension. */
  wrap(result: Numeric): PyValue;
  /** An array, even without dimensions. */
  wrapArray(array: NdArray): PyValue;
  /** A quantity, even where there is no dimension. */
  wrapQuantity(result: Numeric): PyValue;
  wrapUnit(unit: Unit): PyValue;
  /** As methods of quantities give it: a number of Python where there is neither dimension nor axis. */
  collapse(value: Operand, dimension: Dimension): PyValue;
}
