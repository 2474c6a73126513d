# What scripts do with recordings: NumPy and pyplot.
from brian2 import *
import matplotlib.pyplot as plt

G = NeuronGroup(20, '''dv/dt = (1.2 + 0.05*i - v)/(10*ms) : 1''', threshold='v > 1', reset='v = 0', method='exact')
M = StateMonitor(G, 'v', record=range(0, 20, 5))
sp = SpikeMonitor(G)
pop = PopulationRateMonitor(G)
run(30*ms)

trains = sp.spike_trains()
isis = [diff(train/ms) for train in trains.values() if len(train) > 1]
rates = sp.count/(30*ms)
fig, axes = plt.subplots(2, 2, figsize=(8, 6))
axes[0, 0].plot(sp.t/ms, sp.i, '.k', ms=3)
axes[0, 0].set(xlabel='Time (ms)', ylabel='Neuron index', xlim=(0, 30))
axes[0, 1].plot(M.t/ms, M.v.T)
axes[0, 1].axhline(1, ls=':', c='C2', lw=2)
axes[1, 0].bar(arange(20), rates/Hz, color='gray')
axes[1, 1].plot(pop.t/ms, pop.smooth_rate(window='flat', width=2.1*ms)/Hz)
for axis in axes.flat:
    axis.set_title('plot', fontsize=8)
plt.tight_layout()
first = {index: times[0] for index, times in trains.items() if len(times)}
hottest = int(np.argmax(rates))
print(len(isis), hottest, len(first), np.histogram(sp.i, bins=4)[0].sum() == len(sp.i))
v_mean = M.v.mean(axis=0)
smooth = np.convolve(v_mean, np.ones(5)/5, mode='same')
print(v_mean.shape == smooth.shape, M.v[0][M.t > 25*ms].size, sp.t[sp.i == 3][:1])
