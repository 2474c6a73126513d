import type { SyntaxNode } from '@lezer/common';
import type { ScriptModel } from '../model.ts';
import { brianName } from './origins.ts';
import { childrenOf, literalText, textOf } from './syntax.ts';

/** The preference or category behind `prefs.a.b` or `prefs['a.b']`; `''` is all of them. */
export function preferencePath(model: ScriptModel, node: SyntaxNode): string | undefined {
  if (brianName(model, node) === 'prefs') return '';
  if (node.name !== 'MemberExpression') return undefined;
  const [object, separator, member] = childrenOf(node);
  const base = object && preferencePath(model, object);
  if (base === undefined || member === undefined) return undefined;
  const name = separator?.name === '[' ? literalText(model, member)?.value : textOf(model, member);
  if (name === undefined) return undefined;
  return base === '' ? name : `${base}.${name}`;
}
