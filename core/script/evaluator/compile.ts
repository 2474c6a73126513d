/** Puts the parts of the compiler together. */
import type { Location } from '../../text/range.ts';
import { PyDict } from '../objects/mappings.ts';
import type { Expr, FunctionNode, Parameter, Span, Stmt } from '../syntax/ast.ts';
import { PyStr, Unknown } from '../values.ts';
import { compileAssign, compileAugment, compileDelete, compileStore } from './assignment.ts';
import type { Compiler, GeneratorExec, MakeFunction, PendingYield } from './compiler.ts';
import { compileClass, compileFunction, makeFunction } from './definitions.ts';
import type { Evaluator } from './evaluator.ts';
import { compileExpr } from './expressions.ts';
import { BREAK, CONTINUE, type Eval, type Exec, type Frame, NORMAL, RETURN, type Store } from './frame.ts';
import { compileGeneratorBlock } from './generators.ts';
import type { Globals } from './globals.ts';
import { compileImport, compileImportFrom, type ModuleFinder } from './imports.ts';
import { compileFor, compileIf, compileWhile } from './loops.ts';
import { recovering } from './recovery.ts';
import type { Scope } from './scope.ts';
import { compileAssert, compileRaise, compileTry, compileWith } from './tries.ts';

/** Expressions that replace what the script assigns to module-level names. */
export type Overrides = ReadonlyMap<string, Expr>;

export class ScriptCompiler implements Compiler {
  pendingYields: PendingYield[] | undefined;
  readonly analysing: boolean;

  constructor(
    readonly evaluator: Evaluator,
    readonly scope: Scope,
    readonly globals: Globals,
    private readonly findModule: ModuleFinder,
    private readonly overrides: Overrides,
  ) {
    this.analysing = evaluator.mode === 'analysis';
  }

  inner(scope: Scope): Compiler {
    return new ScriptCompiler(this.evaluator, scope, this.globals, this.findModule, new Map());
  }

  locationOf(span: Span): Location {
    return { document: this.scope.code.document, range: { start: span.start, end: span.end } };
  }

  expr(expr: Expr): Eval {
    return compileExpr(this, expr);
  }

  store(target: Expr): Store {
    return compileStore(this, target);
  }

  makeFunction(
    name: string,
    parameters: readonly Parameter[],
    body: readonly Stmt[],
    node: Span,
    doc?: FunctionNode['doc'],
  ): MakeFunction {
    return makeFunction(this, name, parameters, body, node, doc);
  }

  generatorBlock(statements: readonly Stmt[]): GeneratorExec {
    return compileGeneratorBlock(this, statements);
  }

  block(statements: readonly Stmt[]): Exec {
    const parts = statements.map((statement) => this.statement(statement));
    const [first, second] = parts;
    if (!first) return () => NORMAL;
    if (!second) return first;
    if (parts.length === 2)
      return (frame) => {
        const completion = first(frame);
        return completion === NORMAL ? second(frame) : completion;
      };
    return (frame) => {
      for (const part of parts) {
        const completion = part(frame);
        if (completion !== NORMAL) return completion;
      }
      return NORMAL;
    };
  }

  statement(statement: Stmt): Exec {
    const exec = this.placed(statement, this.plainStatement(statement));
    return this.analysing ? recovering(this, statement, exec) : exec;
  }

  /** Errors of a statement that sets no place of its own are shown at the whole statement. */
  private placed(statement: Stmt, exec: Exec): Exec {
    if (['if', 'while', 'for', 'try', 'pass', 'break', 'continue'].includes(statement.kind)) return exec;
    return (frame) => {
      frame.at = statement;
      return exec(frame);
    };
  }

  private plainStatement(statement: Stmt): Exec {
    switch (statement.kind) {
      case 'expr': {
        const value = this.expr(statement.value);
        const { evaluator } = this;
        // A long call, such as a simulation, ends early when the user asks to stop; the script must end, too.
        const checks = statement.value.kind === 'call' && evaluator.mode === 'run';
        return (frame) => {
          value(frame);
          if (checks) evaluator.checkInterrupt();
          return NORMAL;
        };
      }
      case 'assign':
        return this.assignment(statement);
      case 'augment':
        return compileAugment(this, statement);
      case 'annotate':
        return this.annotated(statement);
      case 'delete':
        return compileDelete(this, statement);
      case 'return':
        return this.returning(statement.value);
      case 'break':
        return () => BREAK;
      case 'continue':
        return () => CONTINUE;
      case 'pass':
      case 'scope':
        return () => NORMAL;
      case 'raise':
        return compileRaise(this, statement);
      case 'assert':
        return compileAssert(this, statement);
      case 'import':
        return compileImport(this, statement, this.findModule);
      case 'importFrom':
        return compileImportFrom(this, statement, this.findModule);
      case 'function':
        return compileFunction(this, statement);
      case 'class':
        return compileClass(this, statement);
      default:
        return this.compound(statement);
    }
  }

  private compound(statement: Stmt): Exec {
    switch (statement.kind) {
      case 'if':
        return compileIf(this, statement);
      case 'while':
        return compileWhile(this, statement);
      case 'for':
        return compileFor(this, statement);
      case 'try':
        return compileTry(this, statement);
      case 'with':
        return compileWith(this, statement);
      default:
        return this.broken(statement);
    }
  }

  /** What could not be read: its names are unknown. Only analysis gets here. */
  private broken(statement: Stmt): Exec {
    const names = statement.kind === 'broken' ? statement.names : [];
    const unknown: Stmt[] = names.map((name) => ({
      kind: 'assign',
      targets: [{ kind: 'name', name, start: statement.start, end: statement.end }],
      value: { kind: 'constant', value: new Unknown(), start: statement.start, end: statement.end },
      start: statement.start,
      end: statement.end,
    }));
    return this.block(unknown);
  }

  private assignment(statement: Extract<Stmt, { kind: 'assign' }>): Exec {
    const [target] = statement.targets;
    const override =
      statement.targets.length === 1 && target?.kind === 'name' ? this.overrides.get(target.name) : undefined;
    return compileAssign(this, override ? { ...statement, value: override } : statement);
  }

  private annotated({ target, value, ...range }: Extract<Stmt, { kind: 'annotate' }>): Exec {
    const assign = value && this.assignment({ ...range, kind: 'assign', targets: [target], value });
    const { name } = target.kind === 'name' ? target : { name: undefined };
    const inClass = this.scope.kind === 'class' && name !== undefined;
    return (frame) => {
      if (inClass) noteAnnotation(frame, name);
      return assign ? assign(frame) : NORMAL;
    };
  }

  private returning(value: Expr | undefined): Exec {
    if (!value)
      return (frame: Frame) => {
        frame.result = null;
        return RETURN;
      };
    const result = this.expr(value);
    return (frame: Frame) => {
      frame.result = result(frame);
      return RETURN;
    };
  }
}

/** Classes list their annotated names in `__annotations__`, in order; dataclasses read it. */
function noteAnnotation(frame: Frame, name: string): void {
  const known = frame.namespace?.get('__annotations__');
  const annotations = known instanceof PyDict ? known : new PyDict();
  annotations.set(new PyStr(name), null);
  frame.namespace?.set('__annotations__', annotations);
}
