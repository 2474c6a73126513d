"""User functions, custom events, run_regularly and stop conditions."""
from brian2 import *

@check_units(x=1, result=1)
def softplus(x):
    return log(1 + exp(x))

@implementation('numpy', discard_units=True)
@check_units(v=volt, scale=volt, result=1)
def activation(v, scale):
    return 1/(1 + np.exp(-v/scale))

prefs.codegen.target = 'numpy'
G = NeuronGroup(3, '''
dv/dt = (-v + drive*activation(v, 5*mV))/(20*ms) : volt
drive : volt
peak : volt
n_events : integer
ready : boolean
''', events={'high': 'v > 4*mV and ready'}, method='euler')
G.drive = '(8 + 4*i)*mV'
G.v = [0, 1, 2]*mV
G.ready = True
G.run_on_event('high', 'n_events += 1; peak = v; ready = False')
G.run_regularly('ready = v < peak + 1*mV or n_events == 0', dt=5*ms)
events = EventMonitor(G, 'high', variables=['v'])
counter = {'n': 0}

@network_operation(dt=1*ms, when='end')
def watch():
    counter['n'] += 1
    if G.v[2] > 11*mV or counter['n'] > 30:
        stop()

run(60*ms)
print(softplus(0.5), activation(0*mV, 5*mV))
print(G.n_events[:], G.peak, np.array(G.ready))
print([(int(i), float(t/ms)) for i, t in zip(events.i, events.t)])
print(events.v/mV)

print(counter, defaultclock.t, '%.4f mV' % (G.v[2]/mV))
