import type { Problem } from '../../problems/problem.ts';
import type { Expr, Span } from '../syntax/ast.ts';

const WANTS_WHOLE_NUMBER =
  /must be integers|cannot be interpreted as an integer|only integers|integer and boolean arrays|integers or slices/;

/** What to do where a division gave a float and a whole number is needed, as Python 2 gave one. */
export function wholeNumberHint({ errorClass, message }: Problem, at: Span): string | undefined {
  const isWanted = /^(?:Type|Index)Error$/.test(errorClass) && WANTS_WHOLE_NUMBER.test(message);
  if (!isWanted || !('kind' in at) || !divides(at as Expr)) return undefined;
  return "'/' always gives a float: write '//' to divide whole numbers.";
}

function divides(expr: Expr): boolean {
  if (expr.kind === 'binary' && expr.op === '/') return true;
  return partsOf(expr).some(divides);
}

function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'binary':
      return [expr.left, expr.right];
    case 'unary':
      return [expr.operand];
    case 'call':
      return expr.args.map(({ value }) => value);
    case 'subscript':
      return [expr.index];
    case 'slice':
      return [expr.lower, expr.upper, expr.step].filter((part) => part !== undefined);
    case 'tuple':
    case 'list':
      return expr.items;
    default:
      return [];
  }
}
