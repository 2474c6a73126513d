"""The STDP window, measured with pairs of spikes."""
from brian2 import *

taupre = taupost = 20*ms
Apre = 0.01
Apost = -Apre*taupre/taupost*1.05
tmax = 50*ms
N = 50

G = NeuronGroup(N, 'tspike : second', threshold='t > tspike', refractory=100*ms)
H = NeuronGroup(N, 'tspike : second', threshold='t > tspike', refractory=100*ms)
G.tspike = 'i*tmax/(N - 1)'
H.tspike = '(N - 1 - i)*tmax/(N - 1)'
S = Synapses(G, H, '''
             w : 1
             dapre/dt = -apre/taupre : 1 (event-driven)
             dapost/dt = -apost/taupost : 1 (event-driven)
             ''', on_pre='''
             apre += Apre
             w = w + apost
             ''', on_post='''
             apost += Apost
             w = w + apre
             ''')
S.connect(j='i')
run(tmax + 1*ms)
dt_pairs = (H.tspike - G.tspike)/ms
fig = plt.figure()
ax = fig.add_subplot(111)
ax.plot(dt_pairs, S.w)
ax.set(xlabel=r'$\Delta t$ (ms)', ylabel=r'$\Delta w$', ylim=(-Apost, Apost))
ax.axhline(0, ls='-', c='k')
order = argsort(dt_pairs)
for k in order[::7]:
    print('%6.2f %9.6f' % (dt_pairs[k], S.w[k]))
area = np.trapz(S.w[:][order], dt_pairs[order])
print('integral %.5f' % area, 'potentiated %d, depressed %d' % (sum(S.w > 0), (S.w[:] < 0).sum()))
