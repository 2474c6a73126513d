"""Statistics on monitors with NumPy."""
from brian2 import *
n = 20
G = NeuronGroup(n, 'dv/dt = (1.2 + 0.4*sin(2*pi*(5 + i)*Hz*t) - v)/(8*ms) : 1', threshold='v > 1', reset='v = 0', method='euler')
spikes = SpikeMonitor(G)
rate = PopulationRateMonitor(G)
state = StateMonitor(G, 'v', record=arange(0, n, 5))
run(200*ms)

def binned(spikes, width, duration):
    """Counts per neuron and bin."""
    bins = np.arange(0, duration/ms + width/ms, width/ms)
    counts = np.zeros((n, len(bins) - 1), dtype=int)
    for idx in range(n):
        counts[idx], _ = np.histogram(spikes.t[spikes.i == idx]/ms, bins=bins)
    return counts, bins

counts, bins = binned(spikes, 20*ms, 200*ms)
print(counts.shape, counts.sum(), counts.sum(axis=0), counts.max(axis=1))
fano = counts.var(axis=1)/counts.mean(axis=1)
print('Fano', np.round(fano, 4)[:5], 'mean %.4f' % np.nanmean(fano))
corr = np.corrcoef(counts)
upper = corr[np.triu_indices(n, k=1)] if hasattr(np, 'triu_indices') else corr
print('correlation %.5f' % np.nanmean(corr[~np.eye(n, dtype=bool)]))
smooth = rate.smooth_rate(window='flat', width=10.1*ms)
print(len(smooth), '%.3f Hz' % (mean(smooth)/Hz), '%.3f' % (np.std(rate.rate/Hz)))
isis = np.concatenate([np.diff(t/ms) for t in spikes.spike_trains().values() if len(t) > 1])
hist, edges = np.histogram(isis, bins=10, density=True)
print(len(isis), '%.4f %.4f' % (isis.mean(), np.median(isis)), np.round(hist, 4), edges[[0, -1]])
v = np.asarray(state.v)
print(v.mean(axis=1).round(5), np.argmax(v, axis=1), np.where(v[0] > 0.99)[0][:4])
print(sorted(spikes.count)[-3:], np.unique(spikes.i).size, np.bincount(spikes.i, minlength=n)[:6])
fig, (top, bottom) = plt.subplots(2, 1, sharex=True)
top.scatter(spikes.t/ms, spikes.i, s=4, c=spikes.i, cmap='hsv')
bottom.bar(bins[:-1], counts.sum(axis=0)/(n*20*ms)/Hz, width=20, align='edge', alpha=.5)
bottom.plot(rate.t/ms, smooth/Hz, 'r')
bottom.fill_between(bins[:-1], counts.min(axis=0), counts.max(axis=0), color='0.8')
