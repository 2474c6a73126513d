# Models that Python code puts together.
from brian2 import *

names = ['fast', 'slow']
taus = dict(zip(names, [2, 10]*ms))
model = '\n'.join(f'ds_{name}/dt = -s_{name}/tau_{name} : 1' for name in names)
model += '\ntotal = ' + ' + '.join('s_' + name for name in names) + ' : 1'
space = {f'tau_{name}': value for name, value in taus.items()}
G = NeuronGroup(2, model, method='exact', namespace=space)
for name, start in zip(names, (1, 0.5)):
    setattr(G, f's_{name}', start)
    print(name, getattr(G, 's_' + name)[:])
M = StateMonitor(G, [f's_{name}' for name in names] + ['total'], record=True)
run(1*ms)
template = 'dx/dt = -x/{tau} : {unit}'
groups = [NeuronGroup(1, template.format(tau=tau, unit=unit), method='euler')
          for tau, unit in [('(5*ms)', '1'), ('(7*ms)', 'volt')]]
net = Network(*groups)
net.run(1*ms)
data = [[float(value) for value in row] for row in M.total]
print(len(data[0]), round(max(data[0]), 3), '%.2f' % min(data[1]), np.round(M.s_fast[0, :2], 2))
