import type { ValueType } from '../../grammars/equations/tree.ts';
import type { BrianFunction } from '../functions/function.ts';
import type { Location } from '../text/range.ts';
import type { Dimension } from '../units/dimension.ts';
import type { Variable } from '../variables/variable.ts';

/** A variable of the group, and the name of the index with which code reaches its element. */
export interface ResolvedVariable {
  readonly kind: 'variable';
  readonly variable: Variable;
  /**
   * `_idx` (the natural one), `0` (scalar), `_presynaptic_idx`, `_postsynaptic_idx`, `_sub_idx`:
   * the template that loops defines it.
   */
  readonly index: string;
  readonly definition?: Location;
}

/** A number from outside the group: a unit, a built-in constant, or a value of the script. */
export interface ResolvedConstant {
  readonly kind: 'constant';
  readonly name: string;
  /** In SI base units. */
  readonly value: number;
  readonly dimension: Dimension;
  readonly valueType: ValueType;
  readonly source: 'unit' | 'constant' | 'group namespace' | 'run namespace';
  readonly definition?: Location;
}

export interface ResolvedFunction {
  readonly kind: 'function';
  readonly function: BrianFunction;
  readonly definition?: Location;
}

/** Analysis knows that the name exists, but not what it is worth. Never a reason for an error. */
export interface ResolvedUnknown {
  readonly kind: 'unknown';
  readonly name: string;
  /** Known for, say, a random number in volts. */
  readonly dimension?: Dimension;
  readonly definition?: Location;
}

export type Resolved = ResolvedVariable | ResolvedConstant | ResolvedFunction | ResolvedUnknown;

/** What every name of a piece of code stands for. */
export type Names = ReadonlyMap<string, Resolved>;
