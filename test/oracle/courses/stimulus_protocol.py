"""A protocol of current steps and ramps, as a TimedArray and in pieces."""
from brian2 import *

def protocol(steps, dt=1*ms):
    """steps: list of (duration, amplitude) pairs."""
    values = []
    for duration, amplitude in steps:
        n = int(round(duration/dt))
        if isinstance(amplitude, tuple):
            lo, hi = amplitude
            values.extend(list(lo + (hi - lo)*arange(n)/n))
        else:
            values += [amplitude]*n
    return TimedArray(Quantity(values), dt=dt)

tau, R = 12*ms, 80*Mohm
steps = [(20*ms, 0*pA), (40*ms, 150*pA), (30*ms, (0*pA, 300*pA)), (10*ms, -50*pA)]
stim = protocol(steps)
total = sum(d for d, _ in steps)
G = NeuronGroup(1, 'dv/dt = (-v + R*stim(t))/tau : volt', method='euler')
M = StateMonitor(G, 'v', record=0)
run(total)
print(total, len(M.t), stim(25*ms), stim(500*ms))
edges = np.cumsum([d/ms for d, _ in steps])
for lo, hi in zip([0] + list(edges[:-1]), edges):
    window = (M.t/ms >= lo) & (M.t/ms < hi)
    v = M.v[0][window]
    print('%3d-%3d ms: mean %7.3f mV, max %7.3f mV, end %7.3f mV' % (lo, hi, mean(v/mV), max(v/mV), v[-1]/mV))
    assert v.shape == (window.sum(),)
peak = M.t[argmax(M.v[0])]
print('peak at', peak, 'of', M.v[0].max())
plt.plot(M.t/ms, M.v[0]/mV)
plt.axhline(0, ls='--', c='gray')
for edge in edges:
    plt.axvline(edge, color='k', alpha=0.3, lw=1)
plt.xlim(0, total/ms); plt.ylim(ymin=-10)
plt.show()
