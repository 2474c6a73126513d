/** `store` and `restore`: numbers and errors as Brian 2.5.1 gives them. */
import assert from 'node:assert/strict';
import { MemoryHost } from '../../support.ts';
import { printed } from './support.ts';

const MODEL = `
G = NeuronGroup(2, 'dv/dt=1/ms : 1', threshold='v>0.75', reset='v=0', name='aa', method='euler')
M = StateMonitor(G, 'v', record=True)
S = SpikeMonitor(G, 'v')
P = PopulationRateMonitor(G)
H = NeuronGroup(2, 'w : 1', name='tt')
C = Synapses(G, H, 'g : 1', on_pre='w+=g', name='ss')
C.connect(j='i')
C.g = [1, 2]
C.delay = [0.5, 1]*ms
D = Synapses(G, H, on_pre='w+=0.1', delay=0.7*ms, name='sd')
D.connect()
def show():
    print(S.t[:]/ms, S.v[:], H.w[:], M.v.shape, len(P.rate), str(defaultclock.t[:]))
run(1.05*ms)
`;
const AT_STORE = '[0.7 0.7] [0.8 0.8] [0. 0.] (2, 11) 11';
const LATER = '[0.7 0.7 1.5 1.5 2.3 2.3] [0.8 0.8 0.8 0.8 0.8 0.8] [3.6 4.6] (2, 31) 31 3.1 ms';

describe('store and restore', () => {
  for (const [where, args] of [
    ['in memory', ''],
    ['in memory, by name', "'one'"],
    ['in a file', "'one', 'state.bin'"],
  ] as const)
    it(`go back to values, records, events under way and time ${where}`, () => {
      const script = `${MODEL}store(${args})\nshow()\nrun(2*ms)\nshow()\nrestore(${args})\nshow()\nrun(2*ms)\nshow()`;
      const lines = printed(script);
      assert.deepEqual(lines, [`${AT_STORE} 1.1 ms`, LATER, lines[2], LATER]);
      assert.ok(lines[2]!.startsWith(AT_STORE));
    });

  it('read what another process has stored', () => {
    const host = new MemoryHost();
    printed(`${MODEL}store(filename='state.bin')\nstore('later', 'state.bin')`, host);
    host.output = '';
    const script = `${MODEL.replace('run(1.05*ms)', '')}restore(filename='state.bin')\nrun(2*ms)\nshow()`;
    assert.deepEqual(printed(script, host), [LATER]);
  });

  it('bring random numbers back only where they are asked to', () => {
    const script = `
G = NeuronGroup(2, 'dv/dt=xi*ms**-0.5 : 1', method='euler')
net = Network(G)
net.store()
net.run(1*ms)
first = G.v[:]
net.restore()
net.run(1*ms)
print((G.v[:] == first).all())
net.restore(restore_random_state=True)
net.run(1*ms)
print((G.v[:] == first).all(), net.t)`;
    assert.deepEqual(printed(script), ['False', 'True 1. ms']);
  });

  for (const [what, script, expected] of [
    [
      'synapses made since',
      "C = Synapses(G, G, 'g : 1')\nC.connect(i=0, j=0)\nstore()\nC.connect(i=1, j=1)\nrestore()\nprint(len(C), C.N_outgoing[:])",
      '1 [1]',
    ],
    [
      'spike times set since',
      'G = SpikeGeneratorGroup(1, [0], [1]*ms)\nM = SpikeMonitor(G)\nstore()\nG.set_spikes([0], [2]*ms)\nrestore()\nrun(3*ms)\nprint(M.t[:])',
      '[1.] ms',
    ],
    [
      'a step changed since',
      'run(1*ms)\nstore()\ndefaultclock.dt = 0.5*ms\nrun(1*ms)\nrestore()\nprint(defaultclock.dt, str(defaultclock.t[:]))',
      '100. us 1. ms',
    ],
    ['no such name', "store()\nrestore('foo')", "KeyError: 'foo'"],
    [
      'no such file',
      "restore(filename='nothing')",
      "FileNotFoundError: [Errno 2] No such file or directory: 'nothing'",
    ],
    [
      'an object too many',
      "H = NeuronGroup(1, 'v : 1', name='hh')\nstore()\nH = None\nrestore()",
      "KeyError: 'The stored state contains the state of the following objects which were not present in the network: hh. " +
        "Note that the names of all objects have to be identical to the names when they were stored.'",
    ],
    [
      'an object more in the network',
      "net = Network(G)\nnet.store()\nnet.add(NeuronGroup(1, 'v : 1', name='hh'))\nnet.restore()",
      `KeyError: "Stored state does not have a stored state for 'hh'. ` +
        'Note that the names of all objects have to be identical to the names when they were stored."',
    ],
    [
      'another size',
      "net = Network(G)\nnet.store(filename='f')\nnet = Network(NeuronGroup(3, 'v : 1', name='aa'))\nnet.restore(filename='f')",
      'ValueError: could not broadcast input array from shape (2,) into shape (3,)',
    ],
    [
      'an object made between',
      "store()\nH = NeuronGroup(1, 'v : 1')\nrestore()",
      /^MagicError: The magic network contains a mix/,
    ],
  ] as const)
    it(`know ${what}`, () => {
      const found = printed(`G = NeuronGroup(2, 'v : 1', name='aa')\n${script}`).join('\n');
      if (typeof expected === 'string') assert.equal(found, expected);
      else assert.match(found, expected);
    });
});
