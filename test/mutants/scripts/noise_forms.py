# White noise, shared and named; random numbers in code.
from brian2 import *

seed(42)
tau = 10*ms
sigma = 2*mV
G = NeuronGroup(10, '''
    dv/dt = (mu - v)/tau + sigma*sqrt(2/tau)*xi_private : volt
    du/dt = -u/tau + sigma*tau**-0.5*(xi_private + xi_other) : volt
    mu : volt
    ''', method='euler', threshold='v > 4*mV', reset='''
    v = 0*mV
    mu = (3 + 0.2*randn())*mV
    ''')
G.mu = '3*mV + randn()*mV'
G.run_regularly('mu = clip(mu + 0.1*mV*randn(), 0*mV, 6*mV)', dt=2*ms, when='before_groups')
H = NeuronGroup(5, 'dx/dt = -x/tau + tau**-0.5*xi : 1', threshold='rand() < 0.01', reset='x += poisson(2.0)')
rate = PopulationRateMonitor(G)
run(5*ms)
print(rate.smooth_rate(window='gaussian', width=1*ms).shape, rate.rate[-1:]/Hz)
