# Code that runs for parts of groups; pathways and delays by name; names of the run's namespace.
from brian2 import *

G = NeuronGroup(4, '''dv/dt = (drive - v)/tau : 1
                      drive : 1
                      n : integer''', threshold='v > 0.9', reset='v = 0.1', method='exact',
                namespace={'tau': 10*ms})
G.drive = '1 + 0.25*i'
G.run_regularly('v += 0.05*i; n += 1', dt=1*ms)
G[1:3].run_regularly('v += 0.02', dt=0.5*ms)
source = SpikeGeneratorGroup(2, [0, 1, 0], [2, 4, 6]*ms)
S = Synapses(source, G, on_pre={'up': 'v += kick', 'down': 'v -= 0.05'}, on_post='v_post += 0.01',
             delay={'up': 1*ms})
S.connect('j >= 2*i')
S.down.delay = '(1 + j)*0.3*ms'
trace = StateMonitor(G, 'v', record=True)
spikes = SpikeMonitor(G[1:])


def simulate(kick):
    run(10*ms, namespace={'kick': kick})


simulate(0.2)
kick = -0.1
run(5*ms)
print(G.n[:], S.down.delay, S.up.delay)
