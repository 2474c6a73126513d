# Which of two modules wins a name, as older scripts import them.
from numpy import *
from matplotlib.pyplot import *
from brian2 import *

print(min(5*second, 100*ms), max(1*mV, 2*mV), round(2.5), abs(-2), sum([1, 2, 3]), any([False, True]))
print(min([3, 1, 2]), max(array([1, 5])), mean([1, 2]*mV), exp(0), clip(5, 0, 3))
G = NeuronGroup(2, 'dv/dt = -v/(10*ms) : 1', method='exact')
G.v = [1, 2]
run(min(1*second, 2*ms))
print(G.v, log10(100), sqrt(4*mV**2), pi)
