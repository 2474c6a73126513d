/** The units of an expression, operand by operand. */
import { childrenOf } from '../../../grammars/equations/children.ts';
import { printExpression } from '../../../grammars/equations/print.ts';
import type { Expression } from '../../../grammars/equations/tree.ts';
import { dimensionOf } from '../../equations/dimensionOf.ts';
import type { RangeProblem } from '../../equations/report.ts';
import { namesOf } from '../../namespaces/resolve.ts';
import type { Names, Resolved } from '../../namespaces/resolved.ts';
import type { TextRange } from '../../text/range.ts';
import type { Dimension } from '../../units/dimension.ts';

/** One part of an expression. */
export interface UnitNode {
  /** The part as it would be written. */
  readonly text: string;
  readonly expr: Expression;
  /** Undefined where it can't be known, as below a fault. */
  readonly dimension: Dimension | undefined;
  /** What a name that is no variable is worth. */
  readonly constant?: Resolved & { readonly kind: 'constant' };
  /** Why the operands don't fit, where it is at this part that they don't. */
  readonly fault?: string;
  readonly children: readonly UnitNode[];
}

/** The tree of an expression whose names `resolve` knows. */
export function unitNodes(expr: Expression, resolve: (name: string) => Resolved | undefined): UnitNode {
  const names = new Map<string, Resolved>();
  for (const { name } of namesOf(expr)) {
    const resolved = resolve(name);
    if (resolved !== undefined) names.set(name, resolved);
  }
  const faults: RangeProblem[] = [];
  dimensionOf(expr, names, (problem) => faults.push(problem));
  return nodeOf(expr, names, faults);
}

function nodeOf(expr: Expression, names: Names, faults: readonly RangeProblem[]): UnitNode {
  const children = childrenOf(expr).map((operand) => nodeOf(operand, names, faults));
  const fault = faults.find(({ range }) => sameRange(range, expr.range))?.message;
  const resolved = expr.kind === 'name' ? names.get(expr.name) : undefined;
  return {
    text: printExpression(expr),
    expr,
    dimension: dimensionOf(expr, names, () => {}),
    ...(resolved?.kind === 'constant' && { constant: resolved }),
    ...(fault !== undefined && { fault }),
    children: isTrivial(expr) ? [] : children,
  };
}

/** `-v` says no more than `v`. */
function isTrivial(expr: Expression): boolean {
  return expr.kind === 'unary' && childrenOf(expr.operand).length === 0;
}

function sameRange(a: TextRange, b: TextRange): boolean {
  return a.start === b.start && a.end === b.end;
}
