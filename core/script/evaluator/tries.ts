/** `try`, `with`, `raise` and `assert`. */

import { callArguments } from '../objects/arguments.ts';
import { pythonError, typeError } from '../objects/errors.ts';
import type { PyRaised } from '../objects/raised.ts';
import { PyTuple } from '../objects/sequences.ts';
import { findAttribute, getAttribute } from '../operations/attributes.ts';
import { typeName } from '../operations/numbers.ts';
import type { Handler, StmtOf } from '../syntax/ast.ts';
import { type PyValue, Unknown } from '../values.ts';
import { DeadBranch } from './analysisState.ts';
import type { Compiler } from './compiler.ts';
import { type Completion, DEAD, type Eval, type Exec, type Frame, NORMAL, type Store } from './frame.ts';
import { matches, raisedFrom } from './raising.ts';
import { recoveringExpr } from './recovery.ts';
import { storeName, type Variable, variableOf } from './variables.ts';

export interface CompiledHandler {
  readonly type: Eval | undefined;
  readonly store: Store | undefined;
  readonly variable: Variable | undefined;
  readonly body: Exec;
  readonly span: Handler;
}

export function compileHandlers(c: Compiler, handlers: readonly Handler[]): CompiledHandler[] {
  return handlers.map((handler) => ({
    type: handler.type && c.expr(handler.type),
    store: handler.name && storeName(c, handler.name.name, handler.name),
    variable: handler.name && variableOf(c, handler.name.name),
    body: c.block(handler.body),
    span: handler,
  }));
}

export function compileTry(c: Compiler, statement: StmtOf<'try'>): Exec {
  const body = c.block(statement.body);
  const handlers = compileHandlers(c, statement.handlers);
  const orelse = c.block(statement.orelse);
  const caught = handlers.length > 0 ? catching(c, body, handlers, orelse) : body;
  if (statement.final.length === 0) return caught;
  const final = c.block(statement.final);
  return (frame) => {
    let completion: Completion = NORMAL;
    let result: PyValue = null;
    try {
      completion = caught(frame);
      result = frame.result;
    } catch (error) {
      const left = final(frame);
      if (left !== NORMAL) return left;
      throw error;
    }
    const left = final(frame);
    if (left !== NORMAL) return left;
    frame.result = result;
    return completion;
  };
}

function catching(c: Compiler, body: Exec, handlers: readonly CompiledHandler[], orelse: Exec): Exec {
  return (frame) => {
    let completion: Completion;
    try {
      completion = guarded(c, frame, body);
    } catch (error) {
      return handle(c, frame, error, handlers);
    }
    return completion === NORMAL ? orelse(frame) : completion;
  };
}

/** Runs the body of a `try`; analysis then leaves its errors to the handlers. */
function guarded(c: Compiler, frame: Frame, body: Exec): Completion {
  if (!c.analysing) return body(frame);
  const { analysis, session } = c.evaluator;
  analysis.tries.push(analysis.uncertain);
  session.log.guards += 1;
  try {
    return body(frame);
  } finally {
    session.log.guards -= 1;
    analysis.tries.pop();
  }
}

function handle(c: Compiler, frame: Frame, error: unknown, handlers: readonly CompiledHandler[]): Completion {
  const raised = c.evaluator.asRaised(error, frame);
  if (raised === undefined) throw error;
  c.evaluator.noteFrame(raised, frame);
  const handler = findHandler(frame, raised, handlers);
  if (handler === undefined) throw raised;
  return runHandler(c, frame, raised, handler, () => handler.body(frame));
}

export function findHandler(
  frame: Frame,
  raised: PyRaised,
  handlers: readonly CompiledHandler[],
): CompiledHandler | undefined {
  for (const handler of handlers) {
    if (!handler.type) return handler;
    const type = handler.type(frame);
    frame.at = handler.span;
    if (type instanceof Unknown || matches(raised.exception, exceptionTypes(type))) return handler;
  }
  return undefined;
}

function runHandler<T>(
  c: Compiler,
  frame: Frame,
  raised: PyRaised,
  handler: CompiledHandler,
  run: () => T,
): T {
  const leave = enterHandler(c, frame, raised, handler);
  try {
    return run();
  } finally {
    leave();
  }
}

/** Binds the exception for a handler; the function that it returns ends that, and must be called. */
export function enterHandler(
  c: Compiler,
  frame: Frame,
  raised: PyRaised,
  handler: CompiledHandler,
): () => void {
  c.evaluator.handling.push(raised);
  handler.store?.(frame, raised.exception);
  return () => {
    c.evaluator.handling.pop();
    handler.variable?.poke(frame, undefined);
  };
}

function exceptionTypes(type: PyValue): readonly PyValue[] {
  return type instanceof PyTuple ? type.items.flatMap(exceptionTypes) : [type];
}

export function compileRaise(c: Compiler, statement: StmtOf<'raise'>): Exec {
  const value = statement.value && c.expr(statement.value);
  const cause = statement.cause && c.expr(statement.cause);
  const { evaluator } = c;
  return (frame) => {
    const given = value?.(frame);
    const causeValue = cause?.(frame) ?? null;
    frame.at = statement;
    const perhaps = c.analysing && evaluator.analysis.raisesOnlyPerhaps;
    if (perhaps || given instanceof Unknown) return DEAD;
    if (given === undefined)
      throw (
        evaluator.handling[evaluator.handling.length - 1] ??
        pythonError('RuntimeError', 'No active exception to reraise')
      );
    const causes =
      causeValue === null || causeValue instanceof Unknown ? [] : [raisedFrom(causeValue, evaluator)];
    const raised = raisedFrom(given, evaluator, causes);
    if (!cause && raised.context === undefined && evaluator.handling.at(-1) !== raised)
      raised.context = evaluator.handling[evaluator.handling.length - 1];
    throw raised;
  };
}

export function compileAssert(c: Compiler, statement: StmtOf<'assert'>): Exec {
  const test = c.expr(statement.test);
  const message = statement.message && c.expr(statement.message);
  const { evaluator } = c;
  return (frame) => {
    const value = test(frame);
    if (value instanceof Unknown) return NORMAL;
    frame.at = statement;
    if (evaluator.truth(value)) return NORMAL;
    if (c.analysing && evaluator.analysis.raisesOnlyPerhaps) return DEAD;
    throw pythonError('AssertionError', message ? evaluator.str(message(frame)) : '');
  };
}

export function compileWith(c: Compiler, statement: StmtOf<'with'>): Exec {
  return statement.items.reduceRight<Exec>((inner, item) => {
    const context = recoveringExpr(c, item.context, c.expr(item.context));
    const store = item.target && c.store(item.target);
    return (frame) => {
      const manager = context(frame);
      frame.at = item.context;
      const exit = exitOf(c, manager);
      const entered = enter(c, manager);
      store?.(frame, entered);
      return leaving(c, frame, exit, inner);
    };
  }, c.block(statement.body));
}

export type Exit = (raised: PyRaised | undefined) => boolean;

export function enter(c: Compiler, manager: PyValue): PyValue {
  return c.evaluator.call(getAttribute(manager, '__enter__', c.evaluator), callArguments([]));
}

/** The `__exit__` of a context manager. Raises TypeError where there is none. */
export function exitOf(c: Compiler, manager: PyValue): Exit {
  const { evaluator } = c;
  const exit = findAttribute(manager, '__exit__', evaluator);
  if (exit === undefined || findAttribute(manager, '__enter__', evaluator) === undefined)
    throw typeError(`'${typeName(manager)}' object does not support the context manager protocol`);
  return (raised) => {
    const args = raised ? [raised.exception.cls, raised.exception, null] : [null, null, null];
    const result = evaluator.call(exit, callArguments(args));
    return !(result instanceof Unknown) && evaluator.truth(result);
  };
}

function leaving(c: Compiler, frame: Frame, exit: Exit, body: Exec): Completion {
  let completion: Completion;
  try {
    completion = body(frame);
  } catch (error) {
    const raised = c.evaluator.asRaised(error, frame);
    if (raised === undefined) throw error;
    if (exit(raised)) return NORMAL;
    throw raised;
  }
  const { result } = frame;
  exit(undefined);
  frame.result = result;
  return completion;
}

/** Ends a function of which every path, in a branch that may not be taken, raises. */
export function checkAlive(completion: Completion): void {
  if (completion === DEAD) throw new DeadBranch();
}
