# Setting and reading variables in all the ways that scripts use.
from brian2 import *

scale = 3*mV
G = NeuronGroup(5, '''dv/dt = (level - v)/(10*ms) : volt
                      level = base*(1 + 0.5*sin(2*pi*50*Hz*t)) : volt
                      base : volt (constant)
                      gain : 1 (shared)
                      kind : integer
                      alive : boolean''', method='euler')
G.base = 'i*scale'
G.gain = 2
G.v = [1, 2, 3, 4, 5]*mV
G.v[1:3] = 7*mV
G.v['i > 3'] = '2*v + gain*mV'
G.kind = '10 - i'
G.alive = 'v > 3*mV'
trace = StateMonitor(G, ['v', 'level'], record=True)
print([float(v) for v in G.v/mV])
print([int(k) for k in G.kind[:]], [bool(a) for a in G.alive[:]])
print(float(G.level[2]/mV), float(G.gain[:]))

run(10*ms)

print(G.N, len(G), float(G.t/ms))
