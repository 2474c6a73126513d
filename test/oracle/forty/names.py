from brian2 import *

# 1 a name that nobody defines
start_scope()
tau = 10*ms
G = NeuronGroup(1, 'dv/dt = -v/taux : 1')
#                              ^^^^ KeyError
run(1*ms)

# 12 a reserved name
start_scope()
G = NeuronGroup(1, 'i : 1')
#                   ^ SyntaxError

# 19 a misspelt attribute
start_scope()
G = NeuronGroup(1, 'voltage : 1')
G.voltge = 3
#^^^^^^^ AttributeError

# 29 an array in equations
start_scope()
rates = array([1., 2.])
G = NeuronGroup(1, 'dv/dt = rates/ms : 1')
#                           ^^^^^ KeyError
run(1*ms)

# 29b a list in equations
start_scope()
gains = [1., 2.]
G = NeuronGroup(1, 'dv/dt = gains/ms : 1')
#                           ^^^^^ KeyError
run(1*ms)

# 30 a TimedArray without (t)
start_scope()
a = TimedArray([1, 2], dt=1*ms)
G = NeuronGroup(1, 'dv/dt = a/ms : 1')
#                           ^ SyntaxError
run(1*ms)

# 38 a synaptic variable with the name of a neuron's
start_scope()
A = NeuronGroup(1, 'y : 1', threshold='y > 1', reset='')
S = Synapses(A, A, 'y : 1', on_pre='y_post += y')
#                   ^ ValueError

# 40 lastupdate without event-driven equations
start_scope()
A = NeuronGroup(1, 'y : 1', threshold='y > 1', reset='')
S = Synapses(A, A, 'dw/dt = -w/ms : 1 (clock-driven)', on_pre='w += lastupdate/ms')
#                                                                   ^^^^^^^^^^ KeyError
S.connect()
run(1*ms)
