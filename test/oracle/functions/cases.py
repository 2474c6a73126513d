# Small scripts that use functions in strings, one after each `###` line. record.py runs them in Brian 2, after
# `from brian2 import *`; what they leave in `result` is compared.

### check_units is called per group
calls = []
@check_units(x=volt, y=1, result=volt)
def shifted(x, y):
    calls.append(x.shape)
    return x + y*mV
G = NeuronGroup(3, 'v : volt\nw : volt')
G.v = '(i + 1)*mV'
G.run_regularly('w = shifted(v, 2)')
run(0.2*ms)
result = [*G.w/mV, len(calls), calls[0][0]]

### check_units keeps the order of the parameters
@check_units(b=second, a=volt, result=volt/second)
def rate_of(a, b):
    return a/b
G = NeuronGroup(2, 'dv/dt = rate_of(3*mV, 2*ms) : volt', method='euler')
run(1*ms)
result = G.v/mV

### argument without a unit takes anything
@check_units(result=1)
def twice(x):
    return 2*x
G = NeuronGroup(3, 'v : volt\nw : 1')
G.v = '(i + 1)*mV'
G.run_regularly('w = twice(v)')
run(0.1*ms)
result = G.w[:]

### result unit from the arguments
@check_units(result=lambda d: d**2)
def squared(x):
    return x**2
G = NeuronGroup(2, 'v : volt\nw : volt**2')
G.v = 3*mV
G.run_regularly('w = squared(v)')
run(0.1*ms)
result = G.w_[:]

### result unit from the arguments, wrong use
@check_units(result=lambda d: d**2)
def squared(x):
    return x**2
G = NeuronGroup(2, 'v : volt\nw : volt')
G.run_regularly('w = squared(v)')
run(0.1*ms)

### same unit as another argument
@check_units(a=None, b='a', result=1)
def ratio(a, b):
    return a/b
G = NeuronGroup(2, 'v : volt\nw : 1')
G.v = 3*mV
G.run_regularly('w = ratio(v, 2*mV)')
run(0.1*ms)
result = G.w[:]

### same unit as another argument, wrong
@check_units(a=None, b='a', result=1)
def ratio(a, b):
    return a/b
G = NeuronGroup(2, 'v : volt\nw : 1')
G.run_regularly('w = ratio(v, 2*amp)')
run(0.1*ms)

### boolean argument
@check_units(flag=bool, x=1, result=1)
def choose(flag, x):
    return where(flag, x, -x)
G = NeuronGroup(4, 'v : 1\nb : boolean\nw : 1')
G.v = 'i'
G.b = 'i % 2 == 0'
G.run_regularly('w = choose(b, v)')
run(0.1*ms)
result = G.w[:]

### boolean argument from a comparison
@check_units(flag=bool, result=1)
def as_number(flag):
    return 1.0*flag
G = NeuronGroup(4, 'v : 1\nw : 1')
G.v = 'i'
G.run_regularly('w = as_number(v > 1)')
run(0.1*ms)
result = G.w[:]

### boolean argument, number given
@check_units(flag=bool, result=1)
def as_number(flag):
    return 1.0*flag
G = NeuronGroup(4, 'v : 1\nw : 1')
G.run_regularly('w = as_number(v)')
run(0.1*ms)

### boolean result in a threshold
@check_units(x=1, result=bool)
def high(x):
    return x > 1
G = NeuronGroup(4, 'v : 1', threshold='high(v)')
G.v = 'i'
M = SpikeMonitor(G)
run(0.1*ms)
result = M.i[:]

### boolean result that is none
@check_units(x=1, result=bool)
def high(x):
    return x
G = NeuronGroup(4, 'v : 1', threshold='high(v)')
run(0.1*ms)
result = [1]

### threshold that is no boolean
@check_units(x=1, result=1)
def high(x):
    return x > 1
G = NeuronGroup(4, 'v : 1', threshold='high(v)')
run(0.1*ms)

### no unit for the result
@check_units(x=1)
def f(x):
    return x
G = NeuronGroup(2, 'w : 1')
G.run_regularly('w = f(1)')
run(0.1*ms)

### undecorated function
def f(x):
    return x
G = NeuronGroup(2, 'w : 1')
G.run_regularly('w = f(1)')
run(0.1*ms)

### wrong unit of the argument
@check_units(x=volt, result=1)
def f(x):
    return x/volt
G = NeuronGroup(2, 'w : 1')
G.run_regularly('w = f(w)')
run(0.1*ms)

### wrong number of arguments
@check_units(x=volt, result=1)
def f(x):
    return x/volt
G = NeuronGroup(2, 'w : 1')
G.run_regularly('w = f(1*volt, 2)')
run(0.1*ms)

### wrong unit returned
@check_units(x=volt, result=volt)
def f(x):
    return x*x
G = NeuronGroup(2, 'v : volt')
G.v = 1*mV
G.run_regularly('v = f(v)')
run(0.1*ms)

### number without unit returned
@check_units(x=volt, result=volt)
def f(x):
    return asarray(x)
G = NeuronGroup(2, 'v : volt')
G.v = 1*mV
G.run_regularly('v = f(v)')
run(0.1*ms)

### zero without unit returned
@check_units(x=volt, result=volt)
def f(x):
    return zeros(len(x))
G = NeuronGroup(2, 'v : volt')
G.v = 1*mV
G.run_regularly('v = f(v)')
run(0.1*ms)
result = G.v[:]/mV

### stateful function twice
@check_units(x=1, result=1)
def f(x):
    return x
G = NeuronGroup(2, 'w : 1')
G.run_regularly('w = f(1) + f(2)')
run(0.1*ms)
result = G.w[:]

### stateful function in a subexpression
@check_units(x=1, result=1)
def f(x):
    return x
G = NeuronGroup(2, 'w : 1\nx = f(w) : 1')
run(0.1*ms)

### stateful function in a subexpression, constant over dt
@check_units(x=1, result=1)
def f(x):
    return x + 1
G = NeuronGroup(2, 'w : 1\nx = f(w) : 1 (constant over dt)')
run(0.1*ms)
result = G.x[:]

### stateless function in a subexpression
@implementation('numpy', discard_units=True)
@check_units(x=1, result=1)
def f(x):
    return x + 1
G = NeuronGroup(2, 'w : 1\nx = f(w) : 1')
run(0.1*ms)
result = G.x[:]

### implementation in C++ with a Python function
@implementation('cpp', 'double f(double x) { return x + 1; }')
@check_units(x=1, result=1)
def f(x):
    return x + 1
G = NeuronGroup(2, 'dw/dt = (f(w) + f(0))/ms : 1', method='euler')
run(0.2*ms)
result = G.w[:]

### implementation without units
@implementation('cpp', 'double f(double x) { return x + 1; }')
def f(x):
    return x + 1
result = [1]

### implementation with units for the result alone
@implementation('cpp', 'double f(double x) { return x + 1; }')
@check_units(x=1)
def f(x):
    return x + 1
result = [1]

### discard_units with code
@implementation('cpp', 'double f(double x) { return x + 1; }', discard_units=True)
@check_units(x=1, result=1)
def f(x):
    return x + 1

### discarded units
@implementation('numpy', discard_units=True)
@check_units(x=volt, result=volt)
def f(x):
    return x*2 + 3*mV
G = NeuronGroup(2, 'v : volt')
G.v = 1*mV
G.run_regularly('v = f(v)')
run(0.1*ms)
result = G.v[:]/mV

### discarded units by preference
prefs.codegen.runtime.numpy.discard_units = True
@check_units(x=volt, result=volt)
def f(x):
    assert not isinstance(x, Quantity)
    return x*2 + 3*mV
G = NeuronGroup(2, 'v : volt')
G.v = 1*mV
G.run_regularly('v = f(v)')
run(0.1*ms)
prefs.codegen.runtime.numpy.discard_units = False
result = G.v[:]/mV

### implementation for numpy as a function
@check_units(x=volt, result=volt)
def f(x):
    return x
f = Function(f)
f.implementations.add_implementation('numpy', lambda x: 2*x + 1)
G = NeuronGroup(2, 'v : volt')
G.v = 1*mV
G.run_regularly('v = f(v)')
run(0.1*ms)
result = G.v[:]/volt

### Function with units
f = Function(lambda x: x**2, arg_units=[volt], return_unit=volt**2)
G = NeuronGroup(2, 'v : volt\nw : volt**2')
G.v = 3*mV
G.run_regularly('w = f(v) + f(2*v)')
run(0.1*ms)
result = G.w_[:]

### Function without units
def g(x):
    return x
f = Function(g)

### Function without return unit
def g(x):
    return x
f = Function(g, arg_units=[1])

### Function of same units without names
def g(x, y):
    return x + y
f = Function(g, arg_units=[None, 'x'], return_unit=lambda a, b: a)

### Function of same units
def g(x, y):
    return x + y
f = Function(g, arg_units=[None, 'x'], arg_names=['x', 'y'], return_unit=lambda a, b: a)
G = NeuronGroup(2, 'v : 1')
G.run_regularly('v = f(v, 2)')
run(0.1*ms)
result = G.v[:]

### Function with a wrong type
f = Function(lambda x: x, arg_units=[1], return_unit=1, arg_types=['whole'])

### Function with units on a whole number
f = Function(lambda x: x, arg_units=[volt], return_unit=1, arg_types=['integer'])

### Function of a NumPy function
f = Function(np.arctan2, arg_units=[1, 1], return_unit=1)
G = NeuronGroup(3, 'v : 1')
G.v = 'i'
G.run_regularly('v = f(v, 2)')
run(0.1*ms)
result = G.v[:]

### Function of random numbers
f = Function(lambda: 4.0, arg_units=[], return_unit=1, stateless=False)
G = NeuronGroup(3, 'v : 1')
G.run_regularly('v = f()')
run(0.1*ms)
result = G.v[:]

### Function of the elements
f = Function(lambda x: 0, arg_units=[], return_unit=1, stateless=False, auto_vectorise=True)
f.implementations.add_implementation('numpy', lambda k: np.array(k)*2.0)
G = NeuronGroup(3, 'v : 1')
G.run_regularly('v = f()')
run(0.1*ms)
result = G.v[:]

### Function of the elements, with an argument
f = Function(lambda x, k: 0, arg_units=[1], return_unit=1, stateless=False, auto_vectorise=True)
f.implementations.add_implementation('numpy', lambda x, k: x + np.array(k)*2.0)
G = NeuronGroup(3, 'v : 1', threshold='v >= 2', reset='v = f(100)')
G.v = 'i + 1'
run(0.1*ms)
result = G.v[:]

### declared types
@declare_types(x='integer', result='integer')
@check_units(x=1, result=1)
def half(x):
    return x//2
half = Function(half)
G = NeuronGroup(4, 'n : integer\nv : 1')
G.n = '2*i + 1'
G.run_regularly('v = half(n)/2')
run(0.1*ms)
result = G.v[:]

### declared types, float given
@declare_types(x='integer', result='integer')
@check_units(x=1, result=1)
def half(x):
    return x//2
half = Function(half)
G = NeuronGroup(4, 'v : 1')
G.run_regularly('v = half(v)')
run(0.1*ms)

### declared types, whole number given for a float
@declare_types(x='float')
@check_units(x=1, result=1)
def half(x):
    return x/2
G = NeuronGroup(4, 'v : 1')
G.run_regularly('v = half(2)')
run(0.1*ms)
result = G.v[:]

### declared types above check_units, unknown name
@declare_types(y='integer')
@check_units(x=1, result=1)
def half(x):
    return x//2

### declared types, not a type
@declare_types(x='int')
@check_units(x=1, result=1)
def half(x):
    return x//2

### declared result, not a type
@declare_types(result='any')
@check_units(x=1, result=1)
def half(x):
    return x//2

### declared types below check_units
@check_units(x=1, result=1)
@declare_types(x='integer', result='integer')
def half(x):
    return x//2
G = NeuronGroup(4, 'n : integer\nv : 1')
G.n = '2*i + 1'
G.run_regularly('v = half(n)/2')
run(0.1*ms)
result = G.v[:]

### highest type of the arguments
@declare_types(result='highest')
@check_units(x=1, result=1)
def same(x):
    return x
same = Function(same)
G = NeuronGroup(4, 'n : integer\nv : 1')
G.n = '2*i + 1'
G.run_regularly('v = same(n)//2')
run(0.1*ms)
result = G.v[:]

### call from Python checks the units
@check_units(x=volt, result=volt)
def f(x):
    return 2*x
f(3*amp)

### call from Python checks the result
@check_units(x=volt, result=volt)
def f(x):
    return x*x
f(3*volt)

### call from Python wants a boolean
@check_units(x=bool)
def f(x):
    return x
f(1)

### call from Python with a list
@check_units(x=1)
def f(x):
    return x
result = f([1, 2, 3])

### call from Python, keyword and None
@check_units(x=volt, y=second)
def f(x, y=None):
    return 5
result = [f(x=3*volt), f(3*volt, None), f(3*volt, y=2*ms)]

### call from Python, zero has any unit
@check_units(x=volt)
def f(x):
    return 5
result = [f(0)]

### call from Python, same units
@check_units(x=None, y='x')
def f(x, y):
    return 5
f(3*volt, 2*amp)

### call from Python, attributes
@check_units(x=volt, result=1)
def f(x):
    "What f does."
    return 5
assert f.__name__ == 'f' and f.__doc__ == 'What f does.'
result = [len(f._arg_units), len(f._arg_names), f._orig_func(3)]

### check_units on a method
class Model:
    @check_units(x=volt)
    def half(self, x):
        return x/2
result = Model().half(3*mV)/mV

### check_units on a constructor
class Model:
    @check_units(x=volt)
    def __init__(self, x):
        self.x = x
Model(3*second)

### a Function is called from Python
f = Function(lambda x: x**2, arg_units=[volt], return_unit=volt**2)
result = [f(3), f.stateless, f.auto_vectorise, f.pyfunc(2)]

### a Function has no keywords
f = Function(lambda x: x**2, arg_units=[volt], return_unit=volt**2)
f(x=3)

### function in a differential equation
@implementation('cpp', 'double f(double x) { return x; }')
@check_units(x=volt, result=amp)
def f(x):
    return x*nS
G = NeuronGroup(2, 'dv/dt = f(v)/(100*pF) : volt', method='euler')
G.v = '(i + 1)*mV'
run(1*ms)
result = G.v[:]/mV

### function in a differential equation, rk4
@implementation('cpp', 'double f(double x) { return x; }')
@check_units(x=volt, result=amp)
def f(x):
    return x*nS
G = NeuronGroup(2, 'dv/dt = f(v)/(100*pF) : volt', method='rk4')
G.v = '(i + 1)*mV'
run(1*ms)
result = G.v[:]/mV

### function of the time in a linear equation
@implementation('cpp', 'double f(double x) { return x; }')
@check_units(x=second, result=1)
def f(x):
    return x/ms
G = NeuronGroup(2, 'dv/dt = (f(t) - v)/(10*ms) : 1')
run(1*ms)
result = G.v[:]

### stateful function in a linear equation
@check_units(x=second, result=1)
def f(x):
    return x/ms
G = NeuronGroup(2, 'dv/dt = (f(t) - v)/(10*ms) : 1', method='exact')
run(1*ms)

### function in a reset
@check_units(x=1, result=1)
def f(x):
    return x - 1
G = NeuronGroup(4, 'v : 1', threshold='v > 1', reset='v = f(v)')
G.v = 'i'
run(0.1*ms)
result = G.v[:]

### function in synapses
@check_units(x=1, result=1)
def f(x):
    return x*10
G = NeuronGroup(3, 'v : 1', threshold='v > 0', reset='v = 0')
S = Synapses(G, G, 'w : 1', on_pre='v_post += f(w)')
S.connect()
S.w = 'i + 1'
G.v = 1
run(0.1*ms)
result = G.v[:]

### function of a neuron's variable that synapses change
@check_units(x=1, result=1)
def f(x):
    return x + 1
G = NeuronGroup(3, 'v : 1', threshold='i < 2', reset='')
S = Synapses(G, G, on_pre='v_post = f(v_post)')
S.connect()
run(0.1*ms)
result = G.v[:]

### function in an assignment
@check_units(x=1, result=1)
def f(x):
    return x*2
G = NeuronGroup(4, 'v : 1')
G.v[1:3] = 'f(i)'
result = G.v[:]

### function of a constant in an assignment
@check_units(x=1, result=1)
def f(x):
    return x*2
a = 3
G = NeuronGroup(4, 'v : 1')
G.v = 'f(a) + i'
result = G.v[:]

### function in an index
@check_units(x=1, result=bool)
def chosen(x):
    return x > 1
G = NeuronGroup(4, 'v : 1')
G.v['chosen(i)'] = 3
result = G.v[:]

### function that reads an index
@check_units(x=1, result=1)
def f(x):
    return x*2
G = NeuronGroup(4, 'v : 1')
G.v = 'i'
result = G.v['f(v) > 3']

### function in connect
@implementation('numpy', discard_units=True)
@check_units(i=1, j=1, result=bool)
def near(i, j):
    return abs(i - j) <= 1
G = NeuronGroup(4, 'v : 1')
S = Synapses(G, G)
S.connect(condition='near(i, j)')
result = [*S.i, *S.j]

### function in a connection probability
@check_units(i=1, j=1, result=1)
def chance(i, j):
    return 1.0*(i < j)
G = NeuronGroup(4, 'v : 1')
S = Synapses(G, G)
S.connect(p='chance(i, j)')
result = [*S.i, *S.j]

### function in a generator
@check_units(i=1, result=1)
def partner(i):
    return (i + 2) % 4
G = NeuronGroup(4, 'v : 1')
S = Synapses(G, G)
S.connect(j='int(partner(i))')
result = [*S.i, *S.j]

### function in a summed variable
@implementation('cpp', 'double f(double x) { return x; }')
@check_units(x=1, result=1)
def f(x):
    return x*2
G = NeuronGroup(3, 'v : 1')
S = Synapses(G, G, 'w : 1\nv_post = f(w) : 1 (summed)')
S.connect()
S.w = 'i'
run(0.1*ms)
result = G.v[:]

### function in a recorded subexpression
@implementation('cpp', 'double f(double x) { return x; }')
@check_units(x=1, result=1)
def f(x):
    return x*2
G = NeuronGroup(3, 'v : 1\nw = f(v) : 1')
G.v = 'i'
M = StateMonitor(G, 'w', record=[1, 2])
run(0.1*ms)
result = M.w

### function of a function
@implementation('cpp', 'double f(double x) { return x; }')
@check_units(x=1, result=1)
def f(x):
    return x*2
G = NeuronGroup(3, 'v : 1')
G.v = 'i'
G.run_regularly('v = f(f(v) + 1) + exp(f(0))')
run(0.1*ms)
result = G.v[:]

### function of the whole group
@check_units(x=1, result=1)
def share(x):
    return x/sum(x)
G = NeuronGroup(3, 'v : 1')
G.v = 'i + 1'
G.run_regularly('v = share(v)')
run(0.1*ms)
result = G.v[:]

### function of refractory neurons
@check_units(x=1, result=1)
def f(x):
    return x*2
G = NeuronGroup(3, 'dv/dt = f(v)/ms : 1 (unless refractory)', threshold='v > 1', reset='v = 0.5', refractory=1*ms, method='euler')
G.v = 'i*0.4'
run(1*ms)
result = G.v[:]

### function that remembers
class Counter:
    n = 0
@check_units(result=1)
def count():
    Counter.n += 1
    return Counter.n
G = NeuronGroup(3, 'v : 1')
G.run_regularly('v = count()')
run(0.3*ms)
result = [*G.v, Counter.n]

### function in a rate
@check_units(t=second, result=Hz)
def rate(t):
    return 10000*Hz
P = PoissonGroup(3, 'rate(t)')
M = SpikeMonitor(P)
run(0.2*ms)
result = [M.num_spikes]

### function in a group's namespace
@check_units(x=1, result=1)
def f(x):
    return x*2
G = NeuronGroup(3, 'v : 1', namespace={'g': f})
G.v = 'i'
G.run_regularly('v = g(v)')
run(0.1*ms)
result = G.v[:]

### variable used like a function
G = NeuronGroup(3, 'v : 1\nw : 1')
G.run_regularly('w = v(3)')
run(0.1*ms)

### constant used like a function
a = 3
G = NeuronGroup(3, 'v : 1\nw : 1')
G.run_regularly('w = a(3)')
run(0.1*ms)

### function used like a variable
@check_units(x=1, result=1)
def f(x):
    return x*2
G = NeuronGroup(3, 'w : 1')
G.run_regularly('w = f + 1')
run(0.1*ms)

### default function used like a variable
G = NeuronGroup(3, 'w : 1')
G.run_regularly('w = exp + 1')
run(0.1*ms)

### function that does not exist
G = NeuronGroup(3, 'w : 1')
G.run_regularly('w = sinc(w)')
run(0.1*ms)

### NumPy's function
G = NeuronGroup(3, 'w : 1')
G.run_regularly('w = maximum(w, 1)')
run(0.1*ms)

### inverse hyperbolic functions
G = NeuronGroup(3, 'x : 1\ny : 1\nz : 1')
G.x = '1.5 + i'
G.run_regularly('y = arcsinh(x); z = arccosh(x); x = arctanh(1/x)')
run(0.1*ms)
result = [*G.x, *G.y, *G.z]

### inverse hyperbolic functions are stateful
G = NeuronGroup(3, 'x : 1\ny = arcsinh(x) : 1')
run(0.1*ms)

### keyword in a call
G = NeuronGroup(3, 'w : 1')
G.run_regularly('w = clip(w, a_min=0, a_max=1)')
run(0.1*ms)

### attribute call
G = NeuronGroup(3, 'w : 1')
G.run_regularly('w = np.exp(w)')
run(0.1*ms)

### error in a function
@check_units(x=1, result=1)
def f(x):
    raise ZeroDivisionError('no')
G = NeuronGroup(3, 'w : 1')
G.run_regularly('w = f(w)')
run(0.1*ms)

### wrong shape returned
@check_units(x=1, result=1)
def f(x):
    return zeros(2)
G = NeuronGroup(3, 'w : 1')
G.run_regularly('w = f(w)')
run(0.1*ms)

### None returned
@check_units(x=1, result=1)
def f(x):
    pass
G = NeuronGroup(3, 'w : 1')
G.run_regularly('w = f(w)')
run(0.1*ms)

### default functions
G = NeuronGroup(5, 'x : 1\nv : volt\nn : integer\n' + '\n'.join('y%d : 1' % k for k in range(20)))
G.x = '0.3*i - 0.6'
G.v = 'x*mV'
G.n = 'i - 2'
G.run_regularly('y0 = sin(x); y1 = arctan(x); y2 = expm1(x); y3 = exprel(x); y4 = log1p(x); y5 = log10(abs(x) + 1); y6 = sign(n); y7 = clip(x, -0.1, 0.2); y8 = floor(x); y9 = ceil(x); y10 = int(x); y11 = int(x > 0); y12 = timestep(x*ms, 0.1*ms); y13 = abs(n)/3; y14 = clip(n, -1, 1)/4; y15 = arcsin(x); y16 = arccos(x); y17 = sqrt(abs(v)/mV); y18 = tanh(x) + cosh(x); y19 = sign(v)')
run(0.1*ms)
result = [getattr(G, 'y%d' % k)[:].tolist() for k in range(20)]

### default functions of constants
G = NeuronGroup(1, 'x : 1')
G.x = 'sin(1) + arctan(2) + expm1(3) + exprel(0) + exprel(1) + log1p(2) + log10(5) + sign(-3) + clip(3, 0, 1) + floor(2.7) + ceil(2.1) + int(2.9) + timestep(0.3*ms, 0.1*ms) + abs(-4) + sqrt(4)'
result = G.x[:]

### whole numbers stay whole
G = NeuronGroup(3, 'n : integer\nx : 1')
G.n = 'i + 1'
G.run_regularly('x = 1/n + n//2 + abs(n)/2 + sign(n)/2 + clip(n, 0, 2)/4 + int(n)/8')
run(0.1*ms)
result = G.x[:]

### clip with a wrong unit
G = NeuronGroup(3, 'v : volt')
G.run_regularly('v = clip(v, 0, 1)')
run(0.1*ms)

### timestep of no time
G = NeuronGroup(3, 'n : integer')
G.run_regularly('n = timestep(1, 2)')
run(0.1*ms)

### int of a quantity
G = NeuronGroup(3, 'n : integer\nv : volt')
G.run_regularly('n = int(v)')
run(0.1*ms)

### poisson of a quantity
G = NeuronGroup(3, 'n : integer')
G.run_regularly('n = poisson(1*mV)')
run(0.1*ms)

### rand with an argument
G = NeuronGroup(3, 'x : 1')
G.run_regularly('x = rand(3)')
run(0.1*ms)

### poisson twice
G = NeuronGroup(3, 'x : 1')
G.run_regularly('x = poisson(1) + poisson(2)')
run(0.1*ms)

### poisson of nothing
G = NeuronGroup(3, 'x : 1\nn : integer')
G.run_regularly('x = poisson(0); n = poisson(x)')
run(0.1*ms)
result = [*G.x, *G.n]

### timed array
ta = TimedArray([1, 2, 3, 4]*mV, dt=0.2*ms)
G = NeuronGroup(2, 'v = ta(t) : volt\nw = ta(t + i*0.3*ms) : volt')
M = StateMonitor(G, ['v', 'w'], record=True)
run(1*ms)
result = [M.v_.tolist(), M.w_.tolist()]

### timed array in two dimensions
ta = TimedArray([[1, 2], [3, 4], [5, 6]], dt=0.1*ms)
G = NeuronGroup(4, 'v = ta(t, i % 2) : 1')
M = StateMonitor(G, 'v', record=True)
run(0.5*ms)
result = M.v

### timed array, column too large
ta = TimedArray([[1, 2], [3, 4], [5, 6]], dt=0.1*ms)
G = NeuronGroup(4, 'v : 1')
G.run_regularly('v = ta(t, i)')
run(0.5*ms)

### timed array, column below zero
ta = TimedArray([[1, 2], [3, 4], [5, 6]], dt=0.1*ms)
G = NeuronGroup(2, 'v : 1')
G.run_regularly('v = ta(t, i - 1)')
run(0.1*ms)
result = G.v[:]

### timed array, wrong unit
ta = TimedArray([1, 2], dt=0.1*ms)
G = NeuronGroup(2, 'v = ta(i) : 1')
run(0.1*ms)

### timed array, two arguments for one
ta = TimedArray([1, 2], dt=0.1*ms)
G = NeuronGroup(2, 'v = ta(t, i) : 1')
run(0.1*ms)

### timed array, one argument for two
ta = TimedArray([[1, 2]], dt=0.1*ms)
G = NeuronGroup(2, 'v = ta(t) : 1')
run(0.1*ms)

### timed array used like a variable
ta = TimedArray([1, 2], dt=0.1*ms)
G = NeuronGroup(2, 'v = ta : 1')
run(0.1*ms)

### timed array of three dimensions
ta = TimedArray(zeros((2, 2, 2)), dt=0.1*ms)

### timed array of a number
ta = TimedArray(3, dt=0.1*ms)

### timed array without unit for dt
ta = TimedArray([1, 2], dt=0.1)

### timed array without dt
ta = TimedArray([1, 2])

### timed array of strings
ta = TimedArray(['a', 'b'], dt=1*ms)

### timed array, attributes
ta = TimedArray([1, 2]*mV, dt=0.1*ms, name='stimulus')
assert ta.name == 'stimulus' and ta.dim == volt.dim
result = [ta.dt, *ta.values, ta.stateless, ta.is_locally_constant(1e-4), ta.is_locally_constant(2e-4)]

### timed array, name given twice
a = TimedArray([1, 2]*mV, dt=0.1*ms, name='stimulus')
b = TimedArray([10, 20]*mV, dt=0.1*ms, name='stimulus')
G = NeuronGroup(1, 'v = a(t) + b(t) : volt')
M = StateMonitor(G, 'v', record=True)
run(0.2*ms)
assert b.name == 'stimulus'
result = M.v_

### timed array called from Python
ta = TimedArray([1, 2, 3, 4]*mV, dt=0.2*ms)
result = [float(ta(0.3*ms)), *ta(arange(10)*0.1*ms), *ta([-1, 5]*ms)]

### timed array in two dimensions called from Python
ta = TimedArray([[1, 2], [3, 4]]*mV, dt=0.2*ms)
result = [float(ta(0.3*ms, 1)), *ta(0.3*ms, [0, 1]), *ta([0, 0.2]*ms, 1)]

### timed array called from Python with a wrong unit
ta = TimedArray([1, 2, 3, 4]*mV, dt=0.2*ms)
ta(3)

### timed array called from Python, column too large
ta = TimedArray([[1, 2], [3, 4]]*mV, dt=0.2*ms)
ta(0*ms, 5)

### timed array in the exact method
ta = TimedArray([1, 2, 3, 4], dt=0.2*ms)
G = NeuronGroup(1, 'dv/dt = (ta(t) - v)/(1*ms) : 1', method='exact')
run(1*ms)
result = G.v[:]

### timed array in the exact method, ratio just below three
ta = TimedArray([1, 2, 3, 4], dt=0.3*ms)
G = NeuronGroup(1, 'dv/dt = (ta(t) - v)/(1*ms) : 1', method='exact')
run(1*ms)

### timed array in the exact method, finer than the clock
ta = TimedArray([1, 2, 3, 4], dt=0.05*ms)
G = NeuronGroup(1, 'dv/dt = (ta(t) - v)/(1*ms) : 1', method='exact')
run(1*ms)

### timed array that is not aligned
ta = TimedArray(arange(10), dt=0.25*ms)
G = NeuronGroup(1, 'v = ta(t) : 1')
M = StateMonitor(G, 'v', record=True)
run(2*ms)
result = M.v

### timed array in synapses
ta = TimedArray([1, 2, 3, 4], dt=0.1*ms)
G = NeuronGroup(2, 'v : 1', threshold='True', reset='')
S = Synapses(G, G, on_pre='v_post += ta(t)')
S.connect()
run(0.3*ms)
result = G.v[:]

### timed array of rates
ta = TimedArray([0, 20000]*Hz, dt=0.5*ms)
P = PoissonGroup(3, 'ta(t)')
M = SpikeMonitor(P)
run(1*ms)
result = [M.num_spikes]

### binomial function is a number
f = BinomialFunction(10, 0.0)
g = BinomialFunction(n=10, p=1.0, approximate=False)
G = NeuronGroup(3, 'v : 1\nw : 1')
G.run_regularly('v = f(); w = g()')
run(0.1*ms)
result = [*G.v, *G.w, f.stateless, f.auto_vectorise]

### binomial function twice
f = BinomialFunction(10, 0.5)
G = NeuronGroup(3, 'v : 1')
G.run_regularly('v = f() - f()')
run(0.1*ms)

### binomial function with an argument
f = BinomialFunction(10, 0.5)
G = NeuronGroup(3, 'v : 1')
G.run_regularly('v = f(3)')
run(0.1*ms)

### binomial function in a subexpression
f = BinomialFunction(10, 0.5)
G = NeuronGroup(3, 'v = f() : 1')
run(0.1*ms)

### binomial function with a unit
f = BinomialFunction(10*mV, 0.5)

### binomial function without probability
f = BinomialFunction(10)

### add a C++ implementation
f = Function(lambda x: x*2, arg_units=[1], return_unit=1)
f.implementations.add_implementation('cpp', 'double f(double x) { return 2*x; }')
G = NeuronGroup(2, 'v : 1')
G.run_regularly('v = f(3)')
run(0.1*ms)
result = [*G.v, len(f.implementations)]

### add a numpy implementation
f = Function(lambda x: x*2, arg_units=[volt], return_unit=volt)
f.implementations.add_numpy_implementation(lambda x: x*3, discard_units=True)
G = NeuronGroup(2, 'v : volt')
G.v = 1*mV
G.run_regularly('v = f(v)')
run(0.1*ms)
result = G.v/mV

### a dynamic implementation is a function
f = Function(lambda x: x*2, arg_units=[1], return_unit=1)
f.implementations.add_dynamic_implementation('cpp', 'double f(double x) { return 2*x; }')

### no such method
f = Function(lambda x: x*2, arg_units=[1], return_unit=1)
f.implementations.add_code('cpp', 'x')

### the default functions by name
assert 'exp' in DEFAULT_FUNCTIONS and 'arctan2' not in DEFAULT_FUNCTIONS
result = [len(DEFAULT_FUNCTIONS), DEFAULT_FUNCTIONS['rand'].stateless, DEFAULT_FUNCTIONS['clip'].stateless]

### the functions of a submodule
from brian2.core.functions import Function, implementation, DEFAULT_FUNCTIONS, timestep
from brian2.input.binomial import BinomialFunction
from brian2.input.timedarray import TimedArray
from brian2.units.fundamentalunits import check_units, Quantity, DimensionMismatchError
f = Function(lambda x: x, arg_units=[1], return_unit=1)
result = [f(2), timestep(0.3*ms, 0.1*ms)]

### a unit that no argument has
@check_units(z=volt, result=1)
def f(x):
    return x
G = NeuronGroup(3, 'w : 1')
G.run_regularly('w = f(w)')
run(0.1*ms)
result = G.w[:]

### the result is no unit
@check_units(x=1, result=None)
def f(x):
    return x
G = NeuronGroup(3, 'w : 1')
G.run_regularly('w = f(w)')
run(0.1*ms)

### check_units of a lambda
f = check_units(x=1, result=1)(lambda x: x + 1)
G = NeuronGroup(3, 'w : 1')
G.run_regularly('w = f(w)')
run(0.1*ms)
result = G.w[:]

### a user function hidden by a default one
@check_units(x=1, result=1)
def exp(x):
    return x + 1
G = NeuronGroup(3, 'w : 1')
G.run_regularly('w = exp(w)')
run(0.1*ms)
result = G.w[:]

### a function of shared variables
@check_units(x=1, result=1)
def f(x):
    assert not shape(x)
    return x + 1
f = Function(f)
G = NeuronGroup(3, 'w : 1\ns : 1 (shared)')
G.s = 4
G.run_regularly('w = f(s) + i')
run(0.1*ms)
result = G.w[:]

### a function of no elements
seen = []
@check_units(x=1, result=1)
def f(x):
    seen.append(len(x))
    return x + 1
G = NeuronGroup(3, 'w : 1', threshold='False', reset='w = f(w)')
run(0.2*ms)
result = seen

### a function writes a shared variable
f = Function(lambda x: x + 1, arg_units=[1], return_unit=1)
G = NeuronGroup(3, 'w : 1\ns : 1 (shared)')
G.run_regularly('s = f(s)')
run(0.3*ms)
result = [G.s]
