/** What Brian 2 said to a few hundred strings (recorded by record.py) must be what we say. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkCondition } from '../../../core/equations/checkCondition.ts';
import { checkFlags } from '../../../core/equations/checkFlags.ts';
import { checkStatements } from '../../../core/equations/checkStatements.ts';
import { checkUnits } from '../../../core/equations/checkUnits.ts';
import { dimensionOf } from '../../../core/equations/dimensionOf.ts';
import { Equations } from '../../../core/equations/equations.ts';
import type { RangeProblem } from '../../../core/equations/report.ts';
import { parseExpression, parseGenerator, parseStatements } from '../../../grammars/equations/index.ts';
import { testNames } from '../../support/names.ts';

type Outcome = { readonly ok: unknown } | { readonly error: string; readonly message: string };
type Section = Readonly<Record<string, Outcome>>;

const recorded = JSON.parse(readFileSync(new URL('recorded.json', import.meta.url), 'utf8')) as Record<
  string,
  Section
>;

/** Where we say something else on purpose, and why. */
const DEVIATIONS: ReadonlyMap<string, string> = new Map([
  ['x = 0b12 : 1', 'worded more simply'],
  ['x = a - (b<c) : 1', 'the operand is named, not the class of the symbolic algebra'],
  ['x = a/(b<c) : 1', 'the operand is named, not the class of the symbolic algebra'],
  ['x = a%(b<c) : 1', 'the operand is named, not the class of the symbolic algebra'],
]);

/** Blanks before the closing quote of an expression, and `m^2.0` for `m^2`, are slips of Brian's. */
function normal(message: string): string {
  return message
    .replace(/ '(?=: )/, "'")
    .replace(/\^(-?\d+)\.0/g, '^$1')
    .replace(/A\^1\b/g, 'A')
    .replace(/ \(<unknown>, line \d+\)$/, '')
    .trim();
}

function compare(section: string, judge: (text: string, report: (p: RangeProblem) => void) => unknown): void {
  for (const [text, expected] of Object.entries(recorded[section]!)) {
    it(JSON.stringify(text), () => {
      const problems: RangeProblem[] = [];
      const result = judge(text, (problem) => problems.push(problem));
      for (const { range } of problems)
        assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length, 'range');
      const first = problems[0];
      if ('ok' in expected) {
        assert.deepEqual(
          problems.map((p) => `${p.errorClass}: ${p.message}`),
          [],
        );
        if (expected.ok !== true) assert.deepEqual(result, expected.ok);
        return;
      }
      assert.ok(first !== undefined, `expected ${expected.error}: ${expected.message}`);
      if (DEVIATIONS.has(text)) return;
      assert.equal(
        `${first.errorClass}: ${normal(first.message)}`,
        `${expected.error}: ${normal(expected.message)}`,
      );
    });
  }
}

describe('oracle: expressions', () => {
  compare('expressions', (text, report) => {
    const { tree, problems } = parseExpression(text);
    problems.forEach(report);
    return dimensionOf(tree, testNames(), report)?.exponents.map((e) => Math.round(e * 1e9) / 1e9);
  });
});

describe('oracle: equations', () => {
  compare('equations', (text, report) => {
    const equations = Equations.parse({ value: text }, report);
    return [...equations.values()].map(({ type, name, expr, exprText, valueType, flags, dimension }) => [
      type,
      name,
      expr ? exprText : null,
      valueType,
      [...flags],
      [...dimension.exponents],
    ]);
  });
});

describe('oracle: models', () => {
  compare('models', (text, report) => {
    const equations = Equations.parse({ value: text }, report);
    checkUnits(equations, testNames(equations), report);
    return true;
  });
});

describe('oracle: statements', () => {
  compare('statements', (text, report) => {
    const { tree, problems } = parseStatements(text);
    problems.forEach(report);
    if (problems.length === 0) checkStatements(tree, testNames(), report, { scalarWrites: 'forbidden' });
    return true;
  });
});

describe('oracle: conditions', () => {
  compare('conditions', (text, report) => {
    const { tree, problems } = parseExpression(text);
    problems.forEach(report);
    if (problems.length === 0)
      checkCondition(tree, testNames(), report, {
        message: `Threshold condition '${text}' is not a boolean expression`,
      });
    return true;
  });
});

describe('oracle: generators', () => {
  compare('generators', (text, report) => {
    parseGenerator(text).problems.forEach(report);
    return true;
  });
});

describe('oracle: flags', () => {
  compare('flags', (text, report) => {
    const equations = Equations.parse({ value: text }, report);
    const allowed = {
      'differential equation': ['unless refractory'],
      parameter: ['constant', 'shared', 'linked'],
      subexpression: ['shared', 'constant over dt'],
    };
    checkFlags(equations, allowed, report);
    return true;
  });
});
