import assert from 'node:assert/strict';
import { analyse } from '../../../../core/script/analyse.ts';

const BEFORE = `from brian2 import *
log, last, table = [], None, {}
class Counter:
    n = None
    group = NeuronGroup(1, 'v : volt')
G = NeuronGroup(1, 'v : 1')
def note(t):
    log.append(t)
@network_operation
def operation(t):
    global last
    last = t
    note(t)
    table['t'] = t
    Counter.n = 3
@check_units(x=1, result=1)
def f(x):
    log.append(x)
    return x
G.run_regularly('v = f(v)')
`;

const MEMBERS = `from brian2 import *
class Model:
    def __init__(self):
        self.n, self.log, self.G = 0, [], NeuronGroup(1, 'v : volt')
        self.net = Network(self.G, NetworkOperation(self.step))
    def step(self, t):
        self.n += 1
        self.log.append(t)
def simulate():
    values, last = [], None
    @network_operation
    def keep(t):
        nonlocal last
        values.append(t)
        last = t
    G = NeuronGroup(1, 'v : 1')
    Network(G, keep).run(1*ms)
    return values[3], last + 3*ms
m = Model()
`;

const messages = (text: string) =>
  analyse(text, 'script.py')
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);

describe('what functions change that only a run calls', () => {
  for (const use of [
    'run(1*ms)\nprint(log[0], 1/len(log))',
    'run(1*ms)\nlast + 3*ms',
    "run(1*ms)\ntable['t'] + 3*ms",
    'run(1*ms)\n1/Counter.n',
  ])
    it(`is unknown to a check: ${use}`, () => assert.deepEqual(messages(BEFORE + use), []));

  for (const use of ['m.net.run(1*ms)\n1/m.n\nm.log[2]', 'simulate()'])
    it(`is unknown to a check: ${use}`, () => assert.deepEqual(messages(MEMBERS + use), []));

  for (const [use, message] of [
    ['print(log[0])', 'list index out of range'],
    ['run(1*ms)\nCounter.group.nothing', 'No attribute with name nothing'],
  ] as const)
    it(`but nothing else is: ${use}`, () => assert.deepEqual(messages(BEFORE + use), [message]));
});
