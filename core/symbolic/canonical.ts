/**
 * Expanded normal form: a sum of products of powers of atoms. An atom is a name, a function call, or whatever
 * else the algebra does not look into; a sum under a power that can't be multiplied out is an atom too, and
 * remembers what it stands for. Enough to collect variables and to see that something is zero; no more.
 */

import { childrenOf } from '../../grammars/equations/children.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import { add, asNumber, call, divide, multiply, number, ONE, power, rebuild, ZERO } from './build.ts';
import { keyOf, mapExpression, namesIn } from './tree.ts';

export interface Atom {
  readonly expr: Expression;
  readonly names: ReadonlySet<string>;
  /** Set where the atom is a sum in parentheses. */
  readonly content?: Polynomial;
}

/** A coefficient, and exponents by atom key. */
export interface Term {
  readonly coefficient: number;
  readonly exponents: ReadonlyMap<string, number>;
}

/** Terms by the key of their product of atoms. */
export type Polynomial = ReadonlyMap<string, Term>;

/** Beyond this many terms a product is left in parentheses. */
const MOST_TERMS = 200;
const MOST_EXPANDED_POWER = 8;
/** Coefficients that cancel down to this share of the larger one are rounding. */
const CANCELLED = 4e-15;

/** Normal forms that share their atoms. */
export class Algebra {
  readonly atoms = new Map<string, Atom>();

  canonical(expr: Expression): Polynomial {
    const value = asNumber(expr);
    if (value !== undefined) return constant(value.value);
    switch (expr.kind) {
      case 'unary':
        if (expr.op === 'not') return this.opaque(expr);
        return expr.op === '-' ? scaled(this.canonical(expr.operand), -1) : this.canonical(expr.operand);
      case 'binary':
        return this.canonicalBinary(expr);
      case 'call':
        if (expr.name === 'sqrt' && expr.args.length === 1)
          return this.power(this.canonical(expr.args[0]!), 0.5);
        return this.opaque(expr);
      default:
        return this.opaque(expr);
    }
  }

  private canonicalBinary(expr: Extract<Expression, { kind: 'binary' }>): Polynomial {
    switch (expr.op) {
      case '+':
        return plus(this.canonical(expr.left), this.canonical(expr.right));
      case '-':
        return plus(this.canonical(expr.left), scaled(this.canonical(expr.right), -1));
      case '*':
        return this.times(this.canonical(expr.left), this.canonical(expr.right));
      case '/':
        return this.times(this.canonical(expr.left), this.power(this.canonical(expr.right), -1));
      case '**': {
        const exponent = singleConstant(this.canonical(expr.right));
        return exponent === undefined ? this.opaque(expr) : this.power(this.canonical(expr.left), exponent);
      }
      default:
        return this.opaque(expr);
    }
  }

  times(a: Polynomial, b: Polynomial): Polynomial {
    if (a.size * b.size > MOST_TERMS) return this.times(this.grouped(a), this.grouped(b));
    const terms = new Map<string, Term>();
    for (const x of a.values()) for (const y of b.values()) accumulate(terms, timesTerm(x, y));
    return terms;
  }

  power(base: Polynomial, exponent: number): Polynomial {
    if (exponent === 0) return constant(1);
    if (exponent === 1) return base;
    const [only, ...others] = base.values();
    if (only === undefined) return exponent > 0 ? base : this.atomPower(base, exponent);
    if (others.length === 0 && distributes(only, exponent)) return single(powerOfTerm(only, exponent));
    const expands = Number.isInteger(exponent) && exponent > 0 && exponent <= MOST_EXPANDED_POWER;
    if (expands && base.size ** exponent <= MOST_TERMS)
      return this.times(base, this.power(base, exponent - 1));
    return this.atomPower(base, exponent);
  }

  /** The polynomial in parentheses, as an atom with a leading coefficient of one, so that equal sums are equal. */
  private atomPower(base: Polynomial, exponent: number): Polynomial {
    const lead = leadingCoefficient(base);
    const takesLead = lead > 0 || Number.isInteger(exponent);
    const content = takesLead && lead !== 0 ? scaled(base, 1 / lead) : base;
    const key = `(${polynomialKey(content)})`;
    if (!this.atoms.has(key)) {
      const expr = this.toExpression(content);
      this.atoms.set(key, { expr, names: namesIn(expr), content });
    }
    const coefficient = takesLead && lead !== 0 ? lead ** exponent : 1;
    return single({ coefficient, exponents: new Map([[key, exponent]]) });
  }

  private grouped(polynomial: Polynomial): Polynomial {
    return polynomial.size > 1 ? this.atomPower(polynomial, 1) : polynomial;
  }

  /** Functions and the like: equal ones are one atom, and so are those with equal normal forms in them. */
  private opaque(expr: Expression): Polynomial {
    const key = this.opaqueKey(expr);
    if (!this.atoms.has(key))
      this.atoms.set(key, { expr: mapExpression(expr, rebuild), names: namesIn(expr) });
    return single({ coefficient: 1, exponents: new Map([[key, 1]]) });
  }

  private opaqueKey(expr: Expression): string {
    const parts = childrenOf(expr);
    if (parts.length === 0) return keyOf(expr);
    const head = expr.kind === 'call' ? expr.name : 'op' in expr ? expr.op : expr.kind;
    return `${head}(${parts.map((part) => polynomialKey(this.canonical(part))).join()})`;
  }

  toExpression(polynomial: Polynomial): Expression {
    const ordered = [...polynomial.values()].sort(
      (a, b) => Number(a.coefficient < 0) - Number(b.coefficient < 0),
    );
    return ordered.map((term) => this.termToExpression(term)).reduce(add, ZERO);
  }

  termToExpression(term: Term): Expression {
    let numerator = number(term.coefficient, Number.isInteger(term.coefficient));
    let denominator: Expression = ONE;
    for (const [key, exponent] of term.exponents) {
      const factor = powerExpression(this.atoms.get(key)!.expr, Math.abs(exponent));
      if (exponent > 0) numerator = multiply(numerator, factor);
      else denominator = multiply(denominator, factor);
    }
    return divide(numerator, denominator);
  }

  /** True only where the polynomial is zero whatever its atoms are worth. */
  isZero(polynomial: Polynomial): boolean {
    let current = polynomial;
    for (let round = 0; round < 20 && current.size > 0; round++) {
      const denominator = this.compoundDenominator(current);
      if (denominator === undefined) return false;
      current = this.cleared(current, denominator);
    }
    return current.size === 0;
  }

  private compoundDenominator(polynomial: Polynomial): string | undefined {
    for (const term of polynomial.values())
      for (const [key, exponent] of term.exponents)
        if (exponent < 0 && Number.isInteger(exponent) && this.atoms.get(key)?.content) return key;
    return undefined;
  }

  /** Multiplies by the compound atom's highest negative power and expands what is left of it. */
  private cleared(polynomial: Polynomial, key: string): Polynomial {
    const content = this.atoms.get(key)!.content!;
    const exponents = [...polynomial.values()].map((term) => term.exponents.get(key) ?? 0);
    const lowest = Math.min(...exponents);
    let result: Polynomial = new Map();
    for (const term of polynomial.values()) {
      const rest = new Map(term.exponents);
      const left = (rest.get(key) ?? 0) - lowest;
      rest.delete(key);
      const expanded = Number.isInteger(left) ? this.power(content, left) : this.atomPower(content, left);
      result = plus(result, this.times(single({ ...term, exponents: rest }), expanded));
    }
    return result;
  }
}

export function isZeroExpression(expr: Expression): boolean {
  const algebra = new Algebra();
  return algebra.isZero(algebra.canonical(expr));
}

/** Expanded, with like terms collected. */
export function expand(expr: Expression): Expression {
  const algebra = new Algebra();
  return algebra.toExpression(algebra.canonical(expr));
}

export function constant(value: number): Polynomial {
  return value === 0 ? new Map() : single({ coefficient: value, exponents: new Map() });
}

export function plus(a: Polynomial, b: Polynomial): Polynomial {
  const terms = new Map(a);
  for (const term of b.values()) accumulate(terms, term);
  return terms;
}

export function scaled(a: Polynomial, factor: number): Polynomial {
  return new Map([...a].map(([key, term]) => [key, { ...term, coefficient: term.coefficient * factor }]));
}

/** The value of a polynomial without atoms. */
export function singleConstant(polynomial: Polynomial): number | undefined {
  if (polynomial.size === 0) return 0;
  const [term, ...others] = polynomial.values();
  return others.length === 0 && term?.exponents.size === 0 ? term.coefficient : undefined;
}

function single(term: Term): Polynomial {
  return new Map([[termKey(term), term]]);
}

function termKey(term: Term): string {
  return [...term.exponents]
    .map(([key, exponent]) => `${key}^${exponent}`)
    .sort()
    .join('*');
}

function polynomialKey(polynomial: Polynomial): string {
  return [...polynomial]
    .map(([key, term]) => `${Number(term.coefficient.toPrecision(14))}*${key}`)
    .sort()
    .join('+');
}

function leadingCoefficient(polynomial: Polynomial): number {
  const [first] = [...polynomial.keys()].sort();
  return first === undefined ? 0 : polynomial.get(first)!.coefficient;
}

function accumulate(terms: Map<string, Term>, term: Term): void {
  const key = termKey(term);
  const before = terms.get(key)?.coefficient ?? 0;
  const coefficient = before + term.coefficient;
  const size = Math.max(Math.abs(before), Math.abs(term.coefficient));
  if (Math.abs(coefficient) <= CANCELLED * size) terms.delete(key);
  else terms.set(key, { coefficient, exponents: term.exponents });
}

function timesTerm(a: Term, b: Term): Term {
  const exponents = new Map(a.exponents);
  for (const [key, exponent] of b.exponents) {
    const total = (exponents.get(key) ?? 0) + exponent;
    if (Math.abs(total) < 1e-12) exponents.delete(key);
    else exponents.set(key, total);
  }
  return { coefficient: a.coefficient * b.coefficient, exponents };
}

/** (c*x*y)**n = c**n * x**n * y**n for whole n; else only where no sign can get lost. */
function distributes(term: Term, exponent: number): boolean {
  if (Number.isInteger(exponent)) return true;
  const powers = [...term.exponents.values()];
  return term.coefficient > 0 && powers.length <= 1 && powers.every((power) => power === 1);
}

function powerOfTerm(term: Term, exponent: number): Term {
  const exponents = [...term.exponents].map(([key, before]): [string, number] => [key, before * exponent]);
  return { coefficient: term.coefficient ** exponent, exponents: new Map(exponents) };
}

function powerExpression(base: Expression, exponent: number): Expression {
  return exponent === 0.5 ? call('sqrt', base) : power(base, number(exponent));
}
