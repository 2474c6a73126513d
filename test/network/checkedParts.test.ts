/** A part that one run has checked is checked again by the next as soon as a name stands for something else. */
import assert from 'node:assert/strict';
import { CheckedParts } from '../../core/network/checkedParts.ts';
import type { CodeRunner, RunContext } from '../../core/network/object.ts';
import { analyse } from '../../core/script/analyse.ts';

const MODEL = `from brian2 import *
tau = 10*ms
G = NeuronGroup(1, 'dv/dt = -v/tau : 1', method='exact')
`;

function codes(script: string): string[] {
  return analyse(MODEL + script, 'script.py').problems.map(({ code }) => code);
}

describe('parts checked by an earlier run', () => {
  const cases: [string, string, string[]][] = [
    ['nothing changed', 'run(1*ms)\nrun(1*ms)', []],
    ['other value', 'run(1*ms)\ntau = 20*ms\nrun(1*ms)', []],
    ['other unit', 'run(1*ms)\ntau = 20*mV\nrun(1*ms)', ['dimension-mismatch']],
    ['name deleted', 'run(1*ms)\ndel tau\nrun(1*ms)', ['undefined-name']],
    ['an array now', 'run(1*ms)\ntau = [1, 2]*ms\nrun(1*ms)', ['not-a-scalar']],
    ['wrong from the start', 'tau = 1\nrun(1*ms)\nrun(1*ms)', ['dimension-mismatch']],
    ['in a loop', 'for tau in [1*ms, 2*ms, 3*mV]:\n    run(1*ms)', ['dimension-mismatch']],
    [
      "the group's own namespace",
      "del tau\nG.namespace['tau'] = 1*ms\nrun(1*ms)\nG.namespace['tau'] = 1*mV\nrun(1*ms)",
      ['dimension-mismatch'],
    ],
  ];
  for (const [name, script, expected] of cases) it(name, () => assert.deepEqual(codes(script), expected));

  it('prepares a part once for each meaning of its names', () => {
    let prepared = 0;
    const part = {
      kind: 'code',
      owner: {},
      clock: { dt: 1e-4 },
      prepare: ({ runNamespace }: RunContext) => {
        prepared += 1;
        runNamespace.lookup('tau');
        return undefined;
      },
    } as unknown as CodeRunner;
    const parts = new CheckedParts();
    for (const dimension of [undefined, undefined, 'volt', 'volt', undefined]) {
      const lookup = (name: string) => ({ kind: 'unknown' as const, name, dimension });
      parts.check(part, { runNamespace: { lookup, names: () => [] } } as unknown as RunContext);
    }
    assert.equal(prepared, 3);
  });
});
