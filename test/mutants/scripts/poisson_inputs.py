# Random and given spike sources.
from brian2 import *

rates_of_time = TimedArray([10, 50, 100]*Hz, dt=10*ms)
P = PoissonGroup(20, rates=30*Hz)
Q = PoissonGroup(5, rates='rates_of_time(t)*(1 + 0.5*i)', dt=0.2*ms)
given = SpikeGeneratorGroup(3, array([0, 1, 2, 1]), array([1, 2, 3, 4.5])*ms, period=6*ms)
G = NeuronGroup(3, '''dv/dt = -v/(10*ms) : volt
                      dg/dt = -g/(3*ms) : volt''', threshold='v > 10*mV', reset='v -= 10*mV', method='exact')
drive = PoissonInput(target=G, target_var='v', N=100, rate=20*Hz, weight=0.3*mV)
strong = PoissonInput(G, 'g', 10, 5*Hz, weight='0.1*mV', when='after_groups', order=2)
S = Synapses(P, G, on_pre='g_post += 0.2*mV')
S.connect(p=0.4)
T = Synapses(given, G, 'w : volt', on_pre='v += w', delay=0.5*ms)
T.connect(i=[0, 1, 2], j=[2, 1, 0])
T.w = [1, 2, 3]*mV
spikes = SpikeMonitor(Q)
run(12*ms)
given.set_spikes([0, 0], [14, 15]*ms)
run(4*ms)
print(len(S), spikes.num_spikes >= 0, T.delay[:])
