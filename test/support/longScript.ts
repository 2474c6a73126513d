/** A long script as people grow them: sections of parameters, models, functions, loops, runs and plots. */

/** `sections` times some 100 lines; each section has names of its own, and simulates its own objects. */
export function longScript(sections: number): string {
  const parts = Array.from({ length: sections }, (_, i) => section(i + 1));
  return [HEADER, ...parts].join('\n');
}

const HEADER = `#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""A study in many parts. Each part stands alone, but uses the constants and functions above it."""
from brian2 import *
import numpy as np
import matplotlib.pyplot as plt

defaultclock.dt = 0.1*ms
E_L = -65*mV
g_L = 10*nS


def rate_of(monitor, duration, n):
    """Mean rate of a population."""
    return monitor.num_spikes/(n*duration)
`;

function section(k: number): string {
  return `
# ${'-'.repeat(70)}
# Part ${k}: a recurrent network with adaptation
# ${'-'.repeat(70)}
"""
Part ${k} looks at what adaptation does to a recurrent network of excitatory and inhibitory cells that
receive Poisson input. The excitatory synapses show depression.

The parameters are those of the table in the supplement. What is measured:

 * the mean rate of both populations, with and without adaptation,
 * the weights at the end of the run,
 * the membrane potential of one cell.

No value here is fitted; the rates are meant to lie between 5 Hz and 20 Hz. See also the notes on the
time step at the end of part 1, and the remarks on units: all potentials are in mV, all times in ms.
"""
start_scope()

N_exc_${k} = 80
N_inh_${k} = 20
tau_m_${k} = ${10 + k}*ms   # membrane
tau_e_${k} = 5*ms
tau_i_${k} = 10*ms
tau_w_${k} = ${100 + k}*ms  # adaptation
V_r_${k} = -70*mV
V_t_${k} = -50*mV
w_e_${k} = (60*0.27/10)*mV
w_i_${k} = (20*4.5/10)*mV
b_${k} = 0.${k % 10}5*nA
C_${k} = 200*pF
duration_${k} = 100*ms

eqs_exc_${k} = '''
dv/dt = (E_L - v + ge - gi)/tau_m_${k} - w/C_${k} : volt (unless refractory)  # membrane potential
dge/dt = -ge/tau_e_${k} : volt                    # excitation
dgi/dt = -gi/tau_i_${k} : volt                    # inhibition
dw/dt = (a*(v - E_L) - w)/tau_w_${k} : amp        # adaptation
a : siemens (constant)
I_leak = g_L*(v - E_L) : amp
'''
eqs_inh_${k} = '''
dv/dt = (E_L - v + ge)/tau_m_${k} + sigma*xi*tau_m_${k}**-0.5 : volt (unless refractory)
dge/dt = -ge/tau_e_${k} : volt
sigma : volt
'''

exc_${k} = NeuronGroup(N_exc_${k}, eqs_exc_${k}, threshold='v > V_t_${k}', reset='v = V_r_${k}; w += b_${k}',
                   refractory=2*ms, method='euler', name='exc_${k}')
inh_${k} = NeuronGroup(N_inh_${k}, eqs_inh_${k}, threshold='v > V_t_${k}', reset='v = V_r_${k}',
                   refractory='1*ms + 0.5*ms*rand()', method='euler')
exc_${k}.v = 'E_L + rand()*(V_t_${k} - E_L)'
exc_${k}.a = 4*nS
inh_${k}.v = E_L
inh_${k}.sigma = 2*mV

S_ee_${k} = Synapses(exc_${k}, exc_${k}, '''
                 w_syn : volt
                 dx/dt = (1 - x)/(200*ms) : 1 (event-driven)
                 ''', on_pre='''
                 ge_post += w_syn*x
                 x *= 0.5
                 ''', delay=1.5*ms)
S_ee_${k}.connect(condition='i != j', p=0.1)
S_ee_${k}.w_syn = 'w_e_${k}*(0.5 + rand())'
S_ee_${k}.x = 1
S_ie_${k} = Synapses(inh_${k}, exc_${k}, on_pre='gi_post += w_i_${k}')
S_ie_${k}.connect(p=0.2)
S_ei_${k} = Synapses(exc_${k}, inh_${k}, on_pre='ge_post += w_e_${k}')
S_ei_${k}.connect(j='k for k in range(N_post) if rand() < 0.1')
P_${k} = PoissonInput(exc_${k}, 'ge', 100, 10*Hz, weight=w_e_${k}/4)

spikes_${k} = SpikeMonitor(exc_${k})
rates_${k} = PopulationRateMonitor(inh_${k})
trace_${k} = StateMonitor(exc_${k}, ['v', 'w', 'I_leak'], record=[0, 10])


def summary_${k}(label, scale=1.0):
    """What is printed after each run of part ${k}."""
    values = []
    for index in range(5):
        count = spikes_${k}.num_spikes*scale
        values.append('%s %d: %.2f' % (label, index, count))
    if len(values) > 3:
        values = values[:3]
    return ', '.join(values)


run(duration_${k}, report='text')
print(summary_${k}('exc'), rate_of(spikes_${k}, duration_${k}, N_exc_${k}))
exc_${k}.a = 0*nS
run(duration_${k})
weights_${k} = [S_ee_${k}.w_syn[i]/mV for i in range(10)]

fig, (ax1, ax2) = plt.subplots(2, 1, figsize=(8, 6), sharex=True)
ax1.plot(spikes_${k}.t/ms, spikes_${k}.i, '.k', ms=1)
ax1.set_ylabel('cell')
ax2.plot(trace_${k}.t/ms, trace_${k}.v[0]/mV, label=f'part {${k}}')
ax2.plot(trace_${k}.t/ms, trace_${k}.w[1]/pA)
ax2.axhline(V_t_${k}/mV, ls='--', color='0.5')
ax2.set(xlabel='t (ms)', ylabel='v (mV)', title='Part ${k}')
for ax in (ax1, ax2):
    ax.grid(True)
ax2.legend(loc='upper right')
fig.tight_layout()
`;
}
