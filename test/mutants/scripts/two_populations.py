# Subgroups, several pathways, a rate for each population.
from brian2 import *

start_scope()
params = {'N_E': 16, 'N_I': 4, 'we': 0.5*mV, 'wi': -2*mV}
N = params['N_E'] + params['N_I']
tau, v_th, v_r, t_ref, D = 20*ms, 20*mV, 10*mV, 2*ms, 1.5*ms
mu = 24*mV

neurons = NeuronGroup(N, 'dv/dt = (mu - v)/tau : volt (unless refractory)', threshold='v > v_th', reset='v = v_r',
                      refractory=t_ref, method='exact')
neurons.v = 'v_r + rand()*(v_th - v_r)'
exc = neurons[:params['N_E']]
inh = neurons[params['N_E']:]

exc_syn = Synapses(exc, neurons, on_pre='v += we', delay=D, namespace={'we': params['we']})
exc_syn.connect('i != j', p=0.5)
inh_syn = Synapses(inh, neurons, on_pre='v += wi', delay=D)
inh_syn.connect(True, p=0.5)
wi = params['wi']

rate_exc = PopulationRateMonitor(exc)
rate_inh = PopulationRateMonitor(inh)
spikes = SpikeMonitor(neurons)
run(10*ms)

fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(6, 4))
top.plot(spikes.t/ms, spikes.i, '.')
for label, monitor in {'exc': rate_exc, 'inh': rate_inh}.items():
    bottom.plot(monitor.smooth_rate(width=2*ms)/Hz, label=label)
bottom.legend()
top.set_ylabel('neuron')
plt.show()
