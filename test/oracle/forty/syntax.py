from brian2 import *

# 10 a unit with a prefix
start_scope()
G = NeuronGroup(1, 'v : mV')
#                       ^^ EquationError

# 11 a forgotten unit
start_scope()
G = NeuronGroup(1, 'v = 3')
#                   ^^^^^ EquationError

# 13 a flag that the class does not know
start_scope()
G = NeuronGroup(1, 'dv/dt = -v/ms : 1 (event-driven)')
#                                      ^^^^^^^^^^^^ ValueError

# 22 a threshold that is no condition
start_scope()
G = NeuronGroup(1, 'v : 1', threshold='v', reset='')
#                                      ^ TypeError
run(1*ms)

# 23 a threshold that is a quantity
start_scope()
G = NeuronGroup(1, 'v : volt', threshold=10*mV, reset='v = 0*mV')
#                                        ^^^^^ TypeError
run(1*ms)

# 26 a chained comparison
start_scope()
G = NeuronGroup(1, 'v : 1', threshold='0 < v < 1', reset='')
#                                      ^^^^^^^^^ SyntaxError
run(1*ms)

# 27 a branch in code
start_scope()
G = NeuronGroup(1, 'v : 1', threshold='v > 1', reset='if v > 1: v = 0')
#                                                        ^ ValueError
run(1*ms)

# 28 writing to a subexpression
start_scope()
G = NeuronGroup(1, '''
x = 3 : 1
v : 1''', threshold='v > 1', reset='x = 3')
#                                   ^ SyntaxError
run(1*ms)
