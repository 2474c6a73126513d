/** Names that Brian itself gives to variables of groups. */

export interface VariableDocumentation {
  readonly name: string;
  /** As after the colon of an equation. */
  readonly unit: string;
  readonly text: string;
  /** An expression in which the name makes sense. */
  readonly example: string;
}

const VARIABLES: readonly (readonly [name: string, unit: string, text: string, example: string])[] = [
  ['t', 'second', 'The present time of the simulation.', 'sin(2*pi*f*t)'],
  ['dt', 'second', 'Length of one time step of the group’s clock.', 'rand() < rate*dt'],
  [
    't_in_timesteps',
    'integer',
    'The present time, in steps of the group’s clock.',
    't_in_timesteps % 10 == 0',
  ],
  ['i', 'integer', 'Index of the element in its group; in synapses, of the presynaptic neuron.', 'i < N/2'],
  ['j', 'integer', 'Index of the postsynaptic neuron of a synapse.', 'abs(i - j) < 3'],
  ['N', 'integer', 'Number of elements of the group; in synapses, of the synapses.', 'i/N'],
  ['N_pre', 'integer', 'Number of presynaptic neurons.', 'i == N_pre - 1'],
  ['N_post', 'integer', 'Number of postsynaptic neurons.', 'j == (i + 1) % N_post'],
  ['N_incoming', 'integer', 'Number of synapses onto the same postsynaptic neuron.', '1/N_incoming'],
  ['N_outgoing', 'integer', 'Number of synapses from the same presynaptic neuron.', '1/N_outgoing'],
  [
    'lastspike',
    'second',
    'Time of the neuron’s last spike; far before 0 as long as there was none. Exists in groups with `refractory`.',
    't - lastspike < 5*ms',
  ],
  [
    'not_refractory',
    'boolean',
    'False while the neuron is refractory. Exists in groups with `refractory`.',
    'v > 1 and not_refractory',
  ],
  [
    'lastupdate',
    'second',
    'Time of the last event at the synapse. Exists where equations are `event-driven`.',
    'exp(-(t - lastupdate)/tau)',
  ],
  ['delay', 'second', 'Time between a spike and its effect at the synapse.', 'delay > 2*ms'],
  ['rates', 'hertz', 'Firing rate of each neuron of a `PoissonGroup`.', 'rates*dt'],
  ['x_pre', '1', 'A variable of the presynaptic neuron of a synapse: its name and `_pre`.', 'x_pre > x_post'],
  ['x_post', '1', 'A variable of the postsynaptic neuron of a synapse: its name and `_post`.', 'x_post < 1'],
  [
    'xi',
    'second**-0.5',
    'Gaussian white noise of mean 0. Different names that start with `xi_` are independent; the same name twice is the same noise.',
    '-v/tau + sigma*xi*tau**-0.5',
  ],
  [
    'spike',
    'event',
    'The event of a group with a `threshold`. Other events come from the argument `events`.',
    'v > 1',
  ],
];

const BY_NAME: ReadonlyMap<string, VariableDocumentation> = new Map(
  VARIABLES.map(([name, unit, text, example]) => [name, { name, unit, text, example }]),
);

/** A variable that Brian provides; `xi_1` counts as `xi`. */
export function variableDocumentation(name: string): VariableDocumentation | undefined {
  return BY_NAME.get(/^xi_\w+$/.test(name) ? 'xi' : name);
}

export function documentedVariables(): Iterable<VariableDocumentation> {
  return BY_NAME.values();
}
