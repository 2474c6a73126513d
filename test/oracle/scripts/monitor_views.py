# oracle: runtime only (a network operation): what scripts do with what monitors hold, and with the time.
from brian2 import *
import numpy as np

G = NeuronGroup(3, '''dv/dt = (1.5 + 0.25*i - v)/(5*ms) : 1
                      kind : integer''', threshold='v > 1', reset='v = 0', method='exact')
G.kind = '2 - i'
S = Synapses(G, G, 'w : 1', multisynaptic_index='copy')
S.connect(j='i', n=2)
S.connect(i=0, j=0)
S.w = '10*i + copy'
table = TimedArray([1, 2, 4], dt=5*ms)
R = NeuronGroup(1, 'ahead = table(t + 1.5*ms) : 1')
P = SpikeGeneratorGroup(2, [0, 1], [1, 2]*ms, period=4*ms)

spikes = SpikeMonitor(G, variables='kind')
rate = PopulationRateMonitor(G)
trace = StateMonitor(G, 'v', record=[2, 0])
rows = StateMonitor(R, 'ahead', record=True)
regular = SpikeMonitor(P)


class Watcher:
    def __init__(self):
        self.times = []

    def look(self, t):
        self.times.append(float(t/ms))
        if t > 5*ms:
            print('at', defaultclock.t, defaultclock.timestep)


watcher = Watcher()
net = Network(G, S, R, P, spikes, rate, trace, rows, regular, NetworkOperation(watcher.look, dt=2*ms))
net.run(8*ms)

print(watcher.times, defaultclock.t, net.t)
print(spikes.t, spikes.i, spikes.count, spikes.kind[:2])
print(spikes.t_[:2], trace.t[:3], trace.t[-1], trace[2].t[1], len(trace.t), rate.rate[-2:])
print(np.arange(3)[spikes.i], G.kind[spikes.i], G.v[G.kind], spikes.t[spikes.i == 1])
print(spikes.all_values()['kind'], spikes.spike_trains()[0])
print(rate.smooth_rate(window='flat', width=0.5*ms)[14:20])
print(S.copy[:], S.w[0, :, 0], S.w[0, 0, 1], S.w['copy == 1'], S.w[1, 1, 7])
print(P.period, table.values, table.dt, G.equations.diff_eq_names, G.equations.parameter_names)
trace.record_single_timestep()
print(trace.t[-1], len(trace.t), trace.v[:, -1] == G.v[[2, 0]])
net.remove(S, [P, regular])
print(sorted(member.name for member in net.objects))
G.v = 'int(0.4*i - 0.8)'
print(G.v[:], get_device().__class__.__name__)
try:
    net.remove(3)
except TypeError as error:
    print(error)
