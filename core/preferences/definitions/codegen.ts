import type { PreferenceCategory } from '../definition.ts';
import { anything, codeTarget, codeTargetOrNone, textOrNone } from '../validators.ts';

const NO_CYTHON = 'Spikelens compiles no Cython.';
const NO_MSVC = 'Spikelens compiles with gcc or clang.';

export const CODEGEN: PreferenceCategory = {
  name: 'codegen',
  meaning: 'How code for simulations is made',
  preferences: {
    target: {
      default: 'auto',
      meaning:
        "The target for which the runtime device makes code: `'numpy'`, `'cython'`, or `'auto'` for Cython where " +
        'a compiler is found.',
      accepts: codeTarget,
      values: "`'auto'`, `'numpy'`, `'cython'`, or a class of code objects",
      ignored:
        'The runtime device of Spikelens has a target of its own; only names that Brian refuses are errors.',
    },
    string_expression_target: {
      default: 'numpy',
      meaning: "The target for strings that are evaluated once, as in `G.v = 'rand()'` or `G.v['i > 3']`.",
      accepts: codeTarget,
      values: "`'numpy'`, `'cython'`, or a class of code objects",
      ignored: 'Spikelens has one target for such strings; only names that Brian refuses are errors.',
    },
    synapse_connect_target: {
      default: null,
      meaning: 'The target for the code that makes synapses; None for the one of other code.',
      accepts: codeTargetOrNone,
      values: "`'numpy'`, `'cython'`, a class of code objects, or None",
      ignored: 'Spikelens has one target for code that makes synapses.',
      newer: true,
    },
    loop_invariant_optimisations: {
      default: true,
      meaning:
        'Whether parts of an expression that are the same for all neurons or synapses are computed once in each ' +
        'step, in front of the loop.',
    },
    max_cache_dir_size: {
      default: 1000n,
      meaning: 'Size in MB above which Brian suggests to clear its cache of compiled code; 0 for never.',
      ignored: 'Spikelens keeps no Cython cache.',
    },
  },
};

export const CODEGEN_CPP: PreferenceCategory = {
  name: 'codegen.cpp',
  meaning: 'How C++ is compiled',
  preferences: {
    compiler: {
      default: '',
      meaning: 'The family of the C++ compiler; empty for the usual one of the system.',
      values: "`''`, `'unix'` or `'msvc'`",
      ignored: NO_MSVC,
    },
    extra_compile_args: {
      default: null,
      meaning: 'Flags for the compiler, whichever it is. None: those of the two preferences per compiler.',
      accepts: anything,
      values: 'a list of texts, or None',
    },
    extra_compile_args_gcc: {
      default: ['-w', '-O3', '-ffast-math', '-fno-finite-math-only', '-march=native', '-std=c++11'],
      meaning: 'Flags for gcc and clang.',
    },
    extra_compile_args_msvc: {
      default: ['/Ox', '/w', '', '/MP'],
      meaning: "Flags for Microsoft's compiler.",
      ignored: NO_MSVC,
    },
    extra_link_args: { default: [], meaning: 'Flags for linking the program.' },
    include_dirs: {
      default: ['/usr/include'],
      meaning: "Folders in which headers are looked for; by default the one of Python's installation.",
    },
    library_dirs: {
      default: ['/usr/lib'],
      meaning: "Folders in which libraries are looked for; by default the one of Python's installation.",
    },
    runtime_library_dirs: {
      default: ['/usr/lib'],
      meaning: 'Folders in which the program looks for libraries when it starts.',
    },
    libraries: { default: [], meaning: 'Names of libraries that the program is linked with.' },
    headers: {
      default: [],
      meaning:
        "Headers that all C++ code includes, written as after `#include`: `'<vector>'`, `'\"mine.h\"'`.",
    },
    define_macros: {
      default: [],
      meaning: 'Macros to define: pairs of a name and its text, or None for a name without text.',
    },
    msvc_vars_location: {
      default: '',
      meaning: "Where the script lies that sets up Microsoft's compiler.",
      ignored: NO_MSVC,
    },
    msvc_architecture: {
      default: '',
      meaning: "The processor for which Microsoft's compiler makes code, such as `'amd64'`.",
      ignored: NO_MSVC,
    },
  },
};

export const CODEGEN_GENERATORS: PreferenceCategory = {
  name: 'codegen.generators',
  meaning: 'How code is written, per language',
  preferences: {},
};

export const CODEGEN_GENERATORS_CPP: PreferenceCategory = {
  name: 'codegen.generators.cpp',
  meaning: 'How C++ is written',
  preferences: {
    restrict_keyword: {
      default: '__restrict',
      meaning: 'The keyword with which the compiler is told that two arrays do not overlap.',
      ignored: 'Spikelens uses the keyword that gcc and clang share.',
    },
    flush_denormals: {
      default: false,
      meaning: 'Whether numbers too small to be stored with full precision count as zero, which is faster.',
      ignored: 'Results would differ between the devices.',
    },
  },
};

export const CODEGEN_RUNTIME: PreferenceCategory = {
  name: 'codegen.runtime',
  meaning: 'How the runtime device makes code, per target',
  preferences: {},
};

export const CODEGEN_RUNTIME_NUMPY: PreferenceCategory = {
  name: 'codegen.runtime.numpy',
  meaning: 'The NumPy target of the runtime device',
  preferences: {
    discard_units: {
      default: false,
      meaning: "Whether the script's own functions get plain numbers in place of quantities.",
    },
  },
};

export const CODEGEN_RUNTIME_CYTHON: PreferenceCategory = {
  name: 'codegen.runtime.cython',
  meaning: 'The Cython target of the runtime device',
  preferences: {
    multiprocess_safe: {
      default: true,
      meaning: 'Whether processes that compile at the same time wait for each other.',
      ignored: NO_CYTHON,
    },
    cache_dir: {
      default: null,
      meaning: 'The folder in which compiled Cython code is kept; None for one in the user’s cache.',
      accepts: textOrNone,
      values: 'a path, or None',
      ignored: NO_CYTHON,
    },
    delete_source_files: {
      default: true,
      meaning: 'Whether the sources of compiled Cython code are removed.',
      ignored: NO_CYTHON,
    },
  },
};
