/**
 * Regroups sums and products of floats so that what is the same for all elements stands together: `v/tau`
 * becomes `(1/tau)*v`, `a*v + b*v` becomes `(a + b)*v`. As in Brian, the last digits may differ from those of
 * the formula as written.
 */

import { childrenOf } from '../../grammars/equations/children.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import { add, asNumber, divide, multiply, negate, number, ONE, operation, ZERO } from '../symbolic/build.ts';
import { keyOf, withChildren } from '../symbolic/tree.ts';
import type { CodeScope } from './scope.ts';

/** A product: scalar factors in one expression, vector factors above and below the line. */
interface Product {
  readonly scalar: Expression;
  readonly above: readonly Expression[];
  readonly below: readonly Expression[];
}

export function collect(expr: Expression, scope: CodeScope): Expression {
  return new Collector(scope).collect(expr);
}

class Collector {
  constructor(private readonly scope: CodeScope) {}

  collect(expr: Expression): Expression {
    if (this.scope.isScalar(expr)) return expr;
    if (isChain(expr) && this.scope.typeOf(expr) === 'float') return this.sum(expr);
    const parts = childrenOf(expr);
    const collected = parts.map((part) => this.collect(part));
    return collected.some((part, k) => part !== parts[k]) ? withChildren(expr, collected) : expr;
  }

  private sum(expr: Expression): Expression {
    const terms = new Map<string, Product>();
    let scalar: Expression = ZERO;
    for (const term of this.terms(expr, false)) {
      if (term.above.length + term.below.length === 0) {
        scalar = add(scalar, term.scalar);
        continue;
      }
      const key = this.keyOfProduct(term, terms.size);
      const before = terms.get(key);
      terms.set(key, before ? { ...before, scalar: add(before.scalar, term.scalar) } : term);
    }
    return add([...terms.values()].map(productExpression).reduce(add, ZERO), scalar);
  }

  /** Equal for products of the same factors, in any order; two calls of `rand()` are never the same. */
  private keyOfProduct({ above, below }: Product, count: number): string {
    const key = [above, below].map((factors) => factors.map(keyOf).sort().join('*')).join('/');
    const isUnique = [...above, ...below].some((factor) => this.scope.hasStatefulCall(factor));
    return isUnique ? `${key} ${count}` : key;
  }

  private terms(expr: Expression, negative: boolean): Product[] {
    if (expr.kind === 'binary' && (expr.op === '+' || expr.op === '-') && !this.scope.isScalar(expr)) {
      const rightNegative = expr.op === '-' ? !negative : negative;
      return [...this.terms(expr.left, negative), ...this.terms(expr.right, rightNegative)];
    }
    if (expr.kind === 'unary' && expr.op !== 'not' && !this.scope.isScalar(expr))
      return this.terms(expr.operand, expr.op === '-' ? !negative : negative);
    const product = this.product(expr);
    return [negative ? { ...product, scalar: negate(product.scalar) } : product];
  }

  private product(expr: Expression): Product {
    if (this.scope.isScalar(expr)) return { scalar: expr, above: [], below: [] };
    if (expr.kind === 'unary' && expr.op === '-') {
      const inner = this.product(expr.operand);
      return { ...inner, scalar: negate(inner.scalar) };
    }
    if (expr.kind !== 'binary' || (expr.op !== '*' && expr.op !== '/') || this.scope.typeOf(expr) !== 'float')
      return this.factor(this.collect(expr));
    const left = this.product(expr.left);
    const right = this.product(expr.right);
    if (expr.op === '*') {
      const scalar = multiply(left.scalar, right.scalar);
      return { scalar, above: [...left.above, ...right.above], below: [...left.below, ...right.below] };
    }
    const scalar = divide(left.scalar, right.scalar);
    return { scalar, above: [...left.above, ...right.below], below: [...left.below, ...right.above] };
  }

  private factor(expr: Expression): Product {
    if (expr.kind === 'unary' && expr.op === '-')
      return { scalar: number(-1), above: [expr.operand], below: [] };
    return { scalar: ONE, above: [expr], below: [] };
  }
}

function isChain(expr: Expression): boolean {
  if (expr.kind === 'unary') return expr.op !== 'not';
  return expr.kind === 'binary' && (expr.op === '+' || expr.op === '-' || expr.op === '*' || expr.op === '/');
}

function productExpression({ scalar, above, below }: Product): Expression {
  const denominator = below.reduce(multiply, ONE);
  if (above.length === 0) return divide(scalar, denominator);
  const numerator = above.reduce(multiply, ONE);
  return divide(scaledBy(scalar, numerator), denominator);
}

/** Keeps `(1/tau)*v` apart from `v/tau`: the first factor will be computed once. */
function scaledBy(scalar: Expression, vector: Expression): Expression {
  const value = asNumber(scalar)?.value;
  if (value === 1) return vector;
  if (value === 0) return ZERO;
  if (value === -1) return negate(vector);
  if (value !== undefined && value < 0) return negate(operation('*', negate(scalar), vector));
  if (scalar.kind === 'unary' && scalar.op === '-' && value === undefined)
    return negate(operation('*', scalar.operand, vector));
  return operation('*', scalar, vector);
}
