import type { Location } from '../../text/range.ts';
import type { Expr, FunctionNode, Parameter, Span, Stmt } from '../syntax/ast.ts';
import type { PyValue } from '../values.ts';
import type { Evaluator } from './evaluator.ts';
import type { Completion, Eval, Exec, Frame, Store } from './frame.ts';
import type { PyFunction } from './functions.ts';
import type { Globals } from './globals.ts';
import type { Scope } from './scope.ts';

/** A `yield` met while compiling a statement of a generator: done before the statement itself. */
export interface PendingYield {
  readonly value: Eval;
  /** Where the value that `send` gives is kept for the statement. */
  readonly slot: number;
  readonly from: boolean;
  readonly span: Span;
}

/** A statement of a generator: yields values out and receives what is sent in. */
export type GeneratorExec = (frame: Frame) => Generator<PyValue, Completion, PyValue>;

export type MakeFunction = (frame: Frame) => PyFunction;

/** What the parts of the compiler need of each other; `compile.ts` puts them together. */
export interface Compiler {
  readonly evaluator: Evaluator;
  readonly scope: Scope;
  readonly globals: Globals;
  readonly analysing: boolean;
  /** Collects the yields of the statement being compiled, in a generator. */
  pendingYields: PendingYield[] | undefined;

  expr(expr: Expr): Eval;
  block(statements: readonly Stmt[]): Exec;
  statement(statement: Stmt): Exec;
  generatorBlock(statements: readonly Stmt[]): GeneratorExec;
  store(target: Expr): Store;
  makeFunction(
    name: string,
    parameters: readonly Parameter[],
    body: readonly Stmt[],
    node: Span,
    doc?: FunctionNode['doc'],
  ): MakeFunction;
  /** The same compiler for the text of an inner scope. */
  inner(scope: Scope): Compiler;
  locationOf(span: Span): Location;
}
