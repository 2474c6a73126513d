# Linear oscillators: those that Brian solves exactly, and the method chosen for the others.
from brian2 import *

omega = 2*pi*100*Hz
tau = 5*ms
models = ['''dx/dt = -omega*y : 1
dy/dt = omega*x : 1''', '''dx/dt = y : 1
dy/dt = -omega**2*x - 0.5*omega*y : Hz''', '''dx/dt = -y/tau : 1
dy/dt = x/tau : 1''', '''dx/dt = -omega*y : 1
dy/dt = omega*x : 1
dz/dt = (x - z)/tau : 1''']
groups = [NeuronGroup(1, model) for model in models]
for group in groups:
    group.x = 1
traces = [StateMonitor(group, 'x', record=0) for group in groups]
Network(groups, traces).run(10*ms)
