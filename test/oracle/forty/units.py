from brian2 import *

# 2 the derivative has the unit of its variable
start_scope()
G = NeuronGroup(1, 'dv/dt = -v : volt')
#                           ^^ DimensionMismatchError
run(1*ms)

# 3 volt + amp in an equation
start_scope()
G = NeuronGroup(1, '''
dv/dt = (-v + I)/(10*ms) : volt
#        ^^^^^^ DimensionMismatchError
I : amp''')
run(1*ms)

# 4 the unit of a subexpression
start_scope()
G = NeuronGroup(1, '''
dx/dt = y/ms : amp
y = 3*mV : amp
#   ^^^^ DimensionMismatchError
''')
run(1*ms)

# 5 a reset without unit
start_scope()
G = NeuronGroup(1, 'v : volt', threshold='v > 1*mV', reset='v = 0')
#                                                               ^ DimensionMismatchError
run(1*ms)

# 6 on_pre adds another unit
start_scope()
G = NeuronGroup(1, 'v : volt', threshold='v > 1*mV', reset='')
S = Synapses(G, G, 'w : 1', on_pre='v += w')
#                                   ^^^^^^ DimensionMismatchError
S.connect()
run(1*ms)

# 7 an assignment without unit
start_scope()
G = NeuronGroup(1, 'v : volt')
G.v = 3
#     ^ DimensionMismatchError

# 8 a string assignment without unit
start_scope()
G = NeuronGroup(1, 'v : volt')
G.v = '3'
#      ^ DimensionMismatchError

# 9 a threshold without unit
start_scope()
G = NeuronGroup(1, 'v : volt', threshold='v > -50', reset='v = -70*mV')
#                                         ^^^^^^^ DimensionMismatchError
run(1*ms)

# 15 a duration without unit
run(100)
#   ^^^ DimensionMismatchError

# 31 an argument with a unit
start_scope()
G = NeuronGroup(1, '''
dv/dt = x/ms : 1
x = exp(3*mV) : 1
#       ^^^^ DimensionMismatchError
''')
run(1*ms)

# 39 different units in Python
tau = 3*mV + 2
#     ^^^^^^^^ DimensionMismatchError
