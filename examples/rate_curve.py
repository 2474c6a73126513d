"""
How fast does a neuron fire, depending on its input?

Five hundred independent leaky integrate-and-fire neurons, each with its own constant drive. Below the
threshold of 15 mV none fires; far above it, the dead time after each spike limits the rate.
"""
from brian2 import *

tau = 20*ms
dead_time = 4*ms
duration = 2*second

model = '''
dv/dt = (drive - v)/tau : volt (unless refractory)
drive : volt (constant)
'''
neurons = NeuronGroup(500, model, threshold='v > 15*mV', reset='v = 0*mV', refractory=dead_time, method='exact')
neurons.drive = '30*mV*i/(N - 1)'

spikes = SpikeMonitor(neurons)

run(duration)

plot(neurons.drive/mV, spikes.count/duration, label='simulated')

# The theory: the time from reset to threshold, plus the dead time
above = linspace(15.1, 30, 100)
period = dead_time + tau*log(above/(above - 15))
plot(above, 1/period, '--', label='theory')
xlabel('Drive (mV)')
ylabel('Rate (spikes/s)')
legend()
show()
