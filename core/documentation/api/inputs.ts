/** Sources of spikes and of currents. */
import { type EntryTexts, entries } from '../entry.ts';

const NAMED = 'Unique name. A `*` stands for nothing, or for `_1`, `_2`, ... where the name is taken.';
const DT = 'Length of its own time step, if it is not to follow the default clock.';
const CLOCK = 'A `Clock` to follow, instead of `dt`.';
const WHEN = 'Slot of the time step in which it acts.';
const ORDER = 'Place within the slot; small numbers come first.';
const TARGET = 'Target of code generation, if not the usual one.';

const INPUT_CLASSES: EntryTexts = {
  PoissonGroup: {
    text: 'Neurons that spike at random, independently of each other, with given rates.',
    bases: ['Group', 'SpikeSource'],
    parameters: {
      N: 'Number of neurons.',
      rates:
        'Rates in Hz: one for all, an array, or a string that may depend on `t` and `i` and is evaluated in every step.',
      'dt=None': DT,
      'clock=None': CLOCK,
      "when='thresholds'": WHEN,
      'order=0': ORDER,
      'namespace=None': 'Values of the names in `rates`.',
      "name='poissongroup*'": NAMED,
      'codeobj_class=None': TARGET,
    },
    example: "noise = PoissonGroup(100, rates='20*Hz*(1 + sin(2*pi*5*Hz*t))')",
    attributes: {
      rates: 'Rates of the neurons in Hz. They can be set, unless they were given as a string.',
      spikes: 'Numbers of the neurons that spiked in the last time step.',
      start: 'Number of its first neuron.',
      stop: 'Number behind that of its last neuron.',
      events: 'Its events: `spike`.',
    },
  },
  PoissonInput: {
    text: 'Adds the spikes of many independent Poisson sources to a variable of every neuron, without simulating the sources one by one. Faster than a `PoissonGroup` with synapses.',
    bases: ['BrianObject'],
    parameters: {
      target: 'The neurons that receive it.',
      target_var: 'Name of their variable that grows with each spike.',
      N: 'Number of sources for each neuron.',
      rate: 'Rate of each source, in Hz.',
      weight: 'How much one spike adds: a value in the unit of the variable, or a string.',
      "when='synapses'": WHEN,
      'order=0': ORDER,
    },
    example: "background = PoissonInput(G, 'v', N=100, rate=5*Hz, weight=0.01)",
    attributes: {
      rate: 'Rate of each source, in Hz.',
      N: 'Number of sources for each neuron.',
      target_var: 'Name of the variable that it adds to.',
      weight: 'How much one spike adds.',
    },
  },
  SpikeGeneratorGroup: {
    text: 'Neurons that spike at given times.',
    bases: ['Group', 'SpikeSource'],
    parameters: {
      N: 'Number of neurons.',
      indices: 'Which neuron makes each spike.',
      times: 'When, in second: as many as `indices`.',
      'dt=None': DT,
      'clock=None': CLOCK,
      'period=0*second': 'Repeats all spikes after this time; 0 for never.',
      "when='thresholds'": WHEN,
      'order=0': ORDER,
      'sorted=False': 'Whether the spikes come sorted by time already.',
      "name='spikegeneratorgroup*'": NAMED,
      'codeobj_class=None': TARGET,
    },
    example: 'source = SpikeGeneratorGroup(3, indices=[0, 2, 1], times=[1, 2, 5]*ms)',
    attributes: {
      spikes: 'Numbers of the neurons that spiked in the last time step.',
      period: 'Time after which the spikes repeat, in second.',
      spike_time: 'Times of its spikes, in second.',
      neuron_index: 'Neurons of its spikes.',
      start: 'Number of its first neuron.',
      stop: 'Number behind that of its last neuron.',
    },
    methods: {
      set_spikes: {
        text: 'Gives it other spikes, for the next run.',
        parameters: {
          indices: 'Which neuron makes each spike.',
          times: 'When, in second.',
          'period=0*second': 'Repeats all spikes after this time; 0 for never.',
          'sorted=False': 'Whether the spikes come sorted by time already.',
        },
        example: `source = SpikeGeneratorGroup(3, [0], [1]*ms)
source.set_spikes([0, 1], [1, 3]*ms)`,
      },
    },
  },
  TimedArray: {
    text: 'Values over time, as a function for strings: `I(t)`, or `I(t, i)` for an array of times by elements. Each value holds for one `dt`, the last one for ever.',
    parameters: {
      values: 'Array of values, with units; its first axis is time.',
      dt: 'Time for which each value holds.',
      'name=None': 'Unique name.',
    },
    example: `I = TimedArray([0, 1, 0.5], dt=10*ms)
neurons = NeuronGroup(1, 'dv/dt = (I(t) - v)/tau : 1', method='exact')`,
    attributes: {
      dt: 'Time for which each value holds, as a plain number of seconds.',
      values: 'The values, without units.',
      dim: 'Dimensions of the values.',
      name: 'Its unique name.',
    },
  },
  BinomialFunction: {
    text: 'A function for strings, without arguments: random numbers from a binomial distribution.',
    parameters: {
      n: 'Number of trials.',
      p: 'Probability of success in each trial.',
      'approximate=True': 'Takes a normal distribution instead where it comes close; faster.',
      "name='_binomial*'": NAMED,
    },
    example: `successes = BinomialFunction(100, 0.1)
G.run_regularly('v += 0.01*successes()')`,
  },
};

export const INPUTS = entries('class', INPUT_CLASSES);
