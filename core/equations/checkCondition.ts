import { childrenOf } from '../../grammars/equations/children.ts';
import { isMissing, printExpression } from '../../grammars/equations/index.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import type { Names } from '../namespaces/resolved.ts';
import { dimensionOf } from './dimensionOf.ts';
import type { RangeProblem, ReportRange } from './report.ts';
import { isBooleanExpression } from './typeOf.ts';

export interface ConditionOptions {
  /** What Brian says where it is no condition at all. */
  readonly message?: string;
  /** Where problems of units go, if not where the others do. */
  readonly units?: ReportRange;
}

/**
 * Checks a condition (that of a threshold if nothing else is said): TypeError where it is no condition at all,
 * SyntaxError where `and` or `or` joins what is no condition, DimensionMismatchError within.
 */
export function checkCondition(
  expr: Expression,
  names: Names,
  report: ReportRange,
  options: ConditionOptions = {},
): void {
  const problem = noCondition(expr, names, options.message);
  if (problem !== undefined) report(problem);
  if (problem?.errorClass === 'AttributeError') return;
  dimensionOf(expr, names, options.units ?? report);
}

/** What keeps an expression from being a condition, its units apart. */
export function noCondition(
  expr: Expression,
  names: Names,
  message = `Threshold condition '${printExpression(expr)}' is not a boolean expression`,
): RangeProblem | undefined {
  const code = 'not-boolean';
  const { range } = expr;
  const operand = wrongOperand(expr, names);
  if (operand !== undefined) {
    const said = "Expression ought to be boolean but is not (e.g. 'x<y and 3')";
    return { code, errorClass: 'SyntaxError', message: said, range: operand.range };
  }
  if (expr.kind === 'name' && names.get(expr.name)?.kind === 'function') {
    const said = "'Function' object has no attribute 'is_boolean'";
    const hint = `'${expr.name}' is a function: call it.`;
    return { code, errorClass: 'AttributeError', message: said, hint, range };
  }
  return isCondition(expr, names) ? undefined : { code, errorClass: 'TypeError', message, range };
}

/** A hole is none: what stands in its place is nothing that Brian knows. */
function isCondition(expr: Expression, names: Names): boolean {
  return !isMissing(expr) && isBooleanExpression(expr, names);
}

/** The innermost operand of `and` and `or` that is no condition. */
function wrongOperand(expr: Expression, names: Names): Expression | undefined {
  if (expr.kind !== 'logical') return undefined;
  for (const side of childrenOf(expr)) {
    const inner = wrongOperand(side, names);
    if (inner !== undefined) return inner;
    if (!isCondition(side, names)) return side;
  }
  return undefined;
}
