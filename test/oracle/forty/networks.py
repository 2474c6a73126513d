from brian2 import *

# 16 a monitor of spikes that nobody sends
start_scope()
G = NeuronGroup(1, 'v : 1', name='H')
M = SpikeMonitor(G)
#   ^^^^^^^^^^^^^^^ ValueError

# 16b synapses from neurons that send no spikes
start_scope()
C = NeuronGroup(1, 'v : 1', name='C')
S = Synapses(C, C, on_pre='v += 1')
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ValueError

# 17 synapses that were never connected
start_scope()
G = NeuronGroup(1, 'v : 1', threshold='v > 1', reset='')
S = Synapses(G, G, on_pre='v += 1')
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ TypeError
run(1*ms)

# 18 weights before connect
start_scope()
G = NeuronGroup(1, 'v : 1', threshold='v > 1', reset='')
S = Synapses(G, G, 'w : 1', on_pre='v += w')
S.w = 3
#^^ TypeError

# 20 new and old objects in one run
start_scope()
G = NeuronGroup(1, 'v : 1')
run(1*ms)
H = NeuronGroup(1, 'v : 1')
run(1*ms)
#^^^^^^^^ MagicError

# 21 an object in two networks
start_scope()
G = NeuronGroup(1, 'v : 1', name='GG')
n = Network(G)
n.run(1*ms)
n2 = Network(G)
#    ^^^^^^^^^^ RuntimeError

# 33 targets that are not there
start_scope()
A = NeuronGroup(4, 'v : 1', threshold='v > 1', reset='')
B = NeuronGroup(3, 'v : 1')
S = Synapses(A, B, on_pre='v += 1')
S.connect(j='i')
#            ^ IndexError

# 34 index arrays out of range
start_scope()
A = NeuronGroup(4, 'v : 1', threshold='v > 1', reset='', name='A')
S = Synapses(A, A, on_pre='v += 1')
S.connect(i=[5], j=[0])
#           ^^^ IndexError
