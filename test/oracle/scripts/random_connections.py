# oracle: seeds 20
from brian2 import *

A = NeuronGroup(60, 'x : 1')
B = NeuronGroup(50, 'x : 1')
A.x = 'rand()'
B.x = 'randn()'
sparse = Synapses(A, B)
sparse.connect(p=0.1)
dense = Synapses(A, B)
dense.connect('i != j', p=0.7)
by_place = Synapses(A, B)
by_place.connect(p='exp(-abs(i - j)/10.0)')
sampled = Synapses(A, B)
sampled.connect(j='k for k in sample(N_post, p=0.2)')

run(0*ms)

print('sparse', len(sparse))
print('dense', len(dense))
print('by_place', len(by_place))
print('sampled', len(sampled))
print('low_sources', sum(sparse.i[:] < 30))
print('uniform_mean', float(mean(A.x[:])))
print('normal_mean', float(mean(B.x[:])))
print('normal_deviation', float(std(B.x[:])))
