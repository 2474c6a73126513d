import type { PreferenceCategory } from '../definition.ts';
import { oneOf, textOrList } from '../validators.ts';

const NO_MAKE = 'Spikelens calls the compiler itself.';

export const DEVICES: PreferenceCategory = { name: 'devices', meaning: 'Devices', preferences: {} };

export const DEVICES_CPP_STANDALONE: PreferenceCategory = {
  name: 'devices.cpp_standalone',
  meaning: 'The device `cpp_standalone`',
  preferences: {
    openmp_threads: {
      default: 0n,
      meaning: 'On how many threads the program runs; 0 for a program without threads.',
    },
    openmp_spatialneuron_strategy: {
      default: null,
      meaning: 'Had an effect on neurons with a morphology once, and has none any more.',
      accepts: oneOf(null, 'branches', 'systems'),
      values: "`'branches'`, `'systems'` or None",
      ignored: 'It has no effect in Brian either.',
    },
    make_cmd_unix: {
      default: 'make',
      meaning: 'The program that builds the project on Linux and macOS.',
      ignored: NO_MAKE,
    },
    run_cmd_unix: {
      default: './main',
      meaning:
        'How the program is started on Linux and macOS: a path, or a list of a path and its arguments.',
      accepts: textOrList,
      values: 'a text, or a list of texts',
      ignored: 'Spikelens starts the program that it has compiled.',
    },
    extra_make_args_unix: {
      default: ['-j'],
      meaning: 'Flags for `make` on Linux and macOS.',
      ignored: NO_MAKE,
    },
    extra_make_args_windows: { default: [], meaning: 'Flags for `nmake` on Windows.', ignored: NO_MAKE },
    run_environment_variables: {
      default: new Map([['LD_BIND_NOW', '1']]),
      meaning: 'Environment variables of the program.',
    },
  },
};
