# Which objects `run` finds by itself: those that a name of the calling frame holds, not those within lists.
from brian2 import *

named = NeuronGroup(2, 'dv/dt = 1/ms : 1', threshold='v > 1', reset='v = 0', method='euler')
listed = [NeuronGroup(2, 'dv/dt = 1/ms : 1', threshold='v > 1', reset='v = 0', method='euler')]
spikes = SpikeMonitor(named)
unseen = [SpikeMonitor(named)]


def inner():
    local = NeuronGroup(1, 'dv/dt = 1/ms : 1', threshold='v > 0.5', reset='v = 0', method='euler')
    monitor = SpikeMonitor(local)
    run(2*ms)
    return monitor.num_spikes


print(inner())
run(3*ms)
print(spikes.num_spikes, unseen[0].num_spikes, [float(v) for v in listed[0].v[:]])
