/**
 * Versions of an expression per truth value: `int(flag)*x` with the values 0 and 1 of the flag put in. What
 * depended on the flag of each element often becomes the same for all and leaves the loop.
 */

import { childrenOf } from '../../grammars/equations/children.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import { boolean, call, name } from '../symbolic/build.ts';
import { substituteNames, visit } from '../symbolic/tree.ts';
import { foldConstants } from './foldConstants.ts';
import type { CodeScope } from './scope.ts';

/** More flags than this in one expression would give too many versions. */
const MOST_FLAGS = 2;
const CALL_COST = 20;

export function specialise(expr: Expression, scope: CodeScope): Expression {
  const flags = flagsIn(expr, scope);
  if (flags.length === 0 || flags.length > MOST_FLAGS || scope.hasStatefulCall(expr)) return expr;
  const versions = perValue(expr, flags, scope);
  return vectorCost(versions, scope) <= vectorCost(expr, scope) ? versions : expr;
}

/** Boolean variables of the elements that are used as numbers, through `int(...)`. */
function flagsIn(expr: Expression, scope: CodeScope): string[] {
  const found = new Set<string>();
  visit(expr, (node) => {
    if (node.kind !== 'call' || node.name !== 'int') return;
    const [arg] = node.args;
    if (arg?.kind === 'name' && scope.typeOfName(arg.name) === 'boolean' && !scope.isScalarName(arg.name))
      found.add(arg.name);
  });
  return [...found];
}

function perValue(expr: Expression, flags: readonly string[], scope: CodeScope): Expression {
  const [flag, ...others] = flags;
  if (flag === undefined) return expr;
  const version = (value: boolean) =>
    perValue(foldConstants(substituteNames(expr, new Map([[flag, boolean(value)]])), scope), others, scope);
  return call('_where', name(flag), version(true), version(false));
}

/** About how much an element's evaluation costs; what is the same for all elements costs nothing. */
function vectorCost(expr: Expression, scope: CodeScope): number {
  if (scope.isScalar(expr)) return 0;
  const parts = childrenOf(expr).map((part) => vectorCost(part, scope));
  if (expr.kind === 'name') return 0;
  if (expr.kind !== 'call') return 1 + parts.reduce((total, cost) => total + cost, 0);
  if (expr.name === '_where') return 1 + (parts[0] ?? 0) + Math.max(parts[1] ?? 0, parts[2] ?? 0);
  const own = expr.name === 'int' || expr.name === 'abs' ? 1 : CALL_COST;
  return own + parts.reduce((total, cost) => total + cost, 0);
}
