import type { Location } from '../text/range.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One thing that is wrong with a script: what a check lists, and what a run raises. */
export interface Problem {
  /** Stable kebab-case word, part of the command-line contract. */
  readonly code: string;
  readonly severity: Severity;
  /** Brian's (or Python's) class of error, such as `DimensionMismatchError`. */
  readonly errorClass: string;
  /** Brian's (or Python's) own words. */
  readonly message: string;
  /** What to do about it, in one or two sentences; shown after the message. */
  readonly hint?: string;
  readonly location?: Location;
  readonly related?: readonly RelatedInformation[];
  /** The Brian object that was being prepared; a run shows it as Brian's BrianObjectException does. */
  readonly objectName?: string;
}

export interface RelatedInformation {
  readonly message: string;
  readonly location: Location;
}

/** What Brian logs rather than raises, under Brian's name for it with hyphens. */
export function warning(
  code: string,
  message: string,
  location?: Location,
  severity: 'warning' | 'information' | 'hint' = 'warning',
): Problem {
  return { code, severity, errorClass: severity === 'warning' ? 'Warning' : 'Info', message, location };
}

/** Class and message, and on a line of its own what to do. */
export function explained({ errorClass, message, hint }: Problem): string {
  return hint === undefined ? `${errorClass}: ${message}` : `${errorClass}: ${message}\n${hint}`;
}

/** Where checks put what they find. A run's sink throws at the first error, an analysis' sink keeps all. */
export interface ProblemSink {
  report(problem: Problem): void;
}

/** A problem as an exception: what ends a run, and what an analysis catches at the statement at fault. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
    this.name = problem.errorClass;
  }
}

/** Keeps everything. */
export class ProblemList implements ProblemSink {
  readonly problems: Problem[] = [];

  report(problem: Problem): void {
    this.problems.push(problem);
  }
}

/** Throws errors, hands warnings on. */
export class ThrowingSink implements ProblemSink {
  constructor(private readonly onWarning: (problem: Problem) => void = () => {}) {}

  report(problem: Problem): void {
    if (problem.severity === 'error') throw new ProblemError(problem);
    this.onWarning(problem);
  }
}
