/** X' = M X + B, and how the variables of such a system hang together. */
import type { Expression } from '../../grammars/equations/tree.ts';
import { ZERO } from '../symbolic/build.ts';
import { linearCoefficients } from '../symbolic/linear.ts';
import type { NamedExpression } from './method.ts';

export class LinearSystem {
  constructor(
    readonly names: readonly string[],
    /** Row i: the coefficients of the variables in the derivative of variable i; zeros are left out. */
    readonly rows: readonly ReadonlyMap<number, Expression>[],
    readonly constants: readonly Expression[],
  ) {}

  entry(row: number, column: number): Expression {
    return this.rows[row]!.get(column) ?? ZERO;
  }

  /** All variables that variable `start` depends on, itself among them, in ascending order. */
  reachableFrom(start: number): number[] {
    const found = new Set([start]);
    for (const row of found) for (const column of this.rows[row]!.keys()) found.add(column);
    return [...found].sort((a, b) => a - b);
  }

  /** Groups of variables that depend on each other, each in ascending order. */
  components(): number[][] {
    const reachable = this.names.map((_, k) => new Set(this.reachableFrom(k)));
    const seen = new Set<number>();
    const components: number[][] = [];
    for (let k = 0; k < this.names.length; k++) {
      if (seen.has(k)) continue;
      const members = [...reachable[k]!].filter((other) => reachable[other]!.has(k)).sort((a, b) => a - b);
      for (const member of members) seen.add(member);
      components.push(members);
    }
    return components;
  }

  submatrix(members: readonly number[]): Expression[][] {
    return members.map((row) => members.map((column) => this.entry(row, column)));
  }
}

/** The system, or the equation that is not linear in the variables. */
export function linearSystem(
  equations: readonly NamedExpression[],
): LinearSystem | { readonly nonlinear: NamedExpression } {
  const names = equations.map(({ name }) => name);
  const rows: Map<number, Expression>[] = [];
  const constants: Expression[] = [];
  for (const equation of equations) {
    const form = linearCoefficients(equation.expr, names);
    if (form === undefined) return { nonlinear: equation };
    rows.push(
      new Map([...form.coefficients].map(([name, coefficient]) => [names.indexOf(name), coefficient])),
    );
    constants.push(form.constant);
  }
  return new LinearSystem(names, rows, constants);
}
