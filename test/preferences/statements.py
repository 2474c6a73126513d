# One script: each line is run on its own, in order; record.py says what Brian 2.5.1 makes of it.
repr(prefs)
repr(prefs.codegen)
str(prefs['codegen.runtime'])
type(prefs.codegen).__name__
prefs.codegen.target
prefs['codegen.target']
prefs['codegen'].target
prefs.codegen['target']
prefs['codegen']['runtime.numpy.discard_units']
prefs.codegen.runtime.numpy.discard_units
prefs.codegen['runtime'].numpy['discard_units']
prefs.core.default_float_dtype
prefs.core.default_integer_dtype
prefs.core.default_float_dtype is float64
prefs.core.network.default_schedule
prefs.devices.cpp_standalone.run_environment_variables
prefs.codegen.max_cache_dir_size + 1
list(prefs.codegen.cpp)
len(prefs.codegen.cpp)
list(prefs.codegen.runtime)
'headers' in prefs.codegen.cpp
'codegen.cpp.headers' in prefs
'codegen' in prefs
'runtime.numpy.discard_units' in prefs['codegen']
3 in prefs
prefs.core == prefs.core
prefs.core == prefs.codegen
isinstance(prefs, dict)
dict(prefs.core.network)
[name for name in prefs if name.startswith('legacy')]
list(prefs.legacy.items())
list(prefs.legacy.values())
prefs.get('codegen.foo', 3)
prefs.get('codegen.target', 3)
prefs.setdefault('codegen.target', 'a')
prefs.pop('x', 3)
prefs.toplevel_categories
prefs.foo
prefs['foo']
prefs['codegen.foo']
prefs.codegen.foo
prefs.codegen['foo']
prefs.codegen.cpp.foo
prefs.codgen.target
prefs[3]
prefs.codegen.target.foo
getattr(prefs.codegen, 'foo', 3)
hasattr(prefs.codegen, 'foo')
hasattr(prefs.codegen, 'target')
prefs['codegen'] = 3
prefs.codegen = 3
prefs.codegen.foo = 3
prefs['codegen.foo'] = 3
prefs['foo.bar'] = 3
prefs['foo'] = 3
prefs.foo.bar = 3
prefs.codgen.target = 'numpy'
prefs.codegen.cp.headers = []
prefs.codegen.runtime = 3
prefs.nothing = 3
prefs.nothing
prefs.codegen._own = 3
del prefs['codegen.target']
del prefs['foo']
prefs.clear()
prefs.popitem()
prefs.pop('codegen.target')
prefs.codegen.target = 3
prefs.codegen.target = None
prefs.codegen.target = int
prefs.codegen.target = 'foo'
prefs.codegen.target
prefs.codegen.target = NumpyCodeObject
prefs.codegen.target.__name__
prefs.codegen.target = 'numpy'
prefs.codegen.string_expression_target = 'foo'
prefs.codegen.string_expression_target = None
prefs.codegen.string_expression_target = 'numpy'
prefs.core.default_float_dtype = 'float32'
prefs.core.default_float_dtype = float
prefs.core.default_float_dtype = int
prefs.core.default_float_dtype = None
prefs.core.default_float_dtype = np.float32
prefs.core.default_float_dtype = float32
prefs.core.default_float_dtype
prefs.core.default_float_dtype = dtype('float32')
prefs.core.default_float_dtype = float64
prefs.core.default_integer_dtype = 'int64'
prefs.core.default_integer_dtype = dtype('int32')
prefs.core.default_integer_dtype = int64
prefs.core.default_integer_dtype
prefs.core.default_integer_dtype = int
prefs.core.default_integer_dtype = bool
prefs.core.default_integer_dtype = None
prefs.core.default_integer_dtype = np.int32
prefs.codegen.loop_invariant_optimisations = 1
prefs.codegen.loop_invariant_optimisations = 'True'
prefs.codegen.loop_invariant_optimisations = None
prefs.codegen.loop_invariant_optimisations = False
prefs.codegen.loop_invariant_optimisations = True
prefs.codegen.max_cache_dir_size = 10.
prefs.codegen.max_cache_dir_size = '10'
prefs.codegen.max_cache_dir_size = 10
prefs.codegen.max_cache_dir_size = True
prefs.codegen.max_cache_dir_size
prefs.codegen.cpp.compiler = 'gcc'
prefs.codegen.cpp.compiler = 3
prefs.codegen.cpp.compiler = None
prefs.codegen.cpp.compiler = ''
prefs.codegen.cpp.headers = ('a',)
prefs.codegen.cpp.headers = 'a'
prefs.codegen.cpp.headers = [1]
prefs.codegen.cpp.headers = array([1])
prefs.codegen.cpp.headers = ['<vector>']
prefs['codegen.cpp.headers'].append('<map>')
prefs.codegen.cpp.headers
prefs.codegen.cpp.headers += ['<set>']
prefs['codegen.cpp.headers']
prefs.codegen.cpp.libraries.append('m')
prefs.codegen.cpp.libraries
prefs.codegen.cpp.extra_compile_args = 'a'
prefs.codegen.cpp.extra_compile_args = 3
prefs.codegen.cpp.extra_compile_args = ['-O1']
prefs.codegen.cpp.extra_compile_args = None
prefs.codegen.cpp.extra_compile_args_gcc = '-O1'
prefs.codegen.cpp.extra_compile_args_gcc = ['-O1']
prefs.codegen.cpp.define_macros = [('A', '1')]
prefs.codegen.cpp.define_macros
prefs.codegen.cpp.define_macros = 3
prefs.codegen.generators.cpp.restrict_keyword = 'restrict'
prefs.codegen.generators.cpp.flush_denormals = 1
prefs.codegen.runtime.cython.cache_dir = 3
prefs.codegen.runtime.cython.cache_dir = 'a'
prefs.codegen.runtime.cython.multiprocess_safe = False
prefs.codegen.runtime.numpy.discard_units = True
prefs.codegen.runtime.numpy.discard_units = 'yes'
prefs.core.network.default_schedule = ['start', 'end']
prefs.core.network.default_schedule = ('start', 'end')
prefs.core.network.default_schedule = [1]
prefs.core.network.default_schedule = 'start'
prefs.core.outdated_dependency_error = False
prefs.core.outdated_dependency_error = 'no'
prefs.devices.cpp_standalone.openmp_threads = -1
prefs.devices.cpp_standalone.openmp_threads = 2.
prefs.devices.cpp_standalone.openmp_threads = '2'
prefs.devices.cpp_standalone.openmp_threads = 2
prefs.devices.cpp_standalone.openmp_threads = 4*mV
prefs.devices.cpp_standalone.openmp_spatialneuron_strategy = 'branches'
prefs.devices.cpp_standalone.openmp_spatialneuron_strategy = 'foo'
prefs.devices.cpp_standalone.make_cmd_unix = ['make']
prefs.devices.cpp_standalone.run_cmd_unix = ['./main', '-v']
prefs.devices.cpp_standalone.run_cmd_unix = 3
prefs.devices.cpp_standalone.extra_make_args_unix = '-j4'
prefs.devices.cpp_standalone.extra_make_args_unix = ['-j4']
prefs.devices.cpp_standalone.run_environment_variables = 3
prefs.devices.cpp_standalone.run_environment_variables = {'A': 3}
prefs.devices.cpp_standalone.run_environment_variables['B'] = '4'
prefs.devices.cpp_standalone.run_environment_variables
prefs.GSL.directory = 3
prefs.GSL.directory = None
prefs.legacy.refractory_timing = 0
prefs.legacy.refractory_timing = True
prefs.logging.console_log_level = 'debug'
prefs.logging.console_log_level = 'FOO'
prefs.logging.console_log_level = 3
prefs.logging.file_log = 3
prefs.logging.file_log_max_size = 0
prefs.logging.std_redirection = False
prefs.update({'legacy.refractory_timing': False})
prefs.update({'legacy.refractory_timing': 'x'})
prefs.update(legacy=3)
prefs.legacy.update(refractory_timing=True)
prefs.legacy.refractory_timing
prefs._backup()
prefs.codegen.target = 'cython'
prefs._restore()
prefs.codegen.target
prefs.reset_to_defaults()
prefs.codegen.target
prefs.codegen.loop_invariant_optimisations
prefs.check_all_validated()
prefs.get_documentation('nothing')
brian_prefs.codegen
brian_prefs['codegen.target']
brian_prefs.codegen.target = 'numpy'
prefs.read_preference_file('no_such_file')
BrianPreference(3, 'text').default
BrianPreference(3, 'text').validator(4)
BrianPreference(3, 'text').validator('4')
BrianPreference(3*mV, 'text').validator(4*mV)
BrianPreference(3*mV, 'text').validator(4*ms)
BrianPreference(3)
prefs.register_preferences('mine', 'My own', a=BrianPreference(3, 'number'), b=BrianPreference('x', 'text', validator=lambda v: v in ('x', 'y')))
prefs.mine.a
prefs.mine.a = 'q'
prefs.mine.a = 4
prefs['mine.a']
prefs.mine.b = 'z'
prefs.mine.b = 'y'
list(prefs.mine.items())
repr(prefs.mine)
'mine' in prefs.toplevel_categories
prefs.get_documentation('mine', link_targets=False)
prefs.register_preferences('mine', 'again', c=BrianPreference(3, ''))
prefs.register_preferences('codegen.target', 'again', c=BrianPreference(3, ''))
prefs.register_preferences('other', 'again', keys=BrianPreference(3, ''))
prefs.register_preferences('other2', 'again', **{'a b': BrianPreference(3, '')})
prefs.register_preferences('units', '', q=BrianPreference(3*mV, ''))
prefs.units.q = 4*mV
prefs.units.q
prefs.units.q = 4*ms
prefs.units.q = 4
prefs.register_preferences('mine3', '', q=BrianPreference('x', '', validator=lambda v: v == 'y'))
