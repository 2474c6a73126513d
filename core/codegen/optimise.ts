/** Makes typed statements cheap to run, without changing what they compute but for the last digits. */

import { childrenOf } from '../../grammars/equations/children.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import type { Names } from '../namespaces/resolved.ts';
import { name } from '../symbolic/build.ts';
import { keyOf, withChildren } from '../symbolic/tree.ts';
import type { CodeStatement, StatementBlock } from './codeObject.ts';
import { collect } from './collect.ts';
import { foldConstants } from './foldConstants.ts';
import { expandPowers } from './powers.ts';
import { CodeScope, temporaryDataType } from './scope.ts';
import { shareCalls } from './share.ts';
import { specialise } from './specialise.ts';

export interface OptimiseOptions {
  /** Distinguishes the temporaries of blocks whose code ends up in one function. */
  readonly prefix?: string;
  /** Brian's preference `codegen.loop_invariant_optimisations`; true by default. */
  readonly loopInvariants?: boolean;
}

/**
 * Constants folded; per-element expressions regrouped and what is the same for all elements computed once, in
 * `_lio_1`, `_lio_2`, ...; repeated function calls shared; small whole powers multiplied out.
 */
export function optimise(block: StatementBlock, names: Names, options: OptimiseOptions = {}): StatementBlock {
  const scope = CodeScope.ofBlock(block, names);
  const fold = (statement: CodeStatement) => ({ ...statement, expr: foldConstants(statement.expr, scope) });
  let scalar = block.scalar.map(fold);
  let vector = block.vector.map(fold);
  const prefix = options.prefix ?? '';
  if (options.loopInvariants !== false) {
    const invariants = new LoopInvariants(scope, prefix);
    vector = vector.map((statement) => invariants.hoistFrom(statement));
    scalar = [...scalar, ...invariants.statements];
  }
  const finish = (statements: readonly CodeStatement[], kind: string) =>
    expandPowers(shareCalls(statements, scope, `${prefix}_${kind}`), scope, `${prefix}_${kind}`);
  return { scalar: finish(scalar, 'scalar'), vector: finish(vector, 'vector') };
}

class LoopInvariants {
  readonly statements: CodeStatement[] = [];
  private readonly known = new Map<string, Expression>();

  constructor(
    private readonly scope: CodeScope,
    private readonly prefix: string,
  ) {}

  hoistFrom(statement: CodeStatement): CodeStatement {
    const regrouped = collect(specialise(statement.expr, this.scope), this.scope);
    return { ...statement, expr: this.hoist(regrouped) };
  }

  private hoist(expr: Expression): Expression {
    if (this.scope.isScalar(expr)) return isTrivial(expr) ? expr : this.invariant(expr);
    const parts = childrenOf(expr);
    const hoisted = parts.map((part) => this.hoist(part));
    return hoisted.some((part, k) => part !== parts[k]) ? withChildren(expr, hoisted) : expr;
  }

  private invariant(expr: Expression): Expression {
    const key = keyOf(expr);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const target = `_lio${this.prefix}_${this.statements.length + 1}`;
    const dataType = temporaryDataType(this.scope.typeOf(expr));
    const statement: CodeStatement = { target, op: ':=', expr, dataType, scalar: true, constant: true };
    this.scope.declare(statement);
    this.statements.push(statement);
    this.known.set(key, name(target));
    return name(target);
  }
}

function isTrivial(expr: Expression): boolean {
  if (expr.kind === 'unary') return isTrivial(expr.operand);
  return expr.kind === 'number' || expr.kind === 'boolean' || expr.kind === 'name';
}
