/** Abstract code -> typed statements: what is a temporary, what is scalar, where subexpressions are evaluated. */
import type { Expression, Statement } from '../../grammars/equations/tree.ts';
import { highestType } from '../equations/typeOf.ts';
import type { Names } from '../namespaces/resolved.ts';
import { ProblemError } from '../problems/problem.ts';
import { namesIn } from '../symbolic/tree.ts';
import type { Subexpression } from '../variables/variable.ts';
import type { CodeStatement, StatementBlock } from './codeObject.ts';
import { CodeScope, temporaryDataType } from './scope.ts';

/**
 * Statements with types, subexpressions inserted before they are used (again where Brian evaluates them again), split into those that run once and those that run per element.
 * Raises SyntaxError for writes to subexpressions and for writes to scalar variables after writes to vector
 * variables, KeyError for in-place changes of unknown names.
 */
export function makeStatements(statements: readonly Statement[], names: Names): StatementBlock {
  const scope = new CodeScope(names);
  checkTargets(statements, scope);
  declareTemporaries(statements, scope);
  checkScalarWrites(statements, scope);
  const inserted = new SubexpressionInserter(scope, statements);
  const all = statements.flatMap((_, k) => [...inserted.before(k), inserted.statement(k)]);
  return { scalar: all.filter((s) => s.scalar), vector: all.filter((s) => !s.scalar) };
}

function problemError(code: string, errorClass: string, message: string): ProblemError {
  return new ProblemError({ code, severity: 'error', errorClass, message });
}

function checkTargets(statements: readonly Statement[], scope: CodeScope): void {
  const known = new Set<string>();
  for (const { target, op } of statements) {
    if (subexpressionOf(target.name, scope) !== undefined) {
      const message = `Illegal line in abstract code. Cannot write to subexpression '${target.name}'.`;
      throw problemError('illegal-write', 'SyntaxError', message);
    }
    const defines = op === '=' || op === ':=';
    if (!defines && !known.has(target.name) && scope.arrayOf(target.name) === undefined)
      throw problemError('undefined-name', 'KeyError', target.name);
    known.add(target.name);
  }
}

/** A temporary is scalar if all that is ever assigned to it is, and has the highest type assigned to it. */
function declareTemporaries(statements: readonly Statement[], scope: CodeScope): void {
  const assigned = new Map<string, Expression[]>();
  for (const { target, expr } of statements) {
    if (scope.arrayOf(target.name) !== undefined) continue;
    assigned.set(target.name, [...(assigned.get(target.name) ?? []), expr]);
  }
  for (const target of assigned.keys()) scope.temporaries.set(target, { dataType: 'bool', scalar: true });
  for (let changed = true; changed; ) {
    changed = false;
    for (const [target, expressions] of assigned) {
      const type = highestType(expressions.map((expr) => scope.typeOf(expr)));
      const next = {
        dataType: temporaryDataType(type),
        scalar: expressions.every((expr) => scope.isScalar(expr)),
      };
      const before = scope.temporaries.get(target)!;
      if (next.dataType === before.dataType && next.scalar === before.scalar) continue;
      scope.temporaries.set(target, next);
      changed = true;
    }
  }
}

function checkScalarWrites(statements: readonly Statement[], scope: CodeScope): void {
  let vectorWritten = false;
  for (const { target } of statements) {
    const array = scope.arrayOf(target.name);
    if (array === undefined) continue;
    if (array.variable.scalar && vectorWritten) {
      const message = `All writes to scalar variables in a code block have to be made before writes to vector variables. Illegal write to '${target.name}'.`;
      throw problemError('illegal-write', 'SyntaxError', message);
    }
    vectorWritten ||= !array.variable.scalar;
  }
}

function subexpressionOf(name: string, scope: CodeScope): Subexpression | undefined {
  const resolved = scope.resolved(name);
  return resolved?.kind === 'variable' && resolved.variable.kind === 'subexpression'
    ? resolved.variable
    : undefined;
}

/** Turns parsed statements into typed ones, and says which subexpressions each needs before it. */
class SubexpressionInserter {
  private readonly current = new Set<string>();
  private readonly declared = new Set<string>();
  private readonly frozen = new Set<string>();
  private readonly targetsDeclared = new Set<string>();

  constructor(
    private readonly scope: CodeScope,
    private readonly statements: readonly Statement[],
  ) {}

  before(at: number): CodeStatement[] {
    const { expr } = this.statements[at]!;
    const inserted: CodeStatement[] = [];
    this.insertNeeded(namesIn(expr), at, inserted, new Set());
    return inserted;
  }

  private insertNeeded(
    names: Iterable<string>,
    at: number,
    inserted: CodeStatement[],
    open: Set<string>,
  ): void {
    for (const name of names) {
      const subexpression = subexpressionOf(name, this.scope);
      if (subexpression === undefined || open.has(name)) continue;
      open.add(name);
      this.insertNeeded(namesIn(subexpression.expr), at, inserted, open);
      open.delete(name);
      if (this.current.has(name)) continue;
      this.current.add(name);
      inserted.push(this.evaluation(name, subexpression, at));
    }
  }

  /**
   * As Brian does, one look at its first use decides whether a subexpression is ever evaluated again: what the
   * statement that uses it writes itself does not count, nor what the subexpressions in it refer to.
   */
  private evaluation(name: string, { expr, dataType, scalar }: Subexpression, at: number): CodeStatement {
    const first = !this.declared.has(name);
    this.declared.add(name);
    const inputs = namesIn(expr);
    const written = this.statements.slice(at + 1).some((later) => inputs.has(later.target.name));
    const constant = first && !written;
    if (constant) this.frozen.add(name);
    return { target: name, op: first ? ':=' : '=', expr, dataType, scalar, constant };
  }

  statement(at: number): CodeStatement {
    const { target, op, expr } = this.statements[at]!;
    for (const name of [...this.current])
      if (!this.frozen.has(name) && this.inputsOf(name).has(target.name)) this.current.delete(name);
    const temporary = this.scope.temporaries.get(target.name);
    if (temporary === undefined) {
      const { dataType, scalar } = this.scope.arrayOf(target.name)!.variable;
      return { target: target.name, op, expr, dataType, scalar, constant: false };
    }
    const first = !this.targetsDeclared.has(target.name);
    this.targetsDeclared.add(target.name);
    const again = this.statements.slice(at + 1).some((later) => later.target.name === target.name);
    return { target: target.name, op: first ? ':=' : op, expr, ...temporary, constant: first && !again };
  }

  /** All names that a subexpression reads, through others too. */
  private inputsOf(name: string, found: Set<string> = new Set()): Set<string> {
    const subexpression = subexpressionOf(name, this.scope);
    if (subexpression === undefined) return found;
    for (const input of namesIn(subexpression.expr)) {
      if (found.has(input)) continue;
      found.add(input);
      this.inputsOf(input, found);
    }
    return found;
  }
}
