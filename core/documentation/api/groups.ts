/** What all Brian objects share, and the groups of neurons. */
import { type EntryTexts, entries } from '../entry.ts';

const GROUP_CLASSES: EntryTexts = {
  BrianObject: {
    text: 'Anything that takes part in a simulation: groups, synapses, monitors, inputs, operations.',
    parameters: {
      'dt=None': 'Length of its own time step, if it is not to follow the default clock.',
      'clock=None': 'A `Clock` to follow, instead of `dt`.',
      "when='start'": 'Slot of the time step in which it acts.',
      'order=0': 'Place among the objects of the same slot; small numbers come first.',
      "name='brianobject*'":
        'Unique name. A `*` stands for nothing, or for `_1`, `_2`, ... where the name is taken.',
    },
    example: 'isinstance(G, BrianObject)',
    attributes: {
      name: 'Its unique name, as it stands in messages.',
      clock: { text: 'The clock whose time steps it follows.', type: 'Clock' },
      dt: 'Length of its time step, in second. To change it, set `dt` of the clock.',
      when: 'Slot of the time step in which it acts.',
      order: 'Place among the objects of the same slot; small numbers come first.',
      active: {
        text: 'Whether it takes part in the next run. Set it to `False` to switch it off for a while.',
        example: 'M.active = False',
      },
      contained_objects: 'Objects that belong to it and run with it, such as the state updater of a group.',
      add_to_magic_network: 'Whether a plain `run()` finds it.',
      code_objects: 'The pieces of compiled code that it runs; there are some after a run.',
    },
    methods: {
      add_dependency: {
        text: 'Declares that it only works in a network that holds another object too.',
        parameters: { obj: 'The object it needs.' },
      },
    },
  },
  VariableOwner: {
    text: 'Anything with state variables: `x.v` reads and sets variable `v`, `x.v_` does so without units.',
    bases: ['BrianObject'],
    example: 'isinstance(S, VariableOwner)',
    attributes: {
      variables: 'Its variables by name: type, dimensions and storage of each.',
      N: 'Number of its elements: neurons, synapses, or what was recorded.',
    },
    methods: {
      get_states: {
        text: 'Copies of the present values of state variables, as a dictionary or in another format.',
        parameters: {
          'vars=None': 'Names of the variables; default: all that are not read from elsewhere.',
          'units=True': 'Whether values carry their units.',
          "format='dict'": "`'dict'` or `'pandas'`, or a format registered with `ImportExport`.",
          'subexpressions=False': 'Whether subexpressions are evaluated and included.',
          'read_only_variables=True': 'Whether variables that cannot be set are included.',
          'level=0': 'How many calls further out names in subexpressions are looked up.',
        },
        example: "values = G.get_states(['v'])",
      },
      set_states: {
        text: 'Sets several state variables at once, from what `get_states` gives.',
        parameters: {
          values: 'Values by name of variable.',
          'units=True': 'Whether the values carry units.',
          "format='dict'": 'Format of the values.',
          'level=0': 'How many calls further out names in strings are looked up.',
        },
        example: "G.set_states({'v': linspace(0, 1, 10)})",
      },
      state: {
        text: 'A state variable by its name, for names that are not known before the script runs.',
        parameters: {
          name: 'Name of the variable.',
          'use_units=True': 'Whether its values carry units.',
          'level=0': 'How many calls further out names in strings are looked up.',
        },
        example: "G.state('v')",
      },
      add_attribute: {
        text: 'Allows an attribute that is no state variable; without it, setting an unknown name is an error.',
        parameters: { name: 'Name of the attribute.' },
        example: "G.add_attribute('label')\nG.label = 'excitatory'",
      },
    },
  },
  Group: {
    text: 'What neurons, synapses and inputs have in common: variables, and code that runs on them.',
    bases: ['VariableOwner'],
    example: 'isinstance(G, Group)',
    attributes: {
      namespace: 'Names that its strings see before those of the script; from the argument `namespace`.',
      indices: {
        text: 'Finds elements: `G.indices[condition]` gives the numbers of those that fulfil it.',
        example: "G.indices['v > 0.5']",
      },
    },
    methods: {
      run_regularly: {
        text: 'Runs statements on all elements again and again during a simulation, by default in every time step.',
        parameters: {
          code: 'Statements, such as `v *= 0.9`; one per line or separated by `;`.',
          'dt=None': 'Time between two executions, if not every step of the group.',
          'clock=None': 'A clock to follow, instead of `dt`.',
          "when='start'": 'Slot of the time step.',
          'order=0': 'Place within the slot; small numbers come first.',
          'name=None': 'Name of the operation.',
          'codeobj_class=None': 'Target of code generation, if not the usual one.',
        },
        example: "G.run_regularly('v += 0.1*randn()', dt=1*ms)",
        type: 'CodeRunner',
      },
      runner: { text: 'Old name of `run_regularly`, which to use instead; calling it is an error.' },
      custom_operation: {
        text: 'Old name of `run_regularly`, which to use instead; calling it is an error.',
      },
      resolve_all: {
        text: 'Finds what names in a string stand for: variable, constant or function.',
        parameters: {
          identifiers: 'Names to find.',
          run_namespace: 'Names from outside the group.',
          'user_identifiers=None': 'Those among them that the user wrote, about which to warn.',
          'additional_variables=None': 'Variables that go before all others.',
        },
      },
    },
  },
  NeuronGroup: {
    text: 'A population of neurons that share a model: equations, a threshold for spikes, a reset after them.',
    bases: ['Group', 'SpikeSource'],
    parameters: {
      N: 'Number of neurons.',
      model: 'Equations: a string or an `Equations` object.',
      "method=('exact', 'euler', 'heun')":
        'Numerical integration method by name, or several of which the first that suits is taken.',
      'method_options=None': 'Options of the method, as a dictionary.',
      'threshold=None':
        'Condition for a spike, such as `v > -50*mV`. It is checked for each neuron in each time step.',
      'reset=None': 'Statements that run for the neurons that spiked, such as `v = -70*mV`.',
      'refractory=False':
        'How long a neuron cannot spike after a spike: a time, a string for a time, or a condition (a string) that holds as long as it is refractory.',
      'events=None': 'Further events: conditions by name of the event.',
      'namespace=None':
        'Values of the names in the strings, as a dictionary. They go before the names of the script.',
      'dtype=None': 'Floating-point type of the variables, or types by name of variable.',
      'dt=None': 'Length of the time step of this group, if not that of the default clock.',
      'clock=None': 'A `Clock` to follow, instead of `dt`.',
      'order=0': 'Place among the objects of the same slot; small numbers come first.',
      "name='neurongroup*'":
        'Unique name. A `*` stands for nothing, or for `_1`, `_2`, ... where the name is taken.',
      'codeobj_class=None': 'Target of code generation, if not the usual one.',
    },
    example: `neurons = NeuronGroup(100, 'dv/dt = (1.2 - v)/tau : 1', threshold='v > 1', reset='v = 0',
                      refractory=2*ms, method='exact')
neurons.v = 'rand()'`,
    attributes: {
      equations: {
        text: 'Its equations as they are integrated, refractoriness worked in.',
        type: 'Equations',
      },
      user_equations: { text: 'Its equations as the script gave them.', type: 'Equations' },
      method_choice: 'What was given as `method`.',
      events: 'Conditions by event; the threshold is that of event `spike`.',
      spikes: 'Numbers of the neurons that spiked in the last time step.',
      start: 'Number of its first neuron: 0, except in subgroups.',
      stop: 'Number behind that of its last neuron.',
      thresholder: 'What checks the condition of each event, by event.',
      resetter: 'What runs code after each event, by event.',
      state_updater: 'What integrates the differential equations.',
      subexpression_updater: 'What evaluates subexpressions flagged `constant over dt`.',
    },
    methods: {
      run_on_event: {
        text: 'Runs statements on the neurons with an event, as the reset does for spikes.',
        parameters: {
          event: 'Name of the event, from the argument `events`.',
          code: 'Statements.',
          "when='after_resets'": 'Slot of the time step.',
          'order=None': 'Place within the slot; default: that of the group.',
        },
        example: `H = NeuronGroup(5, 'dv/dt = 1/tau : 1', events={'half': 'v > 0.5'}, method='euler')
H.run_on_event('half', 'v = 0')`,
      },
      set_event_schedule: {
        text: 'Chooses when in a time step the condition of an event is checked.',
        parameters: {
          event: 'Name of the event.',
          "when='after_thresholds'": 'Slot of the time step.',
          'order=None': 'Place within the slot; default: that of the group.',
        },
        example: `H = NeuronGroup(5, 'dv/dt = 1/tau : 1', events={'half': 'v > 0.5'}, method='euler')
H.set_event_schedule('half', when='before_resets')`,
      },
    },
  },
  Subgroup: {
    text: 'Some neurons of a group that follow each other, made by slicing: `G[10:20]`. It can be used like a group; its indices start at 0.',
    bases: ['Group', 'SpikeSource'],
    parameters: {
      source: 'The whole group.',
      start: 'Number of the first neuron.',
      stop: 'Number behind that of the last neuron.',
      'name=None': 'Unique name.',
    },
    example: 'first = G[:5]\nfirst.v = 0.5',
    attributes: {
      source: { text: 'The group that it is part of.', type: 'NeuronGroup' },
      start: 'Number of its first neuron in the group.',
      stop: 'Number behind that of its last neuron in the group.',
      spikes: 'Numbers (from 0) of its neurons that spiked in the last time step.',
    },
  },
  SpikeSource: {
    text: 'What can be the source of synapses and of spike monitors: it has spikes, a clock and a range of neurons.',
    example: 'isinstance(G, SpikeSource)',
  },
  VariableView: {
    text: 'A state variable as scripts see it: `G.v[:]` is an array with units, `G.v[condition]` selects elements, and assignments take values, arrays or strings.',
    example: "G.v = 'rand()'\nG.v['i > 5'] = 0\nlow = G.v[:] < 0.5",
    attributes: {
      shape: 'Its shape.',
      ndim: 'Number of its axes.',
      dtype: 'Type of its numbers.',
      unit: 'Its unit.',
      dim: 'Its dimensions.',
    },
    methods: {
      set_item: {
        text: 'Sets elements, as an assignment to `G.v[item]` does.',
        parameters: {
          item: 'Elements: number, slice, array or condition.',
          value: 'Value, array or string.',
          'level=0': 'How many calls further out names in strings are looked up.',
          'namespace=None': 'Names for strings.',
        },
        example: "G.v.set_item(slice(None), 'rand()')",
      },
      get_item: {
        text: 'Reads elements, as `G.v[item]` does.',
        parameters: {
          item: 'Elements: number, slice, array or condition.',
          'level=0': 'How many calls further out names in strings are looked up.',
          'namespace=None': 'Names for strings.',
        },
        example: "G.v.get_item('v > 0.5')",
      },
    },
  },
};

const GROUP_FUNCTIONS: EntryTexts = {
  linked_var: {
    text: 'Makes a parameter flagged `linked` an alias of a variable of another group: assign the result to it.',
    parameters: {
      group_or_variable: 'The other group, or its variable (`G.v`).',
      'name=None': 'Name of the variable, where a group is given.',
      'index=None':
        'Which element of the other group each element sees: an array, or the name of an index variable.',
    },
    example: `H = NeuronGroup(10, 'v_seen : 1 (linked)')
H.v_seen = linked_var(G, 'v')`,
  },
  get_local_namespace: {
    text: 'The names, with values, that a calling frame sees; a tool for code that looks names up itself.',
    parameters: { level: 'How many calls further out to look: 0 is the caller.' },
    example: 'names = get_local_namespace(0)',
  },
};

export const GROUPS = [...entries('class', GROUP_CLASSES), ...entries('function', GROUP_FUNCTIONS)];
