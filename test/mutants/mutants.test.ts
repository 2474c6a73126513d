import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../../core/problems/problem.ts';
import { analyse } from '../../core/script/analyse.ts';
import { compare, type Outcome } from './compare.ts';
import type { Verdict } from './judge.ts';
import { mutationsOf } from './mutate.ts';
import { mutated } from './mutation.ts';
import { select } from './select.ts';

const SCRIPT = `from brian2 import *
tau = 10*ms
G = NeuronGroup(2, '''dv/dt = (I - v)/tau : volt (unless refractory)
                      I : volt''', threshold='v > 5*mV', reset='v = 0*mV', method='exact')
G.I = 6*mV
run(1*ms)
`;

/** The lines that change, by kind of change. */
function changedLines(text: string, seed = 1): Map<string, string[]> {
  const lines = new Map<string, string[]>();
  for (const mutation of mutationsOf(text, 'script.py', seed)) {
    const before = text.split('\n');
    const line =
      mutated(text, mutation)
        .split('\n')
        .find((changed, k) => changed !== before[k]) ?? '';
    lines.set(mutation.kind, [...(lines.get(mutation.kind) ?? []), line.trim()]);
  }
  return lines;
}

describe('changes of a script', () => {
  const lines = changedLines(SCRIPT);
  const expected: readonly (readonly [string, RegExp])[] = [
    ['unit dropped', /^tau = 10$/],
    ['unit changed', /^tau = 10\*(?!ms)[a-zA-Z]+$/],
    ['equation unit dropped', /= \(I - v\)\/tau {2}\(unless refractory\)/],
    ['equation unit scaled', /tau : (mV|mvolt) \(unless/],
    ['flag dropped', /tau : volt$/],
    ['flag misspelt', /\(unless-refractory\)/],
    ['derivative changed', /'''(v = |dv\/dx = |dq\/dt = )\(I - v\)/],
    ['operand dropped (code)', /= \(I\)\/tau/],
    ['operator changed (code)', /threshold='v [^>a-z]+ 5\*mV'|threshold='v << 5/],
    ['unit dropped (code)', /reset='v = 0'/],
    ['method changed', /method='(?!exact)\w*'/],
    ['argument dropped', /^G = NeuronGroup\(2\b.*$|^I : volt''', reset/],
    ['statement dropped', /^pass$/],
    ['equation dropped', /^''', threshold=/],
    ['definition misspelt', /^(?!tau)\w+ = 10\*ms$/],
    ['name misspelt', /^run\(1\*(?!ms\))\w+\)$/],
  ];
  for (const [kind, form] of expected)
    it(`has: ${kind}`, () => {
      assert.match(
        lines.get(kind)?.find((line) => form.test(line)) ?? lines.get(kind)?.join('\n') ?? '',
        form,
      );
    });

  it('all change one place, and each differs from the others', () => {
    const texts = mutationsOf(SCRIPT, 'script.py', 1).map((mutation) => mutated(SCRIPT, mutation));
    assert.ok(texts.length > 100);
    assert.equal(new Set([...texts, SCRIPT]).size, texts.length + 1);
  });

  it('depend on the seed alone', () => {
    assert.deepEqual(changedLines(SCRIPT), changedLines(SCRIPT));
    assert.notDeepEqual(changedLines(SCRIPT, 1), changedLines(SCRIPT, 2));
  });
});

it('a selection takes kinds in turns, and scripts in turns within a kind', () => {
  const items = ['a1', 'a1', 'a1', 'a2', 'b1', 'b1', 'b3', 'c1'];
  const chosen = select(
    items,
    6,
    7,
    (item) => item[0] ?? '',
    (item) => item[1] ?? '',
  );
  assert.deepEqual(chosen.map((item) => item[0]).sort(), ['a', 'a', 'a', 'b', 'b', 'c']);
  assert.deepEqual(new Set(chosen.filter((item) => item[0] === 'a')), new Set(['a1', 'a2']));
});

describe('the comparison', () => {
  const text = 'first = 1\nsecond = frst\n';
  const mutation = {
    kind: 'name misspelt',
    range: { start: 19, end: 24 },
    replacement: 'frst',
    names: ['first'],
  };
  const rejected: Verdict = {
    verdict: 'rejected',
    errorClasses: ['NameError'],
    message: "name 'frst' is not defined",
    lines: [2],
    moment: 'script',
  };
  const error = (errorClass: string, start: number, end: number): Problem => {
    const location = { document: 'script.py', range: { start, end } };
    return { code: 'c', severity: 'error', errorClass, message: 'm', location };
  };
  const cases: readonly (readonly [Outcome, Verdict, readonly Problem[]])[] = [
    ['agreed', rejected, [error('NameError', 19, 23)]],
    ['agreed', rejected, [error('TypeError', 0, 5), error('NameError', 10, 12)]],
    ['other place', rejected, [error('NameError', 0, 3)]],
    ['other class', rejected, [error('TypeError', 19, 23)]],
    ['missed', rejected, []],
    ['unsupported', rejected, [{ ...error('X', 0, 1), severity: 'information', code: 'unsupported' }]],
    ['false alarm', { verdict: 'accepted' }, [error('NameError', 19, 23)]],
    ['agreed', { verdict: 'accepted' }, [{ ...error('Warning', 0, 1), severity: 'warning' }]],
    ['no verdict', { verdict: 'none', reason: 'takes too long' }, []],
  ];
  for (const [outcome, verdict, problems] of cases)
    it(`${outcome}: ${verdict.verdict}, ${problems.map(({ errorClass }) => errorClass).join(' and ') || 'nothing'}`, () => {
      assert.equal(compare(text, mutation, verdict, problems), outcome);
    });
});

describe('scripts that Brian accepts raise no error', () => {
  const folder = fileURLToPath(new URL('./scripts/', import.meta.url));
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.py')))
    it(name, () => {
      const { problems } = analyse(readFileSync(folder + name, 'utf8'), folder + name);
      const errors = problems.filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        errors.map(({ message }) => message),
        [],
      );
    });
});
