import { childrenOf } from '../../grammars/equations/children.ts';
import { printExpression } from '../../grammars/equations/index.ts';
import type { Binary, Expression } from '../../grammars/equations/tree.ts';
import type { Names } from '../namespaces/resolved.ts';
import type { ReportRange } from './report.ts';
import { typeOf } from './typeOf.ts';

/**
 * Notes `10**-3` where it is 0: two whole numbers give a whole number, except in differential equations, which
 * are brought into a symbolic form first.
 */
export function noteIntegerPowers(expr: Expression, names: Names, report: ReportRange): void {
  if (isVanishing(expr, names)) {
    const text = printExpression(expr);
    report({
      code: 'integer-power',
      severity: 'information',
      errorClass: 'Info',
      message: `'${text}' is 0 here: a whole number to the power of a negative whole number is a whole number.`,
      hint: `Write '${printExpression(expr.left)}.0${text.slice(text.indexOf('**'))}'.`,
      range: expr.range,
    });
  }
  for (const child of childrenOf(expr)) noteIntegerPowers(child, names, report);
}

function isVanishing(expr: Expression, names: Names): expr is Binary {
  if (expr.kind !== 'binary' || expr.op !== '**' || expr.right.kind !== 'unary') return false;
  const { left, right } = expr;
  const isWhole = left.kind === 'number' && left.isInteger && left.value > 1;
  return isWhole && right.op === '-' && right.operand.kind === 'number' && typeOf(right, names) === 'integer';
}
