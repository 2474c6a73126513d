# When a spike arrives, for delays on and between the time steps, per pathway and per synapse.
from brian2 import *

G = SpikeGeneratorGroup(1, [0, 0], [0.3, 0.8]*ms)
N = NeuronGroup(6, 'v : 1')
S = Synapses(G, N, on_pre='v += 1')
S.connect()
S.delay = [0, 0.1, 0.14, 0.15, 1, 2]*ms
trace = StateMonitor(N, 'v', record=True)

M = NeuronGroup(3, 'v : 1', threshold='v > 0.5', reset='v = 0')
T = Synapses(G, M, on_pre='v += 1', delay=0.4*ms)
T.connect(j='k for k in range(2)')
chain = Synapses(M, M, on_pre='v += 1', delay=1*ms)
chain.connect(i=0, j=2)
spikes = SpikeMonitor(M)

run(4*ms)
