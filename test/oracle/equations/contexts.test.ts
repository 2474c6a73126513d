/**
 * Strings where scripts write them: what Brian 2 made of each (recorded by record.py) must come of a run and of a
 * check here. A run gives the same output, or the same class of error with the same words; a check finds an error
 * of that class, or none.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { RuntimeDevice } from '../../../core/devices/runtime/device.ts';
import { FigureManager } from '../../../core/figures/manager.ts';
import { Session } from '../../../core/network/session.ts';
import { type Problem, ThrowingSink } from '../../../core/problems/problem.ts';
import { analyse } from '../../../core/script/analyse.ts';
import { evaluate } from '../../../core/script/evaluator/index.ts';
import { moduleRegistry } from '../../../core/script/modules/index.ts';
import { scalarAttribute } from '../../../core/script/modules/numpy/index.ts';
import { MemoryHost } from '../../script/support.ts';
import { DIFFERENT, type Difference, FOUND_BY_RUNS } from './differences.ts';

const folder = new URL('contexts/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const world = read('../world.py');

/** What Brian 2 said, and what chance decided there. */
const CHANCE = '~';

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const context = file.replace('.json', '');
  const script = read(`${context}.py`);
  const recorded = JSON.parse(read(file)) as Record<string, string>;
  describe(`oracle: ${context}`, () => {
    for (const [text, expected] of Object.entries(recorded)) {
      const difference = DIFFERENT[context]?.find(({ texts }) => texts.includes(text));
      it(JSON.stringify(text), () => {
        const source = `from brian2 import *\nTEXT = ${JSON.stringify(text)}\n${world}${script}`;
        if (difference !== undefined) assertDifferent(source, expected, difference);
        else {
          assertRun(run(source), expected);
          assertCheck(check(source), expected);
        }
      });
    }
  });
}

/** A difference that is none any more has to leave the list. */
function assertDifferent(source: string, expected: string, { only }: Difference): void {
  const sameRun = () => assertRun(run(source), expected);
  const sameCheck = () => assertCheck(check(source), expected);
  if (only === 'check') sameRun();
  if (only === 'run') sameCheck();
  if (only === 'words') {
    assert.equal(classOf(run(source)), classOf(expected));
    sameCheck();
  }
  assert.throws(() => {
    sameRun();
    sameCheck();
  }, 'no difference any more');
}

function assertRun(outcome: string, expected: string): void {
  if (expected === CHANCE) assert.ok(!outcome.startsWith('!'), outcome);
  else assert.equal(normal(outcome), normal(expected));
}

function assertCheck(problems: readonly Problem[], expected: string): void {
  const classes = problems.map(({ errorClass }) => errorClass);
  if (!expected.startsWith('!')) assert.deepEqual(classes, []);
  else if (!FOUND_BY_RUNS.test(expected)) assert.ok(classes.includes(classOf(expected)), classes.join());
}

function classOf(outcome: string): string {
  return /^!(\w+)/.exec(outcome)?.[1] ?? '';
}

/** The output, or `!Class: message` of what Brian wraps into a BrianObjectException. */
function run(source: string): string {
  const host = new MemoryHost();
  let reported: Problem | undefined;
  const throwing = new ThrowingSink();
  const report = (problem: Problem) => {
    if (problem.severity === 'error') reported = problem;
    throwing.report(problem);
  };
  const device = new RuntimeDevice(host);
  const figures = new FigureManager();
  const session = new Session({ mode: 'run', problems: { report }, device, figures, seed: 1 });
  const modules = moduleRegistry();
  const options = { session, mode: 'run', host, modules, numberAttribute: scalarAttribute } as const;
  const { error } = evaluate(source, 'case.py', options);
  if (error === undefined) return host.output;
  const isWrapped = error.problem.errorClass === 'BrianObjectException';
  const { errorClass, message } = (isWrapped && reported) || error.problem;
  return `!${errorClass}: ${message}`;
}

function check(source: string): Problem[] {
  return analyse(source, 'case.py').problems.filter(({ severity }) => severity === 'error');
}

/** Slips of Brian's: blanks before a closing quote, `m^2.0`, numbers after the names of binomial functions. */
function normal(outcome: string): string {
  return outcome
    .replace(/ '(?=: )/, "'")
    .replace(/^(!KeyError: )'(.*)'$/, '$1$2')
    .replace(/\^(-?\d+)\.0\b/g, '^$1')
    .replace(/A\^1\b/g, 'A')
    .replace(/ \(<(?:unknown|string)>, line \d+\)/, '')
    .replace(/(Error generating code for code object '[^']*') .*\n/s, '$1: ')
    .trim();
}
