"""Random things whose structure can be checked: shapes, ranges, ratios."""
from brian2 import *
seed(4321)
np.random.seed(7)
N = 400
P = PoissonGroup(N, rates='(10 + 30*(i > N/2))*Hz')
G = NeuronGroup(N, 'dv/dt = (0.5*sin(2*pi*t/(50*ms) + phase) - v)/tau + sigma*sqrt(2/tau)*xi : 1\nphase : 1\ntau : second (constant)', method='euler')
sigma = 0.2
G.phase = '2*pi*rand()'
G.tau = 'clip(10*ms + 2*ms*randn(), 2*ms, inf*second)'
S = Synapses(P, G, on_pre='v_post += 0.05')
S.connect(p=0.1)
M = SpikeMonitor(P)
V = StateMonitor(G, 'v', record=np.random.choice(N, size=10, replace=False))
R = PopulationRateMonitor(P)
run(200*ms, report=None)
low, high = M.count[:N//2 + 1], M.count[N//2 + 1:]
assert 0.05*N*N < len(S) < 0.15*N*N
assert V.v.shape == (10, 2000)
ratio = high.mean()/low.mean()
print(3 < ratio < 5, 0.9 < G.tau[:].mean()/(10*ms) < 1.1, bool(np.all(G.phase[:] <= 2*pi)))
np.random.seed(7)
weights = np.random.randn(5, 3)
print(weights.shape, np.round(weights.mean(axis=0), 8))
shuffled = np.random.permutation(6)
print(shuffled, np.random.randint(0, 100, 4), np.random.rand(2).round(6), np.random.normal(1, 2, size=(2,)).round(6))
psth, edges = np.histogram(M.t/ms, bins=20, range=(0, 200))
print(psth.size, psth.sum() == M.num_spikes, edges[:3])
plt.subplot(211)
plt.plot(M.t/ms, M.i, ',k')
plt.subplot(212)
plt.step(edges[:-1], psth, where='post')
plt.errorbar(edges[:-1], psth, yerr=np.sqrt(psth), fmt='none')
print(isinstance(M.t, Quantity), have_same_dimensions(M.t, 1*second), get_dimensions(R.rate))
