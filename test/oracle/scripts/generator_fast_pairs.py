# Pairs of input spikes that do make the neurons fire, through weights that differ.
from brian2 import *

G = SpikeGeneratorGroup(4, [0, 1, 2, 3]*3, repeat([1, 2.5, 3], 4)*ms)
N = NeuronGroup(4, 'dv/dt = -v/(10*ms) : volt', threshold='v > 0.8*volt', reset='v = 0*volt')
S = Synapses(G, N, 'w : volt', on_pre='v += w')
S.connect(j='i')
S.w = '(0.2 + 0.2*i)*volt'

spikes_in = SpikeMonitor(G)
spikes_out = SpikeMonitor(N)
trace = StateMonitor(N, 'v', record=True)

run(10*ms)
print([int(n) for n in spikes_out.count])
