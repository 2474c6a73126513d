import type { ValueType } from '../../grammars/equations/tree.ts';
import type { Dimension } from '../units/dimension.ts';

/** What an argument's dimension must be: a fixed one, anything, the same as another argument's, or a truth value. */
export type ArgumentUnit = Dimension | 'any' | 'boolean' | { readonly sameAs: number };

/** The dimension of the result, given those of the arguments. */
export type ReturnUnit = Dimension | 'boolean' | ((args: readonly Dimension[]) => Dimension);

/** The type of the result: fixed, or the highest of the arguments' types. */
export type ReturnType = ValueType | 'highest';

/** A function that strings may call. */
export interface BrianFunction {
  readonly name: string;
  readonly argNames: readonly string[];
  readonly argUnits: readonly ArgumentUnit[];
  readonly returnUnit: ReturnUnit;
  readonly argTypes: readonly (ValueType | 'any')[];
  readonly returnType: ReturnType;
  /** False for random numbers and for functions of the script that may remember something. */
  readonly stateless: boolean;
  /** The value for plain numbers; absent for random functions. Booleans are 0 and 1. */
  readonly evaluate?: (...args: number[]) => number;
  /** Data that a TimedArray or a script's function brings; code generation reads it, nothing else does. */
  readonly implementation?: FunctionImplementation;
}

/** A table over time: `values` is (time x columns) row by row, held for `dt` seconds each. */
export interface TimedArrayImplementation {
  readonly kind: 'timed array';
  readonly values: Float64Array;
  readonly rows: number;
  /** 1 for a one-dimensional array. */
  readonly columns: number;
  readonly dt: number;
}

/** A function of the script, called back (runtime device only), or code the script gives per target. */
export interface ScriptImplementation {
  readonly kind: 'script';
  readonly call: (...args: number[]) => number;
  readonly code?: { readonly cpp?: string };
}

export type FunctionImplementation = TimedArrayImplementation | ScriptImplementation;
