# Each integration method on a system that it can solve.
from brian2 import *

linear_eqs = 'dv/dt = -v/tau : 1'
noisy_eqs = 'dv/dt = -v/tau + sigma*sqrt(2/tau)*xi : 1'
multiplicative_eqs = 'dv/dt = -v/tau + sigma*v*tau**-0.5*xi_v : 1'
conditional_eqs = '''dv/dt = (1 - v)*m**3/tau - v/tau : 1
                     dm/dt = (0.5*v - m)/tau : 1'''
tau = 10*ms
sigma = 0.1

groups = []
for equations, names in [(linear_eqs, ['exact', 'linear', 'euler', 'rk2', 'rk4', 'exponential_euler']),
                         (noisy_eqs, ['euler', 'heun', 'milstein']),
                         (multiplicative_eqs, ['heun', 'milstein']),
                         (conditional_eqs, ['exponential_euler', 'rk4', ('exact', 'euler')])]:
    for name in names:
        groups.append(NeuronGroup(2, equations, method=name, name='g_%d' % len(groups)))
groups.append(NeuronGroup(2, 'dv/dt = 1/ms : 1', method='independent'))
groups.append(NeuronGroup(2, conditional_eqs, method=exponential_euler))
own = ExplicitStateUpdater('x_new = x + dt*f(x, t)')
groups.append(NeuronGroup(2, linear_eqs, method=own))
for group in groups:
    group.v = 0.5

net = Network(groups)
net.run(2*ms)
for group in groups:
    print(group.name, group.v[:])
