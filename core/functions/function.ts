import type { ValueType } from '../../grammars/equations/tree.ts';
import type { Dimension } from '../units/dimension.ts';

/** What an argument's dimension must be: a fixed one, anything, the same as another argument's, or a truth value. */
export type ArgumentUnit = Dimension | 'any' | 'boolean' | { readonly sameAs: number };

/** The dimension of the result, given those of the arguments; undefined where it can't be known. */
export type ReturnUnit = Dimension | 'boolean' | ((args: readonly Dimension[]) => Dimension | undefined);

export type ArgumentType = ValueType | 'any';

/** The type of the result: fixed, or the highest of the arguments' types. */
export type ReturnType = ValueType | 'highest';

/** A function that strings may call. */
export interface BrianFunction {
  readonly name: string;
  readonly argNames: readonly string[];
  readonly argUnits: readonly ArgumentUnit[];
  readonly returnUnit: ReturnUnit;
  readonly argTypes: readonly ArgumentType[];
  readonly returnType: ReturnType;
  /** False for random numbers and for functions of the script that may remember something. */
  readonly stateless: boolean;
  /** Its implementations get the index of the element as one more argument. */
  readonly autoVectorise?: boolean;
  /** The value for plain numbers; absent for random functions. Booleans are 0 and 1. */
  readonly evaluate?: (...args: number[]) => number;
  /** What functions of the script bring along; code generation reads it, nothing else does. */
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

/** Draws from the binomial distribution of `n` and `p`. */
export interface BinomialImplementation {
  readonly kind: 'binomial';
  readonly n: number;
  readonly p: number;
  /** By the normal distribution instead. */
  readonly approximate: boolean;
}

/** An argument of a script's function: one value for all elements, or one for each. */
export interface ArgumentValues {
  readonly type: ValueType;
  readonly values: number | readonly number[];
}

/** A function of the script: Python, which the runtime device calls, and code for other targets. */
export interface ScriptImplementation {
  readonly kind: 'script';
  /** All elements at once; one number is the result for each of them. */
  readonly call: (args: readonly ArgumentValues[]) => number | ArrayLike<number>;
  /** The text for a target such as `cpp`. Raises Brian's errors for options of the wrong kind. */
  code(target: string): TargetCode | undefined;
  /** Everything that has an implementation. */
  targets(): readonly string[];
}

/** Text that the script gives for a function. */
export interface TargetCode {
  /** What the function is called there, where that is not its name in strings. */
  readonly name?: string;
  readonly text: string;
  /** Preprocessor lines that come before it. */
  readonly definitions: string;
  /** Arrays that the text knows as `_namespaceNAME`. */
  readonly namespace: ReadonlyMap<string, Float64Array | Float32Array | Int32Array>;
  /** Functions that the text calls. */
  readonly dependencies: ReadonlyMap<string, BrianFunction>;
  readonly compiler: CompilerOptions;
}

/** What a compiler must be told. */
export interface CompilerOptions {
  /** As they follow `#include`. */
  readonly headers: readonly string[];
  /** Further C++ files. */
  readonly sources: readonly string[];
  /** Of the command line, before the sources. */
  readonly flags: readonly string[];
  /** Of the command line, after the sources. */
  readonly linkFlags: readonly string[];
}

export type FunctionImplementation = TimedArrayImplementation | ScriptImplementation | BinomialImplementation;
