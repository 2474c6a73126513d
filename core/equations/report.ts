import type { Problem, ProblemSink, RelatedInformation } from '../problems/problem.ts';
import type { SourceString } from '../text/provenance.ts';
import type { Location, TextRange } from '../text/range.ts';

/** A problem with a range in a string of the script; whoever knows the string gives it a place. */
export interface RangeProblem {
  readonly code: string;
  readonly errorClass: string;
  readonly message: string;
  readonly range: TextRange;
  readonly related?: readonly RelatedInformation[];
}

export type ReportRange = (problem: RangeProblem) => void;

/** As `ReportRange`, where the strings differ from problem to problem. */
export type ReportInSource = (problem: RangeProblem, source: SourceString) => void;

/** What is known of the circumstances of a check. */
export interface CheckPlace {
  readonly objectName?: string;
  /** The place to blame where a string has none of its own. */
  readonly fallback?: Location;
}

/** Gives problems in strings their places in the script. */
export function placed(report: (problem: Problem) => void, place: CheckPlace = {}): ReportInSource {
  return ({ code, errorClass, message, range, related }, source) =>
    report({
      code,
      severity: 'error',
      errorClass,
      message,
      location: source.provenance?.locate(range) ?? place.fallback,
      related,
      objectName: place.objectName,
    });
}

export function placedIn(sink: ProblemSink, fallback?: Location): ReportInSource {
  return placed((problem) => sink.report(problem), { fallback });
}
