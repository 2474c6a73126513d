/** What would fill the memory or never end is left unknown by analysis, and said against no script. */
import assert from 'node:assert/strict';
import { analyse } from '../../core/script/analyse.ts';
import { runPython } from './support.ts';

const BUDGET_MILLISECONDS = 500;
/** Generous: a busy machine is no hang. */
const LIMIT_MILLISECONDS = 8000;

const ENDLESS: Record<string, string> = {
  'power tower': 'x = 10**10**10',
  'growing int': 'x = 3\nwhile True:\n    x = x*x',
  'long string': "x = 'x'*10**9",
  'growing string': "x = 'x'\nwhile True:\n    x = x + x",
  'long list': 'x = [0]*10**9',
  'growing list': 'x = [1]\nwhile True:\n    x.extend(x)',
  'wide format': "x = '%1000000000d' % 3, f'{3:>1000000000}', 'a'.zfill(10**9), 'a'.ljust(10**10)",
  'many fields': "x = ('{0}'*10**7).format(1)",
  'long range': 'for i in range(10**12):\n    y = i',
  'list of a range': 'x = list(range(10**9)), list(reversed(range(10**9)))',
  'endless generator': 'def f():\n    while True:\n        yield 1\nx = list(f())',
  permutations: 'import itertools\nx = list(itertools.permutations(range(20)))',
  recursion: 'def f(n):\n    return f(n - 1) + f(n - 2) if n > 1 else n\nf(60)',
  'shared lists': 'x = []\nfor i in range(60):\n    x = [x, x]\ny = str(x)',
  'equal shared lists': 'x = y = []\nfor i in range(60):\n    x, y = [x, x], [y[:], y]\nz = x == y',
  'hashed tuples': 'x = (1,)\nfor i in range(60):\n    x = (x, x)\nhash(x)',
  'regular expressions': "import re\nx = re.match('(a+)+$', 'a'*40 + 'b'), re.findall('(a|a)*b', 'a'*40)",
  'large arrays':
    'from numpy import *\nx = zeros(10**9), tile([1, 2], 10**9), repeat(1, 10**9), arange(1e12)',
  'long sums':
    'from numpy import *\nx = convolve(ones(10**6), ones(10**6))\ny = ones((3000, 3000)) @ ones((3000, 3000))',
  'large matrices':
    'from numpy import *\nx = linalg.svd(ones((800, 800)))\ny = linalg.inv(random.rand(2000, 2000))',
  'many axes': 'from matplotlib.pyplot import *\nsubplots(1000, 1000)',
  'nested subexpressions': `from brian2 import *\nG = NeuronGroup(1, '''${nested(60)}''')\nG.v = 'x60'\nrun(1*ms)`,
  'spike times': 'from brian2 import *\nG = SpikeGeneratorGroup(10, range(10**9), range(10**9)*ms)',
  'huge groups': "from brian2 import *\nG = NeuronGroup(10**12, 'v : 1')\nG.v = 'i'\nrun(10**9*second)",
  'endless runs': "from brian2 import *\nG = NeuronGroup(1, 'dv/dt = -v/ms : 1')\nwhile True:\n    run(1*ms)",
};

/** Equations in which every subexpression holds the one before it twice. */
function nested(depth: number): string {
  const lines = Array.from({ length: depth }, (_, k) => `x${k + 1} = x${k} + x${k} : 1`);
  return ['x0 : 1', ...lines, `dv/dt = x${depth}/ms : 1`].join('\n');
}

describe('analysis of scripts that never end', () => {
  for (const [name, script] of Object.entries(ENDLESS))
    it(name, () => {
      const began = performance.now();
      const { problems } = analyse(`${script}\nafter = undefined_name`, 'x.py', {
        anyScript: true,
        budgetMilliseconds: BUDGET_MILLISECONDS,
        now: () => performance.now(),
      });
      assert.ok(performance.now() - began < LIMIT_MILLISECONDS);
      const errors = problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
      // The statement after the endless one is checked all the same.
      assert.deepEqual(errors, ["name 'undefined_name' is not defined"]);
    });
});

describe('limits of a run', () => {
  const cases: [string, string][] = [
    [
      'str(10**5000)',
      'ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',
    ],
    [
      "int('9'*5000)",
      'ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit',
    ],
    ["'a'.zfill(10**10)", 'MemoryError'],
    ['[0]*10**12', 'MemoryError'],
  ];
  for (const [expression, expected] of cases)
    it(expression, () => {
      const { error } = runPython(expression);
      assert.equal(error?.text.trim().split('\n').at(-1), expected);
    });
  it('takes ints of 4300 digits, and longer ones in hexadecimal', () => {
    const { host } = runPython("print(len(str(10**4299)), int('f'*5000, 16) > 0, len(hex(2**20000)))");
    assert.equal(host.output, '4300 True 5003\n');
  });
});
