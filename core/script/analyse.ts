import { AnalysisDevice } from '../devices/analysisDevice.ts';
import { FigureManager } from '../figures/manager.ts';
import type { Definition, ScriptModel } from '../language/model.ts';
import { Session } from '../network/session.ts';
import { type Problem, ProblemList } from '../problems/problem.ts';
import { describe } from './describe.ts';
import { evaluate } from './evaluator/index.ts';
import type { ScriptFrame } from './interpreter.ts';
import { frameExternals } from './modules/brian2/externals.ts';
import { moduleRegistry } from './modules/index.ts';
import { scalarAttribute } from './modules/numpy/index.ts';
import { BrianObjectInfo } from './objectInfo.ts';
import type { ParsedScript } from './syntax/parse.ts';
import { checkUnrunModels, SelectiveSink } from './unrunModels.ts';
import { unusedEquations, unusedObjects } from './unused.ts';

export interface AnalyseOptions {
  readonly budgetMilliseconds?: number;
  /** Milliseconds; without it only steps are counted. */
  readonly now?: () => number;
  /** Reads scripts that do not mention Brian, too; an editor leaves them alone. */
  readonly anyScript?: boolean;
  /** The model of an earlier state of the script: what did not change is not read again. */
  readonly previous?: ScriptModel;
  /** A module beside the script. */
  readonly readSibling?: (name: string) => { readonly document: string; readonly text: string } | undefined;
}

const BUDGET_STEPS = 2_000_000;

/** Cheap test whether a text has anything to do with Brian. */
export function usesBrian(text: string): boolean {
  return /\bbrian2\b/.test(text);
}

/** What a run of the script would complain of, and what its strings mean. Executes nothing, never throws. */
export function analyse(text: string, document: string, options: AnalyseOptions = {}): ScriptModel {
  const empty = {
    document,
    text,
    problems: [],
    codeStrings: [],
    runCalls: [],
    definitions: [],
    objects: new Map(),
  };
  if (!options.anyScript && !usesBrian(text)) return { ...empty, usesBrian: false };
  const problems = new ProblemList();
  const sink = new SelectiveSink(problems);
  const session = new Session({
    mode: 'analysis',
    problems: sink,
    device: new AnalysisDevice(),
    figures: new FigureManager(),
    seed: 0,
  });
  const {
    globals,
    problems: own,
    ctx,
    parsed,
  } = evaluate(text, document, {
    session,
    mode: 'analysis',
    modules: moduleRegistry(options.readSibling),
    numberAttribute: scalarAttribute,
    previous: options.previous?.parsed,
    budget: { steps: BUDGET_STEPS, milliseconds: options.budgetMilliseconds, now: options.now },
  });
  // Strings of groups that no run has seen are explained with the names at the script's end.
  session.lastRunNamespace ??= frameExternals(globals, ctx);
  checkUnrunModels(session, sink, session.lastRunNamespace);
  const unused = ctx.isExact && parsed.problems.length === 0 ? unusedThings(session, parsed) : [];
  return {
    document,
    text,
    usesBrian: true,
    problems: distinct([...problems.problems, ...own, ...unused]).map(asFound),
    codeStrings: session.codeStrings,
    runCalls: session.runCalls,
    definitions: definitionsOf(globals, document, ctx),
    objects: new Map(session.objects.map((object) => [object.name, new BrianObjectInfo(object)])),
    parsed,
  };
}

/** Nothing is left over in a module that makes no objects, for others use what it holds. */
function unusedThings(session: Session, parsed: ParsedScript): Problem[] {
  return session.objects.length === 0 ? [] : [...unusedObjects(session), ...unusedEquations(parsed)];
}

/** What Brian can do and Spikelens can't is no fault of the script. */
function asFound(problem: Problem): Problem {
  const unsupported =
    problem.code === 'not-implemented' || /^Spikelens doesn't support/.test(problem.message);
  return unsupported ? { ...problem, severity: 'information', code: 'unsupported' } : problem;
}

/** A loop that runs a network twice finds everything twice. */
function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, message, location }) => {
    const key = JSON.stringify([code, message, location?.document, location?.range]);
    return !seen.has(key) && seen.add(key);
  });
}

function definitionsOf(
  globals: ScriptFrame,
  document: string,
  ctx: Parameters<typeof describe>[3],
): Definition[] {
  const definitions: Definition[] = [];
  for (const [name, value] of globals.scriptEntries()) {
    const location = globals.definitionOf(name);
    const definition = location?.document === document ? describe(name, location, value, ctx) : undefined;
    if (definition !== undefined) definitions.push(definition);
  }
  return definitions;
}
