# Different time steps; slots and orders of the schedule.
from brian2 import *

slow = Clock(dt=0.5*ms, name='slow_clock')
G = NeuronGroup(2, 'dv/dt = 1/ms : 1', clock=slow, method='euler', order=1)
H = NeuronGroup(2, 'dv/dt = 2/ms : 1', dt=0.1*ms, method='euler', name='fast_*')
G.run_regularly('v = v*0.5', when='before_start', order=2)
M = StateMonitor(G, 'v', record=True, when='after_thresholds', order=-1, dt=1*ms)
net = Network(G, H, M)
net.schedule = ['start', 'groups', 'thresholds', 'synapses', 'resets', 'end']
net.run(3*ms)
print(M.t, M.v[0], defaultclock.dt, H.clock.dt, slow.t)
scheduling_summary(net)
