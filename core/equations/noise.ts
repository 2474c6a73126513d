/** White noise in equations. */
import type { Expression } from '../../grammars/equations/tree.ts';
import { substituteNames } from '../symbolic/tree.ts';
import { identifiersOf, isNoiseName } from './names.ts';
import type { SingleEquation } from './singleEquation.ts';

export type StochasticType = 'additive' | 'multiplicative';

/**
 * Additive where no factor of a noise symbol depends on time or on a variable with a differential equation
 * (subexpressions put in), multiplicative otherwise, undefined without noise.
 * @param ordered the equations, each subexpression after those it needs
 */
export function stochasticTypeOf(ordered: readonly SingleEquation[]): StochasticType | undefined {
  const full = new Map<string, Expression>();
  const state = new Set(ordered.filter((e) => e.type === 'differential equation').map((e) => e.name));
  let found: StochasticType | undefined;
  for (const { name, type, expr } of ordered) {
    if (expr === undefined) continue;
    const complete = substituteNames(expr, full);
    if (type === 'subexpression') full.set(name, complete);
    else if (hasNoise(complete)) {
      const factors = noiseFactors(complete);
      if ([...factors].some((factor) => factor === 't' || state.has(factor))) return 'multiplicative';
      found = 'additive';
    }
  }
  return found;
}

export function noiseNames(expr: Expression): Set<string> {
  return new Set([...identifiersOf(expr)].filter(isNoiseName));
}

function hasNoise(expr: Expression): boolean {
  return noiseNames(expr).size > 0;
}

/** Names in whatever multiplies or divides a noise symbol. */
function noiseFactors(expr: Expression): Set<string> {
  if (!hasNoise(expr)) return new Set();
  if (expr.kind === 'unary') return noiseFactors(expr.operand);
  if (expr.kind !== 'binary') return expr.kind === 'name' ? new Set() : identifiersOf(expr);
  const sides = [expr.left, expr.right].flatMap((side) => [...noiseFactors(side)]);
  if (expr.op === '+' || expr.op === '-') return new Set(sides);
  const others = [expr.left, expr.right].filter((side) => !hasNoise(side));
  return new Set([...sides, ...others.flatMap((side) => [...identifiersOf(side)])]);
}
