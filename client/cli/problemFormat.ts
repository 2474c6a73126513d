/** Problems as the command line prints them. */
import { explained, type Problem } from '../../core/problems/problem.ts';
import type { Location } from '../../core/text/range.ts';
import { type LinePosition, LineTable } from './lineTable.ts';

/** One entry of `check --format json`. */
export interface JsonProblem {
  readonly file: string;
  readonly range: { readonly start: LinePosition; readonly end: LinePosition };
  readonly severity: Problem['severity'];
  readonly code: string;
  readonly message: string;
}

/** Knows the texts of the documents that problems point into. */
export class ProblemFormatter {
  private readonly tables = new Map<string, LineTable>();

  addDocument(document: string, text: string): void {
    this.tables.set(document, new LineTable(text));
  }

  /** `fallback`: the document of problems that have no place. */
  toJson(problem: Problem, fallback: string): JsonProblem {
    const { document, start, end } = this.place(problem.location, fallback);
    const { severity, code } = problem;
    return { file: document, range: { start, end }, severity, code, message: explained(problem) };
  }

  /**
   * `file.py:12:9: error DimensionMismatchError [dimension-mismatch]: message`, the source line and a caret;
   * then what to do about it, and the places that have to do with it.
   */
  toText(problem: Problem, fallback: string): string {
    const head = `${this.head(problem.location, fallback)}: ${problem.severity} ${problem.errorClass} [${problem.code}]`;
    const lines = [`${head}: ${problem.message}`, ...this.excerpt(problem.location)];
    if (problem.hint !== undefined) lines.push(`  hint: ${problem.hint}`);
    for (const { location, message } of problem.related ?? [])
      lines.push(`  note: ${this.head(location, fallback)}: ${message}`);
    return `${lines.join('\n')}\n`;
  }

  /** As Python shows a script that it cannot even read. */
  toFailure({ errorClass, message, location }: Problem, fallback: string): string {
    const { document, start } = this.place(location, fallback);
    const lines = [
      `  File "${document}", line ${start.line + 1}`,
      ...this.excerpt(location),
      `${errorClass}: ${message}`,
    ];
    return `${lines.join('\n')}\n`;
  }

  private head(location: Location | undefined, fallback: string): string {
    const { document, start } = this.place(location, fallback);
    return `${document}:${start.line + 1}:${start.character + 1}`;
  }

  private place(location: Location | undefined, fallback: string) {
    const document = location?.document ?? fallback;
    const table = this.tables.get(document);
    const start = table?.positionAt(location?.range.start ?? 0) ?? { line: 0, character: 0 };
    const end = table?.positionAt(location?.range.end ?? 0) ?? start;
    return { document, start, end };
  }

  /** The source line, and carets under what is wrong in it. */
  private excerpt(location: Location | undefined): string[] {
    const table = location && this.tables.get(location.document);
    if (!table || !location) return [];
    const start = table.positionAt(location.range.start);
    const end = table.positionAt(location.range.end);
    const line = table.line(start.line);
    if (line.trim() === '') return [];
    const stop = end.line === start.line ? end.character : line.length;
    const margin = line.slice(0, start.character).replace(/[^\t]/g, ' ');
    const carets = '^'.repeat(Math.max(1, Math.min(stop, line.length) - start.character));
    return [`    ${line}`, `    ${margin}${carets}`];
  }
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
