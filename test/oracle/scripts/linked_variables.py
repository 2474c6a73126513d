from brian2 import *

source = NeuronGroup(20, '''x : 1
                            z = 2*x + q : 1
                            q : 1 (shared)''', name='source')
source.x = 'i'
source.q = 100
single = NeuronGroup(1, 'x : 1')
single.x = 3
group = NeuronGroup(20, '''dx/dt = (neighbour - x)/ms : 1
                           neighbour : 1 (linked)
                           reversed : 1 (linked)
                           broadcast : 1 (linked)
                           part : 1 (linked)
                           shared_one : 1 (linked)
                           w = neighbour + reversed : 1''',
                    method='euler', threshold='x > 12', reset='x = neighbour - 3', name='group')
group.x = '20 - i'
group.neighbour = linked_var(group, 'x', index=roll(arange(20), 1))
group.reversed = linked_var(source, 'z', index=arange(20)[::-1])
group.broadcast = linked_var(single.x)
whole = source[0:20]
group.part = linked_var(whole, 'z')
group.shared_one = linked_var(source, 'q')
follower = NeuronGroup(2, 'y : 1 (linked)', threshold='y > 7', reset='', name='follower')
middle = source[5:9]
follower.y = linked_var(middle, 'x', index=[3, 0])
group.run_regularly('x += 0.01*reversed + broadcast + part*0.001 + shared_one*0.001', dt=0.5*ms)

states = StateMonitor(group, ['x', 'w', 'reversed', 'broadcast', 'part'], record=[0, 3, 19], name='states')
spikes = SpikeMonitor(group, name='spikes')
events = SpikeMonitor(follower, name='events')
run(2*ms)

print(array(group.x).round(6))
group.reversed = linked_var(source, 'x')
group.neighbour[3] = 7
print(group.reversed[:4], group.x[2], follower.y[:].round(6))
for wrong in (lambda: setattr(group, 'reversed', 3), lambda: setattr(group, 'x', linked_var(source, 'x')),
              lambda: setattr(group, 'part', linked_var(single[:], 'x', index=[0])),
              lambda: setattr(group, 'part', linked_var(source, 'x', index=[20]*20)),
              lambda: setattr(group, 'part', linked_var(source, 'x', index=[0.5]*20)),
              lambda: setattr(group, 'part', linked_var(middle, 'x')),
              lambda: linked_var(source, 'nothing'), lambda: linked_var(source), lambda: linked_var(source.x, 'x'),
              lambda: group[2:5]):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
