# Summed variables, clock-driven synaptic equations, gap junctions.
from brian2 import *

tau = 10*ms
cells = NeuronGroup(5, '''dv/dt = (v0 - v + Igap + Iext)/tau : 1
                          v0 : 1
                          Igap : 1
                          Iext : 1''', threshold='v > 1', reset='v = 0', method='euler')
cells.v0 = '0.8 + 0.1*i'
gap = Synapses(cells, cells, '''w : 1
                                Igap_post = w*(v_pre - v_post) : 1 (summed)''')
gap.connect(condition='i != j', p=1.0)
gap.w = 0.05
filtered = Synapses(cells, cells, '''ds/dt = -s/tau_s : 1 (clock-driven)
                                     tau_s : second (constant)
                                     Iext_post = s : 1 (summed)''', on_pre='s += 0.1', method='exact')
filtered.connect(j='k for k in range(i + 1, N_post)', skip_if_invalid=True)
filtered.tau_s = 4*ms
traces = StateMonitor(filtered, 's', record=True)
v_traces = StateMonitor(cells, 'v', record=[0, 4])
run(5*ms)
print(len(gap), traces.s.shape, filtered.i[:], gap.w[0, 1], gap.w['i < j'][:2])
