# Exponential currents, several pathways onto one variable, delays: CUBA without chance.
from brian2 import *

taum = 20*ms
taue = 5*ms
taui = 10*ms
Vt = -50*mV
Vr = -60*mV
El = -49*mV
eqs = '''
dv/dt  = (ge+gi-(v-El))/taum : volt (unless refractory)
dge/dt = -ge/taue : volt
dgi/dt = -gi/taui : volt
'''
P = NeuronGroup(50, eqs, threshold='v>Vt', reset='v = Vr', refractory=5*ms, method='exact')
P.v = 'Vr + (i % 17)/17.0 * (Vt - Vr)'
Ce = Synapses(P, P, on_pre='ge += 1.62*mV')
Ci = Synapses(P, P, on_pre='gi -= 9*mV', delay=1.5*ms)
Ce.connect('i < 40 and (i + 3*j) % 7 == 0')
Ci.connect('i >= 40 and (i + j) % 3 == 0')

spikes = SpikeMonitor(P)
population = PopulationRateMonitor(P)
trace = StateMonitor(P, ['v', 'ge', 'gi'], record=[0, 7, 49])

run(100*ms)
