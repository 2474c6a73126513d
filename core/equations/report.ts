import type { Problem, Severity } from '../problems/problem.ts';
import type { SourceString } from '../text/provenance.ts';
import type { TextRange } from '../text/range.ts';

/** A problem with a range in a string of the script; whoever knows the string gives it a place. */
export interface RangeProblem extends Omit<Problem, 'severity' | 'location' | 'objectName'> {
  readonly range: TextRange;
  /** An error unless it says otherwise. */
  readonly severity?: Severity;
}

export type ReportRange = (problem: RangeProblem) => void;

/** As `ReportRange`, where the strings differ from problem to problem. */
export type ReportInSource = (problem: RangeProblem, source: SourceString) => void;
