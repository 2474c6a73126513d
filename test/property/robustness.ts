/** What must hold for any text whatever, as an editor may hand it over at any moment. */
import assert from 'node:assert/strict';
import * as language from '../../core/language/index.ts';
import type { ScriptModel } from '../../core/language/model.ts';
import { analyse } from '../../core/script/analyse.ts';

/** Seconds of processor time after which a script counts as hanging; an editor's analysis stops itself before. */
const LIMIT_SECONDS = 2;
const BUDGET_MILLISECONDS = 1000;

/** The text is analysed, and every request at the given offsets is answered, in time and without a throw. */
export function checkRobust(text: string, offsets: readonly number[]): void {
  const model = inTime('analyse', () =>
    analyse(text, 'script.py', {
      anyScript: true,
      budgetMilliseconds: BUDGET_MILLISECONDS,
      now: () => performance.now(),
    }),
  );
  checkProblems(model);
  inTime('requests', () => {
    for (const offset of offsets) askEverything(model, offset);
  });
}

/** Every function of the language service; those about a whole script take no heed of the offset. */
export function askEverything(model: ScriptModel, offset: number): void {
  for (const [name, feature] of Object.entries(language)) {
    if (typeof feature !== 'function') continue;
    const rest = Object.hasOwn(ARGUMENTS, name) ? ARGUMENTS[name]!(offset) : [offset];
    try {
      (feature as (model: ScriptModel, ...rest: readonly unknown[]) => unknown)(model, ...rest);
    } catch (error) {
      throw new Error(`${name} at ${offset}`, { cause: error });
    }
  }
}

/** What features take that want more than an offset. */
const ARGUMENTS: Readonly<Record<string, (offset: number) => readonly unknown[]>> = {
  unitTree: (offset) => [{ start: offset, end: offset + 9 }],
  codeActions: (offset) => [{ start: offset, end: offset + 9 }],
  references: (offset) => [offset, true],
  rename: (offset) => [offset, 'renamed'],
  completionDocumentation: (offset) => [offset, 'v'],
};

function checkProblems({ problems, text, document }: ScriptModel): void {
  for (const { code, message, location } of problems) {
    // An error of ours in the course of the analysis, caught by its last resort.
    assert.ok(code !== 'internal-error' && code !== 'internal', message);
    if (location?.document !== document) continue;
    const { start, end } = location.range;
    assert.ok(0 <= start && start <= end && end <= text.length + 1, `${message}: ${start}-${end}`);
  }
}

function inTime<T>(what: string, action: () => T): T {
  const before = process.cpuUsage();
  const result = action();
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  assert.ok(seconds < LIMIT_SECONDS, `${what} took ${seconds.toFixed(1)} s`);
  return result;
}
