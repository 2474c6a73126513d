# Python code during a simulation; stop, store and restore.
from brian2 import *

G = NeuronGroup(3, '''dv/dt = (I - v)/tau : 1
                      I : 1''', threshold='v > 0.8', reset='v = 0', method='exact',
                namespace=dict(tau=5*ms))
history = []

@network_operation(dt=1*ms, when='start')
def change_input(t):
    G.I = 1 + float(t/ms)*0.1
    history.append(float(t/ms))

class Controller:
    def __init__(self, group, limit):
        self.group = group
        self.limit = limit
        self.calls = 0

    def look(self):
        self.calls += 1
        if self.group.v[0] > self.limit:
            self.group.v[0] = 0

controller = Controller(G, limit=0.5)
op = NetworkOperation(controller.look, dt=0.5*ms, order=-1)
M = SpikeMonitor(G)
net = Network(collect())
net.add(op)
net.store('start')
for gain in [0.5, 1.0]:
    net.restore('start')
    G.I = gain
    net.run(4*ms)
net.store()
op.active = False
net.run(1*ms)
net.restore()
net.remove(op)
print(history, controller.calls, net.t, len(M.spike_trains()), net['neurongroup'] is G)
