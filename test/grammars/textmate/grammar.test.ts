import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DEFAULT_FUNCTIONS } from '../../../core/functions/defaults.ts';
import { equationUnits, stringUnits } from '../../../core/units/registry.ts';

interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly patterns?: readonly Rule[];
}

const file = new URL('../../../grammars/textmate/brian-equations.tmLanguage.json', import.meta.url);
const { repository } = JSON.parse(readFileSync(file, 'utf8')) as { repository: Record<string, Rule> };

/** The kind of equation that a line of a string starts, by the regular expressions alone. */
function kindOf(line: string): string | undefined {
  for (const kind of ['differential', 'subexpression', 'parameter']) {
    const rule = repository[kind]!;
    if (new RegExp((rule.begin ?? rule.match)!).test(line)) return kind;
  }
  return undefined;
}

function scopeOf(word: string): string | undefined {
  const rule = repository.expression!.patterns!.find(
    ({ match }) => new RegExp(match!).exec(word)?.index === 0,
  );
  return rule?.name;
}

describe('highlighting of equation strings', () => {
  for (const [line, kind] of [
    ['dv/dt = -v/tau : volt', 'differential'],
    ["'dv/dt = -v/tau : volt'", 'differential'],
    ['  d v / dt = (ge + gi', 'differential'],
    ['x = exp(-v/(3*mV)) : 1 (constant over dt, shared)', 'subexpression'],
    ['I : amp', 'parameter'],
    ['g : siemens/meter**2 (constant)  # leak', 'parameter'],
    ['tau : 1/second', 'parameter'],
    ['flag : boolean', 'parameter'],
    ["eqs = 'w : volt'", 'parameter'],
    ["'a : 1\\nb : 1'", 'parameter'],
    ['time: 5 seconds', undefined],
    ['Rate : high', undefined],
    ['v = 3 : done', undefined],
    ['dx/dt is nice', undefined],
    ['dv/dt == 3', undefined],
    ['x : int', undefined],
    ['https://example.org', undefined],
    ['see chapter 3: volt', undefined],
    ['Usage: run [options]', undefined],
    ['{"a": 1}', undefined],
    ['key: 1, other: 2', undefined],
    ['v += w', undefined],
  ] as const)
    it(`takes ${JSON.stringify(line)} for ${kind ?? 'ordinary text'}`, () =>
      assert.equal(kindOf(line), kind));

  it('knows all functions', () => {
    for (const name of DEFAULT_FUNCTIONS.keys())
      assert.equal(scopeOf(`${name}(x)`), 'support.function.brian', name);
    assert.equal(scopeOf('foo(x)'), 'entity.name.function.brian');
  });

  it('knows all units', () => {
    for (const name of stringUnits().keys())
      if (!/candle/.test(name)) assert.equal(scopeOf(name), 'support.constant.unit.brian', name);
    for (const name of equationUnits().keys())
      if (name !== 'candle') assert.equal(kindOf(`x : ${name}`), 'parameter', name);
  });

  for (const [word, scope] of [
    ['xi', 'variable.language.noise.brian'],
    ['xi_1', 'variable.language.noise.brian'],
    ['t', 'variable.language.brian'],
    ['tau', 'variable.other.brian'],
    ['pi', 'constant.language.brian'],
    ['1.5e-3', 'constant.numeric.brian'],
    ['.5', 'constant.numeric.brian'],
    ['**', 'keyword.operator.arithmetic.brian'],
    ['<=', 'keyword.operator.comparison.brian'],
    ['and', 'keyword.operator.logical.brian'],
    ['# note', 'comment.line.number-sign.brian'],
  ] as const)
    it(`scopes ${word}`, () => assert.equal(scopeOf(word), scope));

  it('ends a differential equation at its unit, at a quote and at the next equation', () => {
    const end = new RegExp(repository.differential!.end!);
    for (const text of [': volt', ": volt (unless refractory)'", "'", 'x = 3'])
      assert.ok(end.test(text), text);
    assert.ok(!end.test(' + a*b'));
  });
});
