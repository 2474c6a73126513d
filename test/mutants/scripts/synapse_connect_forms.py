# The ways to make and to address synapses.
from brian2 import *

A = NeuronGroup(10, '''dv/dt = -v/(10*ms) : 1
                       x : metre''', threshold='v > 1', reset='v = 0', method='exact')
B = NeuronGroup(8, '''v : 1
                      x : metre''')
A.x = 'i*10*umeter'
B.x = 'i*15*umeter'

full = Synapses(A, B, 'w : 1', on_pre='v_post += w')
full.connect()
full.w = 'exp(-abs(x_pre - x_post)/(50*um))'
near = Synapses(A, B, 'w : 1', on_pre='v_post += w')
near.connect(condition='abs(x_pre - x_post) < 25*um', p='0.5 + 0.05*i')
ring = Synapses(A, A, multisynaptic_index='n_syn', on_pre='v_post += 0.1/(n_syn + 1)')
ring.connect(j='(i + 1) % N_pre', n=2)
listed = Synapses(A, B, on_pre='v += 0.5', delay=1*ms)
listed.connect(i=[0, 1, 2], j=[3, 4, 5])
sampled = Synapses(A, B)
sampled.connect(j='k for k in sample(N_post, p=0.3) if k != i', skip_if_invalid=True)
parts = Synapses(A[:4], B[2:], 'd : second')
parts.connect(j='i + int(rand()*3)')
parts.d = '0.1*ms*(j + 1)'
near.delay = '2*ms*rand()'
full.w[0, :] = 0.5
full.w['i == 1 and j > 2'] = 0.25
run(1*ms)
print(len(full), len(ring), full.N_incoming_post[:3], full.N_outgoing[0], listed.delay, parts.d[:2])
