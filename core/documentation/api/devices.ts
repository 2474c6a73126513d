/** Where simulations run, and the settings of code generation. */
import { type EntryTexts, entries } from '../entry.ts';

const DEVICE_FUNCTIONS: EntryTexts = {
  set_device: {
    text: 'Chooses where simulations run; to be called before any object is made.',
    parameters: {
      device: "`'runtime'` (the default) or `'cpp_standalone'`, which writes and compiles a C++ program.",
      'build_on_run=True':
        'Whether the program is built and run at the first `run()`; `False` for several runs, then `device.build()` does it.',
      '**kwargs': 'Options of `device.build`, such as `directory`.',
    },
    example: "set_device('cpp_standalone', directory='output', build_on_run=False)",
  },
  get_device: { text: 'The device in use.', example: 'get_device()', type: 'Device' },
  reset_device: {
    text: 'Goes back to the device before the last `set_device`, or to the given one.',
    parameters: { 'device=None': 'Name of a device.' },
    example: 'import brian2\nbrian2.devices.device.reset_device()',
  },
  seed: {
    text: 'Starts the random numbers of simulations from a given place, so that runs repeat.',
    parameters: { 'seed=None': 'A whole number; None for other numbers each time.' },
    example: 'seed(4321)',
  },
};

const DEVICE_CLASSES: EntryTexts = {
  Device: {
    text: 'What stores the variables and runs the code of a simulation.',
    example: 'device.seed(4321)',
    attributes: { network_schedule: 'Slots that the device prescribes, or None.' },
    methods: {
      build: {
        text: 'Writes, compiles and runs the C++ program; to be called after the last `run()`, with `build_on_run=False`.',
        parameters: {
          "directory='output'": 'Where the program is written; None for a temporary folder.',
          'compile=True': 'Whether it is compiled.',
          'run=True': 'Whether it is run.',
          'debug=False': 'Whether it is compiled for debugging.',
          'clean=False': 'Whether earlier results of the compiler are removed first.',
          'with_output=True': 'Whether its output is shown.',
          'additional_source_files=None': 'C++ files to compile along.',
          'run_args=None': 'Arguments of the program.',
          'direct_call=True': 'For internal use.',
        },
        example: `set_device('cpp_standalone', build_on_run=False)
# ... the model, and its runs ...
device.build(directory='output')`,
      },
      reinit: 'Forgets everything, for another simulation in the same script.',
      activate: {
        text: 'Starts using the device; `set_device` does it.',
        parameters: {
          'build_on_run=True': 'Whether to build at the first `run()`.',
          '**kwargs': 'Options of `build`.',
        },
      },
      delete: {
        text: 'Removes what the device wrote.',
        parameters: {
          'code=True': 'Whether the sources are removed.',
          'data=True': 'Whether the results are removed.',
          'directory=True': 'Whether the folder is removed.',
          'force=False': 'Whether files that are not its own are removed too.',
        },
      },
      seed: { text: 'As the function `seed`.', parameters: { 'seed=None': 'A whole number, or None.' } },
      insert_code: {
        text: 'Puts C++ code of your own into the program.',
        parameters: {
          slot: "Where: `'main'`, `'before_start'`, `'after_start'`, `'before_network_run'`, `'after_network_run'`, `'before_end'` or `'after_end'`.",
          code: 'The code.',
        },
      },
      get_random_state: 'The state of the random numbers.',
      set_random_state: {
        text: 'Goes back to a state of the random numbers.',
        parameters: { state: 'What `get_random_state` gave.' },
      },
    },
  },
  NumpyCodeObject: {
    text: 'Compiled code of the target `numpy`; can be given as `codeobj_class` or as the preference `codegen.target`.',
    example: 'prefs.codegen.target = NumpyCodeObject',
  },
  CythonCodeObject: {
    text: 'Compiled code of the target `cython`; can be given as `codeobj_class` or as the preference `codegen.target`.',
    example: 'prefs.codegen.target = CythonCodeObject',
  },
  CodeRunner: {
    text: 'A part of a group that runs generated code in each time step.',
    bases: ['BrianObject'],
    parameters: {
      group: 'The group.',
      template: 'Name of the template that the code goes into.',
      "code=''": 'Statements.',
      'user_code=None': 'What the user wrote of it, for messages.',
      'dt=None': 'Time between two executions.',
      'clock=None': 'A `Clock` to follow, instead of `dt`.',
      "when='start'": 'Slot of the time step.',
      'order=0': 'Place within the slot; small numbers come first.',
      "name='coderunner*'": 'Unique name.',
      'check_units=True': 'Whether units are checked.',
      'template_kwds=None': 'Further arguments of the template.',
      'needed_variables=None': 'Variables that the template needs.',
      'override_conditional_write=None': 'Variables to be written whatever their condition.',
      'codeobj_class=None': 'Target of code generation.',
      'generate_empty_code=True': 'Whether code is made where there are no statements.',
    },
    example: "regular = G.run_regularly('v *= 0.9')\nisinstance(regular, CodeRunner)",
  },
};

const DEVICE_OBJECTS: EntryTexts = {
  device: { text: 'Stands for the device in use.', example: 'device.seed(4321)', type: 'Device' },
  all_devices: { text: 'All devices by name.', example: "all_devices['runtime']" },
};

export const DEVICES = [
  ...entries('function', DEVICE_FUNCTIONS),
  ...entries('class', DEVICE_CLASSES),
  ...entries('object', DEVICE_OBJECTS),
];
