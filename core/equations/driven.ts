/** Equations of synapses that are integrated at every step, and those that wait for spikes. */
import type { Expression } from '../../grammars/equations/tree.ts';
import type { Equations } from './equations.ts';
import { identifiersOf, rangeOfName } from './names.ts';
import type { ReportInSource } from './report.ts';
import type { SingleEquation } from './singleEquation.ts';

type Drive = 'event-driven' | 'clock-driven' | 'summed';

/** What each kind must not need, through subexpressions or not: that has no value at the time. */
const FORBIDDEN: Readonly<Record<Drive, Drive>> = {
  'event-driven': 'clock-driven',
  'clock-driven': 'event-driven',
  summed: 'event-driven',
};

/** EquationError where event-driven equations need clock-driven variables, or the other way round. */
export function checkDriven(equations: Equations, report: ReportInSource): void {
  for (const equation of equations.values()) {
    const drive = driveOf(equation);
    if (drive === undefined || equation.expr === undefined) continue;
    const need = findNeed(equation.expr, FORBIDDEN[drive], equations, []);
    if (need === undefined) continue;
    const { name, via } = need;
    const through = via.length === 0 ? '' : ` (via ${via.map((one) => `'${one}'`).join(', ')})`;
    const message = `The ${drive} '${equation.name}' should not depend on the ${FORBIDDEN[drive]} variable '${name}'${through}.`;
    const hint = `Integrate both in the same way: flag both (event-driven) or both (clock-driven).`;
    const range = rangeOfName(equation.expr, via[0] ?? name) ?? equation.expr.range;
    report({ code: 'drive', errorClass: 'EquationError', message, hint, range }, equation.source);
  }
}

/** Undefined for what has a value at any time. */
function driveOf({ type, flags }: SingleEquation): Drive | undefined {
  if (flags.includes('event-driven')) return 'event-driven';
  if (flags.includes('summed')) return 'summed';
  return type === 'differential equation' ? 'clock-driven' : undefined;
}

interface Need {
  readonly name: string;
  readonly via: readonly string[];
}

function findNeed(
  expr: Expression,
  drive: Drive,
  equations: Equations,
  via: readonly string[],
): Need | undefined {
  for (const name of identifiersOf(expr)) {
    const used = equations.get(name);
    if (used === undefined || via.includes(name)) continue;
    const own = driveOf(used);
    if (own === drive) return { name, via };
    const isPlain = own === undefined && used.expr !== undefined && !used.flags.includes('constant over dt');
    const inner = isPlain ? findNeed(used.expr, drive, equations, [...via, name]) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}
