/** The modules below `brian2`, and where in them Brian's names live. */
import type { Interpreter } from '../../interpreter.ts';
import { PyModule } from '../../objects/module.ts';
import { unsupported } from '../../objects/unsupported.ts';
import type { PyValue } from '../../values.ts';
import { timestepFunction } from './functions/defaultFunction.ts';

/** By path; what has no names of its own holds other modules. Most of these modules have more names than these. */
const SUBMODULES: Readonly<Record<string, string>> = {
  codegen: 'NumpyCodeObject CythonCodeObject',
  'codegen.runtime': '',
  'codegen.runtime.numpy_rt': '',
  'codegen.runtime.numpy_rt.numpy_rt': 'NumpyCodeObject',
  'codegen.runtime.cython_rt': '',
  'codegen.runtime.cython_rt.cython_rt': 'CythonCodeObject',
  'codegen.codeobject': 'CodeObject constant_or_scalar',
  'codegen.generators': '',
  'codegen.generators.cpp_generator': 'CPPCodeGenerator c_data_type',
  'codegen.generators.cython_generator': 'CythonCodeGenerator',
  'codegen.generators.numpy_generator': 'NumpyCodeGenerator',
  core: '',
  'core.base': 'BrianObject BrianObjectException',
  'core.clocks': 'Clock defaultclock',
  'core.functions': 'DEFAULT_FUNCTIONS Function implementation declare_types timestep check_units',
  'core.magic': 'MagicNetwork magic_network MagicError run stop collect store restore start_scope',
  'core.names': 'Nameable',
  'core.namespace': 'get_local_namespace DEFAULT_FUNCTIONS DEFAULT_UNITS DEFAULT_CONSTANTS',
  'core.network': 'Network profiling_summary scheduling_summary',
  'core.operations': 'NetworkOperation network_operation',
  'core.spikesource': 'SpikeSource',
  'core.tracking': 'Trackable',
  'core.variables':
    'linked_var Variable Constant ArrayVariable DynamicArrayVariable Subexpression AuxiliaryVariable VariableView Variables',
  devices: '',
  'devices.cpp_standalone': '',
  'devices.cpp_standalone.codeobject': 'CPPStandaloneCodeObject',
  'devices.cpp_standalone.device': 'CPPStandaloneDevice',
  'devices.device':
    'Device RuntimeDevice get_device set_device all_devices reinit_devices reset_device device seed',
  equations: 'Equations Expression Statements',
  'equations.codestrings': 'Expression Statements',
  'equations.equations': 'Equations SingleEquation EquationError',
  'equations.refractory': 'add_refractoriness',
  'equations.unitcheck': 'check_dimensions check_units_statements',
  groups: 'CodeRunner Group VariableOwner NeuronGroup',
  'groups.group': 'CodeRunner Group VariableOwner',
  'groups.neurongroup': 'NeuronGroup',
  'groups.subgroup': 'Subgroup',
  importexport: 'ImportExport',
  'importexport.importexport': 'ImportExport',
  input: 'BinomialFunction PoissonGroup PoissonInput SpikeGeneratorGroup TimedArray',
  'input.binomial': 'BinomialFunction',
  'input.poissongroup': 'PoissonGroup',
  'input.poissoninput': 'PoissonInput',
  'input.spikegeneratorgroup': 'SpikeGeneratorGroup',
  'input.timedarray': 'TimedArray',
  monitors: 'SpikeMonitor EventMonitor StateMonitor PopulationRateMonitor',
  'monitors.ratemonitor': 'PopulationRateMonitor',
  'monitors.spikemonitor': 'SpikeMonitor EventMonitor',
  'monitors.statemonitor': 'StateMonitor',
  parsing: '',
  'parsing.expressions': 'parse_expression_dimensions is_boolean_expression',
  'parsing.sympytools': 'str_to_sympy sympy_to_str',
  spatialneuron: 'Morphology Soma Cylinder Section SpatialNeuron',
  'spatialneuron.morphology': 'Morphology Soma Cylinder Section',
  'spatialneuron.spatialneuron': 'SpatialNeuron',
  stateupdaters:
    'StateUpdateMethod linear exact independent milstein heun euler rk2 rk4 ExplicitStateUpdater exponential_euler ' +
    'gsl_rk2 gsl_rk4 gsl_rkf45 gsl_rkck gsl_rk8pd',
  'stateupdaters.GSL': 'gsl_rk2 gsl_rk4 gsl_rkf45 gsl_rkck gsl_rk8pd',
  'stateupdaters.base': 'StateUpdateMethod UnsupportedEquationsException',
  'stateupdaters.exact': 'linear exact independent',
  'stateupdaters.explicit': 'milstein heun euler rk2 rk4 ExplicitStateUpdater',
  'stateupdaters.exponential_euler': 'exponential_euler',
  synapses: 'Synapses',
  'synapses.synapses': 'Synapses',
  'units.unitsafefunctions':
    'log log10 exp expm1 log1p exprel sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh ' +
    'diagonal ravel trace dot where ones_like zeros_like arange linspace',
  'synapses.spikequeue': 'SpikeQueue',
  utils: 'get_logger BrianLogger std_silent',
  'utils.logger': 'get_logger BrianLogger std_silent catch_logs',
  'utils.stringtools':
    'indent deindent word_substitute replace get_identifiers strip_empty_lines stripped_deindented_lines ' +
    'code_representation',
  'utils.topsort': 'topsort',
};

/** Finds a name of Brian's, whichever module it is from. */
export type FindName = (name: string) => PyValue | undefined;

/** The full names of the modules. */
export function submodulePaths(): string[] {
  return Object.keys(SUBMODULES).map((path) => `brian2.${path}`);
}

/** The module of that full name, with those below it as attributes. Names that nothing here stands for are refused. */
export function submodule(path: string, find: FindName, ctx: Interpreter): PyModule {
  const key = path.slice('brian2.'.length);
  const own = new Set(SUBMODULES[key]?.match(/\w+/g));
  const below = new Set(namesBelow(path));
  const known = new Map<string, PyValue>();
  const make = (name: string): PyValue | undefined => {
    if (below.has(name)) return submodule(`${path}.${name}`, find, ctx);
    if (!own.has(name)) return undefined;
    return name === 'timestep' ? timestepFunction() : (find(name) ?? unsupported(name, ctx));
  };
  const lookup = (name: string): PyValue | undefined => {
    const value = known.get(name) ?? make(name);
    if (value !== undefined) known.set(name, value);
    return value;
  };
  return new PyModule(path, new Map(), { provider: { lookup, names: () => new Set([...own, ...below]) } });
}

/** The names of the modules directly below one. */
function namesBelow(path: string): string[] {
  const below = submodulePaths().filter((other) => other.startsWith(`${path}.`));
  return below.map((other) => other.slice(path.length + 1)).filter((name) => !name.includes('.'));
}

/** The packages directly below `brian2`, as its attributes. */
export function subpackages(find: FindName, ctx: Interpreter): Map<string, PyModule> {
  const names = Object.keys(SUBMODULES).filter((path) => !path.includes('.'));
  return new Map(names.map((name) => [name, submodule(`brian2.${name}`, find, ctx)]));
}

/** For the module registry: each module by its full name. */
export function submoduleFactories(find: (ctx: Interpreter) => FindName) {
  return submodulePaths().map(
    (path) => [path, (ctx: Interpreter) => submodule(path, find(ctx), ctx)] as const,
  );
}
