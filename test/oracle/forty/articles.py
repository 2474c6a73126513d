from brian2 import *
import brian2 as b2

# a1 a current without resistance
start_scope()
tau = 10*ms
I_input = 2*nA
G = NeuronGroup(10, 'dv/dt = (-v + I_input)/tau : volt', threshold='v > 10*mV', reset='v = 0*mV')
#                             ^^^^^^^^^^^^ DimensionMismatchError
run(1*ms)

# a2 a reversal potential that is not there
start_scope()
tau = 10*ms
E_L = -70*mV
G = NeuronGroup(10, '''
dv/dt = (E_L - v + R*g_syn*(E_syn - v))/tau : volt
#                           ^^^^^ KeyError
R : ohm
g_syn : siemens''')
run(1*ms)

# a3 noise of another unit
start_scope()
tau = 10*ms
I = 1*mV
G = NeuronGroup(10, 'dv/dt = (I - v + xi*tau**-0.5)/tau : volt')
#                             ^^^^^^^^^^^^^^^^^^^^ DimensionMismatchError
run(1*ms)

# a4 a conductance times a voltage is a current
start_scope()
tau = 10*ms
G = NeuronGroup(10, '''
dv/dt = (-v + g*v)/tau : volt
#        ^^^^^^^^ DimensionMismatchError
g : siemens''')
run(1*ms)

# a5 a rate of change added to a voltage
start_scope()
tau = 10*ms
G = NeuronGroup(10, 'dv/dt = (-v + v/tau)/tau : volt')
#                             ^^^^^^^^^^ DimensionMismatchError
run(1*ms)

# a6 a unit through a module
start_scope()
G = NeuronGroup(1, 'v : volt', threshold='v > 10*b2.mV', reset='v = 0*mV')
#                                                ^^ KeyError
run(1*ms)

# a7 xi in a subexpression
start_scope()
G = NeuronGroup(1, '''
I = xi : 1
#   ^^ EquationError
dv/dt = -v/ms : 1''')

# a8 a random number in an equation's part
start_scope()
G = NeuronGroup(1, '''
dv/dt = (noise - v)/(10*ms) : 1
noise = 10*randn() : 1
#          ^^^^^^^ SyntaxError
''')
run(1*ms)

# a9 whole numbers for floating point ones
prefs.core.default_float_dtype = int32
#                                ^^^^^ PreferenceError

# a10 recording a slice
start_scope()
G = NeuronGroup(10, 'v : 1')
M = StateMonitor(G, 'v', record=slice(0, 10, 2))
#                               ^^^^^^^^^^^^^^^ TypeError
