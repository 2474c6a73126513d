import type { ReportInSource } from '../equations/report.ts';
import type { ProblemSink } from '../problems/problem.ts';
import type { Location } from '../text/range.ts';

/** Gives problems in strings of the script their places in it. */
export function reportTo(sink: ProblemSink, fallback?: Location, objectName?: string): ReportInSource {
  return ({ code, errorClass, message, range, related }, source) =>
    sink.report({
      code,
      severity: 'error',
      errorClass,
      message,
      location: source.provenance?.locate(range) ?? fallback,
      related,
      objectName,
    });
}
