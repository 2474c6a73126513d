# Every form of refractoriness.
from brian2 import *

tau = 5*ms
fixed = NeuronGroup(3, 'dv/dt = (2 - v)/tau : 1 (unless refractory)', threshold='v > 1', reset='v = 0',
                    refractory=3*ms, method='exact')
varied = NeuronGroup(3, '''dv/dt = (2 - v)/tau : 1 (unless refractory)
                           ref : second
                           dref_t/dt = -ref_t/tau : second''', threshold='v > 1', refractory='ref + ref_t',
                     reset='''v = 0
                              ref_t = 1*ms
                              ref *= 1.1''', method='exact')
varied.ref = 'ms + i*ms'
condition = NeuronGroup(3, '''dv/dt = (1.5 - v*int(not_refractory))/tau : 1
                              n : 1''', threshold='v > 1 and not_refractory', reset='n += 1',
                        refractory='v > 0.9', method='euler')
timed = NeuronGroup(3, '''dv/dt = 1/ms : 1
                          recent = int(t - lastspike < 2*ms) : 1''', threshold='v > 2', reset='v = 0',
                    refractory='t - lastspike <= 1.5*ms', method='euler')
monitors = [SpikeMonitor(group) for group in (fixed, varied, condition, timed)]
run(8*ms)
for monitor in monitors:
    print(monitor.name, monitor.num_spikes, monitor.t[:2]/ms)
