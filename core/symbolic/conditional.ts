/** Separation of an expression that is linear in a variable, but for places where the variable is frozen. */

import { childrenOf } from '../../grammars/equations/children.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import { name } from './build.ts';
import { expandedLinear, linearCoefficients } from './linear.ts';
import { dependsOn, keyOf, substituteNames, withChildren } from './tree.ts';

/** `expr` = coefficient * variable + constant. There is no coefficient where the variable is nowhere. */
export interface ConditionalForm {
  readonly coefficient?: Expression;
  readonly constant: Expression;
}

/**
 * The form of an expression that is linear in a variable once the other places where the variable stands
 * are frozen: arguments of functions, conditions, sums under a power that is not a positive whole number.
 * Undefined where a term holds another power of the variable itself (`v**2`, `1/v`, `sqrt(v)`), and where
 * the variable stands in frozen places only.
 */
export function conditionallyLinear(expr: Expression, variable: string): ConditionalForm | undefined {
  const only = new Set([variable]);
  const parts = new FrozenParts(only);
  const open = parts.replacedIn(expr);
  const form = linearCoefficients(open, only) ?? expandedLinear(open, only, { freeze: true });
  if (form === undefined) return undefined;
  const constant = parts.putBackInto(form.constant);
  const coefficient = form.coefficients.get(variable);
  if (coefficient !== undefined) return { coefficient: parts.putBackInto(coefficient), constant };
  return dependsOn(constant, only) ? undefined : { constant };
}

/** Parts that depend on the variables and that no expansion looks into, each under a name of its own. */
class FrozenParts {
  private readonly names = new Map<string, string>();
  private readonly parts = new Map<string, Expression>();
  private readonly variables: ReadonlySet<string>;

  constructor(variables: ReadonlySet<string>) {
    this.variables = variables;
  }

  replacedIn(expr: Expression): Expression {
    if (!dependsOn(expr, this.variables)) return expr;
    if (isOpaque(expr)) return this.placeholder(expr);
    return withChildren(
      expr,
      childrenOf(expr).map((part) => this.replacedIn(part)),
    );
  }

  putBackInto(expr: Expression): Expression {
    return substituteNames(expr, this.parts);
  }

  private placeholder(expr: Expression): Expression {
    const key = keyOf(expr);
    const placeholder = this.names.get(key) ?? `_frozen_${this.names.size}`;
    this.names.set(key, placeholder);
    this.parts.set(placeholder, expr);
    return name(placeholder);
  }
}

/** `sqrt` is none of them: it is a power. */
function isOpaque(expr: Expression): boolean {
  switch (expr.kind) {
    case 'call':
      return expr.name !== 'sqrt';
    case 'unary':
      return expr.op === 'not';
    case 'binary':
      return expr.op === '%' || expr.op === '//';
    default:
      return expr.kind === 'comparison' || expr.kind === 'logical';
  }
}
