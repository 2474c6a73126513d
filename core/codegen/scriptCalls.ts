/**
 * Calls of the script's own functions from generated JavaScript. Python gets the values of all elements at once,
 * as with NumPy, while the generated code looks at one element after the other. So the loop over the elements runs
 * once more for each such call: pass k goes as far as call k, only to collect its arguments, and the last pass
 * finds all results ready. Nothing is stored before the last pass, and random numbers are the same in each.
 */
import type { ValueType } from '../../grammars/equations/tree.ts';
import type { ScriptImplementation } from '../functions/function.ts';
import { ProblemError } from '../problems/problem.ts';

/** A place in generated code that calls a function of the script. */
export interface CallSite {
  readonly implementation: ScriptImplementation;
  readonly arguments: readonly { readonly type: ValueType; readonly scalar: boolean }[];
}

interface Collected {
  /** Of the scalar arguments, in their order. */
  scalars: readonly number[];
  /** Of each of the others, one value per element. */
  readonly vectors: readonly number[][];
  elements: number;
  results: number | ArrayLike<number>;
}

/** The sites of one code object. The methods are called by generated code. */
export class ScriptCalls {
  private readonly collected: Collected[];
  private cursors: number[] = [];

  constructor(private readonly sites: readonly CallSite[]) {
    this.collected = sites.map(({ arguments: args }) => ({
      scalars: [],
      vectors: args.filter(({ scalar }) => !scalar).map(() => []),
      elements: 0,
      results: 0,
    }));
  }

  /** Before the passes: the arguments that are the same for all elements. */
  prepare(site: number, ...scalars: number[]): void {
    this.collected[site]!.scalars = scalars;
  }

  /** In the pass of the site: the other arguments of one element. */
  add(site: number, ...values: number[]): void {
    const { vectors } = this.collected[site]!;
    this.collected[site]!.elements++;
    for (const [k, value] of values.entries()) vectors[k]!.push(value);
  }

  /** In later passes: the result for the next element. */
  next(site: number): number {
    const { results } = this.collected[site]!;
    if (typeof results === 'number') return results;
    const at = this.cursors[site]!;
    this.cursors[site] = at + 1;
    return results.length === 1 ? results[0]! : results[at]!;
  }

  begin(): void {
    this.cursors = this.sites.map(() => 0);
  }

  /** After the pass of a site; the last pass has none. Raises ValueError for a wrong number of results. */
  end(site: number): void {
    const collected = this.collected[site];
    if (collected === undefined) return;
    const { scalars, vectors, elements } = collected;
    // Where no element got that far, the arguments are not known, and nothing asks for results.
    if (elements === 0 && scalars.length + vectors.length < this.sites[site]!.arguments.length) return;
    let [scalar, vector] = [0, 0];
    collected.results = this.call(site, elements, (isScalar) =>
      isScalar ? scalars[scalar++]! : vectors[vector++]!,
    );
    collected.elements = 0;
    for (const list of vectors) list.length = 0;
  }

  /** One call for one element, where an element must see what the one before it did; also for scalar code. */
  one(site: number, ...values: number[]): number {
    let next = 0;
    const result = this.call(site, 1, () => values[next++]!);
    return typeof result === 'number' ? result : result[0]!;
  }

  private call(
    site: number,
    elements: number,
    valuesOf: (isScalar: boolean) => number | readonly number[],
  ): number | ArrayLike<number> {
    const { implementation, arguments: args } = this.sites[site]!;
    const results = implementation.call(args.map(({ type, scalar }) => ({ type, values: valuesOf(scalar) })));
    if (typeof results === 'number' || results.length === 1 || results.length === elements) return results;
    const message = `could not broadcast input array from shape (${results.length},) into shape (${elements},)`;
    throw new ProblemError({ code: 'value-error', severity: 'error', errorClass: 'ValueError', message });
  }
}
