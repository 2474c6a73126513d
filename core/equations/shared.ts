import type { Equations } from './equations.ts';
import { identifiersOf, rangeOfName } from './names.ts';
import type { ReportInSource } from './report.ts';

/**
 * SyntaxError for a shared subexpression that refers to a variable with a value for each element.
 * @param isShared undefined for what is no variable of the group
 */
export function checkShared(
  equations: Equations,
  isShared: (name: string) => boolean | undefined,
  report: ReportInSource,
): void {
  for (const { name, flags, expr, source } of equations.subexpressions) {
    if (!flags.includes('shared')) continue;
    const other = [...identifiersOf(expr)].find((used) => isShared(used) === false);
    if (other === undefined) continue;
    const message = `Shared subexpression '${name}' refers to non-shared variable '${other}'.`;
    const hint = `'${other}' has a value for each element: flag it (shared), or do not flag '${name}'.`;
    const range = rangeOfName(expr, other) ?? expr.range;
    report({ code: 'not-shared', errorClass: 'SyntaxError', message, hint, range }, source);
  }
}
