/** Branches on what analysis cannot know: all are read, and what they leave is merged. */
import { isErrorOf } from '../objects/raised.ts';
import type { PyValue } from '../values.ts';
import { DeadBranch } from './analysisState.ts';
import type { Evaluator } from './evaluator.ts';
import { BREAK, CONTINUE, type Completion, DEAD, type Exec, type Frame, NORMAL, RETURN } from './frame.ts';
import { merged } from './merging.ts';
import type { Variable } from './variables.ts';

interface BranchEnd {
  readonly completion: Completion;
  readonly values: readonly (PyValue | undefined)[];
  readonly result: PyValue;
}

/** Runs blocks of which one, nobody knows which, would run. `variables`: all that any of them binds. */
export function runBranches(
  evaluator: Evaluator,
  frame: Frame,
  blocks: readonly Exec[],
  variables: readonly Variable[],
): Completion {
  const before = variables.map((variable) => variable.peek(frame));
  const ends = blocks.map((block) => {
    set(frame, variables, before);
    const completion = runUncertain(evaluator, frame, block);
    return { completion, values: variables.map((variable) => variable.peek(frame)), result: frame.result };
  });
  evaluator.analysis.inexact = true;
  const live = ends.filter((end) => end.completion === NORMAL);
  mergeVariables(evaluator, frame, variables, live.length > 0 ? live : ends);
  return mergeCompletions(evaluator, frame, ends, live.length > 0);
}

/** Runs a block that may not run at all. */
function runUncertain(evaluator: Evaluator, frame: Frame, block: Exec): Completion {
  const { analysis } = evaluator;
  analysis.uncertain += 1;
  try {
    return block(frame);
  } catch (error) {
    if (error instanceof DeadBranch || isErrorOf(error, 'SystemExit')) return DEAD;
    throw error;
  } finally {
    analysis.uncertain -= 1;
  }
}

function set(frame: Frame, variables: readonly Variable[], values: readonly (PyValue | undefined)[]): void {
  variables.forEach((variable, i) => {
    variable.poke(frame, values[i]);
  });
}

function mergeVariables(
  evaluator: Evaluator,
  frame: Frame,
  variables: readonly Variable[],
  ends: readonly BranchEnd[],
): void {
  variables.forEach((variable, i) => {
    const all = ends.map((end) => end.values[i]);
    const values = all.filter((value) => value !== undefined);
    if (values.length < all.length) evaluator.analysis.mayBeUnbound = true;
    variable.poke(frame, values.length === 0 ? undefined : merged(values, evaluator));
  });
}

function mergeCompletions(
  evaluator: Evaluator,
  frame: Frame,
  ends: readonly BranchEnd[],
  goesOn: boolean,
): Completion {
  const results = ends.filter((end) => end.completion === RETURN).map((end) => end.result);
  const has = (completion: Completion) => ends.some((end) => end.completion === completion);
  if (!goesOn && results.length > 0 && !has(BREAK) && !has(CONTINUE)) {
    frame.result = merged(results, evaluator);
    return RETURN;
  }
  if (results.length > 0) frame.possibleResults = [...(frame.possibleResults ?? []), ...results];
  if (results.length > 0 || has(BREAK)) frame.mayLeaveLoop = true;
  if (goesOn) return NORMAL;
  if (has(CONTINUE)) return CONTINUE;
  return has(BREAK) ? BREAK : DEAD;
}
