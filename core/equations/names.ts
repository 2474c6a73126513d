/** Names in expressions. */
import type { Expression } from '../../grammars/equations/tree.ts';

/** The parts of an expression, one level down. */
export function childrenOf(expr: Expression): readonly Expression[] {
  switch (expr.kind) {
    case 'unary':
      return [expr.operand];
    case 'binary':
    case 'comparison':
    case 'logical':
      return [expr.left, expr.right];
    case 'call':
      return expr.args;
    default:
      return [];
  }
}

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

/** Puts expressions in the place of names. Called functions keep theirs. */
export function substitute(expr: Expression, by: ReadonlyMap<string, Expression>): Expression {
  switch (expr.kind) {
    case 'name':
      return by.get(expr.name) ?? expr;
    case 'unary':
      return { ...expr, operand: substitute(expr.operand, by) };
    case 'binary':
    case 'comparison':
    case 'logical':
      return { ...expr, left: substitute(expr.left, by), right: substitute(expr.right, by) };
    case 'call':
      return { ...expr, args: expr.args.map((arg) => substitute(arg, by)) };
    default:
      return expr;
  }
}

/** Symbols of white noise: `xi` and `xi_...`. */
export function isNoiseName(name: string): boolean {
  return name === 'xi' || name.startsWith('xi_');
}
