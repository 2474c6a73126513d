import { childrenOf } from '../../grammars/equations/children.ts';
import { printExpression } from '../../grammars/equations/index.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import type { Names } from '../namespaces/resolved.ts';
import { dimensionOf } from './dimensionOf.ts';
import type { ReportRange } from './report.ts';
import { isBooleanExpression } from './typeOf.ts';

/**
 * Checks a threshold: TypeError where it is no condition at all, SyntaxError where `and` or `or` joins what
 * is no condition, DimensionMismatchError within. `text` is the condition as written.
 */
export function checkCondition(
  expr: Expression,
  names: Names,
  report: ReportRange,
  text = printExpression(expr),
): void {
  const operand = wrongOperand(expr, names);
  if (operand !== undefined) {
    const message = "Expression ought to be boolean but is not (e.g. 'x<y and 3')";
    report({ code: 'not-boolean', errorClass: 'SyntaxError', message, range: operand.range });
  } else if (!isBooleanExpression(expr, names)) {
    const message = `Threshold condition '${text}' is not a boolean expression`;
    report({ code: 'not-boolean', errorClass: 'TypeError', message, range: expr.range });
  }
  dimensionOf(expr, names, report);
}

/** The innermost operand of `and` and `or` that is no condition. */
function wrongOperand(expr: Expression, names: Names): Expression | undefined {
  if (expr.kind !== 'logical') return undefined;
  for (const side of childrenOf(expr)) {
    const inner = wrongOperand(side, names);
    if (inner !== undefined) return inner;
    if (!isBooleanExpression(side, names)) return side;
  }
  return undefined;
}
