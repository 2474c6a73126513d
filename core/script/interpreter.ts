/** What native objects may ask of the evaluator that calls them. The evaluator implements it. */
import type { Host } from '../devices/host.ts';
import type { Session } from '../network/session.ts';
import type { Location } from '../text/range.ts';
import type { CallArguments, PyValue } from './values.ts';

/** The names that a piece of running script sees, as Brian's namespaces need them. */
export interface ScriptFrame {
  /** Locals, then globals; builtins are not looked at. */
  lookup(name: string): PyValue | undefined;
  /** Every name with its value, locals before globals. */
  entries(): Iterable<readonly [string, PyValue]>;
  /** What Python's `locals()` has: the names of a function alone, all names of a module. */
  localEntries(): Iterable<readonly [string, PyValue]>;
  /** As `entries`, without the names of libraries that the script has not used. */
  scriptEntries(): Iterable<readonly [string, PyValue]>;
  /** Where the name was last bound. */
  definitionOf(name: string): Location | undefined;
  /** True where there may be more names than these: after a wildcard import of an unknown module. */
  readonly open?: boolean;
}

export interface Interpreter {
  readonly mode: 'analysis' | 'run';
  readonly session: Session;
  /** False once an analysis has left a branch or a turn of a loop to chance, and where errors may be caught. */
  readonly isExact: boolean;
  /** Absent in analysis. */
  readonly host?: Host;
  /** The innermost frame of the script itself; `level` walks outwards to its callers. */
  frame(level?: number): ScriptFrame;
  /** The expression or statement of the script that is being evaluated. */
  location(): Location | undefined;
  /** While an attribute or item is set: the value, where the script writes one. */
  assignedLocation(): Location | undefined;
  /** Raises a Python exception of that class at `location` (default: where the script stands). */
  raise(errorClass: string, message: string, location?: Location, hint?: string): never;
  call(callee: PyValue, args: CallArguments): PyValue;
  /**
   * Some work done, or about to be done at one go; throws when an analysis' budget is spent or is less than that,
   * or when the user asks to stop. A turn of a loop is one unit, as are about a thousand multiplications.
   */
  tick(work?: number): void;
  repr(value: PyValue): string;
  str(value: PyValue): string;
  truth(value: PyValue): boolean;
  iterate(value: PyValue): Iterable<PyValue>;
  /** An expression that stands outside the script, with all names of those modules. */
  evaluateText(expression: string, document: string, modules: readonly string[]): PyValue;
  /** In analysis: a function of the script may have been called, any number of times, by what analysis skips. */
  mayHaveRun(callee: PyValue): void;
  /** An attribute that Python's numbers lack and NumPy's scalars have, which are the same here. */
  numberAttribute?(value: number | bigint | boolean, name: string): PyValue | undefined;
}
