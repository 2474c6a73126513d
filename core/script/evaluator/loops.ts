/** `if`, `while` and `for`. A run takes the plain ways; analysis follows unknown conditions and keeps its budget. */
import { getItem } from '../operations/items.ts';
import type { StmtOf } from '../syntax/ast.ts';
import { Unknown } from '../values.ts';
import { runBranches } from './branches.ts';
import type { Compiler } from './compiler.ts';
import { BREAK, CONTINUE, DEAD, type Eval, type Exec, type Frame, NORMAL, RETURN } from './frame.ts';
import { isKept } from './merging.ts';
import { recoveringExpr, reportBudget, variablesOf } from './recovery.ts';
import type { Variable } from './variables.ts';

export function compileIf(c: Compiler, statement: StmtOf<'if'>): Exec {
  const test = recoveringExpr(c, statement.test, c.expr(statement.test));
  const body = c.block(statement.body);
  const orelse = c.block(statement.orelse);
  const { evaluator } = c;
  const variables = c.analysing ? variablesOf(c, [...statement.body, ...statement.orelse]) : [];
  return (frame) => {
    const value = test(frame);
    if (value instanceof Unknown) return runBranches(evaluator, frame, [body, orelse], variables);
    frame.at = statement.test;
    return evaluator.truth(value) ? body(frame) : orelse(frame);
  };
}

export function compileWhile(c: Compiler, statement: StmtOf<'while'>): Exec {
  const test = recoveringExpr(c, statement.test, c.expr(statement.test));
  const body = c.block(statement.body);
  const orelse = c.block(statement.orelse);
  if (c.analysing) return analysedWhile(c, statement, test, body, orelse);
  const { evaluator } = c;
  return (frame) => {
    for (;;) {
      const value = test(frame);
      frame.at = statement.test;
      if (!evaluator.truth(value)) return orelse(frame);
      evaluator.tick();
      const completion = body(frame);
      if (completion === BREAK) return NORMAL;
      if (completion === RETURN) return RETURN;
    }
  };
}

function analysedWhile(c: Compiler, statement: StmtOf<'while'>, test: Eval, body: Exec, orelse: Exec): Exec {
  const { evaluator } = c;
  const variables = variablesOf(c, statement.body);
  const once = asLoopTurn(body);
  return (frame) => {
    const allowed = evaluator.analysis.loopAllowance();
    for (;;) {
      const value = test(frame);
      if (value instanceof Unknown) return runBranches(evaluator, frame, [once, () => NORMAL], variables);
      frame.at = statement.test;
      if (!evaluator.truth(value)) return orelse(frame);
      frame.mayLeaveLoop = false;
      evaluator.analysis.step();
      const completion = body(frame);
      if (completion === BREAK) return NORMAL;
      if (completion === RETURN || completion === DEAD) return completion;
      if (frame.mayLeaveLoop) return forget(frame, variables);
      if (!allowed()) return giveUp(c, frame, statement, variables);
    }
  };
}

export function compileFor(c: Compiler, statement: StmtOf<'for'>): Exec {
  const iterable = recoveringExpr(c, statement.iterable, c.expr(statement.iterable));
  const store = c.store(statement.target);
  const body = c.block(statement.body);
  const orelse = c.block(statement.orelse);
  if (c.analysing) return analysedFor(c, statement, iterable, body, orelse);
  const { evaluator } = c;
  return (frame) => {
    const values = iterable(frame);
    frame.at = statement.iterable;
    for (const value of evaluator.iterate(values)) {
      evaluator.tick();
      store(frame, value);
      const completion = body(frame);
      if (completion === BREAK) return NORMAL;
      if (completion === RETURN) return RETURN;
    }
    return orelse(frame);
  };
}

function analysedFor(c: Compiler, statement: StmtOf<'for'>, iterable: Eval, body: Exec, orelse: Exec): Exec {
  const { evaluator } = c;
  const store = c.store(statement.target);
  const variables = variablesOf(c, [statement]);
  const once = asLoopTurn(body);
  return (frame) => {
    const values = iterable(frame);
    frame.at = statement.iterable;
    if (values instanceof Unknown) {
      store(frame, getItem(values, 0n, evaluator));
      return runBranches(evaluator, frame, [once, () => NORMAL], variables);
    }
    const allowed = evaluator.analysis.loopAllowance();
    for (const value of evaluator.iterate(values)) {
      frame.at = statement.target;
      store(frame, value);
      evaluator.analysis.step();
      const completion = body(frame);
      if (completion === BREAK) return NORMAL;
      if (completion === RETURN || completion === DEAD) return completion;
      if (!allowed()) return giveUp(c, frame, statement, variables);
    }
    return orelse(frame);
  };
}

/** A loop body that runs once: leaving it is going on after the loop. */
function asLoopTurn(body: Exec): Exec {
  return (frame) => {
    const completion = body(frame);
    return completion === BREAK || completion === CONTINUE ? NORMAL : completion;
  };
}

function giveUp(
  c: Compiler,
  frame: Frame,
  statement: StmtOf<'for' | 'while'>,
  variables: readonly Variable[],
): typeof NORMAL {
  const header = statement.kind === 'for' ? statement.iterable : statement.test;
  reportBudget(c.evaluator, frame, { start: statement.start, end: header.end });
  return forget(frame, variables);
}

/** What a loop computed is unknown where it was not followed to its end; objects stay what they are. */
function forget(frame: Frame, variables: readonly Variable[]): typeof NORMAL {
  for (const variable of variables) {
    const value = variable.peek(frame);
    if (value !== undefined && !isKept(value)) variable.poke(frame, new Unknown());
  }
  return NORMAL;
}
