"""Layers in lists, synapses in a dict keyed by tuple, monitors in comprehensions."""
from brian2 import *

sizes = [8, 6, 4]
lif = 'dv/dt = (I - v)/(10*ms) : 1\nI : 1'
layers = [NeuronGroup(n, lif, threshold='v > 1', reset='v = 0', method='exact', name='layer%d' % k)
          for k, n in enumerate(sizes)]
layers[0].I = '1.05 + 0.1*i'
synapses = {}
for k, (source, target) in enumerate(zip(layers[:-1], layers[1:])):
    s = Synapses(source, target, 'w : 1', on_pre='v_post += w', name=f'syn_{k}_{k+1}')
    s.connect(p=1.0) if k == 0 else s.connect(i=[0, 1, 2, 3], j=[3, 2, 1, 0])
    s.w = '0.3/(1 + abs(i - j))' if k == 0 else 0.9
    s.delay = '(i + 1)*0.5*ms'
    synapses[k, k + 1] = s
monitors = [SpikeMonitor(layer) for layer in layers]
states = {layer.name: StateMonitor(layer, 'v', record=range(2)) for layer in layers}
net = Network(collect())
net.add(layers, monitors, list(synapses.values()), list(states.values()))
net.run(60*ms)
for layer, monitor in zip(layers, monitors):
    i, t = monitor.it
    print(layer.name, len(layer), monitor.num_spikes, ['%d@%.1f' % (a, b) for a, b in zip(i[:4], t[:4]/ms)])
for (a, b), s in sorted(synapses.items()):
    print(a, b, len(s), s.w[:].sum().round(6), s.delay[0], list(s.i[:3]), list(s.j[:3]))
    print(np.array(s.w[0, :]), s.w['i == j'], s.N_outgoing_pre[:3], s.N_incoming_post[:3])
total = sum([m.num_spikes for m in monitors])
print('total', total, 'mean v', {k: round(float(mean(m.v)), 5) for k, m in states.items()})
fig, axs = plt.subplots(3, 2, figsize=(9, 6), gridspec_kw={'width_ratios': [2, 1]}, sharex='col')
for row, (layer, monitor) in enumerate(zip(layers, monitors)):
    axs[row, 0].plot(monitor.t/ms, monitor.i, '|k')
    axs[row][1].hist(monitor.t/ms, bins=np.arange(0, 61, 10), color=f'C{row}', histtype='stepfilled')
    axs[row, 0].set_title(layer.name, fontsize=8)
[ax.set_xlabel('Time (ms)') for ax in axs[-1]]
fig.suptitle('Layers')
