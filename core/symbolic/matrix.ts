/** Questions about matrices of expressions, answered by trying numbers for the atoms. */
import type { Expression } from '../../grammars/equations/tree.ts';
import { Algebra, type Polynomial } from './canonical.ts';

const TRIALS = 3;
const SINGULAR = 1e-9;

/**
 * True where the determinant is zero whatever the atoms are worth: a polynomial that vanishes at several
 * random points is zero but for a vanishing chance (Schwartz 1980). The points depend on the atoms alone.
 */
export function isSingular(matrix: readonly (readonly Expression[])[]): boolean {
  const algebra = new Algebra();
  const entries = matrix.map((row) => row.map((entry) => algebra.canonical(entry)));
  for (let trial = 0; trial < TRIALS; trial++) {
    const numbers = entries.map((row) => row.map((entry) => evaluate(entry, algebra, trial)));
    if (!isNumericallySingular(numbers)) return false;
  }
  return true;
}

/** A polynomial's value where each atom is worth a number in (0.5, 1.5) that depends on its key and the trial. */
export function evaluate(polynomial: Polynomial, algebra: Algebra, trial: number): number {
  let total = 0;
  for (const term of polynomial.values()) {
    let value = term.coefficient;
    for (const [key, exponent] of term.exponents) {
      const content = algebra.atoms.get(key)?.content;
      const base = content ? evaluate(content, algebra, trial) : atomValue(key, trial);
      value *= Number.isInteger(exponent) ? base ** exponent : Math.abs(base) ** exponent;
    }
    total += value;
  }
  return total;
}

function atomValue(key: string, trial: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(trial + 1, 0x9e3779b9);
  for (let k = 0; k < key.length; k++) hash = Math.imul(hash ^ key.charCodeAt(k), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return 0.5 + ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** Gaussian elimination with partial pivoting, each row scaled to a largest entry of one. */
function isNumericallySingular(matrix: readonly (readonly number[])[]): boolean {
  const rows = matrix.map((row) => {
    const largest = Math.max(...row.map(Math.abs));
    return row.map((entry) => (largest > 0 ? entry / largest : 0));
  });
  for (let column = 0; column < rows.length; column++) {
    const pivot = rows
      .slice(column)
      .reduce((best, row) => (Math.abs(row[column]!) > Math.abs(best[column]!) ? row : best));
    if (!(Math.abs(pivot[column]!) > SINGULAR)) return true;
    const at = rows.indexOf(pivot);
    rows[at] = rows[column]!;
    rows[column] = pivot;
    for (let below = column + 1; below < rows.length; below++) {
      const factor = rows[below]![column]! / pivot[column]!;
      rows[below] = rows[below]!.map((entry, k) => entry - factor * pivot[k]!);
    }
  }
  return false;
}
