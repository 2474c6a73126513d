/** Walking and rewriting of expression trees, without any algebra. */
import { childrenOf } from '../../grammars/equations/children.ts';
import type { Expression } from '../../grammars/equations/tree.ts';

/** The same node over other parts; `parts` must be as many as `childrenOf` gives. */
export function withChildren(expr: Expression, parts: readonly Expression[]): Expression {
  switch (expr.kind) {
    case 'unary':
      return { ...expr, operand: parts[0]! };
    case 'binary':
    case 'comparison':
    case 'logical':
      return { ...expr, left: parts[0]!, right: parts[1]! };
    case 'call':
      return { ...expr, args: parts };
    default:
      return expr;
  }
}

/** Rewrites from the leaves up: `rewrite` sees each node after its parts. Unchanged trees stay the same object. */
export function mapExpression(expr: Expression, rewrite: (expr: Expression) => Expression): Expression {
  const parts = childrenOf(expr);
  const mapped = parts.map((part) => mapExpression(part, rewrite));
  const changed = mapped.some((part, k) => part !== parts[k]);
  return rewrite(changed ? withChildren(expr, mapped) : expr);
}

/** Replaces names (not the names of called functions). */
export function substituteNames(expr: Expression, replacements: ReadonlyMap<string, Expression>): Expression {
  return mapExpression(expr, (node) => (node.kind === 'name' ? (replacements.get(node.name) ?? node) : node));
}

export function visit(expr: Expression, action: (expr: Expression) => void): void {
  action(expr);
  for (const part of childrenOf(expr)) visit(part, action);
}

/** All variable names in an expression; functions are not among them. */
export function namesIn(expr: Expression, found: Set<string> = new Set()): Set<string> {
  visit(expr, (node) => {
    if (node.kind === 'name') found.add(node.name);
  });
  return found;
}

export function dependsOn(expr: Expression, names: { has(name: string): boolean }): boolean {
  if (expr.kind === 'name') return names.has(expr.name);
  return childrenOf(expr).some((part) => dependsOn(part, names));
}

/** Names that expressions refer to, following subexpressions into their own names. */
export function namesThrough(expr: Expression, subexpressions: ReadonlyMap<string, Expression>): Set<string> {
  const found = new Set<string>();
  const pending = [...namesIn(expr)];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const inner = subexpressions.get(name);
    if (inner !== undefined) pending.push(...namesIn(inner));
  }
  return found;
}

/** A text that is equal for equal trees, whatever their ranges. */
export function keyOf(expr: Expression): string {
  switch (expr.kind) {
    case 'number':
      return `${expr.value}${expr.isInteger ? '' : 'f'}`;
    case 'boolean':
      return expr.value ? 'True' : 'False';
    case 'name':
      return expr.name;
    case 'unary':
      return `(${expr.op} ${keyOf(expr.operand)})`;
    case 'call':
      return `${expr.name}(${expr.args.map(keyOf).join()})`;
    default:
      return `(${keyOf(expr.left)} ${expr.op} ${keyOf(expr.right)})`;
  }
}
