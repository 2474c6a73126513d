/** `net.schedule`, verdicts and order of execution as Brian 2.5.1 gives them. */
import assert from 'node:assert/strict';
import { analyse } from '../../../../core/script/analyse.ts';
import { runScript } from '../../../../core/script/run.ts';
import { MemoryHost } from '../../support.ts';

const BEFORE = `from brian2 import *
G = NeuronGroup(1, 'v : 1', threshold='v > 0.5', reset='v = 0')
G.run_regularly('v = 1', when='first')
net = Network(G)
`;
const SLOTS = "['groups', 'thresholds', 'synapses', 'resets', 'first', 'end']";

function found(text: string): string[] {
  const { problems } = analyse(BEFORE + text, 'script.py');
  return problems.map(({ errorClass, message }) => `${errorClass}: ${message}`);
}

describe('the schedule of a network', () => {
  it('may have slots of its own, where Brian knows them', () => {
    assert.deepEqual(found(`net.schedule = ${SLOTS}\nnet.run(1*ms)\n`), []);
    assert.deepEqual(found('net.run(1*ms)\n'), ["KeyError: 'first'"]);
    assert.deepEqual(found(`net.schedule = ${SLOTS}\nnet.schedule = None\nnet.run(1*ms)\n`), [
      "KeyError: 'first'",
    ]);
  });

  for (const [value, expected] of [
    ["['before_start', 'groups']", /^ValueError: Slot names are not allowed to start with 'before_'/],
    ['[1, 2]', /^TypeError: Schedule has to be None or a sequence of scheduling slots$/],
    ['3', /^TypeError: Schedule has to be None or a sequence of scheduling slots$/],
  ] as const)
    it(`can't be ${value}`, () => assert.match(found(`net.schedule = ${value}\n`).join(), expected));

  it('orders what happens in a step', () => {
    const host = new MemoryHost();
    const text = `${BEFORE}net.schedule = ${SLOTS}\nnet.run(0.1*ms)\nprint(net.schedule[0], G.v[:])\n`;
    runScript(text, 'script.py', { host, threads: 1, overrides: new Map() });
    assert.equal(host.output, 'groups [1.]\n');
  });
});
