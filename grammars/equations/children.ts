import type { Expression } from './tree.ts';

/** The direct parts of an expression, left to right. */
export function childrenOf(expr: Expression): readonly Expression[] {
  switch (expr.kind) {
    case 'unary':
      return [expr.operand];
    case 'binary':
    case 'comparison':
    case 'logical':
      return [expr.left, expr.right];
    case 'call':
      return expr.args;
    default:
      return [];
  }
}
