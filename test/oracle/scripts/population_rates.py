from brian2 import *

G = NeuronGroup(20, 'dv/dt = (1 + i*0.05)/(3*ms) : 1', threshold='v > 1', reset='v = 0', method='euler')
everyone = PopulationRateMonitor(G)
some = PopulationRateMonitor(G[5:10])
spikes = SpikeMonitor(G[5:10])

run(20*ms)
