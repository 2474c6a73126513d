/** `Equations` and what belongs to it, as scripts use them. All values are those of Brian 2.5.1. */
import assert from 'node:assert/strict';
import { printed } from './support.ts';

const MODEL = `
eqs = Equations('''dv/dt = (I-v)/tau + xi*mV*tau**-0.5 : volt (unless refractory)
I = g*(E-v) : amp
g : siemens (constant, shared)
b : boolean
n : integer''')
`;

const ERROR = 'except Exception as error: print(type(error).__name__, error)';

describe('Equations objects', () => {
  for (const [expression, expected] of [
    // mapping
    ['eqs', '<Equations object consisting of 5 equations>'],
    ['list(eqs), len(eqs)', "(['v', 'I', 'g', 'b', 'n'], 5)"],
    ["'v' in eqs, 'x' in eqs, 3 in eqs", '(True, False, False)'],
    ["eqs['x']", "KeyError 'x'"],
    ["eqs.get('q', 3), eqs.get('v') == eqs['v']", '(3, True)'],
    ['[(name, one.type) for name, one in eqs.items()][1]', "('I', 'subexpression')"],
    ["bool(Equations(''))", 'False'],
    // properties
    ["sorted(eqs.names), eqs.diff_eq_names - {'v'}", "(['I', 'b', 'g', 'n', 'v'], set())"],
    ['sorted(eqs.parameter_names | eqs.subexpr_names)', "['I', 'b', 'g', 'n']"],
    ['sorted(eqs.identifiers)', "['E', 'mV', 'tau', 'xi']"],
    ['eqs.stochastic_variables, eqs.is_stochastic, eqs.stochastic_type', "({'xi'}, True, 'additive')"],
    ['eqs.diff_eq_expressions', "[('v', Expression('(I-v)/tau + xi*mV*tau**-0.5'))]"],
    ['[one.varname for one in eqs.ordered]', "['I', 'v', 'b', 'g', 'n']"],
    ["eqs.dimensions['I']", 'amp'],
    // single equations
    [
      "eqs['v']",
      '<differential equation v: (I-v)/tau + xi*mV*tau**-0.5 (Unit: V, flags: unless refractory)>',
    ],
    ["str(eqs['v'])", "'dv/dt = (I-v)/tau + xi*mV*tau**-0.5 : V (unless refractory)'"],
    ["eqs['g'], eqs['b'].unit", '(<parameter g (Unit: S, flags: constant, shared)>, radian)'],
    ["eqs['g'].flags, eqs['g'].expr, eqs['n'].var_type", "(['constant', 'shared'], None, 'integer')"],
    ["sorted(eqs['I'].identifiers), eqs['I'].unit", "(['E', 'g', 'v'], amp)"],
    ["eqs['v'].foo", "AttributeError 'SingleEquation' object has no attribute 'foo'"],
    // sums
    ["str(Equations('x=a:1') + Equations('a:1') + 'b:1')", String.raw`'x = a : 1\na : 1\nb : 1'`],
    ['eqs + 3', "TypeError unsupported operand type(s) for +: 'Equations' and 'int'"],
    ['eqs + eqs', "EquationError Duplicate definition of variable 'v'"],
    // replacements
    ["str(Equations('x=a*ab:1', a='c'))", "'x = c*ab : 1'"],
    ["str(Equations('x = a : volt', a=3*mV))", "'x = (3. * mvolt) : V'"],
    ["str(Equations('dx/dt=a:1', x='y', a='x'))", "'dy/dt = x : 1'"],
    ["Equations('x:1', x=3)", "ValueError Cannot replace model variable 'x' with a value."],
    ["Equations('x=a:1', a=[1, 2])", 'SyntaxError Unknown syntax: List'],
    [
      "str(eqs.substitute(I='I_syn')['v'])",
      "'dv/dt = (I_syn-v)/tau + xi*mV*tau**-0.5 : V (unless refractory)'",
    ],
    // what else is no model
    ['Equations(3)', "TypeError 'int' object is not iterable"],
    ['Equations(eqs)', "TypeError The list should only contain SingleEquation objects, not <class 'str'>"],
    ["Equations([eqs['b'], eqs['n']])", '<Equations object consisting of 2 equations>'],
    ['eqs.foo', "AttributeError 'Equations' object has no attribute 'foo'"],
    ["eqs('x')", "TypeError 'Equations' object is not callable"],
    ["Equations('x:1') == Equations('x : 1'), Equations('x:1') == Equations('x:volt')", '(True, False)'],
    // code
    ["Expression('a+b'), Expression('a + b') == Expression('a+b')", "(Expression('a+b'), False)"],
    ["sorted(Expression('a+f(b)').identifiers), str(Statements('v=3'))", "(['a', 'b', 'f'], 'v=3')"],
    // units as the equations write them
    ["str(Equations('x : siemens/metre**2'))", "'x : S/(m^2)'"],
    ["NeuronGroup(1, 'c : farad*meter**-2').c[:]", 'array([0.]) * farad * meter ** -2'],
  ] as const)
    it(expression, () => {
      const script = `${MODEL}try: print(repr((${expression})))\n${ERROR}`;
      assert.deepEqual(printed(script), [expected]);
    });
});
