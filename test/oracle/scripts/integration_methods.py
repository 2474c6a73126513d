# The same equations through each method, and the method that Brian chooses.
from brian2 import *

tau = 10*ms
coupled = '''
dv/dt = (2 - v - w)/tau : 1
dw/dt = (v - 12*w)/(4*tau) : 1
'''
nonlinear = '''
dv/dt = (v*(1 - v) - w + drive)/tau : 1
dw/dt = 0.1*(0.5*v - w)/ms : 1
drive : 1
'''
gated = '''
dm/dt = (1 - m)*(0.3 + 0.2*v**2)/ms - m*exp(-v)/ms : 1
dv/dt = (m**2*(1 - v) - v)/tau : 1
'''
groups = [NeuronGroup(2, coupled, method='exact'),
          NeuronGroup(2, coupled, method='euler'),
          NeuronGroup(2, coupled, method='exponential_euler'),
          NeuronGroup(2, coupled),
          NeuronGroup(2, nonlinear, method='euler'),
          NeuronGroup(2, nonlinear),
          NeuronGroup(2, gated, method='exponential_euler')]
for group in groups:
    group.v = '0.1 + 0.3*i'
for group in groups[4:6]:
    group.drive = '0.2*i'
traces = [StateMonitor(group, 'v', record=True) for group in groups]

network = Network(groups, traces)
network.run(20*ms)
