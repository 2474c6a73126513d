import assert from 'node:assert/strict';
import {
  codeLenses,
  completions,
  definition,
  diagnostics,
  documentSymbols,
} from '../../core/language/index.ts';
import { mayUseBrian } from '../../core/language/mayUseBrian.ts';
import type { Resolved } from '../../core/namespaces/resolved.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { SECOND } from '../../core/units/dimension.ts';
import { DOCUMENT, fixture, locate } from './fixture.ts';

const SCRIPT = `tau = 10*ms
eqs = '''
dv/dt = -v/tau : volt
'''
run(10*ms)
run(20*ms)
`;

function problem(extra: Partial<Problem>): Problem {
  return { code: 'x', severity: 'error', errorClass: 'ValueError', message: 'wrong', ...extra };
}

function underlined(extra: Partial<Problem>, script = SCRIPT): string[] {
  const { model } = fixture(script, { problems: [problem(extra)] });
  return diagnostics(model).map(({ range }) => script.slice(range.start, range.end));
}

describe('diagnostics', () => {
  it('stand where the problem is', () =>
    assert.deepEqual(underlined({ location: locate(SCRIPT, '-v/tau') }), ['-v/tau']));
  it('stand at the run call where the problem has no place', () =>
    assert.deepEqual(underlined({}), ['run(10*ms)']));
  it('name class and message', () =>
    assert.equal(
      diagnostics(fixture(SCRIPT, { problems: [problem({})] }).model)[0]?.message,
      'ValueError: wrong',
    ));
  it('lead to the other document that holds the problem', () => {
    const location = { document: 'file:///scripts/other.py', range: { start: 3, end: 5 } };
    const [found] = diagnostics(fixture(SCRIPT, { problems: [problem({ location })] }).model);
    assert.deepEqual(found?.related, [{ message: 'The problem is here', location }]);
    assert.deepEqual(found?.range, locate(SCRIPT, 'run(10*ms)').range);
  });
  it('appear once for a string that two groups share', () => {
    const one = problem({ location: locate(SCRIPT, 'tau') });
    assert.equal(
      diagnostics(fixture(SCRIPT, { problems: [one, { ...one, objectName: 'b' }] }).model).length,
      1,
    );
  });

  const empty: readonly (readonly [text: string, at: number, expected: string])[] = [
    ['abc', 1, 'b'],
    ['abc', 3, 'c'],
    ['ab\ncd', 2, 'b'],
    ['abc', 99, 'c'],
    ['', 0, ''],
    ['\n', 1, ''],
  ];
  for (const [text, at, expected] of empty)
    it(`show an empty range at ${at} of ${JSON.stringify(text)}`, () => {
      const location = { document: DOCUMENT, range: { start: at, end: at } };
      assert.deepEqual(underlined({ location }, text), [expected]);
    });
});

describe('code lenses', () => {
  it('offer both devices above every run', () => {
    const lenses = codeLenses(fixture(SCRIPT).model);
    assert.deepEqual(
      lenses.map(({ command, range }) => [command, range.start]),
      [
        ['spikelens.runSimulation', SCRIPT.indexOf('run(10')],
        ['spikelens.buildAndRun', SCRIPT.indexOf('run(10')],
        ['spikelens.runSimulation', SCRIPT.indexOf('run(20')],
        ['spikelens.buildAndRun', SCRIPT.indexOf('run(20')],
      ],
    );
  });
});

const TAU: Resolved = {
  kind: 'constant',
  name: 'tau',
  value: 0.01,
  dimension: SECOND,
  valueType: 'float',
  source: 'run namespace',
  definition: locate(SCRIPT, 'tau'),
};

describe('definition', () => {
  const cases: readonly (readonly [marked: string, expected: string | undefined])[] = [
    [SCRIPT.replace('/tau', '/$0tau'), 'tau = 10'],
    [SCRIPT.replace('-v', '-$0v'), 'v/dt'],
    [SCRIPT.replace('volt', '$0volt'), undefined],
  ];
  for (const [marked, expected] of cases)
    it(`leads to ${expected} from ${marked.split('\n')[2]}`, () => {
      const { model, offset, text } = fixture(marked, { names: { tau: TAU } });
      const found = definition(model, offset);
      assert.equal(found && text.startsWith(expected ?? '', found.range.start), expected && true);
      assert.equal(found === undefined, expected === undefined);
    });
});

describe('completions', () => {
  function offered(line: string): string[] {
    const { model, offset } = fixture(`tau = 10*ms\neqs = '''\n${line}\n'''\n`, {
      names: { tau: TAU },
      definitions: [{ name: 'tau', description: '10. ms' }],
    });
    return completions(model, offset).map(({ name }) => name);
  }
  it('are names that resolve, and functions', () => {
    const names = offered('dv/dt = -v/t$0 : volt');
    assert.ok(names.includes('tau') && names.includes('exp'));
    assert.ok(!names.includes('lastspike'));
  });
  it('are units behind the colon', () => {
    const names = offered('dv/dt = -v/tau : v$0');
    assert.ok(names.includes('volt') && names.includes('1') && !names.includes('mV'));
  });
  it('are flags in the brackets', () => assert.ok(offered('v : volt (s$0)').includes('shared')));
  it('are none in a comment or outside', () => {
    assert.deepEqual(offered('v : volt # t$0'), []);
    const { model, offset } = fixture(`x = t$0\n`);
    assert.deepEqual(completions(model, offset), []);
  });
});

describe('document symbols', () => {
  it('list what the script binds, and the equations of a model', () => {
    const { model } = fixture(SCRIPT, { definitions: [{ name: 'tau', description: '10. ms' }] });
    const [tau, equations] = documentSymbols(model);
    assert.equal(tau?.name, 'tau');
    assert.deepEqual(
      equations?.children.map(({ name, detail }) => [name, detail]),
      [['v', 'differential equation, volt']],
    );
  });
});

describe('mayUseBrian', () => {
  const cases: readonly (readonly [text: string, expected: boolean])[] = [
    ['from brian2 import *', true],
    ['import brian2 as b2', true],
    ['import numpy, brian2', true],
    ['    from brian2.units import mV', true],
    ['import math', false],
    ['# from brian2 import *', false],
    ['x = "brian2"', false],
    ['', false],
  ];
  for (const [text, expected] of cases)
    it(JSON.stringify(text), () => assert.equal(mayUseBrian(text), expected));
});
