/** Separation of expressions into linear components. */
import type { Expression } from '../../grammars/equations/tree.ts';
import { add, divide, multiply, negate, ONE, subtract, ZERO } from './build.ts';
import { Algebra, isZeroExpression, type Polynomial, plus, type Term } from './canonical.ts';
import { dependsOn } from './tree.ts';

/** `expr` = sum of coefficient * variable, plus constant; variables with zero coefficient are left out. */
export interface LinearForm {
  readonly coefficients: ReadonlyMap<string, Expression>;
  readonly constant: Expression;
}

/**
 * The linear form of an expression in some variables, or undefined where it has none. Follows the way the
 * expression is written as long as that is possible, so that what comes out stays as short as what went in;
 * expands only where products of the variables have to cancel.
 */
export function linearCoefficients(expr: Expression, variables: Iterable<string>): LinearForm | undefined {
  const set = new Set(variables);
  const form = asWritten(expr, set);
  return form === undefined ? expandedLinear(expr, set) : withoutZeros(form);
}

/**
 * The linear form of an expression that is multiplied out. With `freeze`, a variable may also stand in what
 * can't be multiplied out, a sum under a negative power for one; the parts of the form then hold it there.
 */
export function expandedLinear(
  expr: Expression,
  variables: ReadonlySet<string>,
  { freeze = false } = {},
): LinearForm | undefined {
  const form = expanded(expr, variables, freeze);
  return form && withoutZeros(form);
}

function withoutZeros(form: LinearForm): LinearForm {
  const nonzero = [...form.coefficients].filter(([, coefficient]) => !isZeroExpression(coefficient));
  const constant = isZeroExpression(form.constant) ? ZERO : form.constant;
  return { coefficients: new Map(nonzero), constant };
}

function asWritten(expr: Expression, variables: ReadonlySet<string>): LinearForm | undefined {
  if (!dependsOn(expr, variables)) return { coefficients: new Map(), constant: expr };
  if (expr.kind === 'name') return { coefficients: new Map([[expr.name, ONE]]), constant: ZERO };
  if (expr.kind === 'unary' && expr.op !== 'not') {
    const form = asWritten(expr.operand, variables);
    return form && expr.op === '-' ? mapForm(form, negate) : form;
  }
  return expr.kind === 'binary' ? binaryAsWritten(expr, variables) : undefined;
}

function binaryAsWritten(
  expr: Extract<Expression, { kind: 'binary' }>,
  variables: ReadonlySet<string>,
): LinearForm | undefined {
  const { op, left, right } = expr;
  if (op === '+' || op === '-') {
    const a = asWritten(left, variables);
    const b = asWritten(right, variables);
    return a && b && combine(a, b, op === '+' ? add : subtract);
  }
  const leftDepends = dependsOn(left, variables);
  const rightDepends = dependsOn(right, variables);
  if (op === '*' && !leftDepends) {
    const form = asWritten(right, variables);
    return form && mapForm(form, (part) => multiply(left, part));
  }
  if (rightDepends || (op !== '*' && op !== '/')) return undefined;
  const form = asWritten(left, variables);
  return form && mapForm(form, (part) => (op === '*' ? multiply(part, right) : divide(part, right)));
}

function mapForm(form: LinearForm, change: (part: Expression) => Expression): LinearForm {
  const coefficients = [...form.coefficients].map(([name, part]): [string, Expression] => [
    name,
    change(part),
  ]);
  return { coefficients: new Map(coefficients), constant: change(form.constant) };
}

function combine(
  a: LinearForm,
  b: LinearForm,
  operation: (x: Expression, y: Expression) => Expression,
): LinearForm {
  const names = new Set([...a.coefficients.keys(), ...b.coefficients.keys()]);
  const part = (form: LinearForm, name: string) => form.coefficients.get(name) ?? ZERO;
  const coefficients = [...names].map((name): [string, Expression] => [
    name,
    operation(part(a, name), part(b, name)),
  ]);
  return { coefficients: new Map(coefficients), constant: operation(a.constant, b.constant) };
}

function expanded(expr: Expression, variables: ReadonlySet<string>, freeze: boolean): LinearForm | undefined {
  const algebra = new Algebra();
  const parts = new Map<string, Polynomial>();
  for (const term of algebra.canonical(expr).values()) {
    const variable = variableOf(term, variables, algebra, freeze);
    if (variable === undefined) return undefined;
    const exponents = new Map(term.exponents);
    exponents.delete(variable);
    const rest: Polynomial = algebra.times(
      new Map([['', { coefficient: term.coefficient, exponents }]]),
      one(),
    );
    parts.set(variable, plus(parts.get(variable) ?? new Map(), rest));
  }
  const constant = algebra.toExpression(parts.get('') ?? new Map());
  parts.delete('');
  const coefficients = [...parts].map(([name, part]): [string, Expression] => [
    name,
    algebra.toExpression(part),
  ]);
  return { coefficients: new Map(coefficients), constant };
}

function one(): Polynomial {
  return new Map([['', { coefficient: 1, exponents: new Map() }]]);
}

/** The variable that a term is linear in, '' where it holds none, undefined where it is not linear. */
function variableOf(
  term: Term,
  variables: ReadonlySet<string>,
  algebra: Algebra,
  freeze: boolean,
): string | undefined {
  let found = '';
  for (const [key, exponent] of term.exponents) {
    if (variables.has(key)) {
      if (found !== '' || exponent !== 1) return undefined;
      found = key;
    } else if ([...algebra.atoms.get(key)!.names].some((name) => variables.has(name))) {
      const isProduct = Number.isInteger(exponent) && exponent > 0 && algebra.atoms.get(key)!.content;
      if (!freeze || isProduct) return undefined;
    }
  }
  return found;
}

/** A right-hand side split into its deterministic part and the factor of each noise symbol. */
export interface StochasticParts {
  readonly deterministic: Expression;
  readonly noise: ReadonlyMap<string, Expression>;
}

/** Undefined where a noise symbol does not enter linearly. */
export function separateStochastic(expr: Expression, symbols: Iterable<string>): StochasticParts | undefined {
  const form = linearCoefficients(expr, symbols);
  return form && { deterministic: form.constant, noise: form.coefficients };
}

export function isNoise(name: string): boolean {
  return name === 'xi' || name.startsWith('xi_');
}
