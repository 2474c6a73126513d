/** Names in expressions. */
import { childrenOf } from '../../grammars/equations/children.ts';
import type { Expression } from '../../grammars/equations/tree.ts';

/** All names that an expression uses, called functions among them. */
export function identifiersOf(expr: Expression): Set<string> {
  const names = new Set<string>();
  collect(expr, names);
  return names;
}

function collect(expr: Expression, names: Set<string>): void {
  if (expr.kind === 'name' || expr.kind === 'call') names.add(expr.name);
  for (const child of childrenOf(expr)) collect(child, names);
}

/** Symbols of white noise: `xi` and `xi_...`. */
export function isNoiseName(name: string): boolean {
  return name === 'xi' || name.startsWith('xi_');
}

/** Where an expression first uses a name. */
export function rangeOfName(expr: Expression, name: string): Expression['range'] | undefined {
  if (expr.kind === 'name' && expr.name === name) return expr.range;
  for (const child of childrenOf(expr)) {
    const range = rangeOfName(child, name);
    if (range !== undefined) return range;
  }
  return undefined;
}
