import type { EquationType } from '../../grammars/equations/tree.ts';
import { didYouMean } from '../namespaces/nearest.ts';
import type { Equations } from './equations.ts';
import type { ReportInSource } from './report.ts';
import type { SingleEquation } from './singleEquation.ts';

export type AllowedFlags = { readonly [type in EquationType]?: readonly string[] } & {
  /** Brian's message shows the flags as the class keeps them: in lists, or else in tuples. */
  readonly inLists?: boolean;
};

/**
 * Reports flags that the class of the group does not know for an equation of that type, and flags that
 * exclude each other. ValueError.
 */
export function checkFlags(
  equations: Equations,
  allowed: AllowedFlags,
  report: ReportInSource,
  incompatible: readonly (readonly string[])[] = [],
  /** Flags that only later releases of Brian allow: no fault of a script that is written for them. */
  newer: AllowedFlags = {},
): void {
  for (const equation of equations.values()) {
    checkLinked(equation, report);
    equation.flags.forEach((flag, k) => {
      const fitting = allowed[equation.type] ?? [];
      const unknown = unknownFlag(equation, flag, fitting, allowed.inLists);
      const message = unknown ?? clash(equation, flag, incompatible);
      if (message === undefined) return;
      const range = equation.flagRanges[k] ?? equation.range;
      const isNewer = newer[equation.type]?.includes(flag) ?? false;
      const hint = isNewer
        ? 'Brian 2.5.1 refuses this; later releases accept it.'
        : unknown && flagHint(flag, fitting);
      const severity = isNewer ? 'warning' : 'error';
      report(
        { code: 'illegal-flag', severity, errorClass: 'ValueError', message, hint, range },
        equation.source,
      );
    });
  }
}

function checkLinked(
  { type, flags, flagRanges, range, source }: SingleEquation,
  report: ReportInSource,
): void {
  if (type !== 'parameter' || flags.length < 2 || !flags.includes('linked')) return;
  const at = flagRanges[flags.indexOf('linked')] ?? range;
  const message = "The 'linked' flag cannot be combined with other flags";
  report({ code: 'illegal-flag', errorClass: 'SyntaxError', message, range: at }, source);
}

/** Where each flag belongs. */
const HOMES: Readonly<Record<string, string>> = {
  'unless refractory': 'differential equations of a NeuronGroup',
  constant: 'parameters',
  shared: 'parameters and subexpressions',
  linked: 'parameters of a NeuronGroup',
  'constant over dt': 'subexpressions',
  'event-driven': 'differential equations of Synapses',
  'clock-driven': 'differential equations of Synapses',
  summed: 'subexpressions of Synapses',
  'point current': 'currents of a SpatialNeuron',
};

/** Whether some class knows a flag of that name. */
export function isFlag(name: string): boolean {
  return Object.hasOwn(HOMES, name);
}

function flagHint(flag: string, fitting: readonly string[]): string | undefined {
  if (isFlag(flag)) return `'${flag}' is for ${HOMES[flag]}.`;
  const plain = flag.toLowerCase().replace(/[-_\s]+/g, ' ');
  const same = Object.keys(HOMES).find((known) => known.replace('-', ' ') === plain);
  if (same !== undefined) return `Did you mean '${same}'?`;
  return didYouMean(flag, fitting) ?? didYouMean(flag, Object.keys(HOMES));
}

function unknownFlag(
  { type }: SingleEquation,
  flag: string,
  allowed: readonly string[],
  inList = false,
): string | undefined {
  if (allowed.length === 0) return `Equations of type '${type}' cannot have any flags.`;
  if (allowed.includes(flag)) return undefined;
  const listed = allowed.map((name) => `'${name}'`).join(', ');
  const tuple = allowed.length === 1 ? `(${listed},)` : `(${listed})`;
  const shown = inList ? `[${listed}]` : tuple;
  return `Equations of type '${type}' cannot have a flag '${flag}', only the following flags are allowed: ${shown}`;
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
