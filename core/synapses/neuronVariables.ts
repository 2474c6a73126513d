import type { Expression } from '../../grammars/equations/tree.ts';
import type { EventSource } from '../groups/events.ts';
import { isLinkedInput } from '../groups/linkedVariable.ts';
import { name } from '../symbolic/build.ts';
import { namesIn, substituteNames } from '../symbolic/tree.ts';
import type { Synapses } from './synapses.ts';

type Side = 'pre' | 'post';

const HIDDEN = new Set(['t', 'dt', 't_in_timesteps', 'N']);

/**
 * Makes the variables of the neurons at one end reachable: `v_pre`, `v_post`, and plain `v` for those of
 * the target that no synaptic variable hides. Reports a synaptic variable of the same name.
 */
export function addNeuronVariables(synapses: Synapses, side: Side, group: EventSource): void {
  if (group.variables.open) synapses.variables.open = true;
  for (const name of group.variables.names()) {
    if (name === 'N' || (name.startsWith('_') && !isLinkedInput(name))) continue;
    const own = synapses.equations.get(name);
    if (own !== undefined && !own.flags.includes('summed')) reportClash(synapses, side, name);
    addNeuronVariable(synapses, side, group, name);
  }
}

function addNeuronVariable(synapses: Synapses, side: Side, group: EventSource, name: string): void {
  const resolved = group.variables.resolve(name);
  // As in Brian, synapses do not see what neurons reach by an index array.
  if (resolved?.kind !== 'variable' || !['_idx', '_sub_idx', '0'].includes(resolved.index)) return;
  const { variables } = synapses;
  const suffixed = `${name}_${side}`;
  const index = `_${side}synaptic_idx`;
  const { variable, definition } = resolved;
  if (variable.kind === 'subexpression') {
    const expr = suffixNames(variable.expr, side, (n) => group.variables.has(n));
    const { dimension, dataType, scalar } = variable;
    variables.addSubexpression(suffixed, expr, dimension, dataType, scalar, definition);
    if (side === 'post' && !variables.has(name) && name !== 'i')
      variables.addSubexpression(name, expr, dimension, dataType, scalar, definition);
    return;
  }
  // The index within a subgroup is no array of the whole group: synapses have it as i and j.
  if (name === 'i') {
    variables.addReference(suffixed, variables.get(side === 'pre' ? 'i' : 'j')!);
    return;
  }
  variables.addReference(suffixed, variable, index, definition);
  if (side === 'post' && !variables.has(name)) variables.addReference(name, variable, index, definition);
}

/** A subexpression of the neurons refers to the neurons' variables, which synapses know by other names. */
function suffixNames(expr: Expression, side: Side, isVariable: (name: string) => boolean): Expression {
  const own = [...namesIn(expr)].filter((used) => isVariable(used) && !HIDDEN.has(used));
  return substituteNames(expr, new Map(own.map((used) => [used, name(`${used}_${side}`)])));
}

function reportClash(synapses: Synapses, side: Side, name: string): void {
  const shown = side === 'post' ? `post-synaptic variable '${name}'` : `pre-synaptic variable ${name}`;
  const message =
    `The ${shown} has the same name as a synaptic variable, rename the synaptic variable.` +
    `(for example to '${name}_syn') to avoid confusion`;
  const equation = synapses.equations.get(name);
  const location = equation?.source.provenance?.locate(equation.nameRange) ?? synapses.location;
  synapses.session.problems.report({
    code: 'name-clash',
    severity: 'error',
    errorClass: 'ValueError',
    message,
    location,
  });
}
