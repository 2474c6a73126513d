/** The slots of a time step, which `when=` chooses among. */

export interface SlotDocumentation {
  readonly name: string;
  readonly text: string;
  readonly example: string;
}

const SLOTS: readonly (readonly [name: string, what: string])[] = [
  [
    'start',
    'Beginning of the time step. State monitors record here, and `run_regularly` and network operations act here.',
  ],
  ['groups', 'Differential equations are integrated and summed variables computed: values of the next step.'],
  ['thresholds', 'Conditions for spikes are checked; inputs spike. Spike monitors record right after.'],
  ['synapses', 'Spikes that arrive are handled: first `on_pre`, then `PoissonInput`, then `on_post`.'],
  ['resets', 'Resets run for the neurons that spiked.'],
  ['end', 'End of the time step. Population rate monitors record here.'],
];

const BY_NAME: ReadonlyMap<string, SlotDocumentation> = new Map(
  SLOTS.flatMap(([name, text]) =>
    [
      [`before_${name}`, `Right before the slot \`${name}\`. ${text}`],
      [name, text],
      [`after_${name}`, `Right after the slot \`${name}\`. ${text}`],
    ].map(([slot, meaning]) => [
      slot!,
      { name: slot!, text: meaning!, example: `StateMonitor(G, 'v', record=True, when='${slot}')` },
    ]),
  ),
);

/** A slot of Brian's default schedule, or one before or after such a slot. */
export function slotDocumentation(name: string): SlotDocumentation | undefined {
  return BY_NAME.get(name);
}

/** All slots, in the order of a time step. */
export function documentedSlots(): Iterable<string> {
  return BY_NAME.keys();
}
