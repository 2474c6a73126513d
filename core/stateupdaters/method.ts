/** What a numerical integration method is: equations in, abstract code out. It knows no target. */

import { printExpression } from '../../grammars/equations/print.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import type { Names } from '../namespaces/resolved.ts';
import { isNoise } from '../symbolic/linear.ts';
import { namesIn, substituteNames, visit } from '../symbolic/tree.ts';

/** The part of a group's equations that methods read; `SingleEquation` objects of a model fit. */
export interface ModelEquations {
  readonly diffEquations: readonly NamedExpression[];
  readonly subexpressions: readonly NamedExpression[];
}

export interface NamedExpression {
  readonly name: string;
  readonly expr: Expression;
}

/** What a method may know of the world around the equations. */
export interface IntegrationContext {
  /**
   * What the names in the equations stand for; names that are missing count as constants. A method may ask no
   * more of them than `constancyOf` tells, since choices are remembered by that.
   */
  readonly names: Names;
  /** Step of the group's clock in seconds, where it is known. */
  readonly dt?: number;
}

export type Integration =
  | { readonly abstractCode: string }
  | {
      /** Brian's message of an UnsupportedEquationsException. */
      readonly unsupported: string;
      /** The differential equation at fault, where it is one. */
      readonly variable?: string;
    };

export interface StateUpdateMethod {
  readonly name: string;
  /** Names of the options that it understands. */
  readonly options: readonly string[];
  integrate(equations: ModelEquations, context: IntegrationContext): Integration;
}

/** Differential equations with all subexpressions put in. A cycle of subexpressions stays as it is. */
export function substitutedEquations(equations: ModelEquations): NamedExpression[] {
  const full = new Map<string, Expression>();
  const open = new Set<string>();
  const sources = new Map(equations.subexpressions.map(({ name, expr }) => [name, expr]));
  const resolve = (expr: Expression): Expression => {
    const inner = [...namesIn(expr)].filter((name) => sources.has(name) && !open.has(name));
    for (const name of inner) {
      if (full.has(name)) continue;
      open.add(name);
      full.set(name, resolve(sources.get(name)!));
      open.delete(name);
    }
    return substituteNames(expr, new Map(inner.map((name) => [name, full.get(name)!])));
  };
  return equations.diffEquations.map(({ name, expr }) => ({ name, expr: resolve(expr) }));
}

/** How many names, numbers and operations `substitutedEquations` gives; a cycle of subexpressions counts once. */
export function substitutedSize(equations: ModelEquations): number {
  const sources = new Map(equations.subexpressions.map(({ name, expr }) => [name, expr]));
  const sizes = new Map<string, number>();
  const sizeOf = (expr: Expression): number => {
    let size = 0;
    visit(expr, (part) => {
      const source = part.kind === 'name' ? sources.get(part.name) : undefined;
      if (part.kind === 'name' && source && !sizes.has(part.name)) {
        sizes.set(part.name, 1);
        sizes.set(part.name, sizeOf(source));
      }
      size += (part.kind === 'name' && sizes.get(part.name)) || 1;
    });
    return size;
  };
  return equations.diffEquations.reduce((sum, { expr }) => sum + sizeOf(expr), 0);
}

/** The noise symbols of a system, in order of appearance. */
export function noiseSymbols(equations: readonly NamedExpression[]): string[] {
  const found = equations.flatMap(({ expr }) => [...namesIn(expr)].filter(isNoise));
  return [...new Set(found)];
}

/** Lines of abstract code; temporaries that nothing reads are left out. */
export class AbstractCode {
  private readonly lines: { target: string; expr: Expression }[] = [];

  assign(target: string, expr: Expression): void {
    this.lines.push({ target, expr });
  }

  /** Text that ends with `v = _v` for every variable, so that all are updated at once. */
  finish(variables: readonly string[]): string {
    const used = new Set(variables.map((name) => `_${name}`));
    const kept: typeof this.lines = [];
    for (const line of [...this.lines].reverse()) {
      if (!used.has(line.target)) continue;
      kept.unshift(line);
      namesIn(line.expr, used);
    }
    const updates = kept.map(({ target, expr }) => `${target} = ${printExpression(expr)}`);
    return [...updates, ...variables.map((name) => `${name} = _${name}`)].join('\n');
  }
}
