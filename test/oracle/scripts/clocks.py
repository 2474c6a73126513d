# Objects with time steps of their own, several runs, and what happens in which order.
from brian2 import *

defaultclock.dt = 0.2*ms
slow = NeuronGroup(1, 'dv/dt = 1/ms : 1', dt=0.5*ms, threshold='v > 2', reset='v = 0', method='euler')
fast = NeuronGroup(2, 'dv/dt = (1 + i)/ms : 1', threshold='v > 1.5', reset='v -= 1.5', method='euler')
spikes_slow = SpikeMonitor(slow)
spikes_fast = SpikeMonitor(fast)
early = StateMonitor(fast, 'v', record=True)
late = StateMonitor(fast, 'v', record=1, when='end')
coarse = StateMonitor(fast, 'v', record=[0], dt=1*ms)

run(3*ms)
fast.v = 0.25
run(2.1*ms)
