/**
 * Whether Brian would find the solution of a linear system to be complex. Brian's algebra sees an imaginary
 * unit in the general solution of a cubic, and for some roots of terms with a negative sign; a root whose sign
 * depends on values counts as real.
 */
import type { Expression } from '../../grammars/equations/tree.ts';
import { Algebra, type Polynomial, plus, scaled } from '../symbolic/canonical.ts';

/** Beyond this many variables that all depend on each other no symbolic solution comes to an end. */
const MOST_VARIABLES = 8;

type Matrix = readonly (readonly Expression[])[];

/** `matrix` is that of variables that all depend on each other, `system` that of all variables. */
export function hasComplexSolution(matrix: Matrix, system: Matrix = matrix): boolean {
  if (matrix.length < 2) return false;
  if (matrix.length > MOST_VARIABLES) return true;
  const algebra = new Algebra();
  const entries = matrix.map((row) => row.map((entry) => algebra.canonical(entry)));
  if (matrix.length === 2) return isComplexPair(discriminant(entries, algebra), divides(system, algebra));
  const numbers = commonFactorRemoved(entries);
  return numbers === undefined || !hasRealRoots(characteristicPolynomial(numbers));
}

/** (a - d)**2 + 4*b*c of [[a, b], [c, d]]. */
function discriminant(m: readonly (readonly Polynomial[])[], algebra: Algebra): Polynomial {
  const difference = plus(m[0]![0]!, scaled(m[1]![1]!, -1));
  return plus(algebra.power(difference, 2), scaled(algebra.times(m[0]![1]!, m[1]![0]!), 4));
}

/**
 * The root of a negative square, as in an oscillation, stays complex where the system divides by a name; without
 * that, Brian's algebra finds the sine and cosine. For the root of another negative term it is the other way round.
 */
function isComplexPair(radicand: Polynomial, systemDivides: boolean): boolean {
  const [term, ...others] = radicand.values();
  if (term === undefined || others.length > 0 || term.coefficient > 0) return false;
  const isSquare = [...term.exponents.values()].every((exponent) => exponent % 2 === 0);
  return isSquare === systemDivides;
}

function divides(system: Matrix, algebra: Algebra): boolean {
  return system.flat().some((entry) => [...algebra.canonical(entry).values()].some(hasNegativePower));
}

function hasNegativePower({ exponents }: { readonly exponents: ReadonlyMap<unknown, number> }): boolean {
  return [...exponents.values()].some((exponent) => exponent < 0);
}

/** The matrix as numbers, where all entries are numbers times the same product of names. */
function commonFactorRemoved(entries: readonly (readonly Polynomial[])[]): number[][] | undefined {
  const keys = new Set(entries.flat().flatMap((entry) => [...entry.keys()]));
  if (keys.size > 1) return undefined;
  return entries.map((row) =>
    row.map((entry) => {
      const [term] = entry.values();
      return term?.coefficient ?? 0;
    }),
  );
}

/** Coefficients from the highest power down (Faddeev and LeVerrier's algorithm). */
function characteristicPolynomial(matrix: readonly (readonly number[])[]): number[] {
  const size = matrix.length;
  const coefficients = [1];
  let current = matrix.map((row) => [...row]);
  for (let k = 1; k <= size; k++) {
    const trace = current.reduce((total, row, at) => total + row[at]!, 0);
    const next = -trace / k;
    coefficients.push(next);
    const shifted = current.map((row, i) => row.map((value, j) => (i === j ? value + next : value)));
    current = matrix.map((row) =>
      row.map((_, j) => row.reduce((total, value, at) => total + value * shifted[at]![j]!, 0)),
    );
  }
  return coefficients;
}

/** True where simple fractions are roots of all but a quadratic with real roots. */
function hasRealRoots(coefficients: readonly number[]): boolean {
  let rest = [...coefficients];
  while (rest.length > 3) {
    const root = simpleRoot(rest);
    if (root === undefined) return false;
    rest = deflated(rest, root);
  }
  const [a, b, c] = rest as [number, number, number];
  return b * b - 4 * a * c >= -1e-9 * (b * b + Math.abs(a * c));
}

function simpleRoot(coefficients: readonly number[]): number | undefined {
  const bound = 1 + Math.max(...coefficients.slice(1).map(Math.abs));
  for (let denominator = 1; denominator <= 20; denominator++)
    for (let numerator = 0; numerator <= Math.min(bound * denominator, 2000); numerator++)
      for (const root of [numerator / denominator, -numerator / denominator])
        if (isRoot(coefficients, root)) return root;
  return undefined;
}

function isRoot(coefficients: readonly number[], x: number): boolean {
  let value = 0;
  let size = 0;
  for (const coefficient of coefficients) {
    value = value * x + coefficient;
    size = size * Math.abs(x) + Math.abs(coefficient);
  }
  return Math.abs(value) <= 1e-12 * size;
}

function deflated(coefficients: readonly number[], root: number): number[] {
  const quotient: number[] = [];
  for (const coefficient of coefficients.slice(0, -1))
    quotient.push((quotient[quotient.length - 1] ?? 0) * root + coefficient);
  return quotient;
}
