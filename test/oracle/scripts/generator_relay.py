from brian2 import *

G = SpikeGeneratorGroup(3, [0, 0, 1, 1, 2], [10, 30, 15, 35, 25]*ms)
N = NeuronGroup(3, 'dv/dt = -v/(10*ms) : volt', threshold='v > 0.8*volt', reset='v = 0*volt')
S = Synapses(G, N, 'w : volt', on_pre='v += w')
S.connect(j='i')
S.w = 0.5*volt

spikes_in = SpikeMonitor(G)
spikes_out = SpikeMonitor(N)
trace = StateMonitor(N, 'v', record=True)

run(50*ms)

subplot(311)
plot(spikes_in.t/ms, spikes_in.i, '.k')
subplot(312)
plot(trace.t/ms, trace.v.T/volt)
subplot(313)
plot(spikes_out.t/ms, spikes_out.i, '.k')
show()
