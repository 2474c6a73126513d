import assert from 'node:assert/strict';
import { codeActions } from '../../core/language/index.ts';
import { analysed } from './fixture.ts';

const BEFORE = 'from brian2 import *\ntau = 10*ms\nEl = -70*mV\n';

/** Titles of the fixes for all problems of a script, and the lines after each. */
function fixed(line: string): Map<string, string> {
  const { model, text } = analysed(`${BEFORE}${line}\nrun(1*ms)\n`);
  const actions = codeActions(model, { start: 0, end: text.length });
  return new Map(
    actions.map(({ title, edits }) => {
      const backwards = [...edits].sort((a, b) => b.range.start - a.range.start);
      const after = backwards.reduce(
        (now, { range, newText }) => now.slice(0, range.start) + newText + now.slice(range.end),
        text,
      );
      return [title, after.slice(BEFORE.length).replace(/\nrun\(1\*ms\)\n$/, '')];
    }),
  );
}

const group = (rest: string) => `G = NeuronGroup(1, 'v : volt', ${rest})`;

describe('code actions', () => {
  const cases: readonly (readonly [line: string, title: string, after: string])[] = [
    [
      "G = NeuronGroup(1, 'dv/dt = -v/tua : 1')",
      "Change to 'tau'",
      "G = NeuronGroup(1, 'dv/dt = -v/tau : 1')",
    ],
    ["G = NeuronGrop(1, 'v : 1')", "Change to 'NeuronGroup'", "G = NeuronGroup(1, 'v : 1')"],
    [
      "G = NeuronGroup(1, 'voltage : 1')\nG.voltge = 1",
      "Change to 'voltage'",
      "G = NeuronGroup(1, 'voltage : 1')\nG.voltage = 1",
    ],
    ["G = NeuronGroup(1, 'v : 1 (shred)')", "Change to 'shared'", "G = NeuronGroup(1, 'v : 1 (shared)')"],
    [
      "G = NeuronGroup(1, 'dv/dt = -v^3/tau : 1')",
      "Write '**'",
      "G = NeuronGroup(1, 'dv/dt = -v**3/tau : 1')",
    ],
    ["G = NeuronGroup(1, 'v : mV')", "Write 'volt'", "G = NeuronGroup(1, 'v : volt')"],
    [group("threshold='v > -50', reset=''"), 'Multiply by mV', group("threshold='v > -50*mV', reset=''")],
    [group("threshold='v > -50', reset=''"), 'Multiply by volt', group("threshold='v > -50*volt', reset=''")],
    [
      group("threshold='v > El + 3', reset=''"),
      'Multiply by mV',
      group("threshold='v > El + 3*mV', reset=''"),
    ],
    [
      group("threshold='v > El', reset='v = 0'"),
      'Multiply by mV',
      group("threshold='v > El', reset='v = 0*mV'"),
    ],
    [
      "G = NeuronGroup(1, 'v : volt')\nG.v = 3",
      'Multiply by mV',
      "G = NeuronGroup(1, 'v : volt')\nG.v = 3*mV",
    ],
    [
      "G = NeuronGroup(1, 'v : volt')\nG.v = '3'",
      'Multiply by mV',
      "G = NeuronGroup(1, 'v : volt')\nG.v = '3*mV'",
    ],
    ['x = 3*mV + 2', 'Multiply by mV', 'x = 3*mV + 2*mV'],
    ["prefs.codegen.targt = 'numpy'", "Change to 'codegen.target'", "prefs.codegen.target = 'numpy'"],
    [
      "G = NeuronGroup(1, 'v : 1', thresold='v > 1', reset='')",
      "Change to 'threshold'",
      "G = NeuronGroup(1, 'v : 1', threshold='v > 1', reset='')",
    ],
  ];
  for (const [line, title, after] of cases)
    it(`${title}: ${line.replaceAll('\n', '⏎')}`, () => assert.equal(fixed(line).get(title), after));

  it('are none where nothing is wrong', () =>
    assert.equal(fixed("G = NeuronGroup(1, 'dv/dt = -v/tau : 1', method='exact')").size, 0));

  it('are those of problems at the cursor alone', () => {
    const { model, offset } = analysed(
      `${BEFORE}G = NeuronGroup(1, 'dv/dt = -v/$0tua : 1')\nx = NeuronGrop()\nrun(1*ms)\n`,
    );
    assert.deepEqual(
      codeActions(model, { start: offset, end: offset }).map(({ title, code }) => [title, code]),
      [["Change to 'tau'", 'undefined-name']],
    );
  });
});
