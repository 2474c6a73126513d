"""Izhikevich's neuron types from a table."""
from brian2 import *
table = """
RS  0.02 0.2 -65 8
IB  0.02 0.2 -55 4
CH  0.02 0.2 -50 2
FS  0.1  0.2 -65 2
LTS 0.02 0.25 -65 2
"""
rows = [line.split() for line in table.strip().splitlines()]
names = [row[0] for row in rows]
values = np.array([[float(x) for x in row[1:]] for row in rows])
a, b, c, d = values.T
N = len(rows)
defaultclock.dt = 0.1*ms
G = NeuronGroup(N, '''
dv/dt = (0.04*v**2/mV + 5*v + 140*mV - u + I)/ms : volt
du/dt = a_*(b_*v - u)/ms : volt
I : volt
a_ : 1
b_ : 1
c_ : volt
d_ : volt
''', threshold='v >= 30*mV', reset='v = c_; u += d_', method='euler')
G.a_, G.b_ = a, b
G.c_ = c*mV
G.d_ = d*mV
G.v = -65*mV
G.u = 'b_*v'

@network_operation(dt=1*ms)
def stimulate(t):
    G.I = 10*mV if t >= 20*ms else 0*mV

M = StateMonitor(G, ('v', 'u'), record=True, dt=0.5*ms)
S = SpikeMonitor(G)
run(150*ms)
trains = S.spike_trains()
for k, name in enumerate(names):
    isi = np.diff(trains[k]/ms)
    print(f'{name:>4}: {S.count[k]:3d} spikes', end='')
    print(', first at {0:.1f} ms, ISI {1:.2f} +- {2:.2f} ms'.format(trains[k][0]/ms, isi.mean(), isi.std(ddof=1)))
print(M.v.shape, M.u[2, -1], M[1].v[:3])
for k in range(N):
    ax = plt.subplot(N, 1, k + 1)
    ax.plot(M.t/ms, M.v[k]/mV, lw=0.8)
    ax.text(0.01, 0.8, names[k], transform=ax.transAxes)
    if k < N - 1:
        ax.set_xticklabels([])
