# oracle: runtime only
from brian2 import *
g=NeuronGroup(3,'dx/dt=1/ms:1 (unless refractory)\nv:volt (constant)\ns:1 (shared)\nb:boolean\nk:integer\nz=x*2:1',threshold='x>0.05',reset='x=0',refractory=1*ms,events={'ev':'x>2'},method='euler'); S=Synapses(g,g,'w:1',on_pre='x+=w'); S.connect(j='i')
run(.2*ms)
for n in sorted(set(g.variables) - {'_evspace', '_spikespace', 'i'}):
    v=g.variables[n]
    print(n,type(v).__name__, v.dim, v.unit, v.scalar, v.constant, v.read_only, v.dynamic, v.array, v.is_boolean, v.is_integer)
print(g.variables['x'].get_value(), g.variables['v'].get_value_with_unit() if hasattr(g.variables['v'],'get_value_with_unit') else '', len(g.variables), 'x' in g.variables, 'nope' in g.variables)
print(g.spikes, g.events, list(g.thresholder), list(g.resetter), g.thresholder['spike'].name, g.resetter['spike'].when, g.state_updater.name, g.state_updater.when, sorted(o.name for o in g.contained_objects))
print(g.subexpression_updater, g.thresholder['ev'].order, g.start, g.stop)
print(S.pre.name,S.pre.source.name,S.pre.target.name,S.pre.synapses.name,S.pre.event,S.pre.code,S.pre.prepost,S.pre.order,S.pre.active,S.pre.clock.name,S.pre.when, sorted(S.events.items()), S.source.name, [o.name for o in S.contained_objects])
try: g.variables['nope']
except Exception as e: print(type(e).__name__, e)
v=g.x
print(v.name, v.dim, v.unit, v.variable.name, v.get_item(slice(0,2)), v.get_item('i>1'), v.index_var_name, v.group_name)
v.set_item(slice(0,2), 5); v.set_item('i>1','i*2'); print(g.x[:]); g.v.set_item(1,3*mV); print(g.v.get_item(1), g.v.unit, g.v.dim, g.v_.dim)
print(g.s.name, g.v.shape, len(g.v), g.v.dtype, g.v.ndim)
g.set_event_schedule('ev', when='start', order=3); print(g.thresholder['ev'].when, g.thresholder['ev'].order)
