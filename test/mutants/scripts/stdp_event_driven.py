# Plasticity with traces that are integrated at spikes only.
from brian2 import *

taupre = taupost = 20*ms
wmax = 0.01
Apre = 0.01*wmax
Apost = -Apre*taupre/taupost*1.05
N = 8

inputs = PoissonGroup(N, rates=200*Hz)
neurons = NeuronGroup(1, 'dv/dt = -v/(10*ms) : 1', threshold='v > 0.02', reset='v = 0', method='linear')
S = Synapses(inputs, neurons,
             '''w : 1
                dapre/dt = -apre/taupre : 1 (event-driven)
                dapost/dt = -apost/taupost : 1 (event-driven)''',
             on_pre='''v_post += w
                       apre += Apre
                       w = clip(w + apost, 0, wmax)''',
             on_post='''apost += Apost
                        w = clip(w + apre, 0, wmax)''')
S.connect()
S.w = 'rand()*wmax'
mon = StateMonitor(S, 'w', record=[0, 1])
S_mon = SpikeMonitor(inputs)
run(10*ms, report='text', report_period=5*second)

subplot(211)
plot(S.w/wmax, '.k')
ylabel('Weight / wmax')
subplot(212)
hist(S.w/wmax, 20)
tight_layout()
show()
