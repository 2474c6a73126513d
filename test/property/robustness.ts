/** What must hold for any text whatever, as an editor may hand it over at any moment. */
import assert from 'node:assert/strict';
import * as language from '../../core/language/index.ts';
import type { ScriptModel } from '../../core/language/model.ts';
import { analyse } from '../../core/script/analyse.ts';
import type { TextRange } from '../../core/text/range.ts';

/** Seconds of processor time after which a script counts as hanging; an editor's analysis stops itself before. */
const LIMIT_SECONDS = 2;
const BUDGET_MILLISECONDS = 1000;
/** Characters of a selection. */
const SELECTED = 12;

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

type Ask = (model: ScriptModel, offset: number, range: TextRange) => unknown;

/** Every function of the language service. */
export const REQUESTS: Readonly<Record<string, Ask>> = {
  codeActions: (model, _, range) => language.codeActions(model, range),
  codeLenses: language.codeLenses,
  completionDocumentation: (model, offset) => language.completionDocumentation(model, offset, 'exp'),
  completions: language.completions,
  definition: language.definition,
  diagnostics: language.diagnostics,
  documentSymbols: language.documentSymbols,
  highlights: language.highlights,
  hover: language.hover,
  references: (model, offset) => language.references(model, offset, true),
  rename: (model, offset) => language.rename(model, offset, 'renamed'),
  renameRange: language.renameRange,
  signatureHelp: language.signatureHelp,
  unitTree: (model, _, range) => language.unitTree(model, range),
};

function askEverything(model: ScriptModel, offset: number): void {
  for (const [name, ask] of Object.entries(REQUESTS)) {
    try {
      ask(model, offset, { start: offset, end: Math.min(model.text.length, offset + SELECTED) });
    } catch (error) {
      throw new Error(`${name} at ${offset}`, { cause: error });
    }
  }
}

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
