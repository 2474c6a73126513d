/** Every preference of Brian 2: name, default value, what it is for. */
export type PreferenceValue =
  | null
  | boolean
  | number
  | string
  | readonly PreferenceValue[]
  | PreferenceDictionary;

export interface PreferenceDictionary {
  readonly [key: string]: string;
}

export interface PreferenceDefinition {
  readonly default: PreferenceValue;
  /** What the preference is for, in a sentence. */
  readonly meaning: string;
  /** Where values of the default's own type are not the rule. */
  readonly accepts?: (value: PreferenceValue) => boolean;
}

const anything = () => true;
const isText = (value: PreferenceValue) => typeof value === 'string';
const isTextOrNone = (value: PreferenceValue) => value === null || isText(value);
const oneOf =
  (...values: readonly PreferenceValue[]) =>
  (value: PreferenceValue) =>
    values.includes(value);
const isTextList = (value: PreferenceValue) => Array.isArray(value) && value.every(isText);

function list(meaning: string, ...values: string[]): PreferenceDefinition {
  return { default: values, meaning };
}

const GCC_FLAGS = ['-w', '-O3', '-ffast-math', '-fno-finite-math-only', '-march=native', '-std=c++11'];
const SLOTS = ['start', 'groups', 'thresholds', 'synapses', 'resets', 'end'];
const LEVELS = ['CRITICAL', 'ERROR', 'WARNING', 'INFO', 'DEBUG', 'DIAGNOSTIC'];

export const PREFERENCE_DEFINITIONS: Readonly<Record<string, PreferenceDefinition>> = {
  'codegen.target': { default: 'auto', meaning: 'Target of code generation for simulations.' },
  'codegen.string_expression_target': {
    default: 'numpy',
    meaning: 'Target for string expressions in assignments.',
  },
  'codegen.synapse_connect_target': {
    default: null,
    meaning: 'Target for connecting synapses.',
    accepts: isTextOrNone,
  },
  'codegen.loop_invariant_optimisations': {
    default: true,
    meaning: 'Computes once what is the same for all elements.',
  },
  'codegen.max_cache_dir_size': {
    default: 1000,
    meaning: 'Cache size in MB above which a message is shown.',
  },
  'codegen.cpp.compiler': {
    default: '',
    meaning: 'Family of the C++ compiler.',
    accepts: oneOf('', 'unix', 'msvc'),
  },
  'codegen.cpp.extra_compile_args': {
    default: null,
    meaning: 'Compiler flags, in place of those per compiler.',
    accepts: anything,
  },
  'codegen.cpp.extra_compile_args_gcc': list('Flags for gcc and clang.', ...GCC_FLAGS),
  'codegen.cpp.extra_compile_args_msvc': list('Flags for MSVC.', '/Ox', '/w', '', '/MP'),
  'codegen.cpp.extra_link_args': list('Flags for the linker.'),
  'codegen.cpp.headers': list('Headers that generated code includes.'),
  'codegen.cpp.libraries': list('Libraries that generated code is linked with.'),
  'codegen.cpp.define_macros': { default: [], meaning: 'Macros that are defined.', accepts: Array.isArray },
  'codegen.cpp.include_dirs': list('Where headers are searched.'),
  'codegen.cpp.library_dirs': list('Where libraries are searched.'),
  'codegen.cpp.runtime_library_dirs': list('Where libraries are searched at run time.'),
  'codegen.cpp.msvc_architecture': { default: '', meaning: 'Architecture for MSVC.' },
  'codegen.cpp.msvc_vars_location': { default: '', meaning: "Location of MSVC's set-up script." },
  'codegen.generators.cpp.flush_denormals': { default: false, meaning: 'Treats denormal numbers as zero.' },
  'codegen.generators.cpp.restrict_keyword': {
    default: '__restrict',
    meaning: 'Keyword for pointers without aliases.',
  },
  'codegen.runtime.cython.cache_dir': {
    default: null,
    meaning: 'Where compiled code is kept.',
    accepts: isTextOrNone,
  },
  'codegen.runtime.cython.delete_source_files': {
    default: true,
    meaning: 'Removes sources after compilation.',
  },
  'codegen.runtime.cython.multiprocess_safe': {
    default: true,
    meaning: 'Locks the cache between processes.',
  },
  'codegen.runtime.numpy.discard_units': {
    default: false,
    meaning: "Passes plain numbers to the script's functions.",
  },
  'core.default_float_dtype': {
    default: 'float64',
    meaning: 'Type of float variables.',
    accepts: oneOf('float32', 'float64'),
  },
  'core.default_integer_dtype': { default: 'int32', meaning: 'Type of integer variables.' },
  'core.outdated_dependency_error': {
    default: true,
    meaning: 'Refuses outdated dependencies.',
    accepts: oneOf(true, false, null),
  },
  'core.stop_on_keyboard_interrupt': { default: true, meaning: 'Ctrl+C ends a run after the current step.' },
  'core.network.default_schedule': { default: SLOTS, meaning: 'Slots of a time step.', accepts: isTextList },
  'devices.cpp_standalone.openmp_threads': { default: 0, meaning: 'Number of threads; 0 for none.' },
  'devices.cpp_standalone.openmp_spatialneuron_strategy': {
    default: null,
    meaning: 'Has no effect.',
    accepts: anything,
  },
  'devices.cpp_standalone.make_cmd_unix': { default: 'make', meaning: 'Program that builds.' },
  'devices.cpp_standalone.run_cmd_unix': {
    default: './main',
    meaning: 'Command that runs.',
    accepts: (v) => isText(v) || isTextList(v),
  },
  'devices.cpp_standalone.extra_make_args_unix': list('Flags for make.', '-j'),
  'devices.cpp_standalone.extra_make_args_windows': list('Flags for nmake.'),
  'devices.cpp_standalone.run_environment_variables': {
    default: { LD_BIND_NOW: '1' },
    meaning: 'Environment of the program.',
  },
  'GSL.directory': { default: null, meaning: "Where GSL's headers are.", accepts: isTextOrNone },
  'legacy.refractory_timing': { default: false, meaning: 'Refractoriness as in old versions.' },
  'logging.console_log_level': { default: 'INFO', meaning: 'Least level shown.', accepts: oneOf(...LEVELS) },
  'logging.file_log': { default: true, meaning: 'Writes a log file.' },
  'logging.file_log_level': {
    default: 'DEBUG',
    meaning: 'Least level in the log file.',
    accepts: oneOf(...LEVELS),
  },
  'logging.file_log_max_size': { default: 10000000, meaning: 'Largest size of the log file in bytes.' },
  'logging.delete_log_on_exit': { default: true, meaning: 'Removes the log file after a clean end.' },
  'logging.save_script': { default: true, meaning: 'Keeps a copy of the script with the log.' },
  'logging.std_redirection': { default: true, meaning: 'Hides the output of compilers.' },
  'logging.std_redirection_to_file': { default: true, meaning: 'Keeps the hidden output in files.' },
  'logging.display_brian_error_message': { default: true, meaning: 'Explains how to report an error.' },
  'logging.warn_for_unused_objects': { default: true, meaning: 'Warns of objects that are never simulated.' },
};
