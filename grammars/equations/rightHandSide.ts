import { printSource } from './print.ts';
import type { EquationTree } from './tree.ts';

/** The text between the `=` and the `:` of an equation, outer parentheses included, as Brian keeps it. */
export function rightHandSide(tree: EquationTree, text: string): string {
  if (tree.expr === undefined) return '';
  const start = text.indexOf('=', tree.name.range.end) + 1;
  const colon = text.lastIndexOf(':', Math.max(start, tree.unit.range.start - 1));
  return printSource(text, { start, end: colon > start ? colon : tree.range.end });
}
