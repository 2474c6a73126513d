"""f-I curves of several cell types, from a dictionary of parameters."""
from brian2 import *
import matplotlib.pyplot as plt
import numpy as np

start_scope()
defaultclock.dt = 0.05*ms
cell_types = {
    'RS': dict(tau_w=144*ms, a=4*nS, b=0.0805*nA, V_r=-70.6*mV),
    'IB': dict(tau_w=144*ms, a=4*nS, b=0.5*nA, V_r=-50.4*mV - 0.5*mV),
    'FS': {'tau_w': 144*ms, 'a': 8*nS, 'b': 0*nA, 'V_r': -70.6*mV},
}
C = 281*pF; g_L = 30*nS; E_L = -70.6*mV; V_T = -50.4*mV; D_T = 2*mV
eqs = '''
dvm/dt = (g_L*(E_L - vm) + g_L*D_T*exp((vm - V_T)/D_T) + I - w)/C : volt
dw/dt = (a*(vm - E_L) - w)/tau_w : amp
I : amp (constant)
'''
currents = np.linspace(0.2, 1.0, 9)*nA
fig, axes = plt.subplots(1, len(cell_types), figsize=(10, 3), sharey=True)
results = {}
for ax, (name, params) in zip(axes, sorted(cell_types.items())):
    group = NeuronGroup(len(currents), eqs, threshold='vm > V_T + 5*D_T',
                        reset='vm = V_r; w += b', method='euler', namespace={**params,
                        'C': C, 'g_L': g_L, 'E_L': E_L, 'V_T': V_T, 'D_T': D_T},
                        name='cells_{}'.format(name))
    group.vm = E_L
    group.I = currents
    spikes = SpikeMonitor(group, name=group.name + '_spikes')
    net = Network(group, spikes)
    net.run(300*ms)
    rates = spikes.count/(300*ms)
    results[name] = rates
    ax.plot(currents/nA, rates/Hz, 'o-', label=f'{name} ($\\tau_w$ = {params["tau_w"]/ms:.0f} ms)')
    ax.set_title(name)
    ax.set_xlabel('I (nA)')
    ax.legend(loc='upper left', frameon=False)
axes[0].set_ylabel('rate (Hz)')
plt.tight_layout()
for name, rates in results.items():
    print('%-4s %s' % (name, ' '.join('%5.1f' % r for r in rates/Hz)))
    first = currents[np.flatnonzero(rates > 0*Hz)[0]] if any(rates > 0*Hz) else None
    print(name, 'rheobase', first, 'max', max(rates))
