# Magic collection, names, seeds, preferences, profiling.
from brian2 import *

prefs.codegen.target = 'numpy'
prefs['core.default_float_dtype'] = float64
seed(11)
np.random.seed(3)
BrianLogger.log_level_error()
P = NeuronGroup(3, '''dv/dt = (b - v)/(3*ms) : 1
                      b : 1''', threshold='v > 0.7', reset='v = 0', method='exact', name='cells')
P.b = np.random.rand(3) + 0.5
spikes = SpikeMonitor(P, name='spikes')
states = StateMonitor(P, variables=True, record=[0])
@network_operation
def nothing():
    pass
run(2*ms, profile=True)
print(profiling_summary(show=3) is not None, magic_network.t, sorted(obj.name for obj in collect()))
states.active = False
run(1*ms)
values = P.get_states(['v', 'b'], units=False)
P.set_states({'v': values['v']*0})
stop()
start_scope()
Q = NeuronGroup(2, 'x : 1 (shared)')
Q.x = 3
run(0.5*ms)
print(Q.x, P.v[:], spikes.count[:])
