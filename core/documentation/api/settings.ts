/** Preferences, messages, and the machinery that scripts seldom touch. */
import { type EntryTexts, entries } from '../entry.ts';

const SETTING_OBJECTS: EntryTexts = {
  prefs: {
    text: "Brian's preferences: `prefs.codegen.target` or `prefs['codegen.target']`.",
    example: "prefs.codegen.target = 'numpy'\nprint(prefs['core.default_float_dtype'])",
    type: 'BrianGlobalPreferences',
  },
  brian_prefs: {
    text: 'Old name of `prefs`, which to use instead; using it is an error.',
    example: "prefs.codegen.target = 'numpy'",
  },
};

const SETTING_CLASSES: EntryTexts = {
  BrianGlobalPreferences: {
    text: 'The class of `prefs`.',
    example: 'len(prefs)',
    attributes: {
      as_file: 'All preferences, as the text of a preference file.',
      defaults_as_file: 'All defaults, as the text of a preference file.',
      toplevel_categories: 'The categories.',
    },
    methods: {
      reset_to_defaults: {
        text: 'Gives all preferences their defaults.',
        example: 'prefs.reset_to_defaults()',
      },
      read_preference_file: {
        text: 'Sets preferences from a file.',
        parameters: { file: 'Name of the file, or the open file.' },
      },
      load_preferences: 'Reads the preference files that Brian reads when it starts.',
      register_preferences: {
        text: 'Adds preferences of your own.',
        parameters: {
          prefbasename: 'Their category.',
          prefbasedoc: 'What the category is for.',
          '**prefs': 'A `BrianPreference` for each name.',
        },
        example:
          "prefs.register_preferences('my_model', 'Settings of my model', size=BrianPreference(10, 'Number of neurons'))",
      },
      check_all_validated: 'Warns about preferences that are set and do not exist.',
      do_validation: 'Checks preferences that were set before they were registered.',
      get_documentation: {
        text: 'A description of all preferences, or of those in a category.',
        parameters: {
          'basename=None': 'The category.',
          'link_targets=True': 'Whether there are targets for links.',
        },
      },
      eval_pref: {
        text: 'Evaluates the text of a value, as in a preference file.',
        parameters: { value: 'The text.' },
      },
      keys: 'Names of all preferences.',
      values: 'Values of all preferences.',
      items: 'Names and values of all preferences.',
      get: {
        text: 'Value of a preference, or the default given.',
        parameters: { key: 'Its name.', 'default=None': 'Default.' },
      },
    },
  },
  BrianPreference: {
    text: 'A preference of your own, for `prefs.register_preferences`.',
    parameters: {
      default: 'Its default.',
      docs: 'What it is for.',
      'validator=None':
        'Function that says whether a value is valid; default: values of the type of the default are.',
      'representor=repr': 'Function that gives the text of a value.',
    },
    example: "BrianPreference(10, 'Number of neurons')",
  },
};

const SETTING_ERRORS: EntryTexts = {
  PreferenceError: {
    text: 'Raised for preferences that do not exist and for invalid values.',
    example:
      'try:\n    prefs.core.default_float_dtype = int32\nexcept PreferenceError as error:\n    print(error)',
  },
};

const LOGGING_CLASSES: EntryTexts = {
  BrianLogger: {
    text: "Brian's messages: what is shown and what is not.",
    parameters: { name: 'Name of the module that logs.' },
    example: "BrianLogger.log_level_error()\nBrianLogger.suppress_name('method_choice')",
    type: 'BrianLogger',
    methods: {
      log_level_diagnostic: 'Shows all messages.',
      log_level_debug: 'Shows debug messages and all that matter more.',
      log_level_info: 'Shows information and all that matters more; the default.',
      log_level_warn: 'Shows warnings and errors.',
      log_level_error: 'Shows errors only.',
      suppress_name: {
        text: 'Hides messages of a name, as it stands at the end of `[brian2.groups.group.NAME]`.',
        parameters: {
          name: 'The name.',
          'filter_log_file=False': 'Whether they are left out of the log file too.',
        },
        example: "BrianLogger.suppress_name('resolution_conflict')",
      },
      suppress_hierarchy: {
        text: 'Hides messages of a module and of those in it.',
        parameters: {
          name: 'Name of the module.',
          'filter_log_file=False': 'Whether they are left out of the log file too.',
        },
        example: "BrianLogger.suppress_hierarchy('brian2.codegen')",
      },
      debug: {
        text: 'Logs a debug message.',
        parameters: {
          msg: 'The message.',
          'name_suffix=None': 'Its name.',
          'once=False': 'Whether it is shown once only.',
        },
      },
      info: {
        text: 'Logs information.',
        parameters: {
          msg: 'The message.',
          'name_suffix=None': 'Its name.',
          'once=False': 'Whether it is shown once only.',
        },
      },
      warn: {
        text: 'Logs a warning.',
        parameters: {
          msg: 'The message.',
          'name_suffix=None': 'Its name.',
          'once=False': 'Whether it is shown once only.',
        },
      },
      error: {
        text: 'Logs an error.',
        parameters: {
          msg: 'The message.',
          'name_suffix=None': 'Its name.',
          'once=False': 'Whether it is shown once only.',
        },
      },
      diagnostic: {
        text: 'Logs a message for diagnosis.',
        parameters: {
          msg: 'The message.',
          'name_suffix=None': 'Its name.',
          'once=False': 'Whether it is shown once only.',
        },
      },
      initialize: 'Sets up logging; done when Brian is imported.',
    },
  },
  std_silent: {
    text: 'Hides what is printed in a `with` block, say by compilers.',
    parameters: { 'alwaysprint=False': 'Shows it all the same.' },
    example: "with std_silent():\n    print('not seen')",
  },
  Nameable: {
    text: 'Anything with a unique name.',
    parameters: { name: 'The name; a `*` stands for what makes it unique.' },
    example: 'isinstance(G, Nameable)',
  },
  Trackable: {
    text: 'Anything whose living instances Brian keeps a list of.',
    example: 'isinstance(G, Trackable)',
  },
  ImportExport: {
    text: 'A format for `get_states` and `set_states`; derive from it to add one.',
    example: "G.get_states(['v'], format='dict')",
    attributes: { methods: 'All formats by name.', name: 'Name of the format.' },
    methods: {
      register: { text: 'Adds a format.', parameters: { importerexporter: 'The format.' } },
      export_data: {
        text: 'Gives the values of variables.',
        parameters: { group: 'The group.', variables: 'Names of the variables.' },
      },
      import_data: {
        text: 'Sets the values of variables.',
        parameters: { group: 'The group.', data: 'What `export_data` gave.' },
      },
    },
  },
};

const SETTING_FUNCTIONS: EntryTexts = {
  get_logger: {
    text: 'What to log messages with.',
    parameters: { "module_name='brian2'": 'Name of the module that logs.' },
    example: "logger = get_logger('brian2.my_script')\nlogger.info('started')",
    type: 'BrianLogger',
  },
  test: {
    text: "Runs Brian's own tests.",
    parameters: {
      'codegen_targets=None': 'Targets to test.',
      'long_tests=False': 'Whether slow tests run too.',
      'test_codegen_independent=True': 'Whether tests run that need no code generation.',
      'test_standalone=None': 'Device to test.',
      'additional_args=None': 'Further arguments of pytest.',
    },
    example: "if False:\n    test('numpy')",
  },
};

export const SETTINGS = [
  ...entries('object', SETTING_OBJECTS),
  ...entries('class', SETTING_CLASSES),
  ...entries('exception', SETTING_ERRORS),
  ...entries('class', LOGGING_CLASSES),
  ...entries('function', SETTING_FUNCTIONS),
];
