import type { Expression } from '../../grammars/equations/tree.ts';
import {
  add,
  asNumber,
  call,
  divide,
  isZeroLiteral,
  multiply,
  name,
  ONE,
  subtract,
} from '../symbolic/build.ts';
import { conditionallyLinear } from '../symbolic/conditional.ts';
import { keyOf } from '../symbolic/tree.ts';
import { AbstractCode, noiseSymbols, type StateUpdateMethod, substitutedEquations } from './method.ts';

/**
 * Exponential Euler for equations in which each variable is linear in itself: over a step all others are
 * taken as frozen, so x' = A*x + B has the solution (x + B/A)*exp(A*dt) - B/A. A and B may hold x inside
 * functions, as in `tanh(x)*(x - E)`: it is frozen there too.
 */
export const exponentialEuler: StateUpdateMethod = {
  name: 'exponential_euler',
  options: [],
  integrate(equations) {
    const substituted = substitutedEquations(equations);
    if (noiseSymbols(substituted).length > 0)
      return { unsupported: 'Cannot solve stochastic equations with this state updater.' };
    const code = new AbstractCode();
    for (const { name: variable, expr } of substituted) {
      const form = conditionallyLinear(expr, variable);
      if (form === undefined) {
        const unsupported = 'Can only solve conditionally linear systems with this state updater.';
        return { unsupported, variable };
      }
      update(code, variable, form.coefficient, form.constant);
    }
    return { abstractCode: code.finish(substituted.map((equation) => equation.name)) };
  },
};

function update(code: AbstractCode, variable: string, a: Expression | undefined, b: Expression): void {
  const x = name(variable);
  const dt = name('dt');
  const target = `_${variable}`;
  if (a === undefined) {
    code.assign(target, add(x, multiply(dt, b)));
  } else if (isZeroLiteral(b)) {
    code.assign(target, multiply(x, call('exp', multiply(a, dt))));
  } else {
    const ratio = name(`_BA_${variable}`);
    const rate = name(`_A_${variable}`);
    code.assign(rate.name, a);
    code.assign(ratio.name, quotient(b, a, rate));
    code.assign(target, subtract(multiply(add(x, ratio), call('exp', multiply(rate, dt))), ratio));
  }
}

/**
 * a/b, without the factors that both have: a factor that may be zero, as `int(not_refractory)`, must not be
 * left in a quotient. `b` is known by a name already, which is used where nothing cancels.
 */
function quotient(a: Expression, b: Expression, bName: Expression): Expression {
  const above = factorsOf(a);
  const below = factorsOf(b);
  const cancels = [
    removeCommon(above.numerator, below.numerator),
    removeCommon(above.denominator, below.denominator),
  ].some(Boolean);
  if (!cancels) return divide(a, bName);
  const numerator = multiplyAll([...above.numerator, ...below.denominator]);
  const denominator = multiplyAll([...below.numerator, ...above.denominator]);
  return divide(numerator, denominator);
}

interface Factors {
  readonly numerator: Expression[];
  readonly denominator: Expression[];
}

function factorsOf(expr: Expression): Factors {
  if (expr.kind === 'unary' && expr.op === '-' && asNumber(expr) === undefined) {
    const inner = factorsOf(expr.operand);
    return { ...inner, numerator: [{ ...expr, operand: ONE }, ...inner.numerator] };
  }
  if (expr.kind !== 'binary' || (expr.op !== '*' && expr.op !== '/'))
    return { numerator: [expr], denominator: [] };
  const left = factorsOf(expr.left);
  const right = factorsOf(expr.right);
  const [above, below] =
    expr.op === '*' ? [right.numerator, right.denominator] : [right.denominator, right.numerator];
  return { numerator: [...left.numerator, ...above], denominator: [...left.denominator, ...below] };
}

/** Takes out of both lists what is in both; true where there was any. */
function removeCommon(a: Expression[], b: Expression[]): boolean {
  const before = a.length;
  for (let k = a.length - 1; k >= 0; k--) {
    const key = keyOf(a[k]!);
    const at = b.findIndex((factor) => keyOf(factor) === key);
    if (at < 0) continue;
    a.splice(k, 1);
    b.splice(at, 1);
  }
  return a.length < before;
}

function multiplyAll(factors: readonly Expression[]): Expression {
  return factors.reduce(multiply, ONE);
}
