/** What Brian asks of the types in an expression when it makes code of it. */
import { childrenOf } from '../../grammars/equations/children.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import type { Names } from '../namespaces/resolved.ts';
import { identifiersOf } from './names.ts';
import type { RangeProblem } from './report.ts';
import { typeOf } from './typeOf.ts';

/** TypeError for `and` and `or` between what is no truth value, and for the sign of a truth value. */
export function typeProblem(expr: Expression, names: Names): RangeProblem | undefined {
  for (const part of childrenOf(expr)) {
    const inner = typeProblem(part, names);
    if (inner !== undefined) return inner;
  }
  if (expr.kind === 'logical') return noTruthValue(expr, names);
  return expr.kind === 'unary' ? signOfTruthValue(expr, names) : undefined;
}

function noTruthValue(expr: Expression & { kind: 'logical' }, names: Names): RangeProblem | undefined {
  const wrong = [expr.left, expr.right].find(
    (side) => isKnown(side, names) && typeOf(side, names) !== 'boolean',
  );
  return wrong && typeError('Boolean operator acting on non-booleans', wrong);
}

function signOfTruthValue(expr: Expression & { kind: 'unary' }, names: Names): RangeProblem | undefined {
  const { op, operand } = expr;
  if (op === 'not' || !isKnown(operand, names) || typeOf(operand, names) !== 'boolean') return undefined;
  const name = op === '-' ? 'USub' : 'UAdd';
  return typeError(`Unary operator ${name} does not apply to boolean types`, expr);
}

function typeError(message: string, { range }: Expression): RangeProblem {
  return { code: 'not-boolean', errorClass: 'TypeError', message, range };
}

/** False where a name in it may have any type. */
export function isKnown(expr: Expression, names: Names): boolean {
  return [...identifiersOf(expr)].every((name) => {
    const resolved = names.get(name);
    return resolved !== undefined && resolved.kind !== 'unknown';
  });
}
