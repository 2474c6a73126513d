"""
From given spikes to a membrane: three input cells fire at chosen times, each drives one neuron through one
synapse. A single input spike lifts the neuron to 0.5 V, below its threshold of 0.8 V; only two that follow
each other closely make it fire.
"""
from brian2 import *

inputs = SpikeGeneratorGroup(3, [0, 0, 0, 1, 1, 2], [10, 13, 30, 15, 40, 25]*ms)
neurons = NeuronGroup(3, 'dv/dt = -v/(10*ms) : volt', threshold='v > 0.8*volt', reset='v = 0*volt', method='exact')

synapses = Synapses(inputs, neurons, 'weight : volt', on_pre='v += weight')
synapses.connect(j='i')
synapses.weight = 0.5*volt
synapses.delay = 'i*ms'

input_spikes = SpikeMonitor(inputs)
output_spikes = SpikeMonitor(neurons)
membrane = StateMonitor(neurons, 'v', record=True)

run(50*ms)

figure(figsize=(7, 7))
subplot(311)
plot(input_spikes.t/ms, input_spikes.i, '|k', markersize=12)
ylabel('Input cell')
xlim(0, 50)
ylim(-0.5, 2.5)

subplot(312)
for index in range(3):
    plot(membrane.t/ms, membrane.v[index]/mV, label=f'neuron {index}')
axhline(800, linestyle='--', color='gray')
ylabel('v (mV)')
xlim(0, 50)
legend(loc='upper right')

subplot(313)
plot(output_spikes.t/ms, output_spikes.i, '|r', markersize=12)
xlabel('Time (ms)')
ylabel('Output')
xlim(0, 50)
ylim(-0.5, 2.5)

tight_layout()
show()
