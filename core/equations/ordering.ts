import { identifiersOf } from './names.ts';
import type { SingleEquation } from './singleEquation.ts';

/**
 * Subexpressions in the order in which they can be computed: what one needs stands before it, and names
 * decide where the needs don't. `cycle` lists those that need each other in a circle.
 */
export function orderSubexpressions(equations: readonly SingleEquation[]): {
  readonly ordered: SingleEquation[];
  readonly cycle: SingleEquation[];
} {
  const subexpressions = equations.filter((equation) => equation.type === 'subexpression');
  const names = new Set(subexpressions.map((equation) => equation.name));
  const needs = new Map(subexpressions.map((equation) => [equation.name, needed(equation, names)]));
  const ordered: SingleEquation[] = [];
  let waiting = [...subexpressions].sort(byName);
  while (waiting.length > 0) {
    const ready = waiting.filter(({ name }) => needs.get(name)!.size === 0);
    if (ready.length === 0) return { ordered, cycle: waiting.filter((e) => reachesItself(e.name, needs)) };
    ordered.push(...ready);
    waiting = waiting.filter((equation) => !ready.includes(equation));
    for (const open of needs.values()) for (const { name } of ready) open.delete(name);
  }
  return { ordered, cycle: [] };
}

export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function needed({ expr }: SingleEquation, names: ReadonlySet<string>): Set<string> {
  return new Set([...(expr === undefined ? [] : identifiersOf(expr))].filter((name) => names.has(name)));
}

function reachesItself(start: string, needs: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set<string>();
  const open = [...needs.get(start)!];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === start) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...(needs.get(name) ?? []));
  }
  return false;
}
