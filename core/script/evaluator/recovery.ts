/** How analysis goes on after an error: the statement's names become unknown, and the next statement is read. */
import type { Problem } from '../../problems/problem.ts';
import type { PyRaised } from '../objects/raised.ts';
import type { Expr, Stmt } from '../syntax/ast.ts';
import { Unknown } from '../values.ts';
import { boundNames, namesBoundBy } from './boundNames.ts';
import type { Compiler } from './compiler.ts';
import type { Evaluator } from './evaluator.ts';
import { endsAnalysis } from './exhaustion.ts';
import { type Completion, DEAD, type Eval, type Exec, type Frame, NORMAL, RETURN } from './frame.ts';
import { type Variable, variableOf } from './variables.ts';

/** Wraps a statement so that its errors are reported and end only the statement. */
export function recovering(c: Compiler, statement: Stmt, exec: Exec): Exec {
  const variables = namesBoundBy(statement).map((name) => variableOf(c, name));
  return (frame) => {
    try {
      return exec(frame);
    } catch (error) {
      return recover(c.evaluator, error, frame, statement, variables);
    }
  };
}

/** What a generator's statement does after an error. */
export function recover(
  evaluator: Evaluator,
  error: unknown,
  frame: Frame,
  statement: Stmt,
  variables: readonly Variable[],
): Completion {
  noteError(evaluator, error, frame, statement);
  for (const variable of variables) variable.poke(frame, new Unknown());
  if (statement.kind !== 'return')
    return statement.kind === 'raise' && evaluator.analysis.uncertain > 0 ? DEAD : NORMAL;
  frame.result = new Unknown();
  return RETURN;
}

export function variablesOf(c: Compiler, statements: readonly Stmt[]): Variable[] {
  return [...boundNames(statements)].map((name) => variableOf(c, name));
}

/** A condition, an iterable, ...: after an error it is unknown, and the blocks below it are read. */
export function recoveringExpr(c: Compiler, expr: Expr, evaluate: Eval): Eval {
  if (!c.analysing) return evaluate;
  return (frame) => {
    try {
      return evaluate(frame);
    } catch (error) {
      noteError(c.evaluator, error, frame, expr);
      return new Unknown();
    }
  };
}

/** Reports an error that ends here; throws on what is not to be caught here. */
function noteError(evaluator: Evaluator, error: unknown, frame: Frame, place: Stmt | Expr): void {
  const { analysis } = evaluator;
  if (endsAnalysis(error)) {
    reportBudget(evaluator, frame, place);
    return;
  }
  const raised = evaluator.asRaised(error, frame);
  if (raised === undefined || analysis.insideTry || isExit(raised)) throw raised ?? error;
  if (isConsequence(raised, evaluator)) return;
  const problem = unwrapped(raised);
  if (MAY_CHANGE_OBJECTS.has(place.kind)) analysis.inexact = true;
  analysis.report(isOurs(problem.code) ? { ...problem, severity: 'information' } : problem);
}

/** What such a statement would have done besides binding names is not known after an error in it. */
const MAY_CHANGE_OBJECTS: ReadonlySet<string> = new Set(['expr', 'try', 'with', 'for', 'while', 'if']);

/** The error itself, not that it came while an object was prepared. */
function unwrapped({ problem, causes: [cause] }: PyRaised): Problem {
  return problem.objectName !== undefined && cause !== undefined ? cause.problem : problem;
}

/** Says once that analysis could not follow the whole script. */
export function reportBudget(
  evaluator: Evaluator,
  frame: Frame,
  place: { start: number; end: number },
): void {
  const { analysis } = evaluator;
  analysis.inexact = true;
  analysis.mayBeUnbound = true;
  if (analysis.budgetReported) return;
  analysis.budgetReported = true;
  analysis.report({
    code: 'analysis-budget',
    severity: 'information',
    errorClass: 'AnalysisBudget',
    message: 'Analysis gave up here: this takes too long to follow without running it.',
    location: { document: frame.code.document, range: { start: place.start, end: place.end } },
  });
}

/** Problems that say nothing against the script. */
function isOurs(code: string): boolean {
  return code === 'internal-error' || code === 'unsupported';
}

function isExit(raised: PyRaised): boolean {
  return raised.exception.cls.name === 'SystemExit';
}

/** Errors that may only come from what failed before, or what loops and branches of unknown outcome left out. */
const CONSEQUENCES: ReadonlySet<string> = new Set([
  'index-error',
  'key-error',
  'assertion-error',
  'zero-division-error',
]);

function isConsequence(raised: PyRaised, evaluator: Evaluator): boolean {
  return evaluator.analysis.inexact && CONSEQUENCES.has(raised.problem.code);
}
