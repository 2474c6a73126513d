# A model in a class, several runs in a loop.
from brian2 import *


class Experiment:
    """Runs one group with different inputs."""

    default_tau = 10*ms

    def __init__(self, size=3, tau=None):
        self.tau = tau if tau is not None else self.default_tau
        self.group = NeuronGroup(size, 'dv/dt = (drive - v)/tau : 1', threshold='v > 1', reset='v = 0', method='exact')
        self.monitor = SpikeMonitor(self.group)
        self.net = Network(self.group, self.monitor)
        self.net.store()

    def count(self, drive, duration=20*ms):
        self.net.restore()
        tau = self.tau
        self.net.run(duration, namespace={'drive': drive, 'tau': tau})
        return self.monitor.count[0]


experiment = Experiment(tau=5*ms)
drives = np.linspace(0.5, 3, 4)
counts = []
for index, drive in enumerate(drives):
    try:
        counts.append(experiment.count(drive))
    except ValueError as error:
        print('failed', index, error)
    if counts[-1] > 100:
        break
else:
    print('done')
while len(counts) > 3:
    counts.pop(0)
print(counts, [c for c in counts if c > 0], max(counts, default=0))
with open('counts.txt', 'w') as stream:
    stream.write(','.join(str(c) for c in counts))
