# An adaptive exponential neuron with units throughout.
from brian2 import *

C = 281*pF
gL = 30*nS
taum = C/gL
EL = -70.6*mV
VT = -50.4*mV
DeltaT = 2*mV
Vcut = VT + 5*DeltaT
tauw, a, b, Vr = 144*ms, 4*nS, 0.0805*nA, -70.6*mV

eqs = """
dvm/dt = (gL*(EL - vm) + gL*DeltaT*exp((vm - VT)/DeltaT) + I - w)/C : volt
dw/dt = (a*(vm - EL) - w)/tauw : amp
I : amp
"""

neuron = NeuronGroup(1, model=eqs, threshold='vm > Vcut', reset='vm = Vr; w += b', method='euler')
neuron.vm = EL
trace = StateMonitor(neuron, 'vm', record=0)
spikes = SpikeMonitor(neuron)

run(5*ms)
neuron.I = 1*nA
run(20*ms)
neuron.I = 0*nA
run(5*ms)

vm = trace[0].vm[:]
for t in spikes.t:
    i = int(t / defaultclock.dt)
    vm[i] = 20*mV
plot(trace.t / ms, vm / mV)
xlabel('time (ms)')
ylabel('membrane potential (mV)')
show()
