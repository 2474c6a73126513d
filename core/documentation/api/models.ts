/** Equations, functions and methods that scripts define themselves. */
import { type EntryTexts, entries } from '../entry.ts';

const MODEL_CLASSES: EntryTexts = {
  Equations: {
    text: 'The equations of a model: can be added to each other, and names in them replaced.',
    parameters: {
      eqns: 'The text, one equation after the other.',
      '**kwds': 'What to put for names: another name or text (a string), or a value.',
    },
    example: `leak = Equations('dv/dt = (I - v)/tau_m : volt', tau_m=20*ms)
model = leak + Equations('I : volt')`,
    type: 'Equations',
    attributes: {
      names: 'Names of all variables that it defines.',
      eq_names: 'Names of the variables with a right-hand side.',
      diff_eq_names: 'Names of the variables with a differential equation.',
      subexpr_names: 'Names of the subexpressions.',
      parameter_names: 'Names of the parameters.',
      identifiers: 'Names that the equations use and do not define.',
      dimensions: 'Dimensions of the variables, by name.',
      diff_eq_expressions: 'Names and right-hand sides of the differential equations.',
      eq_expressions: 'Names and right-hand sides of differential equations and subexpressions.',
      dependencies: 'For each equation, those that it depends on.',
      ordered: 'The equations in the order in which they can be computed.',
      is_stochastic: 'Whether there is noise (`xi`) in them.',
      stochastic_type: "`'additive'` or `'multiplicative'` noise, or None.",
      stochastic_variables: 'The noise symbols.',
    },
    methods: {
      substitute: {
        text: 'New equations with other names or values put in.',
        parameters: { '**kwds': 'What to put for names: another name or text (a string), or a value.' },
        example: `leak = Equations('dv/dt = -v/tau_m : volt')
fast = leak.substitute(v='u', tau_m=5*ms)`,
        type: 'Equations',
      },
      get_substituted_expressions: {
        text: 'Right-hand sides of the differential equations, with all subexpressions put in.',
        parameters: {
          'variables=None': 'Variables of the group.',
          'include_subexpressions=False': 'Whether subexpressions are listed too.',
        },
      },
      check_units: {
        text: 'Checks the units of all equations; done by itself before a run.',
        parameters: {
          group: 'The group whose equations they are.',
          run_namespace: 'Names from outside the group.',
        },
      },
      check_flags: {
        text: 'Checks that equations have allowed flags only; done by itself where a group is made.',
        parameters: {
          allowed_flags: 'Flags by type of equation.',
          'incompatible_flags=None': 'Flags that exclude each other.',
        },
      },
      check_identifiers: 'Checks that all names may be used in equations.',
      check_identifier: {
        text: 'Checks that a name may be used in equations.',
        parameters: { identifier: 'The name.' },
      },
      register_identifier_check: {
        text: 'Adds a check of the names in equations, for extensions.',
        parameters: { func: 'Function of the name that raises an error.' },
      },
      get: {
        text: 'One equation by its name, or the default.',
        parameters: { key: 'The name.', 'default=None': 'Default.' },
      },
      keys: 'Names of all variables.',
      values: 'All equations.',
      items: 'Names and equations.',
    },
  },
  Expression: {
    text: 'A mathematical expression, as it stands in equations.',
    parameters: { 'code=None': 'Its text.', 'sympy_expression=None': 'The expression as a sympy object.' },
    example: "expression = Expression('-v/tau')",
    attributes: { code: 'Its text.', stochastic_variables: 'Its noise symbols.' },
    methods: {
      split_stochastic: 'Splits it into the part without noise and the factors of each noise symbol.',
    },
  },
  Statements: {
    text: 'A block of statements, as it stands in a reset.',
    parameters: { code: 'Its text.' },
    example: "statements = Statements('v = 0')",
    attributes: { code: 'Its text.' },
  },
  Function: {
    text: 'A function for strings: a Python function along with its units and its code for other targets.',
    parameters: {
      pyfunc: 'The Python function.',
      'sympy_func=None': 'The sympy function that it equals, if any.',
      'arg_units=None': 'Units of the arguments, in order.',
      'arg_names=None': 'Names of the arguments, so that units can refer to each other.',
      'return_unit=None': 'Unit of the result, or a function of the units of the arguments.',
      'arg_types=None': "Types of the arguments: `'boolean'`, `'integer'`, `'float'` or `'any'`.",
      'return_type=None': "Type of the result, or `'highest'` for that of the arguments.",
      'stateless=True': 'Whether equal arguments always give an equal result (`False` for random numbers).',
      'auto_vectorise=False': 'Whether calls without arguments give one value for each element.',
    },
    example: `double = Function(lambda x: 2*x, arg_units=[1], return_unit=1)
G.run_regularly('v = double(v)')`,
    type: 'Function',
    attributes: {
      implementations: 'Its code for each target, with methods to add more.',
      pyfunc: 'The Python function.',
    },
    methods: {
      is_locally_constant: {
        text: 'Whether it keeps its value for a time step.',
        parameters: { dt: 'The step.' },
      },
    },
  },
  StateUpdateMethod: {
    text: 'A numerical integration method; the class registers methods under names.',
    example: "StateUpdateMethod.register('my_euler', ExplicitStateUpdater('x_new = x + dt*f(x, t)'))",
    attributes: { stateupdaters: 'All methods by name.' },
    methods: {
      register: {
        text: 'Makes a method known under a name, which `method=` then takes.',
        parameters: { name: 'The name.', stateupdater: 'The method.' },
        example: "StateUpdateMethod.register('mine', ExplicitStateUpdater('x_new = x + dt*f(x, t)'))",
      },
      apply_stateupdater: {
        text: 'The code that a method makes of equations.',
        parameters: {
          equations: 'The equations.',
          variables: 'Variables by name.',
          method: 'Name, method, or several of them.',
          'method_options=None': 'Options of the method.',
          'group_name=None': 'Name of the group, for messages.',
        },
      },
    },
  },
  ExplicitStateUpdater: {
    text: 'An explicit integration method, described by its formulas: `f` is the right-hand side without noise, `g` the factor of the noise `dW`.',
    bases: ['StateUpdateMethod'],
    parameters: {
      description: 'The formulas, one per line; the last assigns `x_new`.',
      'stochastic=None': "`None`, `'additive'` or `'multiplicative'`: the noise that it can take.",
      'custom_check=None': 'A function that says whether equations suit.',
    },
    example: `midpoint = ExplicitStateUpdater('''k = dt*f(x, t)
x_new = x + dt*f(x + k/2, t + dt/2)''')`,
  },
};

const MODEL_FUNCTIONS: EntryTexts = {
  check_units: {
    text: 'Decorator: declares the units of arguments and of the result, and checks them at each call. Strings can call functions that have it.',
    parameters: {
      '**units':
        'Unit of each argument by its name (`1` for none, `bool`, or the name of another argument whose unit it shares); `result` is that of the result.',
    },
    example: `@check_units(x=volt, k=volt, result=1)
def boltzmann(x, k):
    return 1/(1 + exp(-x/k))`,
  },
  implementation: {
    text: 'Decorator: code of a function for a target of code generation, such as C++.',
    parameters: {
      target: "`'numpy'`, `'cython'` or `'cpp'`.",
      'code=None': 'The code, a string; for `numpy` the decorated function itself.',
      'namespace=None': 'Names that the code uses, with values.',
      'dependencies=None': 'Functions that the code calls, by name.',
      'discard_units=None': 'Whether a Python function is given plain numbers.',
      'name=None': 'Name of the function in the code.',
      '**compiler_kwds':
        'What the compiler needs: `headers`, `sources`, `libraries`, `include_dirs`, `define_macros`, ...',
    },
    example: `@implementation('cpp', 'double twice(double x) { return 2*x; }')
@check_units(x=1, result=1)
def twice(x):
    return 2*x`,
  },
  declare_types: {
    text: 'Decorator: declares the types of arguments and of the result of a function for strings.',
    parameters: {
      '**types':
        "`'boolean'`, `'integer'`, `'float'` or `'any'` for each argument; for `result` also `'highest'`, the type of the arguments.",
    },
    example: `@declare_types(n='integer', result='integer')
@check_units(n=1, result=1)
def next_number(n):
    return n + 1`,
  },
};

const MODEL_OBJECTS: EntryTexts = {
  DEFAULT_FUNCTIONS: {
    text: 'The functions that all strings can call, by name.',
    example: "'exp' in DEFAULT_FUNCTIONS",
  },
  DEFAULT_UNITS: { text: 'The units that all strings know, by name.', example: "DEFAULT_UNITS['mV']" },
  DEFAULT_CONSTANTS: {
    text: 'The constants that all strings know, by name.',
    example: "DEFAULT_CONSTANTS['pi']",
  },
};

export const MODELS = [
  ...entries('class', MODEL_CLASSES),
  ...entries('function', MODEL_FUNCTIONS),
  ...entries('object', MODEL_OBJECTS),
];
