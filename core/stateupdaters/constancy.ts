import { childrenOf } from '../../grammars/equations/children.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import type { BrianFunction } from '../functions/function.ts';
import { isLocallyConstant } from '../functions/timedArray.ts';
import type { IntegrationContext } from './method.ts';

/**
 * Whether an expression keeps its value over a time step: no stateful function, and no `t` but as the direct
 * argument of a TimedArray that changes only between steps.
 */
export function isConstantOverDt(expr: Expression, context: IntegrationContext): boolean {
  if (expr.kind === 'name') return expr.name !== 't';
  if (expr.kind !== 'call') return childrenOf(expr).every((part) => isConstantOverDt(part, context));
  const resolved = context.names.get(expr.name);
  const called = resolved?.kind === 'function' ? resolved.function : undefined;
  if (called !== undefined && !called.stateless) return false;
  const locallyConstant = called !== undefined && holds(called, context.dt);
  return expr.args.every(
    (part) =>
      (locallyConstant && part.kind === 'name' && part.name === 't') || isConstantOverDt(part, context),
  );
}

/** All that `isConstantOverDt` asks about a function, as a text. */
export function constancyOf(name: string, context: IntegrationContext): string {
  const resolved = context.names.get(name);
  if (resolved?.kind !== 'function') return '';
  const { stateless } = resolved.function;
  return `${stateless ? '' : 'stateful'}${holds(resolved.function, context.dt) ? 'steps' : ''}`;
}

function holds(called: BrianFunction, dt: number | undefined): boolean {
  return dt !== undefined && isLocallyConstant(called, dt);
}
