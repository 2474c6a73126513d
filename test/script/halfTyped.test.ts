/** One open bracket or quote in the middle of a script costs its statement, and no other. */
import assert from 'node:assert/strict';
import { analyse } from '../../core/script/analyse.ts';

const SCRIPT = `from brian2 import *
tau = 10*ms
eqs = '''
dv/dt = (I-v)/tau : 1
I : 1
'''
G = NeuronGroup(5, eqs, threshold='v>1',
                reset='v=0', method='exact')
eqs2 = '''
dx/dt = -x/tau : volt
'''
H = NeuronGroup(5, eqs2, method='exact')
def f(a, b=3):
    for i in range(a):
        print(i)
    return b
G.v = 'rand()'
y = f(3) + 2
run(10*ms)
print(y, G.v[0])
`;

const NEVER_CLOSED = "'(' was never closed";
const NEVER_ENDED = 'unterminated triple-quoted string literal (detected at line 20)';

/** What is replaced, by what, and all that is said, with its line. */
const CASES: readonly (readonly [string, string, string])[] = [
  ["method='exact')\neqs2", "method='exact'\neqs2", `7 ${NEVER_CLOSED}`],
  ["H = NeuronGroup(5, eqs2, method='exact')", 'H = NeuronGroup(5, ', `12 ${NEVER_CLOSED}`],
  ['def f(a, b=3):', 'def f(a, b=3', `13 ${NEVER_CLOSED}`],
  ['range(a):', 'range(a:', `14 ${NEVER_CLOSED}`],
  ['print(i)', 'print(i', `15 ${NEVER_CLOSED}`],
  ['return b', 'return (b', `16 ${NEVER_CLOSED}`],
  ['y = f(3) + 2', 'y = [1, 2, (3', `18 ${NEVER_CLOSED}`],
  ['y = f(3) + 2', 'y = {1: 2,', "18 '{' was never closed"],
  ['print(y, G.v[0])', 'print(y, G.v[0]', `20 ${NEVER_CLOSED}`],
  ["I : 1\n'''", 'I : 1', `3 ${NEVER_ENDED}`],
  [
    "eqs = '''\n",
    "text = '''half a text\neqs = '''\n",
    '3 unterminated triple-quoted string literal (detected at line 22)',
  ],
  [
    'def f(a, b=3):',
    'def f(a, b=3):\n    """What it',
    '14 unterminated triple-quoted string literal (detected at line 22)',
  ],
  [
    "H = NeuronGroup(5, eqs2, method='exact')",
    "H = NeuronGroup(5, '''\nx : 1",
    '12 unterminated triple-quoted string literal (detected at line 22)',
  ],
  ['def f(a, b=3):', 'def f(a, b=3)', "13 expected ':'"],
  ["'rand()'", "'rand()", '17 unterminated string literal (detected at line 17)'],
  ["threshold='v>1',", "threshold='v>1,", '7 unterminated string literal (detected at line 7)'],
  ['tau = 10*ms', 'tau = 10*', '2 invalid syntax'],
  ['y = f(3) + 2', 'y = f(3) +', '18 invalid syntax'],
  ['run(10*ms)', 'run(10*ms', `19 ${NEVER_CLOSED}`],
];

describe('half-typed statements', () => {
  for (const [found, typed, expected] of CASES)
    it(JSON.stringify(typed), () => {
      const text = SCRIPT.replace(found, typed);
      const { problems } = analyse(text, 'script.py');
      const shown = problems.map(({ message, location }) => {
        const line = text.slice(0, location?.range.start).split('\n').length;
        return `${line} ${message}`;
      });
      assert.deepEqual(shown, [expected]);
    });
});
