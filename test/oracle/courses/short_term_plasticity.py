"""Depressing and facilitating synapses side by side."""
from brian2 import *
params = dict(depression={'U': 0.6, 'tau_d': 130*ms, 'tau_f': 1*ms, 'wmax': 1.0},
              facilitation={'U': 0.1, 'tau_d': 20*ms, 'tau_f': 300*ms, 'wmax': 4.0})
rates = [10, 20, 50]*Hz
spike_times = [arange(1, 8)/r for r in rates]
indices = hstack([[k]*len(t) for k, t in enumerate(spike_times)])
times = concatenate([t/second for t in spike_times])*second
sources = SpikeGeneratorGroup(len(rates), indices, times)
post = {}
recorded = {}
all_objects = [sources]
for kind, p in params.items():
    target = NeuronGroup(len(rates), 'dg/dt = -g/(5*ms) : 1', method='exact', name=kind)
    s = Synapses(sources, target, '''
    dx/dt = (1 - x)/tau_d : 1 (event-driven)
    du/dt = (U - u)/tau_f : 1 (event-driven)
    ''', on_pre='''
    u += U*(1 - u)
    g_post += wmax*u*x
    x -= u*x
    ''', namespace=p)
    s.connect(j='i')
    s.x = 1
    s.u = p['U']
    recorded[kind] = StateMonitor(target, 'g', record=True)
    post[kind] = target
    all_objects += [target, s, recorded[kind]]
net = Network(*all_objects)
net.run(0.75*second)
for kind in params:
    for k, r in enumerate(rates):
        g = recorded[kind].g[k]
        idx = [int(round(float((t + defaultclock.dt)/defaultclock.dt))) for t in spike_times[k]]
        print(kind, r, ['%.4f' % g[i] for i in idx if i < len(g)])
fig, axes = plt.subplots(len(rates), 2, squeeze=False)
for col, kind in enumerate(sorted(params)):
    for row in range(len(rates)):
        axes[row, col].plot(recorded[kind].t/ms, recorded[kind].g[row])
        axes[row, col].set_title('%s, %s' % (kind, rates[row])) if row == 0 else None
