from brian2 import *

# 35 values before the run
set_device('cpp_standalone', build_on_run=False)
G = NeuronGroup(1, 'v : 1')
G.v = 'rand()'
print(G.v[:])
#     ^^^^^^ NotImplementedError

# 36 a second run
start_scope()
set_device('cpp_standalone', directory=None)
G = NeuronGroup(1, 'v : 1')
run(1*ms)
run(1*ms)
#^^^^^^^^ RuntimeError

# 37 storing
start_scope()
set_device('cpp_standalone', build_on_run=False)
G = NeuronGroup(1, 'v : 1')
store()
#^^^^^^ NotImplementedError
