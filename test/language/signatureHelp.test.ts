import assert from 'node:assert/strict';
import { signatureHelp } from '../../core/language/index.ts';
import { analysed } from './fixture.ts';

const SCRIPT = `from brian2 import *
P = NeuronGroup(40, 'v : 1', threshold='v > 1', reset='v = 0')
S = Synapses(P, P)
@check_units(x=volt, result=1)
def scaled(x):
    return x/mV
`;

/** The signature at `$0`, and the label of its active argument. */
function shown(line: string): { label: string; active: string | undefined } | undefined {
  const { model, offset } = analysed(`${SCRIPT}${line}\n`);
  const help = signatureHelp(model, offset);
  if (help === undefined) return undefined;
  for (const { label } of help.parameters) assert.ok(help.label.includes(label), label);
  return {
    label: help.label,
    active: help.active === undefined ? undefined : help.parameters[help.active]?.label,
  };
}

describe('signature help', () => {
  const cases: readonly (readonly [line: string, label: RegExp, active: string | undefined])[] = [
    ["P.v = 'clip($0)'", /^clip\(a, a_min, a_max\)$/, 'a'],
    ["P.v = 'clip(v, 0, $0)'", /^clip/, 'a_max'],
    ["P.v = 'clip(v, exp(1), $0)'", /^clip/, 'a_max'],
    ["P.v = 'clip(v, (1 + $0), 2)'", /^clip/, 'a_min'],
    ["P.v = 'clip(v, exp($0), 2)'", /^exp\(x\)$/, 'x'],
    ["P.v = 'exp(v, $0)'", /^exp\(x\)$/, undefined],
    ["P.v = 'scaled($0)'", /^scaled\(x\)$/, 'x'],
    ['NeuronGroup($0)', /^NeuronGroup\(N, model, method=/, 'N'],
    ['NeuronGroup(3, $0)', /^NeuronGroup/, 'model'],
    ["NeuronGroup(3, 'v : 1', reset=$0)", /^NeuronGroup/, 'reset=None'],
    ['NeuronGroup(3, $0\nrun(1*ms)', /^NeuronGroup/, 'model'],
    ['S.connect(i=3, $0)', /^S\.connect\(condition=None/, undefined],
    ['S.connect(i=3, p=$0)', /^S\.connect/, 'p=1.0'],
    ['run($0)', /^run\(duration/, 'duration'],
    ['network = Network(P, S, $0)', /^Network\(\*objs/, '*objs'],
  ];
  for (const [line, label, active] of cases)
    it(`at ${line.replaceAll('\n', '⏎')}`, () => {
      const help = shown(line);
      assert.match(help?.label ?? '', label);
      assert.equal(help?.active, active);
    });

  for (const line of [
    "P.v = '(1 + $0)'",
    "P.v = 'exp(1)$0'",
    'run(1*ms)$0',
    'print($0)',
    'x = ($0)',
    '$0',
    "P.v = 'nothing($0'",
  ])
    it(`is none at ${line}`, () => assert.equal(shown(line), undefined));
});
