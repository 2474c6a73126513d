from brian2 import *

# 14 xi twice
start_scope()
G = NeuronGroup(1, '''
dx/dt = xi/ms**.5 : 1
dy/dt = xi/ms**.5 : 1
#       ^^ EquationError
''')

# 24 a random number in a subexpression
start_scope()
G = NeuronGroup(1, '''
x = rand() : 1
#   ^^^^^^ SyntaxError
dv/dt = x/ms : 1''')
run(1*ms)

# 25 two random numbers in one expression
start_scope()
G = NeuronGroup(1, 'dv/dt = (rand() - rand())/ms : 1')
#                                     ^^^^^^ NotImplementedError
run(1*ms)

# 32 exact for an equation that is not linear
start_scope()
G = NeuronGroup(1, 'dv/dt = -v**2/ms : 1', method='exact')
#                                                 ^^^^^^^ UnsupportedEquationsException
run(1*ms)

# 32b noise for a method that takes none
start_scope()
G = NeuronGroup(1, 'dv/dt = -v/ms + xi/ms**.5 : 1', method='rk4')
#                                                          ^^^^^ UnsupportedEquationsException
run(1*ms)

# 32c noise that depends on the state
start_scope()
G = NeuronGroup(1, 'dv/dt = -v/ms + v*xi/ms**.5 : 1', method='euler')
#                                                            ^^^^^^^ UnsupportedEquationsException
run(1*ms)
