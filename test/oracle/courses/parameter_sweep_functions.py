"""A sweep with functions, nested loops, imshow of the result."""
from brian2 import *
from collections import namedtuple, defaultdict
from itertools import product
import time

Result = namedtuple('Result', ['rate', 'latency', 'vmean'])

def simulate(tau_m, current, *, duration=100*ms, record=False, verbose=False):
    eqs = 'dv/dt = (-v + R*I)/tau_m : volt (unless refractory)'
    R = 100*Mohm
    I = current
    G = NeuronGroup(1, eqs, threshold='v > 15*mV', reset='v = 0*mV', refractory=3*ms, method='exact')
    spikes = SpikeMonitor(G)
    state = StateMonitor(G, 'v', record=True)
    run(duration)
    if verbose:
        print('.', end='')
    latency = spikes.t[0] if spikes.num_spikes > 0 else inf*second
    return Result(spikes.num_spikes/duration, latency, state.v.mean())

start = time.time()
taus = [5, 10, 20]*ms
currents = array([0.1, 0.2, 0.3, 0.4])*nA
rates = zeros((len(taus), len(currents)))
by_tau = defaultdict(list)
for (i, tau), (j, current) in product(enumerate(taus), enumerate(currents)):
    result = simulate(tau, current, verbose=True)
    rates[i, j] = result.rate
    by_tau[str(tau)].append(result.latency)
print()
print(rates)
for key, latencies in by_tau.items():
    finite = [l for l in latencies if l < inf*second]
    print(key, len(finite), Quantity(finite).min() if finite else 'never')
best = np.unravel_index(rates.argmax(), rates.shape)
print('best', best, taus[best[0]], currents[best[1]], simulate(taus[best[0]], currents[best[1]])._asdict()['vmean'])
im = plt.imshow(rates, origin='lower', aspect='auto', extent=[currents[0]/nA, currents[-1]/nA, 0, 3], cmap='viridis')
plt.colorbar(im, label='rate (Hz)')
plt.yticks([0.5, 1.5, 2.5], ['%g ms' % (t/ms) for t in taus])
plt.xlabel('I (nA)')
elapsed = time.time() - start
assert elapsed >= 0
