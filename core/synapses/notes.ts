/** What Brian logs about synapses that work, but perhaps not as meant. */
import { printExpression } from '../../grammars/equations/index.ts';
import type { CodeStatement } from '../codegen/codeObject.ts';
import type { Equations } from '../equations/equations.ts';
import { type Problem, warning } from '../problems/problem.ts';
import type { Location } from '../text/range.ts';
import { SECOND } from '../units/dimension.ts';
import { formatQuantity } from '../units/display.ts';
import type { SynapticPathway } from './pathway.ts';

/** Equations that are integrated at every step because nothing else was asked for. */
export function clockDrivenNotes(equations: Equations, fallback: Location | undefined): Problem[] {
  return equations.diffEquations
    .filter(({ flags }) => !flags.includes('clock-driven') && !flags.includes('event-driven'))
    .map(({ name, nameRange, source }) => {
      const message =
        `The synaptic equation for the variable ${name} does not specify whether it should be integrated at every ` +
        "timestep ('clock-driven') or only at spiking events ('event-driven'). It will be integrated at every timestep " +
        'which can slow down your simulation unnecessarily if you only need the values of this variable whenever a ' +
        'spike occurs. Specify the equation as clock-driven explicitly to avoid this warning.';
      return warning(
        'clock-driven',
        message,
        source.provenance?.locate(nameRange) ?? fallback,
        'information',
      );
    });
}

/** A pathway whose ends and synapses do not step alike; undefined where they do, or where a step is not known. */
export function stepMismatch(pathway: SynapticPathway): Problem | undefined {
  const { owner: synapses, group, side } = pathway;
  const target = side === 'pre' ? synapses.target : synapses.source;
  const clocks = [group.clock, synapses.clock, target.clock];
  if (clocks.some((clock) => !clock.isKnown) || new Set(clocks.map(({ dt }) => dt)).size === 1)
    return undefined;
  const dt = formatQuantity(group.clock.dt, SECOND);
  const message =
    `Note that the synaptic pathway '${pathway.name}' will run on the clock of the group '${group.name}' using a dt of ` +
    `${dt}. Either the Synapses object '${synapses.name}' or the target '${target.name}' (or both) are using a ` +
    'different dt. This might lead to unexpected results. In particular, all delays will be rounded to multiples of ' +
    `${dt}. If in doubt, try to ensure that '${group.name}', '${synapses.name}', and '${target.name}' use the same dt.`;
  return warning('synapses-dt-mismatch', message, synapses.location);
}

/** Code whose result depends on which synapse comes first. */
export function orderNote(statements: readonly CodeStatement[], place: Location | undefined): Problem {
  const [first] = statements;
  const line = first === undefined ? '' : `${first.target} ${first.op} ${printExpression(first.expr)}`;
  const shown =
    statements.length <= 1
      ? `Abstract code: '${line}'`
      : `${statements.length} lines of abstract code, first line is: '${line}'`;
  const message =
    'Came across an abstract code block that may not be well-defined: the outcome may depend on the order of ' +
    `execution. You can ignore this warning if you are sure that the order of operations does not matter. ${shown}`;
  return warning('order-dependence', message, place);
}
