/** What a `try` of the script catches is no problem of the script; what it does not catch is. */
import assert from 'node:assert/strict';
import { analyse } from '../../core/script/analyse.ts';

const GROUP = "from brian2 import *\nG = NeuronGroup(2, 'v : volt\\ny : volt (linked)')\n";

function errorLines(body: string): string[] {
  const text = GROUP + body;
  return analyse(text, 'script.py')
    .problems.filter(({ severity }) => severity === 'error')
    .map(
      ({ errorClass, location }) =>
        `${text.slice(0, location?.range.start).split('\n').length - 2} ${errorClass}`,
    );
}

describe('errors of Brian in a try', () => {
  for (const [what, body, expected] of [
    ['the class itself', 'try:\n  G.v = 3*ms\nexcept DimensionMismatchError:\n  pass\n', []],
    ['any exception', 'try:\n  G.v = "3*ms"\nexcept Exception as e:\n  print(e)\n', []],
    ['another class', 'try:\n  G.v = 3*ms\nexcept KeyError:\n  pass\n', ['2 DimensionMismatchError']],
    ['in a function', 'def f():\n  G.v = 3*ms\ntry:\n  f()\nexcept DimensionMismatchError:\n  pass\n', []],
    ['only a finally', 'try:\n  G.v = 3*ms\nfinally:\n  pass\n', ['2 DimensionMismatchError']],
    ['after the try', 'try:\n  pass\nexcept Exception:\n  pass\nG.v = 3*ms\n', ['5 DimensionMismatchError']],
    ['a link of the wrong unit', "G.y = linked_var(G, 'i')\n", ['1 DimensionMismatchError']],
    [
      'a variable linked to unknown elements',
      "G.y = linked_var(G, 'v', index=loadtxt('f'))\nprint(G.y[:])\n",
      [],
    ],
    ['a variable that is not linked yet', 'print(G.y)\n', ['1 TypeError']],
  ] as const)
    it(what, () => assert.deepEqual(errorLines(body), expected));
});
