import assert from 'node:assert/strict';
import { PyStr } from '../../core/script/values.ts';
import { analysePython } from './support.ts';

/** The text of the script that a part of the string `s` comes from. */
function origin(script: string, part: string): string | undefined {
  const value = analysePython(script).globals.lookup('s');
  assert.ok(value instanceof PyStr, 's is a string');
  const at = value.value.indexOf(part);
  assert.notEqual(at, -1, `${JSON.stringify(value.value)} holds ${part}`);
  const location = value.provenance?.locate({ start: at, end: at + part.length });
  return location && script.slice(location.range.start, location.range.end);
}

/** Each: script, part of the resulting string, the text of the script that it comes from. */
const CASES: readonly (readonly [string, string, string])[] = [
  ["s = 'dv/dt = -v'", 'dv/dt', 'dv/dt'],
  ["s = '''\ndv/dt = -v\n'''", 'dt = -v', 'dt = -v'],
  ["s = r'a\\b'", 'a\\b', 'a\\b'],
  ["s = 'a\\tb'", '\t', '\\t'],
  ["s = 'a\\x41b'", 'Ab', '\\x41b'],
  ["s = 'ab' 'cd'", 'ab', 'ab'],
  ["s = 'ab' 'cd'", 'cd', 'cd'],
  ["s = 'ab' 'cd'", 'bc', "b' 'c"],
  ["s = ('ab'\n     'cd')", 'cd', 'cd'],
  ["s = 'a\\\nb'", 'ab', 'a\\\nb'],
  ["a = 'x'; s = a + 'y'", 'x', 'x'],
  ["a = 'x'; s = a + 'y'", 'y', 'y'],
  ["s = 'v = {}'.format(3)", 'v = ', 'v = '],
  ["s = 'v = {}'.format(3)", '3', '{}'],
  ["t = 'tau'; s = 'v = {0}'.format(t)", 'tau', 'tau'],
  ["s = 'v = %d : volt' % 42", '42', '%d'],
  ["s = 'v = %d : volt' % 42", 'volt', 'volt'],
  ["s = '%s' % 'abc'", 'abc', 'abc'],
  ["t = 'tau'; s = f'v/{t} : 1'", 'tau', 'tau'],
  ["n = 12; s = f'v/{n} : 1'", '12', 'n'],
  ["n = 12; s = f'v/{n:5.2f} : 1'", '12.00', 'n'],
  ["n = 12; s = f'v/{n} : 1'", ' : 1', ' : 1'],
  ["n = 12; s = f'{{v}}/{n}'", '{v}', '{{v}}'],
  ["s = '\\n'.join(['a', 'b'])", 'b', 'b'],
  ["s = 'abcdef'[2:4]", 'cd', 'cd'],
  ["s = 'abcdef'[::-1]", 'dc', 'd'],
  ["s = '  ab  '.strip()", 'ab', 'ab'],
  ["s = 'a X c'.replace('X', 'yy')", 'yy', 'yy'],
  ["s = 'a X c'.replace('X', 'yy')", 'c', 'c'],
  ["s = 'abc'.upper()", 'BC', 'bc'],
  ["s = 'a b'.split()[1]", 'b', 'b'],
  ["s = 'a\\nbc'.splitlines()[1]", 'bc', 'bc'],
  ["def f():\n    return 'xyz'\ns = f()", 'xyz', 'xyz'],
  ["s = ''\nfor p in ['ab', 'cd']:\n    s += p", 'cd', 'cd'],
  ["eqs = {'a': 'xyz'}; s = eqs['a']", 'xyz', 'xyz'],
  ["s = 'ab' * 2", 'ba', 'b'],
  ["s = str('abc')", 'abc', 'abc'],
];

describe('strings know where they come from', () => {
  for (const [script, part, expected] of CASES)
    it(`${JSON.stringify(script)}: ${JSON.stringify(part)}`, () => {
      const found = origin(script, part);
      // A range that runs backwards in the text maps to its first place.
      assert.equal(found?.startsWith(expected), true, `${found} instead of ${expected}`);
    });

  it('and when nobody wrote them', () => {
    const value = analysePython("s = str(3) + ''").globals.lookup('s');
    assert.ok(value instanceof PyStr);
    assert.equal(value.provenance?.locate({ start: 0, end: 1 }), undefined);
  });
});
