# oracle: runtime only
from brian2 import *

h = NeuronGroup(3, 'dx/dt=1/ms:1 (unless refractory)\nz=2*x*q:1\nq:1 (shared)\nb:boolean\nk:integer\nv:volt (constant)',threshold='x>1',reset='x=0',refractory=1*ms,name='h', method='euler')
h.v = 3*mV
S=Synapses(h,h,'w:1',on_pre='x+=w'); S.connect(j='i'); S.w='i'
m=StateMonitor(h,['x','v'],record=True); sp=SpikeMonitor(h, variables='v'); r=PopulationRateMonitor(h)
net=Network(h,S,m,sp,r); net.run(.3*ms)
for s in (h.get_states(), h.get_states(subexpressions=True, units=False, read_only_variables=False), h.get_states(['z','v','N']), m.get_states(), sp.get_states(), r.get_states(), S.get_states()):
    for k in sorted(set(s) - {'N'}): print(k, repr(s[k]))
    print('-')
for f in (lambda: h.get_states(['nope']), lambda: h.get_states(format='xx'), lambda: h.set_states({'N':3}), lambda: h.set_states({'nope':3}), lambda: h.set_states({'v':[3,4]*mV}), lambda: h.state('nope'), lambda: net.set_states({'nope':{'x':7}}), lambda: h.set_states({'v':3},format='x')):
    try: f()
    except Exception as e: print(type(e).__name__, e)
h.set_states({'x':[1,2,3],'v':4*mV}); print(h.x[:], h.v[:])
h.set_states({'v':3}, units=False); print(h.v[:])
h.set_states({'x':'i*2'}); print(h.x[:])
net.set_states({'h':{'x':7}}); print(h.x[:])
state=net.get_states(read_only_variables=False); print(sorted(set(state) - {'synapses_pre'}), sorted(state['h']))
print(h.state('v'), h.state('v',use_units=False), h.state('z')[:])
