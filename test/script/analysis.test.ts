import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Unknown } from '../../core/script/values.ts';
import { analysePython, problemLines } from './support.ts';

const MODULE = "1 unknown-module: Module 'lab' is not known; what comes from it is not checked.";

/** Each: what it shows, the script, the problems with their lines. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['nothing wrong', 'x = 1\nprint(x)\n', []],
  ['an undefined name', 'x = y\n', ["1 undefined-name: name 'y' is not defined"]],
  [
    'a suggestion',
    'total = 1\nprint(totl)\n',
    ["2 undefined-name: name 'totl' is not defined. Did you mean: 'total'?"],
  ],
  [
    'every error, not only the first',
    "a = 1 + 'x'\nb = nope\nc = [][0]\n",
    [
      "1 type-error: unsupported operand type(s) for +: 'int' and 'str'",
      "2 undefined-name: name 'nope' is not defined",
      '3 index-error: list index out of range',
    ],
  ],
  [
    'no consequences of an error',
    'a = nope\nb = a + 1\nc = a.x(b)[3]\n',
    ["1 undefined-name: name 'nope' is not defined"],
  ],
  [
    'no consequences of an unknown module',
    'import lab\nx = lab.f(1).y + 2\nfor i in x: print(i * 2)\n',
    [MODULE],
  ],
  [
    'no consequences of what a failed call would have changed',
    'x = []\nx.append(nope)\nprint(x[0])\n',
    ["2 undefined-name: name 'nope' is not defined"],
  ],
  [
    'a list of unknown length',
    'import lab\nx = [k for k in lab.f(1)]\ny = [k for k in [1, 2] if k > lab.g]\nprint(x[3], y[1])\n',
    [MODULE],
  ],
  ['names of an unknown wildcard', 'from lab import *\nx = anything + 1\n', [MODULE]],
  ['an optional module', 'try:\n    import lab\nexcept ImportError:\n    lab = None\n', []],
  ['what a handler catches', "try:\n    x = {}['a']\nexcept KeyError:\n    x = 1\ny = x + 1\n", []],
  [
    'what no handler catches',
    'try:\n    x = nope\nexcept KeyError:\n    x = 1\n',
    ["2 undefined-name: name 'nope' is not defined"],
  ],
  [
    'errors in functions that are called',
    'def f(x):\n    return nope + x\nf(1)\nf(2)\n',
    ["2 undefined-name: name 'nope' is not defined"],
  ],
  ['nothing of functions that are not called', 'def f(x):\n    return nope + x\n', []],
  [
    'both branches of what is unknown',
    'import lab\nif lab.x:\n    a = absent1\nelse:\n    a = absent2\n',
    [
      MODULE,
      "3 undefined-name: name 'absent1' is not defined",
      "5 undefined-name: name 'absent2' is not defined",
    ],
  ],
  ['only the branch that a run takes', 'if 1 > 2:\n    a = nope\n', []],
  ['a name bound in one unknown branch', 'import lab\nif lab.x:\n    a = 1\nprint(a)\n', [MODULE]],
  [
    'raise in an unknown branch',
    "import lab\nif lab.x:\n    raise ValueError('x')\nprint(nope)\n",
    [MODULE, "4 undefined-name: name 'nope' is not defined"],
  ],
  [
    'exit in an unknown branch',
    'import lab\nif lab.x:\n    raise SystemExit\nprint(nope)\n',
    [MODULE, "4 undefined-name: name 'nope' is not defined"],
  ],
  ['nothing after a certain exit', 'raise SystemExit\nprint(nope)\n', []],
  ['a raise that is certain', "raise ValueError('no')\n", ['1 value-error: no']],
  [
    'conditions that fail',
    'if nope:\n    x = 1 / 0\n',
    ["1 undefined-name: name 'nope' is not defined", '2 zero-division-error: division by zero'],
  ],
  [
    'loops over what is unknown',
    'import lab\nfor i in lab.x:\n    y = nope\n',
    [MODULE, "3 undefined-name: name 'nope' is not defined"],
  ],
  [
    'loops with an unknown end',
    'import lab\nwhile lab.x:\n    y = nope\n',
    [MODULE, "3 undefined-name: name 'nope' is not defined"],
  ],
  [
    'an error in a loop once',
    'for i in range(50):\n    y = nope\n',
    ["2 undefined-name: name 'nope' is not defined"],
  ],
  [
    'a loop left on something unknown',
    'import lab\nn = 0\nwhile True:\n    n += 1\n    if lab.x: break\nprint(nope)\n',
    [MODULE, "6 undefined-name: name 'nope' is not defined"],
  ],
  [
    'comprehensions over what is unknown',
    'import lab\nx = [i.y for i in lab.z if i.w]\ny = {k: v for k, v in lab.z}\n',
    [MODULE],
  ],
  [
    'formats of what is unknown',
    "import lab\nx = f'{lab.a:.2f}' + '%d %s' % (lab.b, lab.c) + '{}'.format(lab.d)\n",
    [MODULE],
  ],
  [
    'builtins on what is unknown',
    'import lab\nx = lab.x\nprint(len(x), int(x), range(x), sum(x), max(x, 1), sorted(x), list(zip(x, x)), float(x), str(x), isinstance(x, int), abs(x), round(x, 2))\n',
    [MODULE],
  ],
  ['unpacking what is unknown', 'import lab\na, (b, *c), d = lab.x\nf = lab.f(*lab.a, **lab.b)\n', [MODULE]],
  [
    'a class of an unknown base',
    'import lab\nclass A(lab.B):\n    def f(self): return self.x\nA(3).f() + 1\n',
    [MODULE],
  ],
  [
    'statements around one that cannot be read',
    'x = (1\ny = nope\n',
    ["1 syntax: '(' was never closed", "2 undefined-name: name 'nope' is not defined"],
  ],
  ['what a broken statement binds', 'x = 3 +\ny = x + 1\n', ['1 syntax: invalid syntax']],
  [
    'no consequences of elements that are unknown in number',
    "import lab\nx = []\nd = {}\nfor i in lab.x:\n    x.append(i)\n    d[i] = 1\nprint(x[5], d['a'], 1 / (len(d) - 1))\n",
    [MODULE],
  ],
  [
    'slips in the names of modules that no other resembles',
    'from brian22 import *\nimport Numpy\nimport numpyro\nimport brian2hears\n',
    [
      "1 unknown-module: No module named 'brian22'",
      "2 unknown-module: No module named 'Numpy'",
      "3 unknown-module: Module 'numpyro' is not known; what comes from it is not checked.",
      "4 unknown-module: Module 'brian2hears' is not known; what comes from it is not checked.",
    ],
  ],
  [
    'main guards',
    "if __name__ == '__main__':\n    print(nope)\n",
    ["2 undefined-name: name 'nope' is not defined"],
  ],
];

describe('analysis of Python', () => {
  for (const [what, source, expected] of CASES)
    it(what, () => {
      assert.deepEqual(problemLines(source), expected);
    });

  it('places problems', () => {
    const [problem] = analysePython('x = 1\ny = x + abc * 2\n').problems;
    assert.deepEqual(problem?.location, { document: 'x.py', range: { start: 14, end: 17 } });
  });

  it('reads nothing and prints nothing', () => {
    assert.deepEqual(problemLines("print('x')\nf = open('nowhere')\nprint(f.read() + 1)\ninput()\n"), []);
  });
});

describe('values that branches leave', () => {
  const values: readonly (readonly [string, unknown])[] = [
    ['if lab.c:\n    x = 1\nelse:\n    x = 1\n', 1n],
    ['if lab.c:\n    x = 1\nelse:\n    x = 2\n', 'unknown'],
    ['x = 5\nif lab.c:\n    x = 6\n', 'unknown'],
    ['x = 5\nif lab.c:\n    y = 6\n', 5n],
    ['def f():\n    if lab.c:\n        return 1\n    return 1\nx = f()\n', 1n],
    ['def f():\n    if lab.c:\n        return 1\n    return 2\nx = f()\n', 'unknown'],
    ['def f():\n    if lab.c:\n        raise ValueError\n    return 2\nx = f()\n', 2n],
    ['def f():\n    raise ValueError\nif lab.c:\n    x = f()\nelse:\n    x = 3\n', 3n],
    ['x = 1 if lab.c else 1\n', 1n],
    ['x = 0\nfor i in lab.c:\n    x += 1\n', 'unknown'],
    ['x = 0\nfor i in [1, 2]:\n    if lab.c: continue\n    x = 3\nx = 4\n', 4n],
  ];
  for (const [source, expected] of values)
    it(JSON.stringify(source), () => {
      const value = analysePython(`import lab\n${source}`).globals.lookup('x');
      assert.equal(value instanceof Unknown ? 'unknown' : value, expected);
    });
});

describe('the budget of analysis', () => {
  const budget = { steps: 20_000 };
  const gaveUp = 'analysis-budget: Analysis gave up here: this takes too long to follow without running it.';
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'endless loops',
      'while True:\n    pass\nx = nope\n',
      [`1 ${gaveUp}`, "3 undefined-name: name 'nope' is not defined"],
    ],
    ['two of them', 'while True: pass\nwhile True: pass\n', [`1 ${gaveUp}`]],
    ['nested ones', 'while True:\n    while True:\n        pass\n', [`2 ${gaveUp}`]],
    ['long loops', 'x = []\nfor i in range(10**9):\n    x.append(i)\nprint(x[10**8])\n', [`2 ${gaveUp}`]],
    ['long comprehensions', 'x = [i for i in range(10**9)]\ny = x + 1\n', [`1 ${gaveUp}`]],
    ['long lists', 'x = list(range(10**9))\n', [`1 ${gaveUp}`]],
    [
      'deep recursion of many branches',
      'def f(n):\n    return f(n - 1) + f(n - 1) if n else 1\nprint(f(100))\n',
      [],
    ],
    ['endless generators', 'def g():\n    while True:\n        yield 1\nx = sum(g())\n', [`4 ${gaveUp}`]],
  ];
  for (const [what, source, expected] of cases)
    it(`ends ${what}`, () => {
      assert.deepEqual(problemLines(source, { budget }), expected);
    });

  it('counts time where it has a clock', () => {
    let time = 0;
    const now = () => {
      time += 1;
      return time;
    };
    const lines = problemLines('while True:\n    pass\n', { budget: { steps: 1e9, milliseconds: 50, now } });
    assert.deepEqual(lines, [`1 ${gaveUp}`]);
  });
});

describe('any text', () => {
  const script = `from math import *\nclass A(object):\n    def f(self, x=3, *a, **k):\n        with open('x') as f: return f'{x:>{3}}' + "a\\n"\nfor i in [1, 2]:\n    x = {'a': (i, lambda y: y ** 2)}\n    if x and not i: break\ntry:\n    pass\nexcept (A, B) as e: raise\n`;

  it('parses and analyses every prefix', () => {
    for (let end = 0; end <= script.length; end += 3)
      analysePython(script.slice(0, end), { budget: { steps: 1000 } });
  });

  it('parses and analyses with any part missing', () => {
    fc.assert(
      fc.property(fc.nat(script.length), fc.nat(40), (at, length) => {
        analysePython(script.slice(0, at) + script.slice(at + length), { budget: { steps: 1000 } });
      }),
      { numRuns: 150 },
    );
  });

  it('parses and analyses nonsense', () => {
    const word = fc.constantFrom(
      'def ',
      'class ',
      '(',
      ')',
      ':',
      '\n',
      '    ',
      'x',
      '=',
      '"',
      "'''",
      'f"{',
      '}',
      '[',
      ']',
      'if ',
      'lambda ',
      '*',
      '\\',
      'import ',
      '1.',
      ',',
      '@',
      'yield ',
      '\t',
      '#',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        analysePython(words.join(''), { budget: { steps: 1000 } });
      }),
      { numRuns: 300 },
    );
  });

  it('survives expressions of any depth', () => {
    for (const source of [
      '('.repeat(5000),
      `x = ${'('.repeat(3000)}1${')'.repeat(3000)}`,
      `x = ${'-'.repeat(5000)}1`,
      `x = ${'1 + '.repeat(5000)}1`,
      `x = ${'[0]'.repeat(3000)}`,
    ])
      analysePython(source, { budget: { steps: 1000 } });
  });
});
