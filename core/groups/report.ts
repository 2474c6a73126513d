import type { ReportInSource } from '../equations/report.ts';
import type { ProblemSink } from '../problems/problem.ts';
import type { Location } from '../text/range.ts';

/** Gives problems in strings of the script their places in it. */
export function reportTo(sink: ProblemSink, fallback?: Location, objectName?: string): ReportInSource {
  return ({ range, severity = 'error', ...problem }, source) => {
    const location = source.provenance?.locate(range) ?? fallback;
    sink.report({ ...problem, severity, location, objectName });
  };
}
