# One group reads another one's variables.
from brian2 import *

source = NeuronGroup(3, 'dx/dt = (i + 1 - x)/(10*ms) : 1', method='exact')
shared_input = NeuronGroup(1, 'dI/dt = -I/(5*ms) + 0.1*nA/ms : amp')
reader = NeuronGroup(6, '''dv/dt = (R*I_in + 3*mV*y - v)/tau : volt
                           I_in : amp (linked)
                           y : 1 (linked)
                           R : ohm (constant)
                           tau : second (constant)''', method='euler')
reader.y = linked_var(source, 'x', index=[0, 0, 1, 1, 2, 2])
reader.I_in = linked_var(shared_input, 'I')
reader.R = 100*Mohm
reader.tau = '(5 + i)*ms'
result = StateMonitor(reader, 'v', record=True)

net = Network(source, shared_input, reader)
net.add(result)
net.run(3*ms, report=None)
figure()
plot(result.t/ms, result.v.T/mV)
title('%d neurons' % len(reader))
