# Parameters of all types and flags; subexpressions of all types; array and string assignments.
from brian2 import *

eqs = '''
dv/dt = (target - v)/tau : volt (unless refractory)
target = level*(1 + 0.1*class_number) : volt
noisy = v + 0.5*mV*rand() : volt (constant over dt)
is_high = v > 2*mV : boolean
half = class_number//2 : integer
level : volt (shared)
tau : second (constant)
class_number : integer (constant)
enabled : boolean
gain : 1 (constant, shared)
'''
G = NeuronGroup(6, eqs, threshold='v > 3*mV and enabled', reset='v = 0*mV', refractory='2*ms*(class_number + 1)',
                method='euler', dtype={'gain': float64})
G.level = 4*mV
G.tau = '5*ms + i*ms'
G.class_number = [0, 1, 2, 0, 1, 2]
G.enabled = 'i != 3'
G.gain = 2
G.v[:3] = 1*mV
G.v['class_number == 2'] = 'rand()*mV'
G.enabled[[4, 5]] = [True, False]

M = StateMonitor(G, ['v', 'noisy', 'is_high', 'half'], record=[0, 2, 5], dt=0.5*ms)
run(6*ms)
print(M.noisy.shape, G.half[:], np.asarray(G.is_high), G.v[2:4]/mV, mean(G.v))
assert G.gain == 2 and G.level == 4*mV
