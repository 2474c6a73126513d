# Brian under a short name, without star imports.
import numpy as np
import brian2 as b2
from brian2.units import ms, mV, second


def build(n_cells, weight, *, delay=1*ms):
    """A small network and its monitors."""
    cells = b2.NeuronGroup(n_cells, 'dv/dt = (v_rest - v)/tau_m : volt', threshold='v > v_thr', reset='v = v_rest',
                           method='exact', namespace=dict(v_rest=-70*mV, v_thr=-50*mV, tau_m=10*ms))
    cells.v = cells.namespace['v_rest']
    stimulus = b2.SpikeGeneratorGroup(1, [0]*3, np.array([1.0, 2.0, 3.0])*b2.ms)
    synapses = b2.Synapses(stimulus, cells, on_pre='v += weight', delay=delay, namespace={'weight': weight})
    synapses.connect(True)
    monitor = b2.SpikeMonitor(cells)
    return b2.Network(cells, stimulus, synapses, monitor), monitor


def count_spikes(weight):
    network, monitor = build(3, weight, delay=0.5*ms)
    network.run(0.005*second)
    return monitor.num_spikes


results = {w: count_spikes(w*mV) for w in (5, 15, 30)}
assert list(results) == [5, 15, 30]
print(results)
