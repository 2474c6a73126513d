import type { EquationType } from '../../grammars/equations/tree.ts';
import type { Equations } from './equations.ts';
import type { ReportInSource } from './report.ts';
import type { SingleEquation } from './singleEquation.ts';

export type AllowedFlags = { readonly [type in EquationType]?: readonly string[] };

/**
 * Reports flags that the class of the group does not know for an equation of that type, and flags that
 * exclude each other. ValueError.
 */
export function checkFlags(
  equations: Equations,
  allowed: AllowedFlags,
  report: ReportInSource,
  incompatible: readonly (readonly string[])[] = [],
): void {
  for (const equation of equations.values()) {
    equation.flags.forEach((flag, k) => {
      const message =
        unknownFlag(equation, flag, allowed[equation.type] ?? []) ?? clash(equation, flag, incompatible);
      if (message === undefined) return;
      const range = equation.flagRanges[k] ?? equation.range;
      report({ code: 'illegal-flag', errorClass: 'ValueError', message, range }, equation.source);
    });
  }
}

function unknownFlag({ type }: SingleEquation, flag: string, allowed: readonly string[]): string | undefined {
  if (allowed.length === 0) return `Equations of type '${type}' cannot have any flags.`;
  if (allowed.includes(flag)) return undefined;
  const listed = allowed.map((name) => `'${name}'`).join(', ');
  const tuple = allowed.length === 1 ? `(${listed},)` : `(${listed})`;
  return `Equations of type '${type}' cannot have a flag '${flag}', only the following flags are allowed: ${tuple}`;
}

/** Said once, for the later of the two flags. */
function clash(
  { flags }: SingleEquation,
  flag: string,
  incompatible: readonly (readonly string[])[],
): string | undefined {
  const before = flags.slice(0, flags.indexOf(flag));
  const other = before.find((earlier) =>
    incompatible.some((set) => set.includes(flag) && set.includes(earlier)),
  );
  return other === undefined ? undefined : `Flag '${other}' cannot be combined with flag '${flag}'`;
}
