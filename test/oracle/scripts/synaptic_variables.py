# Values of synapses: set by expression, by index, by condition; used on both sides of a spike.
from brian2 import *

G = SpikeGeneratorGroup(3, [0, 1, 2, 0], [1, 2, 3, 4]*ms)
N = NeuronGroup(3, 'dv/dt = (0.2 - v)/(5*ms) : 1', threshold='v > 1', reset='v = 0', method='exact')
S = Synapses(G, N, '''w : 1
                      c : 1
                      n_seen : integer''',
             on_pre='''v_post += w
                       n_seen += 1
                       c = c*0.5 + w''',
             on_post='w = w + 0.125')
S.connect()
S.w = 'i + 0.25*j'
S.w['i == j'] = 2
S.w[0, 1] = 0.75
S.c = 1

spikes = SpikeMonitor(N)
weights = StateMonitor(S, ['w', 'c'], record=True)
trace = StateMonitor(N, 'v', record=True)

run(6*ms)

print([float(w) for w in S.w[:]])
print([int(n) for n in S.n_seen[:]])
print(len(S), [int(c) for c in spikes.count])
