import assert from 'node:assert/strict';
import { analyse } from '../../../../core/script/analyse.ts';

const script = (decorator: string, device = 'cpp_standalone') => `from brian2 import *
set_device('${device}')
${decorator}
@check_units(x=1, result=1)
def f(x):
    return x
G = NeuronGroup(2, 'dv/dt = f(v)/second : 1', method='euler')
run(1*ms)
`;

/** Classes and messages as Brian 2.5.1 gives them. */
const CASES: readonly (readonly [decorator: string, problems: readonly string[]])[] = [
  [
    '',
    [
      "NotImplementedError: Cannot use function 'f': \"No implementation available for target 'cpp'. Available implementations: \"",
    ],
  ],
  [
    "@implementation('cython', 'code')",
    [
      "NotImplementedError: Cannot use function 'f': \"No implementation available for target 'cpp'. Available implementations: cython\"",
    ],
  ],
  ["@implementation('cpp', 'double f(double x) { return x; }')", []],
  [
    "@implementation('cpp', 'double f(double x) { return x; }', headers='<vector>')",
    ["TypeError: Compiler keyword argument 'headers' requires a list of values."],
  ],
];

describe('functions of the script in standalone mode', () => {
  for (const [decorator, wanted] of CASES) {
    it(`with ${decorator || 'no implementation'}`, () => {
      const { problems } = analyse(script(decorator), 'script.py');
      assert.deepEqual(
        problems.map(({ errorClass, message }) => `${errorClass}: ${message}`),
        wanted,
      );
    });
    it(`with ${decorator || 'no implementation'}, on the runtime device`, () =>
      assert.deepEqual(analyse(script(decorator, 'runtime'), 'script.py').problems, []));
  }
});
