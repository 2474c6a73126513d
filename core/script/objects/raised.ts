import { type Problem, ProblemError } from '../../problems/problem.ts';
import type { Location } from '../../text/range.ts';
import type { PyInstance } from './classes.ts';

/** One line of a traceback. */
export interface TracebackEntry {
  readonly location: Location;
  /** `<module>`, or the name of the function. */
  readonly name: string;
  /** The part of the range that is at fault: an operator between its operands. */
  readonly anchor?: { readonly start: number; readonly end: number };
}

/** A Python exception on its way: what `raise` throws, and what a native's ProblemError becomes in a script. */
export class PyRaised extends ProblemError {
  /** Innermost first. */
  readonly traceback: TracebackEntry[] = [];
  /** The frame that the last line of the traceback is about. */
  lastFrame: object | undefined;
  /** The exception that was being handled when this one was raised. */
  context: PyRaised | undefined;

  constructor(
    readonly exception: PyInstance,
    problem: Problem,
    readonly causes: readonly PyRaised[] = [],
  ) {
    super(problem);
  }
}

/** Whether a caught JavaScript value is a Python error of that class or of one derived from it. */
export function isErrorOf(error: unknown, className: string): boolean {
  if (error instanceof PyRaised) return error.exception.cls.mro.some((cls) => cls.name === className);
  return error instanceof ProblemError && error.problem.errorClass === className;
}
