"""Functions with Python for NumPy and with C++ text of every kind that a program can take."""
from brian2 import *


@implementation('cpp', '''
#include <vector>
double table_at(double x)
{
    const int k = (int)x;
    return _namespacetable[k] + _namespacewhole[k];
}
''', namespace={'table': array([1.5, 2.5, 3.5, 4.5]), 'whole': array([10, 20, 30, 40])})
@check_units(x=1, result=1)
def table_at(x):
    return array([11.5, 22.5, 33.5, 44.5])[asarray(x, dtype=int)]


square = Function(lambda x: x*x, arg_units=[1], return_unit=1)
square.implementations.add_implementation('cpp', 'inline double square(double x) { return x*x; }')


@implementation('cpp', {'support_code': 'double cubed(double x) { return square(x)*x; }',
                        'hashdefine_code': '#define UNUSED 3'}, dependencies={'square': square})
@check_units(x=1, result=1)
def cubed(x):
    return x**3


renamed = Function(lambda x: x + 1, arg_units=[1], return_unit=1)
renamed.implementations.add_implementation('cpp', 'double plus_one(double x) { return x + 1; }', name='plus_one')


high = Function(lambda x: x > 2, arg_units=[1], return_unit=bool, return_type='boolean')
high.implementations.add_implementation('cpp', 'bool high(double x) { return x > 2; }')


@implementation('cpp', 'int64_t half(int64_t n) { return n/2; }')
@declare_types(n='integer', result='integer')
@check_units(n=1, result=1)
def half(n):
    return n//2


index = Function(lambda k: 0, arg_units=[], return_unit=1, stateless=False, auto_vectorise=True)
index.implementations.add_implementation('cpp', 'double index(int k) { return 100 + k; }')
index.implementations.add_implementation('numpy', lambda k: 100 + np.array(k))


@implementation('cpp', 'static double scaled(double x) { return FACTOR*x + sqrt(x); }', libraries=['m'],
                define_macros=[('FACTOR', '3')], headers=['<cmath>', '<algorithm>'], include_dirs=['/usr/include'])
@check_units(x=1, result=1)
def scaled(x):
    return 3*x + sqrt(x)


@implementation('cpp', 'double current(double v, double g) { return g*(0.01 - v); }')
@check_units(v=volt, g=siemens, result=amp)
def current(v, g):
    return g*(10*mV - v)


G = NeuronGroup(4, '''dv/dt = current(v, 2*nS)/(100*pF) : volt
                      x : 1
                      y : 1
                      z : 1
                      w : 1
                      u : 1
                      s : 1
                      b : boolean
                      n : integer''', threshold='high(x)', reset='x = renamed(x) - 3', method='rk4')
G.x = 'i'
G.v = 'i*mV'
G.run_regularly('''y = table_at(i)
                   z = cubed(x)
                   w = renamed(x) + renamed(2)
                   n = half(i) + half(9)
                   u = index()
                   s = scaled(x)
                   b = high(x)
                   x += 0.25''')
S = Synapses(G, G, 'weight : 1', on_pre='y_post += cubed(weight)')
S.connect(condition='half(i) == half(j)')
S.weight = 'renamed(i)'
M = StateMonitor(G, ['v', 'x', 'y', 'z', 'w', 'u', 's', 'b', 'n'], record=True)
spikes = SpikeMonitor(G)
run(1*ms)
