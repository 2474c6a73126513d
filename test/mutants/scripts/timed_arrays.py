# Stimuli that depend on time and neuron.
from brian2 import *

defaultclock.dt = 0.05*ms
current = TimedArray(np.hstack([np.zeros(5), np.ones(10)])*nA, dt=1*ms, name='current')
table = TimedArray(np.arange(12).reshape(4, 3)*mV, dt=2*ms)
G = NeuronGroup(3, '''
dv/dt = (R*current(t - 1*ms) + table(t, i) - v)/tau : volt
s = sin(2*pi*f*t) : 1
f : Hz
''', method='euler', namespace={'R': 20*Mohm, 'tau': 5*ms})
G.f = '100*Hz + 10*i*Hz'
M = StateMonitor(G, ['v', 's'], record=True, when='end')
run(8*ms)
print(M.v[:, -1], current(2.5*ms), table(3*ms, 1), M.s.max() <= 1)
