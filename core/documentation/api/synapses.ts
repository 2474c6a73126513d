/** Connections between groups. */
import { type EntryTexts, entries } from '../entry.ts';

const SYNAPSES_CLASSES: EntryTexts = {
  Synapses: {
    text: 'Connections from neurons of one group to those of another, with variables of their own and code that runs when a spike arrives. `connect` makes the connections.',
    bases: ['Group'],
    parameters: {
      source: 'Group of the presynaptic neurons.',
      'target=None': 'Group of the postsynaptic neurons; default: the source.',
      'model=None': 'Equations of the synapses. Variables of neurons are at hand as `v_pre` and `v_post`.',
      'on_pre=None':
        'Statements for each synapse whose presynaptic neuron spiked, after the delay; or several such by name of the pathway.',
      'pre=None': 'Old name of `on_pre`.',
      'on_post=None':
        'Statements for each synapse whose postsynaptic neuron spiked; or several such by name of the pathway.',
      'post=None': 'Old name of `on_post`.',
      'connect=None': 'No longer of use: call the method `connect` instead.',
      'delay=None':
        'One delay for all synapses, or delays by name of the pathway. Without it each synapse has a `delay` that can be set.',
      "on_event='spike'": 'Event that triggers the pathways, or events by name of the pathway.',
      'multisynaptic_index=None': 'Name of a variable that numbers the synapses of one pair of neurons.',
      'namespace=None': 'Values of the names in the strings, as a dictionary.',
      'dtype=None': 'Floating-point type of the variables, or types by name of variable.',
      'codeobj_class=None': 'Target of code generation, if not the usual one.',
      'dt=None': 'Length of the time step, if not that of the default clock.',
      'clock=None': 'A `Clock` to follow, instead of `dt`.',
      'order=0': 'Place among the objects of the same slot; small numbers come first.',
      "method=('exact', 'euler', 'heun')":
        'Numerical integration method by name, or several of which the first that suits is taken.',
      'method_options=None': 'Options of the method, as a dictionary.',
      "name='synapses*'":
        'Unique name. A `*` stands for nothing, or for `_1`, `_2`, ... where the name is taken.',
    },
    example: `synapses = Synapses(G, G, 'w : 1', on_pre='v_post += w', delay=1*ms)
synapses.connect(condition='i != j', p=0.1)
synapses.w = '0.1*rand()'`,
    attributes: {
      source: { text: 'Group of the presynaptic neurons.', type: 'NeuronGroup' },
      target: { text: 'Group of the postsynaptic neurons.', type: 'NeuronGroup' },
      equations: { text: 'Equations of the synapses.', type: 'Equations' },
      N: 'Number of synapses.',
      i: 'Number of the presynaptic neuron of each synapse.',
      j: 'Number of the postsynaptic neuron of each synapse.',
      pre: { text: 'The pathway of `on_pre`.', type: 'SynapticPathway' },
      post: { text: 'The pathway of `on_post`.', type: 'SynapticPathway' },
      delay: {
        text: 'Time between a presynaptic spike and its effect, of each synapse; in second. Short for `pre.delay`.',
        example: "S.delay = '1*ms + 2*ms*rand()'",
      },
      delay_: 'Delays of the synapses in seconds, without units.',
      N_outgoing_pre: 'Number of synapses that start at each neuron of the source.',
      N_incoming_post: 'Number of synapses that end at each neuron of the target.',
      N_outgoing: 'For each synapse, how many start at the same neuron.',
      N_incoming: 'For each synapse, how many end at the same neuron.',
      multisynaptic_index: 'Name of the variable that numbers the synapses of one pair.',
      summed_updaters: 'What computes the summed variables, by name.',
      state_updater: 'What integrates the differential equations.',
    },
    methods: {
      connect: {
        text: 'Makes synapses: for pairs that fulfil a condition, by index, or as a generator says. Each call adds to those there are; without arguments all pairs are connected.',
        parameters: {
          'condition=None':
            'Which pairs to connect: a string on `i`, `j` and variables of the neurons, or `True`.',
          'i=None': 'Presynaptic neurons: numbers, or a string for them given `j`.',
          'j=None':
            'Postsynaptic neurons: numbers, or a string for them given `i`, such as `k for k in range(i-3, i+4) if i != k`.',
          'p=1.0': 'Probability of each synapse: number or string.',
          'n=1': 'How many synapses for each pair: number or string.',
          'skip_if_invalid=False': 'Leaves out neurons that do not exist, instead of raising an error.',
          'namespace=None': 'Values of the names in the strings.',
          'level=0': 'How many calls further out names are looked up.',
        },
        example: "S.connect(j='k for k in range(i-2, i+3) if i != k', skip_if_invalid=True)",
      },
      verify_dependencies: {
        text: 'Checks that an equation depends on none of the given ones; used when synapses are made.',
        parameters: {
          eq: 'The equation.',
          eq_type: 'Its type, for the message.',
          deps: 'What it depends on.',
          should_not_depend_on: 'Names it must not depend on.',
          should_not_depend_on_name: 'Their type, for the message.',
        },
      },
    },
  },
  SynapticPathway: {
    text: 'What happens at synapses when a spike arrives: `S.pre`, `S.post`, or the name that the script gave it.',
    bases: ['Group'],
    parameters: {
      synapses: 'The synapses.',
      code: 'Statements.',
      prepost: "`'pre'` or `'post'`.",
      'objname=None': 'Name of the object.',
      'delay=None': 'Delay of all synapses.',
      "event='spike'": 'Event that triggers it.',
    },
    example: 'S.pre.delay = 2*ms\nS.pre.order = -2',
    attributes: {
      delay: 'Time between an event and its effect, of each synapse; in second.',
      order: 'Place in the slot `synapses`: -1 for `pre`, 1 for `post` unless it is set.',
      source: { text: 'The group whose events trigger it.', type: 'NeuronGroup' },
      target: { text: 'The group at the other end.', type: 'NeuronGroup' },
      synapses: { text: 'The synapses that it belongs to.', type: 'Synapses' },
      code: 'Its statements.',
      event: 'The event that triggers it.',
      prepost: "`'pre'` or `'post'`: the end at which events count.",
      queue: 'Spikes on their way.',
    },
  },
};

export const SYNAPSES = entries('class', SYNAPSES_CLASSES);
