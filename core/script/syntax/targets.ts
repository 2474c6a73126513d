import type { Expr } from './ast.ts';
import { Unreadable } from './treeNodes.ts';

/** Throws Unreadable where an expression cannot be assigned to, in CPython's words. */
export function checkTarget(target: Expr): void {
  switch (target.kind) {
    case 'name':
    case 'attribute':
    case 'subscript':
      return;
    case 'tuple':
    case 'list':
      for (const item of target.items) checkTarget(item);
      if (target.items.filter((item) => item.kind === 'starred').length > 1)
        throw new Unreadable('multiple starred expressions in assignment', target);
      return;
    case 'starred':
      checkTarget(target.value);
      return;
    default:
      throw new Unreadable(`cannot assign to ${nameOf(target)}${hint(target)}`, target);
  }
}

export function checkDeletion(target: Expr): void {
  if (target.kind === 'tuple' || target.kind === 'list') for (const item of target.items) checkDeletion(item);
  else if (!['name', 'attribute', 'subscript'].includes(target.kind))
    throw new Unreadable(`cannot delete ${nameOf(target)}`, target);
}

function hint(target: Expr): string {
  const hinted = target.kind !== 'constant' || (target.value !== null && typeof target.value !== 'boolean');
  return hinted ? " here. Maybe you meant '==' instead of '='?" : '';
}

function nameOf(target: Expr): string {
  switch (target.kind) {
    case 'call':
      return 'function call';
    case 'constant':
      if (target.value === null) return 'None';
      if (typeof target.value === 'boolean') return target.value ? 'True' : 'False';
      return 'literal';
    case 'format':
      return 'f-string expression';
    case 'compare':
      return 'comparison';
    case 'conditional':
      return 'conditional expression';
    case 'lambda':
      return 'lambda';
    case 'comprehension':
      return target.of === 'generator' ? 'generator expression' : `${target.of} comprehension`;
    case 'dict':
      return 'dict literal';
    case 'set':
      return 'set display';
    case 'yield':
      return 'yield expression';
    default:
      return 'expression';
  }
}
