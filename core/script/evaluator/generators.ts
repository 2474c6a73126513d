/** Statements of generator functions: as the plain ones, but able to stop at a `yield` and go on. */

import type { Expr, Stmt, StmtOf } from '../syntax/ast.ts';
import { type PyValue, Unknown } from '../values.ts';
import { containsYield, expressionYields } from './boundNames.ts';
import type { Compiler, GeneratorExec, PendingYield } from './compiler.ts';
import { BREAK, CONTINUE, type Eval, type Frame, NORMAL, type RETURN, type Store } from './frame.ts';
import { PyGenerator } from './generatorObject.ts';
import { recover, variablesOf } from './recovery.ts';
import { blocksOf } from './scope.ts';
import { compileHandlers, enter, enterHandler, exitOf, findHandler } from './tries.ts';

type Yielding = Generator<PyValue, PyValue, PyValue>;
/** An expression of which parts are yields: those are done first. */
type GeneratorEval = (frame: Frame) => Yielding;

export function compileGeneratorBlock(c: Compiler, statements: readonly Stmt[]): GeneratorExec {
  const parts = statements.map((statement) =>
    containsYield([statement], blocksOf)
      ? { plain: undefined, generator: guarded(c, statement, generatorStatement(c, statement)) }
      : { plain: c.statement(statement), generator: undefined },
  );
  return function* (frame) {
    for (const { plain, generator } of parts) {
      const completion = plain ? plain(frame) : yield* (generator as GeneratorExec)(frame);
      if (completion !== NORMAL) return completion;
    }
    return NORMAL;
  };
}

/** Lets analysis go on after an error in the statement. */
function guarded(c: Compiler, statement: Stmt, exec: GeneratorExec): GeneratorExec {
  if (!c.analysing) return exec;
  const variables = variablesOf(c, [statement]);
  return function* (frame) {
    try {
      return yield* exec(frame);
    } catch (error) {
      return recover(c.evaluator, error, frame, statement, variables);
    }
  };
}

function generatorStatement(c: Compiler, statement: Stmt): GeneratorExec {
  switch (statement.kind) {
    case 'if':
      return conditional(c, statement);
    case 'while':
      return whileLoop(c, statement);
    case 'for':
      return forLoop(c, statement);
    case 'try':
      return trying(c, statement);
    case 'with':
      return withBlock(c, statement);
    default:
      return simple(c, statement);
  }
}

/** A statement without blocks: its yields, then the statement. */
function simple(c: Compiler, statement: Stmt): GeneratorExec {
  const outer = c.pendingYields;
  const yields: PendingYield[] = [];
  c.pendingYields = yields;
  const exec = c.statement(statement);
  c.pendingYields = outer;
  return function* (frame) {
    yield* perform(c, yields, frame);
    return exec(frame);
  };
}

function* perform(
  c: Compiler,
  yields: readonly PendingYield[],
  frame: Frame,
): Generator<PyValue, void, PyValue> {
  for (const { value, slot, from, span } of yields) {
    const given = value(frame);
    frame.at = span;
    if (from) frame.slots[slot] = yield* delegated(c, given);
    else frame.slots[slot] = yield given;
  }
}

/** `yield from` */
function* delegated(c: Compiler, source: PyValue): Yielding {
  const iterator = c.evaluator.iterator(source);
  for (let value = iterator.next(); value !== undefined; value = iterator.next()) yield value;
  return iterator instanceof PyGenerator ? iterator.returned : null;
}

function expression(c: Compiler, expr: Expr): GeneratorEval {
  const outer = c.pendingYields;
  const yields: PendingYield[] = [];
  c.pendingYields = yields;
  const value: Eval = c.expr(expr);
  c.pendingYields = outer;
  if (!expressionYields(expr))
    // biome-ignore lint/correctness/useYield: has the type of those that yield
    return function* (frame) {
      return value(frame);
    };
  return function* (frame) {
    yield* perform(c, yields, frame);
    return value(frame);
  };
}

function conditional(c: Compiler, statement: StmtOf<'if'>): GeneratorExec {
  const test = expression(c, statement.test);
  const body = c.generatorBlock(statement.body);
  const orelse = c.generatorBlock(statement.orelse);
  return function* (frame) {
    const value = yield* test(frame);
    frame.at = statement.test;
    if (c.evaluator.truth(value)) return yield* body(frame);
    return yield* orelse(frame);
  };
}

function whileLoop(c: Compiler, statement: StmtOf<'while'>): GeneratorExec {
  const test = expression(c, statement.test);
  const body = c.generatorBlock(statement.body);
  const orelse = c.generatorBlock(statement.orelse);
  return function* (frame) {
    for (let turn = 0; ; turn++) {
      const value = yield* test(frame);
      frame.at = statement.test;
      // Analysis does not know when an unknown condition ends, so once is enough.
      if (!c.evaluator.truth(value) || (value instanceof Unknown && turn > 0)) return yield* orelse(frame);
      c.evaluator.tick();
      const completion = yield* body(frame);
      if (completion === BREAK) return NORMAL;
      if (completion !== NORMAL && completion !== CONTINUE) return completion;
    }
  };
}

function forLoop(c: Compiler, statement: StmtOf<'for'>): GeneratorExec {
  const iterable = expression(c, statement.iterable);
  const store: Store = c.store(statement.target);
  const body = c.generatorBlock(statement.body);
  const orelse = c.generatorBlock(statement.orelse);
  return function* (frame) {
    const values = yield* iterable(frame);
    frame.at = statement.iterable;
    for (const value of c.evaluator.iterate(values)) {
      c.evaluator.tick();
      store(frame, value);
      const completion = yield* body(frame);
      if (completion === BREAK) return NORMAL;
      if (completion !== NORMAL && completion !== CONTINUE) return completion;
    }
    return yield* orelse(frame);
  };
}

function trying(c: Compiler, statement: StmtOf<'try'>): GeneratorExec {
  const body = c.generatorBlock(statement.body);
  const handlers = compileHandlers(c, statement.handlers).map((handler, i) => ({
    handler,
    body: c.generatorBlock(statement.handlers[i]?.body ?? []),
  }));
  const orelse = c.generatorBlock(statement.orelse);
  const final = c.generatorBlock(statement.final);
  const caught: GeneratorExec = function* (frame) {
    try {
      const completion = yield* body(frame);
      return completion === NORMAL ? yield* orelse(frame) : completion;
    } catch (error) {
      const raised = c.evaluator.asRaised(error, frame);
      if (raised === undefined) throw error;
      c.evaluator.noteFrame(raised, frame);
      const found = findHandler(
        frame,
        raised,
        handlers.map((h) => h.handler),
      );
      const chosen = handlers.find((h) => h.handler === found);
      if (!chosen) throw raised;
      const leave = enterHandler(c, frame, raised, chosen.handler);
      try {
        return yield* chosen.body(frame);
      } finally {
        leave();
      }
    }
  };
  return function* (frame) {
    let completion: typeof NORMAL | typeof BREAK | typeof CONTINUE | typeof RETURN | 4 = NORMAL;
    let finished = false;
    try {
      completion = yield* caught(frame);
      finished = true;
    } finally {
      const { result } = frame;
      const left = yield* final(frame);
      // A `return` in the `finally` block wins over everything, an exception too.
      // biome-ignore lint/correctness/noUnsafeFinally: that is what Python's finally does
      if (left !== NORMAL) return left;
      if (finished) frame.result = result;
    }
    return completion;
  };
}

function withBlock(c: Compiler, statement: StmtOf<'with'>): GeneratorExec {
  return statement.items.reduceRight<GeneratorExec>((inner, item) => {
    const context = expression(c, item.context);
    const store = item.target && c.store(item.target);
    return function* (frame) {
      const manager = yield* context(frame);
      frame.at = item.context;
      const exit = exitOf(c, manager);
      const entered = enter(c, manager);
      store?.(frame, entered);
      try {
        const completion = yield* inner(frame);
        exit(undefined);
        return completion;
      } catch (error) {
        const raised = c.evaluator.asRaised(error, frame);
        if (raised === undefined || !exit(raised)) throw raised ?? error;
        return NORMAL;
      }
    };
  }, c.generatorBlock(statement.body));
}
