import { explained, type Problem, type RelatedInformation } from '../problems/problem.ts';
import type { TextRange } from '../text/range.ts';
import type { ScriptModel } from './model.ts';

/** A problem with its place in the script that is shown. */
export interface Diagnostic {
  readonly range: TextRange;
  readonly severity: Problem['severity'];
  readonly code: string;
  readonly message: string;
  readonly related: readonly RelatedInformation[];
}

/**
 * What to underline. A problem with a place in another document (a module that the script imports), or
 * with none, is shown at the call that runs the simulation, and says where it really is.
 */
export function diagnostics(model: ScriptModel): Diagnostic[] {
  const seen = new Set<string>();
  const found: Diagnostic[] = [];
  for (const problem of model.problems) {
    const diagnostic = toDiagnostic(problem, model);
    // The same string may be a model of several groups: one mistake is one squiggle.
    const key = `${diagnostic.range.start} ${diagnostic.range.end} ${diagnostic.code} ${diagnostic.message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    found.push(diagnostic);
  }
  return found;
}

function toDiagnostic(problem: Problem, model: ScriptModel): Diagnostic {
  const { location, severity, code } = problem;
  const here = location?.document === model.document;
  const related = [...(problem.related ?? [])];
  if (location && !here) related.push({ message: 'The problem is here', location });
  const range = here ? visible(location.range, model.text) : fallbackRange(model);
  return { range, severity, code, message: explained(problem), related };
}

function fallbackRange(model: ScriptModel): TextRange {
  const run = model.runCalls.find(({ document }) => document === model.document);
  return run ? run.range : visible({ start: 0, end: 0 }, model.text);
}

/** An empty range shows nothing in some editors: take a character that can be underlined. */
function visible(range: TextRange, text: string): TextRange {
  const start = Math.min(Math.max(range.start, 0), text.length);
  const end = Math.min(Math.max(range.end, start), text.length);
  if (end > start) return { start, end };
  const atLineEnd = start === text.length || text[start] === '\n' || text[start] === '\r';
  if (!atLineEnd) return { start, end: start + 1 };
  const before = start > 0 && text[start - 1] !== '\n';
  return before ? { start: start - 1, end: start } : { start, end };
}
