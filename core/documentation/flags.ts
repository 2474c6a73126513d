/** What may stand in brackets behind the unit of an equation. */
import type { EquationType } from '../../grammars/equations/tree.ts';

export interface FlagDocumentation {
  readonly name: string;
  readonly text: string;
  /** Types of equation that may have it, by class of the group. */
  readonly allowed: readonly { readonly group: string; readonly types: readonly EquationType[] }[];
  /** An equation that has it; `v` and `x_post` stand for variables of the neurons. */
  readonly example: string;
}

const GROUPS = ['NeuronGroup', 'Synapses', 'SpatialNeuron'];
const everywhere = (...types: EquationType[]) => GROUPS.map((group) => ({ group, types }));

const FLAGS: readonly FlagDocumentation[] = [
  {
    name: 'unless refractory',
    text: 'The variable stands still while the neuron is refractory: its equation counts as 0, and input to it is lost. The group needs the argument `refractory`.',
    allowed: [{ group: 'NeuronGroup', types: ['differential equation'] }],
    example: 'dv/dt = (I - v)/tau : volt (unless refractory)',
  },
  {
    name: 'constant',
    text: 'A promise that the value does not change during a run, so that it may be computed once where it is used. It is not enforced.',
    allowed: everywhere('parameter'),
    example: 'tau_m : second (constant)',
  },
  {
    name: 'shared',
    text: 'One value for the whole group. A shared subexpression may only refer to shared variables.',
    allowed: everywhere('parameter', 'subexpression'),
    example: 'I_common : amp (shared)',
  },
  {
    name: 'linked',
    text: 'An alias of a variable of another group: assign the result of `linked_var` to it.',
    allowed: everywhere('parameter'),
    example: 'v_other : volt (linked)',
  },
  {
    name: 'constant over dt',
    text: 'Evaluated once at the beginning of each time step, and the same wherever it is used in the step. Needed for random numbers in a subexpression.',
    allowed: everywhere('subexpression'),
    example: 'kick = randn() : 1 (constant over dt)',
  },
  {
    name: 'event-driven',
    text: 'Only brought up to date when a spike arrives, by the solution for the time that has passed. For linear equations; excludes `clock-driven`.',
    allowed: [{ group: 'Synapses', types: ['differential equation'] }],
    example: 'dApre/dt = -Apre/tau_pre : 1 (event-driven)',
  },
  {
    name: 'clock-driven',
    text: 'Integrated in every time step. That is the rule without flag too, but then Brian asks whether it is meant; excludes `event-driven`.',
    allowed: [{ group: 'Synapses', types: ['differential equation'] }],
    example: 'dg/dt = -g/tau_syn : siemens (clock-driven)',
  },
  {
    name: 'summed',
    text: 'In each time step the sum over all synapses of a neuron is written to the neuron’s variable, a parameter. The name says which: `x_post` is `x` of the postsynaptic neuron.',
    allowed: [{ group: 'Synapses', types: ['subexpression'] }],
    example: 'x_post = w*x_pre : 1 (summed)',
  },
  {
    name: 'point current',
    text: 'A current in amp into a compartment: it is divided by the surface and counted in the current through the membrane.',
    allowed: [{ group: 'SpatialNeuron', types: ['differential equation', 'parameter', 'subexpression'] }],
    example: 'I : amp (point current)',
  },
];

const BY_NAME: ReadonlyMap<string, FlagDocumentation> = new Map(FLAGS.map((flag) => [flag.name, flag]));

export function flagDocumentation(name: string): FlagDocumentation | undefined {
  return BY_NAME.get(name);
}

export function documentedFlags(): Iterable<FlagDocumentation> {
  return BY_NAME.values();
}
