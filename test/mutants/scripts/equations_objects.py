# Equations as objects: added, renamed, filled in.
from brian2 import *

membrane = Equations('dv/dt = (I_total + g_leak*(E_leak - v))/C_m : volt')
synaptic = Equations('''dg/dt = -g/tau : siemens
                        I_syn = g*(E - v) : amp''', g='g_exc', I_syn='I_exc', tau=5*ms, E=0*mV)
inhibitory = Equations('''dg/dt = -g/tau : siemens
                          I_syn = g*(E - v) : amp''', g='g_inh', I_syn='I_inh', tau=10*ms, E='E_inh')
model = membrane + synaptic + inhibitory
model += 'I_total = I_exc + I_inh + I_0 : amp'
model += Equations('I_0 : amp (constant)')

E_inh = -80*mV
E_leak = -70*mV
g_leak = 10*nS
C_m = 200*pF
G = NeuronGroup(4, model, threshold='v > -50*mV', reset='v = E_leak', method='exponential_euler')
G.v = E_leak
G.I_0 = '0.2*nA*(i + 1)'
G.g_exc = 2*nS
run(3*ms)
print(sorted(model.names), model.diff_eq_names == {'v', 'g_exc', 'g_inh'}, G.v[:])
print(Expression('a + b').identifiers)
