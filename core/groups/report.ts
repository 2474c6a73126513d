import type { ReportInSource } from '../equations/report.ts';
import { syntaxHint } from '../equations/syntaxHints.ts';
import type { ProblemSink } from '../problems/problem.ts';
import type { Location } from '../text/range.ts';

/** Gives problems in strings of the script their places in it. */
export function reportTo(sink: ProblemSink, fallback?: Location, objectName?: string): ReportInSource {
  return ({ range, severity = 'error', ...problem }, source) => {
    const location = source.provenance?.locate(range) ?? fallback;
    const hint = problem.hint ?? syntaxHint(source.value, problem.message, range);
    sink.report({ ...problem, hint, severity, location, objectName });
  };
}
