/** What runs a simulation, and when things happen in it. */
import { type EntryText, type EntryTexts, entries } from '../entry.ts';

const NAMED = 'Unique name. A `*` stands for nothing, or for `_1`, `_2`, ... where the name is taken.';

const RUN_PARAMETERS = {
  duration: 'Biological time to simulate, such as `100*ms`.',
  'report=None':
    "How to tell progress: `'text'`, `'stderr'`, or a function of elapsed time, completed part, start and duration.",
  'report_period=10*second': 'Real time between two reports.',
  'namespace=None':
    'Values of the names in the strings of all objects; without it those of the frame that calls `run`.',
  'profile=None': 'Whether to measure how long each object takes; `profiling_summary()` shows it.',
  'level=0': 'How many calls further out names are looked up.',
};

const STORE: EntryText = {
  text: 'Keeps the state of all objects under a name, so that `restore` can go back to it.',
  parameters: {
    "name='default'": 'Name of the snapshot.',
    'filename=None': 'File to write; default: in memory.',
  },
  example: "net.store('before')\nnet.run(10*ms)\nnet.restore('before')",
};

const RESTORE: EntryText = {
  text: 'Goes back to a state that `store` kept: variables, time, spikes on their way.',
  parameters: {
    "name='default'": 'Name of the snapshot.',
    'filename=None': 'File to read; default: from memory.',
    'restore_random_state=False': 'Whether random numbers repeat those that followed the snapshot.',
  },
  example: 'net.store()\nnet.run(10*ms)\nnet.restore()',
};

const NETWORK_CLASSES: EntryTexts = {
  Network: {
    text: 'Objects that are simulated together. Needed where the objects are not variables of the script, say in lists or functions; else a plain `run()` finds them.',
    parameters: {
      '*objs': 'Objects, or lists and dictionaries of objects.',
      "name='network*'": NAMED,
    },
    example: `network = Network(G, S, SpikeMonitor(G))
network.run(10*ms)`,
    attributes: {
      t: 'Time up to which it was simulated, in second.',
      t_: 'Time up to which it was simulated in seconds, without units.',
      name: 'Its unique name.',
      objects: 'Its objects.',
      sorted_objects: 'Its objects in the order in which they act in a time step.',
      schedule: {
        text: 'Slots of a time step, in order. A list of other names can be assigned.',
        example: "net.schedule = ['start', 'groups', 'synapses', 'thresholds', 'resets', 'end']",
      },
      profiling_info: 'How long each object took, after `run(..., profile=True)`.',
    },
    methods: {
      add: {
        text: 'Adds objects.',
        parameters: { '*objs': 'Objects, or lists and dictionaries of objects.' },
        example: 'net.add(SpikeMonitor(G))',
      },
      remove: {
        text: 'Takes objects away for good. To skip one for a while, set its `active`.',
        parameters: { '*objs': 'Objects, or lists and dictionaries of objects.' },
        example: 'net.remove(M)',
      },
      run: {
        text: 'Simulates for a time, from where the last run ended.',
        parameters: RUN_PARAMETERS,
        example: "net.run(100*ms, report='text')",
      },
      stop: 'Ends the run under way after the present time step; to be called by a network operation.',
      store: STORE,
      restore: RESTORE,
      get_states: {
        text: 'Copies of the state variables of all objects, by name of the object.',
        parameters: {
          'units=True': 'Whether values carry their units.',
          "format='dict'": "`'dict'` or `'pandas'`.",
          'subexpressions=False': 'Whether subexpressions are evaluated and included.',
          'read_only_variables=True': 'Whether variables that cannot be set are included.',
          'level=0': 'How many calls further out names are looked up.',
        },
        example: 'states = net.get_states()',
      },
      set_states: {
        text: 'Sets state variables of several objects, from what `get_states` gives.',
        parameters: {
          values: 'Values by name of object and variable.',
          'units=True': 'Whether values carry units.',
          "format='dict'": 'Format of the values.',
          'level=0': 'How many calls further out names are looked up.',
        },
        example: 'net.set_states(net.get_states(read_only_variables=False))',
      },
      check_dependencies: 'Checks that what its objects depend on is in the network too.',
      get_profiling_info: 'How long each object took, after `run(..., profile=True)`.',
      scheduling_summary: {
        text: 'A table of what happens when in a time step.',
        example: 'print(net.scheduling_summary())',
      },
    },
  },
  MagicNetwork: {
    text: 'The network behind a plain `run()`: it holds the objects that the calling frame has names for.',
    bases: ['Network'],
    example: 'isinstance(magic_network, MagicNetwork)',
  },
  NetworkOperation: {
    text: 'Calls a Python function in every time step of a simulation.',
    bases: ['BrianObject'],
    parameters: {
      function: 'The function: without arguments, or with the time as its only one.',
      'dt=None': 'Time between two calls, if not every step of the default clock.',
      'clock=None': 'A `Clock` to follow, instead of `dt`.',
      "when='start'": 'Slot of the time step.',
      'order=0': 'Place within the slot; small numbers come first.',
      "name='networkoperation*'": NAMED,
    },
    example: `def watch(t):
    print(t, mean(G.v[:]))

operation = NetworkOperation(watch, dt=10*ms)`,
    attributes: { function: 'The function that it calls.' },
  },
  Clock: {
    text: 'Time in steps of one length. Objects with the same clock act together.',
    parameters: { dt: 'Length of a step.', "name='clock*'": NAMED },
    example: "slow = Clock(1*ms)\nslow_monitor = StateMonitor(G, 'v', record=True, clock=slow)",
    attributes: {
      dt: 'Length of a step, in second; it can be set between runs.',
      dt_: 'Length of a step in seconds, without units.',
      t: 'Present time, in second.',
      t_: 'Present time in seconds, without units.',
      timestep: 'Number of the present step.',
      name: 'Its unique name.',
      epsilon_dt: 'Fraction of a step by which times may differ and still count as the same.',
    },
    methods: {
      set_interval: {
        text: 'Sets the interval that is simulated next; for internal use.',
        parameters: { start: 'First time.', end: 'Time behind the last step.' },
      },
    },
  },
  EventClock: {
    text: 'A clock whose steps come at given times. Of newer versions of Brian.',
    parameters: { times: 'Times of the steps.', "name='eventclock*'": NAMED },
    example: 'clock = EventClock([1, 2, 5]*ms)',
  },
};

const NETWORK_FUNCTIONS: EntryTexts = {
  run: {
    text: 'Simulates all Brian objects that the calling frame has names for, from where the last run ended.',
    parameters: RUN_PARAMETERS,
    example: "run(100*ms, report='text')",
  },
  stop: {
    text: 'Ends the run under way after the present time step.',
    example: `@network_operation
def give_up():
    if spikes.num_spikes > 1000:
        stop()`,
  },
  collect: {
    text: 'The Brian objects that a plain `run()` would simulate: those with names in the calling frame, but not those in lists or dictionaries.',
    parameters: { 'level=0': 'How many calls further out names are looked up.' },
    example: 'network = Network(collect())',
  },
  store: { ...STORE, example: 'store()\nrun(10*ms)\nrestore()' },
  restore: { ...RESTORE, example: "store('before')\nrun(10*ms)\nrestore('before')" },
  start_scope: {
    text: 'Hides all objects made so far from `run()`: a fresh start within a notebook or a long script.',
    example: 'start_scope()',
  },
  network_operation: {
    text: 'Decorator: the function is called in every time step of a simulation.',
    parameters: {
      'dt=None': 'Time between two calls, if not every step of the default clock.',
      'clock=None': 'A `Clock` to follow, instead of `dt`.',
      "when='start'": 'Slot of the time step.',
      'order=0': 'Place within the slot; small numbers come first.',
      "name='networkoperation*'": NAMED,
    },
    example: `@network_operation(dt=10*ms)
def watch(t):
    print(t, mean(G.v[:]))`,
    type: 'NetworkOperation',
  },
  profiling_summary: {
    text: 'A table of how long each object took, after `run(..., profile=True)`.',
    parameters: {
      'net=None': 'A network; default: that of plain `run()`.',
      'show=None': 'How many objects to show.',
    },
    example: 'run(10*ms, profile=True)\nprint(profiling_summary(show=5))',
  },
  scheduling_summary: {
    text: 'A table of what happens when in a time step.',
    parameters: { 'net=None': 'A network; default: that of plain `run()`.' },
    example: 'print(scheduling_summary())',
  },
  restore_initial_state: {
    text: 'Puts names, preferences and the default clock back to what they were at the start; for tests.',
    example: 'restore_initial_state()',
  },
};

const NETWORK_OBJECTS: EntryTexts = {
  defaultclock: {
    text: 'The clock of all objects that name no other; 0.1 ms unless its `dt` is set.',
    example: 'defaultclock.dt = 0.05*ms',
    type: 'Clock',
  },
  magic_network: {
    text: 'The network behind a plain `run()`.',
    example: 'print(magic_network.t)',
    type: 'MagicNetwork',
  },
};

const NETWORK_ERRORS: EntryTexts = {
  MagicError: {
    text: 'Raised where `run()` cannot tell whether a new simulation starts or an old one goes on. A `Network` of your own makes it clear.',
    example: 'try:\n    run(1*ms)\nexcept MagicError:\n    net.run(1*ms)',
  },
  BrianObjectException: {
    text: 'Raised where an object of a run cannot be prepared: it names the object and the line that made it; the reason is the error it came from.',
    example: 'try:\n    run(1*ms)\nexcept BrianObjectException as error:\n    print(error)',
  },
};

export const NETWORK = [
  ...entries('class', NETWORK_CLASSES),
  ...entries('function', NETWORK_FUNCTIONS),
  ...entries('object', NETWORK_OBJECTS),
  ...entries('exception', NETWORK_ERRORS),
];
