import assert from 'node:assert/strict';
import { LineTable } from '../../client/cli/lineTable.ts';
import { hasErrors, ProblemFormatter } from '../../client/cli/problemFormat.ts';
import type { Problem } from '../../core/problems/problem.ts';

const TEXT = "from brian2 import *\n\teqs = 'dv/dt = (v + I)/tau : volt'\r\n\n😀 = 1\n";

/** The problem of the given words of TEXT. */
function problemAt(words: string, more: Partial<Problem> = {}): Problem {
  const start = TEXT.indexOf(words);
  const location = { document: 'a.py', range: { start, end: start + words.length } };
  return {
    code: 'dimension-mismatch',
    severity: 'error',
    errorClass: 'DimensionMismatchError',
    message: 'm',
    location,
    ...more,
  };
}

function formatter(): ProblemFormatter {
  const result = new ProblemFormatter();
  result.addDocument('a.py', TEXT);
  return result;
}

describe('printing problems', () => {
  it('shows place, class, code, source line and carets', () => {
    assert.equal(
      formatter().toText(problemAt('v + I'), 'a.py'),
      "a.py:2:18: error DimensionMismatchError [dimension-mismatch]: m\n    \teqs = 'dv/dt = (v + I)/tau : volt'\n    \t                ^^^^^\n",
    );
  });

  it('marks the rest of the line where the range goes on', () => {
    assert.match(formatter().toText(problemAt("volt'\r\n\n"), 'a.py'), /\^{5}\n$/);
  });

  it('lists related places below', () => {
    const related = [{ message: 'I has the unit A', location: problemAt('I)').location! }];
    assert.match(
      formatter().toText(problemAt('v + I', { related }), 'a.py'),
      /\n {2}note: a\.py:2:22: I has the unit A\n$/,
    );
  });

  it('says what to do on a line of its own', () => {
    const hinted = problemAt('v + I', { hint: 'Multiply I by ohm.' });
    assert.match(formatter().toText(hinted, 'a.py'), /\^{5}\n {2}hint: Multiply I by ohm\.\n$/);
    assert.equal(formatter().toJson(hinted, 'a.py').message, 'DimensionMismatchError: m\nMultiply I by ohm.');
  });

  it('survives a problem without a place, or in an unknown document', () => {
    assert.match(formatter().toText(problemAt('v', { location: undefined }), 'a.py'), /^a\.py:1:1: error/);
    const location = { document: 'b.py', range: { start: 3, end: 5 } };
    assert.match(formatter().toText(problemAt('v', { location }), 'a.py'), /^b\.py:1:1: error/);
  });

  it('gives LSP positions in JSON', () => {
    assert.deepEqual(formatter().toJson(problemAt('= 1'), 'a.py'), {
      file: 'a.py',
      range: { start: { line: 3, character: 3 }, end: { line: 3, character: 6 } },
      severity: 'error',
      code: 'dimension-mismatch',
      message: 'DimensionMismatchError: m',
    });
  });

  it('shows a script that cannot be read as Python does', () => {
    assert.equal(
      formatter().toFailure(problemAt('from', { errorClass: 'SyntaxError' }), 'a.py'),
      '  File "a.py", line 1\n    from brian2 import *\n    ^^^^\nSyntaxError: m\n',
    );
  });

  it('tells errors from warnings', () => {
    assert.equal(hasErrors([problemAt('v', { severity: 'warning' })]), false);
    assert.equal(hasErrors([problemAt('v', { severity: 'warning' }), problemAt('v')]), true);
  });
});

describe('line table', () => {
  const cases: [offset: number, line: number, character: number][] = [
    [0, 0, 0],
    [1, 0, 1],
    [2, 1, 0],
    [5, 2, 0],
    [6, 3, 0],
    [7, 3, 1],
    [99, 3, 1],
    [-1, 0, 0],
  ];
  for (const [offset, line, character] of cases) {
    it(`places offset ${offset}`, () => {
      assert.deepEqual(new LineTable('a\nb\r\n\rc').positionAt(offset), { line, character });
    });
  }

  it('gives lines without their ends', () => {
    const table = new LineTable('a\nb\r\n\rc');
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((line) => table.line(line)),
      ['a', 'b', '', 'c', ''],
    );
  });
});
