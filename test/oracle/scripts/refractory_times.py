# Refractoriness as a time, a string and a condition, and one that is no multiple of the time step.
from brian2 import *

eqs = 'dv/dt = 20/ms : 1 (unless refractory)'
two = NeuronGroup(1, eqs, threshold='v > 1', reset='v = 0', refractory=2*ms, method='euler')
none = NeuronGroup(1, eqs, threshold='v > 1', reset='v = 0', refractory=0*ms, method='euler')
odd = NeuronGroup(1, eqs, threshold='v > 1', reset='v = 0', refractory=0.25*ms, method='euler')
text = NeuronGroup(4, eqs, threshold='v > 1', reset='v = 0', refractory='(1 + i)*ms', method='euler')
while_high = NeuronGroup(2, 'dv/dt = (3 - v)/(2*ms) : 1', threshold='v > 1', refractory='v > 0.5', reset='', method='exact')
stored = NeuronGroup(3, eqs + '\nperiod : second', threshold='v > 1', reset='v = 0', refractory='period', method='euler')
stored.period = [0.1, 0.55, 3]*ms

groups = [two, none, odd, text, while_high, stored]
monitors = [SpikeMonitor(g) for g in groups]
trace = StateMonitor(two, 'v', record=0)

network = Network(groups, monitors, trace)
network.run(5*ms)

for monitor in monitors:
    print([int(c) for c in monitor.count])
