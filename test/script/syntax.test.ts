import assert from 'node:assert/strict';
import { parseScript } from '../../core/script/syntax/parse.ts';
import { runPython } from './support.ts';

/** Each: the text and what it is refused with, `line:column message`. */
const ERRORS: readonly (readonly [string, string])[] = [
  ['x = (1 + 2\ny = 3\n', "1:5 '(' was never closed"],
  ['x = [1, 2)\n', "1:10 closing parenthesis ')' does not match opening parenthesis '['"],
  ['x = 1)\n', "1:6 unmatched ')'"],
  ["x = 'abc\n", '1:5 unterminated string literal (detected at line 1)'],
  ["x = '''abc\nd\n", '1:5 unterminated triple-quoted string literal (detected at line 3)'],
  ['if x\n    pass\n', "1:5 expected ':'"],
  ['def f()\n    pass\n', "1:8 expected ':'"],
  ['for i in x\n    pass\n', "1:11 expected ':'"],
  ['while True\n    pass\n', "1:11 expected ':'"],
  ['x = = 3\n', '1:5 invalid syntax'],
  ['x = 3 +\n', '1:8 invalid syntax'],
  ['f(1 2)\n', '1:3 invalid syntax. Perhaps you forgot a comma?'],
  ['if x = 3:\n    pass\n', "1:6 invalid syntax. Maybe you meant '==' or ':=' instead of '='?"],
  ['print "x"\n', "1:1 Missing parentheses in call to 'print'. Did you mean print(...)?"],
  ['1 = x\n', "1:1 cannot assign to literal here. Maybe you meant '==' instead of '='?"],
  ['f() = x\n', "1:1 cannot assign to function call here. Maybe you meant '==' instead of '='?"],
  ['None = x\n', '1:1 cannot assign to None'],
  ['f(a=1, b)\n', '1:8 positional argument follows keyword argument'],
  ['f(a=1, a=2)\n', '1:8 keyword argument repeated: a'],
  ['def f(a, a): pass\n', "1:10 duplicate argument 'a' in function definition"],
  ['def f(a=1, b): pass\n', '1:12 non-default argument follows default argument'],
  ['return 3\n', "1:1 'return' outside function"],
  ['break\n', "1:1 'break' outside loop"],
  ['if x:\ny = 3\n', "2:1 expected an indented block after 'if' statement on line 1"],
  ['def f():\nx = 3\n', '2:1 expected an indented block after function definition on line 1'],
  ['x = 1\n  y = 2\n', '2:3 unexpected indent'],
  ['if x:\n    y = 1\n  z = 2\n', '3:3 unindent does not match any outer indentation level'],
  ['x = 5 $ 3\n', '1:7 invalid syntax'],
  ['a, *b, *c = x\n', '1:1 multiple starred expressions in assignment'],
  ['del f()\n', '1:5 cannot delete function call'],
  ['x = 1 \\ \ny = 2\n', '1:7 unexpected character after line continuation character'],
  [
    'x = 012\n',
    '1:5 leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
  ],
];

/** Texts that must be read without complaint, and what they print. */
const READ: readonly (readonly [string, string])[] = [
  ['print(not 1 and 0, not 1 == 2, not 3 in [3] or 4)', 'False True 4'],
  ['print(1. + 2.e1, 1.e-1, 1..is_integer())', '21.0 0.1 True'],
  ['print(-2 ** 2, 2 ** -1, 2 ** 3 ** 2, -1 % 3)', '-4 0.5 512 2'],
  ['print(1 < 2 < 3, 1 < 2 > 3, 1 == 1 is not None)', 'True False True'],
  ['x = 1 if 0 else 2 if 0 else 3\nprint(x)', '3'],
  ['if True: print(1); print(2)', '1\n2'],
  ['x = 1 + \\\r\n  2\r\nprint(x)\r\n', '3'],
  ['with (open("f") as f,\n      open("f") as g):\n    print(f.read(), g.read())', 'text text'],
  ['def f():\n\tif 1:\n\t\treturn 5\nprint(f())', '5'],
  ['x: int\ny: int = 3\nprint(y)', '3'],
  ['print(sum(a * b for a, b in [(1, 2), (3, 4)]))', '14'],
  ['print([*range(2), *"ab"], {**{1: 2}})', "[0, 1, 'a', 'b'] {1: 2}"],
  ['# only a comment', ''],
  ['\ufeffprint(1)', '1'],
  ['class A: pass\nprint(A.__name__)', 'A'],
  ['print((lambda *, k=1, **o: (k, o))(a=2))', "(1, {'a': 2})"],
  ['def f(a, /, b, *, c): return a + b + c\nprint(f(1, 2, c=3))', '6'],
  ['print(f"{1+1}" "b" f"{{}}" \'c\')', '2b{}c'],
  ['print("""a\n"b" """)', 'a\n"b" '],
  ['x = [\n  1,\n\n  # comment\n  2,\n]\nprint(x)', '[1, 2]'],
  ['try:\n    1 / 0\nexcept (ValueError, ZeroDivisionError) as e: print("z")', 'z'],
  ['assert (1, 2), "x"\nprint(1)', '1'],
];

function place(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `${lines.length}:${(lines[lines.length - 1] ?? '').length + 1}`;
}

describe('syntax errors', () => {
  for (const [text, expected] of ERRORS)
    it(JSON.stringify(text), () => {
      const [problem] = parseScript(text, 'x.py').problems;
      assert.ok(problem?.location, 'is refused, with a place');
      assert.equal(`${place(text, problem.location.range.start)} ${problem.message}`, expected);
      assert.equal(problem.code, 'syntax');
    });

  it('end a run before anything is done', () => {
    const { host, error } = runPython('print(1)\nx = (\n');
    assert.equal(host.output, '');
    assert.equal(error?.problem.errorClass, 'SyntaxError');
  });
});

describe('Python is read as Python reads it', () => {
  for (const [text, expected] of READ)
    it(JSON.stringify(text), () => {
      const host = runPythonWithFile(text);
      assert.equal(host, expected === '' ? '' : `${expected}\n`);
    });
});

function runPythonWithFile(text: string): string {
  const source = text.includes('open(') ? `with open("f", "w") as out: out.write("text")\n${text}` : text;
  const { host, error } = runPython(source);
  assert.equal(error, undefined);
  return host.output;
}
