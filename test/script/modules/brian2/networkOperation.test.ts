/** Functions that run in every step: what they see, and what Brian 2.5.1 refuses. */
import assert from 'node:assert/strict';
import { printed } from './support.ts';

describe('network operations', () => {
  const cases: [what: string, script: string, expected: string | RegExp][] = [
    [
      'see the time of their clock',
      '@network_operation(dt=0.2*ms)\ndef f(t): print(t[:])\nrun(0.5*ms)',
      '0. s\n200. us\n0.4 ms',
    ],
    [
      'meet where their clocks do',
      "@network_operation(dt=0.2*ms)\ndef a(): print('a')\n@network_operation(dt=0.3*ms)\ndef b(): print('b')\nrun(0.7*ms)",
      'a\nb\na\nb\na\na\nb',
    ],
    [
      'may be methods, wrapped',
      'class A:\n    n = 0\n    def f(self): self.n += 1\na = A()\nop = NetworkOperation(a.f)\nrun(0.5*ms)\nprint(a.n)',
      '5',
    ],
    [
      'can not be methods as such',
      'class A:\n    @network_operation\n    def f(self): pass',
      /^TypeError: The first argument of the function '\{function\.__name__\}' is 'self', suggesting/,
    ],
    [
      'take one argument at most',
      '@network_operation\ndef f(a, b): pass',
      /^TypeError: Function 'f' cannot be used as a network operation, .* but it has 2 arguments\.$/,
    ],
    [
      'end the run after the step',
      'G = NeuronGroup(1, "v : 1")\n@network_operation\ndef f(t):\n    if t >= 0.2*ms: stop()\nrun(1*ms)\nprint(magic_network.t, defaultclock.t[:])',
      '300. us 300. us',
    ],
    [
      'have one time alone',
      'print(defaultclock.t[0])',
      "IndexError: Illegal index for variable 't', it is a scalar variable.",
    ],
  ];
  for (const [what, script, expected] of cases)
    it(what, () => {
      const found = printed(script).join('\n');
      if (typeof expected === 'string') assert.equal(found, expected);
      else assert.match(found, expected);
    });
});
