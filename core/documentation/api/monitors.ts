/** Objects that record during a run. */
import { type EntryText, type EntryTexts, entries } from '../entry.ts';

const NAMED = 'Unique name. A `*` stands for nothing, or for `_1`, `_2`, ... where the name is taken.';
const TARGET = 'Target of code generation, if not the usual one.';

const EVENT_PARAMETERS = {
  'variables=None': 'Names of state variables whose values are recorded at each event.',
  'record=True': 'Whether times and indices are kept; `False` keeps the counts only.',
  'when=None': 'Slot of the time step; default: right after the events are found.',
  'order=None': 'Place within the slot; can only be given along with `when`.',
};

const EVENT_ATTRIBUTES = {
  t: { text: 'Times of the events, in second; sorted.', example: 'plot(spikes.t/ms, spikes.i, ".k")' },
  i: 'Number of the neuron of each event.',
  t_: 'Times of the events in seconds, without units.',
  it: { text: 'Indices and times, as a pair of arrays.', example: 'indices, times = spikes.it' },
  it_: 'Indices and times without units.',
  count: { text: 'Number of events of each neuron.', example: 'mean_rate = spikes.count/(100*ms)' },
  num_events: 'Number of events of all neurons.',
  source: { text: 'The group that it records.', type: 'NeuronGroup' },
  event: 'Name of the event.',
  record: 'Whether times and indices are kept.',
} satisfies Record<string, string | EntryText>;

const EVENT_METHODS = {
  event_trains:
    'Times of the events of each neuron: a dictionary from the number of the neuron to an array of times.',
  values: {
    text: 'Values of a recorded variable at the events of each neuron, by number of the neuron.',
    parameters: { var: 'Name of the variable.' },
    example: `monitor = SpikeMonitor(G, variables='v')
net.add(monitor)
run(1*ms)
at_spikes = monitor.values('v')`,
  },
  all_values: 'All that was recorded: for each variable, arrays by number of the neuron.',
  reinit: 'Calling it is an error; to start again, make a new monitor.',
  resize: {
    text: 'Makes room for records; for internal use.',
    parameters: { new_size: 'Number of records.' },
  },
} satisfies Record<string, string | EntryText>;

const RATE_METHODS = {
  smooth_rate: {
    text: 'The rate over time, smoothed by a moving average, in Hz.',
    parameters: {
      "window='gaussian'": "`'gaussian'`, `'flat'`, or an array of odd length with the weights.",
      'width=None': 'Standard deviation of the Gaussian, or width of the flat window, in second.',
    },
    example: "run(10*ms)\nplot(rates.t/ms, rates.smooth_rate(window='flat', width=1*ms)/Hz)",
  },
} satisfies Record<string, string | EntryText>;

const MONITOR_CLASSES: EntryTexts = {
  SpikeMonitor: {
    text: 'Records the spikes of a group: who spiked when.',
    bases: ['Group'],
    parameters: {
      source: 'Group whose spikes to record; it needs a `threshold`.',
      ...EVENT_PARAMETERS,
      "name='spikemonitor*'": NAMED,
      'codeobj_class=None': TARGET,
    },
    example: `monitor = SpikeMonitor(G)
run(10*ms)
plot(monitor.t/ms, monitor.i, '.k')`,
    attributes: { ...EVENT_ATTRIBUTES, num_spikes: 'Number of spikes of all neurons.' },
    methods: {
      ...EVENT_METHODS,
      spike_trains: {
        text: 'Spike times of each neuron: a dictionary from the number of the neuron to an array of times.',
        example: 'first = spikes.spike_trains()[0]',
      },
    },
  },
  EventMonitor: {
    text: 'Records an event of a group: which neuron had it when.',
    bases: ['Group'],
    parameters: {
      source: 'Group whose events to record.',
      event: 'Name of the event, from the argument `events` of the group.',
      ...EVENT_PARAMETERS,
      "name='eventmonitor*'": NAMED,
      'codeobj_class=None': TARGET,
    },
    example: `H = NeuronGroup(5, 'dv/dt = 1/tau : 1', events={'half': 'v > 0.5'}, method='euler')
crossings = EventMonitor(H, 'half')`,
    attributes: EVENT_ATTRIBUTES,
    methods: EVENT_METHODS,
  },
  StateMonitor: {
    text: 'Records values of state variables over time. `M.v` has one row for each recorded element and one column for each time; `M[3].v` is the record of element 3.',
    bases: ['Group'],
    parameters: {
      source: 'Object whose variables to record.',
      variables: 'Name of a variable, several names, or `True` for all.',
      record: 'Elements to record: `True` for all, a number, a list of numbers, or synapses (`S[0, :]`).',
      'dt=None': 'Time between two records; default: the step of the source.',
      'clock=None': 'A `Clock` to follow, instead of `dt`.',
      "when='start'": 'Slot of the time step; by default values are recorded before they are updated.',
      'order=0': 'Place within the slot; small numbers come first.',
      "name='statemonitor*'": NAMED,
      'codeobj_class=None': TARGET,
    },
    example: `monitor = StateMonitor(G, 'v', record=[0, 5])
run(10*ms)
plot(monitor.t/ms, monitor.v[0])`,
    attributes: {
      t: 'Times of the records, in second.',
      t_: 'Times of the records in seconds, without units.',
      N: 'Number of records in time.',
      record: 'Numbers of the recorded elements.',
      record_variables: 'Names of the recorded variables.',
      n_indices: 'Number of recorded elements.',
      source: { text: 'The object that it records.', type: 'NeuronGroup' },
    },
    methods: {
      record_single_timestep: {
        text: 'Records the present values once more, say those at the end of a run.',
        example: 'net.run(1*ms)\nM.record_single_timestep()',
      },
      reinit: 'Calling it is an error; to start again, make a new monitor.',
      resize: {
        text: 'Makes room for records; for internal use.',
        parameters: { new_size: 'Number of records.' },
      },
    },
  },
  PopulationRateMonitor: {
    text: 'Records how many neurons of a group spike in each time step, as a rate: spikes per neuron and time.',
    bases: ['Group'],
    parameters: {
      source: 'Group whose spikes to count; it needs a `threshold`.',
      "name='ratemonitor*'": NAMED,
      'codeobj_class=None': TARGET,
      'dtype=float64': 'Floating-point type of the rates.',
    },
    example: `monitor = PopulationRateMonitor(G)
run(10*ms)
plot(monitor.t/ms, monitor.smooth_rate(width=2*ms)/Hz)`,
    attributes: {
      t: 'Times of the records, in second.',
      rate: 'Rate in each time step, in Hz.',
      t_: 'Times of the records in seconds, without units.',
      N: 'Number of records.',
      source: { text: 'The group that it records.', type: 'NeuronGroup' },
    },
    methods: {
      ...RATE_METHODS,
      binned_rate: {
        text: 'The rate averaged over bins: their centres and the rates. Of newer versions of Brian.',
        parameters: { bin_size: 'Length of a bin; a multiple of the time step.' },
      },
      reinit: 'Calling it is an error; to start again, make a new monitor.',
      resize: {
        text: 'Makes room for records; for internal use.',
        parameters: { new_size: 'Number of records.' },
      },
    },
  },
};

export const MONITORS = entries('class', MONITOR_CLASSES);
