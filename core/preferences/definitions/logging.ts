import type { PreferenceCategory } from '../definition.ts';
import { logLevel } from '../validators.ts';

const NO_FILE = 'Spikelens writes no log file.';
const LEVELS = '`CRITICAL`, `ERROR`, `WARNING`, `INFO`, `DEBUG` or `DIAGNOSTIC`, as text';

export const LOGGING: PreferenceCategory = {
  name: 'logging',
  meaning: "Brian's messages",
  preferences: {
    delete_log_on_exit: {
      default: true,
      meaning: 'Whether the log file and the copy of the script are removed after a run without errors.',
      ignored: NO_FILE,
    },
    file_log_level: {
      default: 'DEBUG',
      meaning: 'The least level of messages that the log file gets.',
      accepts: logLevel,
      values: LEVELS,
      ignored: NO_FILE,
    },
    console_log_level: {
      default: 'INFO',
      meaning: 'The least level of messages that are shown. Brian reads it from preference files only.',
      accepts: logLevel,
      values: LEVELS,
    },
    file_log: {
      default: true,
      meaning: 'Whether messages are written to a file, too.',
      ignored: NO_FILE,
    },
    file_log_max_size: {
      default: 10000000n,
      meaning: 'The size in bytes above which the log file is moved aside and begun anew; 0 for never.',
      ignored: NO_FILE,
    },
    save_script: {
      default: true,
      meaning: 'Whether a copy of the script is kept beside the log file.',
      ignored: NO_FILE,
    },
    std_redirection: {
      default: true,
      meaning: 'Whether what compilers print is hidden.',
      ignored: 'Spikelens shows what a compiler says where it fails, and nothing else.',
    },
    std_redirection_to_file: {
      default: true,
      meaning: 'Whether the hidden output of compilers is kept in files.',
      ignored: NO_FILE,
    },
    display_brian_error_message: {
      default: true,
      meaning: 'Whether an error comes with an explanation of where to ask for help.',
      ignored: 'Spikelens shows errors without it.',
    },
    warn_for_unused_objects: {
      default: true,
      meaning: 'Whether objects that no network ever simulated are warned of.',
      newer: true,
    },
  },
};
