# Events besides spikes: their conditions, code, monitors and pathways.
import brian2 as b2
from brian2 import ms, mV, NeuronGroup, Synapses, EventMonitor, SpikeMonitor, run

group = NeuronGroup(4, '''dv/dt = (10*mV - v)/(4*ms) : volt
                          last_touch : second
                          touched : 1''',
                    threshold='v > 8*mV', reset='v = 0*mV', method='exact',
                    events={'touch': 'v > 5*mV', 'late': 't > last_touch + 3*ms'})
group.v = '2*mV*i'
group.run_on_event('touch', 'last_touch = t; touched += 1')
group.set_event_schedule('late', when='before_resets', order=1)
target = NeuronGroup(4, 'x : 1')
synapses = Synapses(group, target, on_pre={'by_spike': 'x_post += 1', 'by_touch': 'x_post += 0.125'},
                    on_event={'by_touch': 'touch'})
synapses.connect(j='i')
touches = EventMonitor(group, 'touch', variables=['v', 'touched'], record=True)
spikes = SpikeMonitor(group, variables='v')
late = EventMonitor(group, 'late', record=False)

run(8*ms)
print(touches.num_events, late.count[:], spikes.values('v')[0], target.x[:])
times = touches.event_trains()
b2.plot(times[0]/ms, [0]*len(times[0]), '.')
