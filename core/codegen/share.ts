import { childrenOf } from '../../grammars/equations/children.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import { name } from '../symbolic/build.ts';
import { keyOf, mapExpression, withChildren } from '../symbolic/tree.ts';
import type { CodeStatement } from './codeObject.ts';
import { type CodeScope, temporaryDataType } from './scope.ts';

/** Functions that cost no more than reading a temporary. */
const CHEAP: ReadonlySet<string> = new Set(['_where', 'int', 'abs', 'sign', 'floor', 'ceil', 'clip', 'sqrt']);

/** Calls of pure functions that occur more than once with the same values are computed once. */
export function shareCalls(
  statements: readonly CodeStatement[],
  scope: CodeScope,
  suffix: string,
): CodeStatement[] {
  const counts = new Map<string, number>();
  const counter = new CallSharing(scope);
  for (const statement of statements) {
    counter.eachCall(statement.expr, (_, key) => counts.set(key, (counts.get(key) ?? 0) + 1));
    counter.written(statement.target);
  }
  const sharing = new CallSharing(scope);
  const shared = new Map<string, string>();
  return statements.flatMap((statement) => {
    const before: CodeStatement[] = [];
    const share = (call: Expression, key: string, content: () => Expression): Expression => {
      if ((counts.get(key) ?? 0) < 2) return content();
      const known = shared.get(key);
      if (known !== undefined) return name(known);
      // Calls inside this one take their names first.
      const expr = content();
      const target = `_shared${suffix}_${shared.size + 1}`;
      const dataType = temporaryDataType(scope.typeOf(call));
      before.push({ target, op: ':=', expr, dataType, scalar: statement.scalar, constant: true });
      scope.declare(before[before.length - 1]!);
      shared.set(key, target);
      return name(target);
    };
    const expr = sharing.replaceCalls(statement.expr, share);
    sharing.written(statement.target);
    return [...before, { ...statement, expr }];
  });
}

type Share = (call: Expression, key: string, content: () => Expression) => Expression;

/** Tells calls apart by their text and by how often each name in them was written before. */
class CallSharing {
  private readonly versions = new Map<string, number>();

  constructor(private readonly scope: CodeScope) {}

  written(target: string): void {
    this.versions.set(target, (this.versions.get(target) ?? 0) + 1);
  }

  eachCall(expr: Expression, action: (call: Expression, key: string) => void): void {
    this.replaceCalls(expr, (call, key, content) => {
      action(call, key);
      return content();
    });
  }

  /** Only what is evaluated in any case: not the alternatives of `_where`. */
  replaceCalls(expr: Expression, share: Share): Expression {
    const parts = childrenOf(expr);
    const content = (): Expression => {
      const lazy = expr.kind === 'call' && expr.name === '_where';
      const replaced = parts.map((part, k) => (lazy && k > 0 ? part : this.replaceCalls(part, share)));
      return replaced.some((part, k) => part !== parts[k]) ? withChildren(expr, replaced) : expr;
    };
    const shareable = expr.kind === 'call' && !CHEAP.has(expr.name) && !this.scope.hasStatefulCall(expr);
    return shareable ? share(expr, this.keyOf(expr), content) : content();
  }

  private keyOf(expr: Expression): string {
    return keyOf(
      mapExpression(expr, (node) =>
        node.kind === 'name' ? name(`${node.name}#${this.versions.get(node.name) ?? 0}`) : node,
      ),
    );
  }
}
