"""
CUBA: four thousand neurons with current-based synapses.

Every neuron leaks towards a resting value just above its threshold, so it would fire on its own; each spike
that it receives pushes it up (from an excitatory neuron) or, more strongly, down (from an inhibitory one).
Left alone, the network settles into irregular activity of a few spikes per neuron and second.

The parameters are those of the second benchmark in Brette et al. (2007), "Simulation of networks of spiking
neurons: a review of tools and strategies", Journal of Computational Neuroscience 23, 349-398.
"""
from brian2 import *

# Numbers of neurons, and how likely one is connected to another
n_excitatory = 3200
n_inhibitory = 800
connection_probability = 0.02

# Single neurons
tau_membrane = 20*ms
v_rest = -49*mV
v_threshold = -50*mV
v_reset = -60*mV
dead_time = 5*ms

# Synapses: time constants, and the jump that one spike causes
tau_excitatory = 5*ms
tau_inhibitory = 10*ms
jump_excitatory = 1.62*mV
jump_inhibitory = -9*mV

model = '''
dv/dt = (v_rest - v + g_exc + g_inh)/tau_membrane : volt (unless refractory)
dg_exc/dt = -g_exc/tau_excitatory : volt
dg_inh/dt = -g_inh/tau_inhibitory : volt
'''

neurons = NeuronGroup(n_excitatory + n_inhibitory, model, threshold='v > v_threshold', reset='v = v_reset',
                      refractory=dead_time, method='exact')
neurons.v = 'v_reset + rand()*(v_threshold - v_reset)'

excitation = Synapses(neurons, neurons, on_pre='g_exc += jump_excitatory')
excitation.connect('i < n_excitatory', p=connection_probability)
inhibition = Synapses(neurons, neurons, on_pre='g_inh += jump_inhibitory')
inhibition.connect('i >= n_excitatory', p=connection_probability)

spikes = SpikeMonitor(neurons)

run(1*second)

# A raster: one dot per spike, time to the right, one row per neuron
plot(spikes.t/ms, spikes.i, ',k')
xlabel('Time (ms)')
ylabel('Neuron')
title('CUBA network')
show()
