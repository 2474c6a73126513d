# oracle: seeds 20
from brian2 import *

equal = PoissonGroup(500, rates=20*Hz)
graded = PoissonGroup(100, rates='i*1*Hz')
spikes = SpikeMonitor(equal)
graded_spikes = SpikeMonitor(graded)

run(500*ms)

print('spikes', spikes.num_spikes)
print('graded', graded_spikes.num_spikes)
print('variance', float(var(spikes.count)))
print('late', sum(spikes.t >= 250*ms))
print('high', sum(graded_spikes.i >= 50))
