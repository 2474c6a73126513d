import type { PreferenceCategory } from '../definition.ts';
import { floatType, gslFolder, oneOf } from '../validators.ts';
import { NamedType } from '../values.ts';

export const CORE: PreferenceCategory = {
  name: 'core',
  meaning: 'What all of Brian has in common',
  preferences: {
    default_float_dtype: {
      default: new NamedType('float64', 'numpy'),
      meaning: 'In how many bits state variables and other arrays of numbers are stored.',
      accepts: floatType,
      values: '`float32` or `float64`',
    },
    default_integer_dtype: {
      default: new NamedType('int32', 'numpy'),
      meaning: 'In how many bits variables with the unit `integer` are stored.',
      ignored: 'Spikelens stores integers in 32 bits.',
    },
    outdated_dependency_error: {
      default: true,
      meaning: 'Whether a Python library that is too old for Brian is an error; False for a warning.',
      accepts: oneOf(true, false, null),
      values: 'True or False; newer versions of Brian take None, too, and use it no more',
      ignored: 'Spikelens needs no Python libraries.',
    },
    stop_on_keyboard_interrupt: {
      default: true,
      meaning: 'Whether Ctrl+C ends a run after the step under way, so that its results can be used.',
      ignored: 'In Spikelens Ctrl+C always ends a run after the step under way.',
      newer: true,
    },
  },
};

export const CORE_NETWORK: PreferenceCategory = {
  name: 'core.network',
  meaning: 'Networks',
  preferences: {
    default_schedule: {
      default: ['start', 'groups', 'thresholds', 'synapses', 'resets', 'end'],
      meaning: 'The slots of a time step, in order, of networks that have no `schedule` of their own.',
    },
  },
};

export const LEGACY: PreferenceCategory = {
  name: 'legacy',
  meaning: 'What earlier versions of Brian did',
  preferences: {
    refractory_timing: {
      default: false,
      meaning:
        'Whether refractory periods end as in Brian 2.1.2 and before: by comparing times, so that one that is a ' +
        'multiple of dt may last a step more or less.',
    },
  },
};

export const GSL: PreferenceCategory = {
  name: 'GSL',
  meaning: 'The GNU Scientific Library',
  preferences: {
    directory: {
      default: null,
      meaning: "The folder that holds GSL's headers; None where the compiler finds them by itself.",
      accepts: gslFolder,
      values: 'a path, or None',
      ignored: 'Spikelens does not use GSL.',
    },
  },
};
