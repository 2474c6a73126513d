import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import type { TextRange } from '../../text/range.ts';
import type { ScriptModel } from '../model.ts';

const trees = new WeakMap<ScriptModel, Tree>();

/**
 * The script's syntax tree; made once per model, when a feature first asks. Analysis leaves calls out that are
 * still being typed, where features need them most: then the text is read again as it stands.
 */
export function syntaxTree(model: ScriptModel): Tree {
  const { parsed, text } = model;
  const known = trees.get(model) ?? (parsed?.masked === text ? parsed.tree : parser.parse(text));
  trees.set(model, known);
  return known;
}

/**
 * The innermost node that ends at an offset or holds it, for what is being typed there. Where the script has
 * brackets that are never closed, what follows is left out: it would be read as part of them.
 */
export function nodeBefore(model: ScriptModel, offset: number): SyntaxNode {
  const isWhole = model.parsed === undefined || model.parsed.masked === model.text;
  const tree = isWhole ? syntaxTree(model) : parser.parse(model.text.slice(0, offset));
  return tree.resolveInner(offset, -1);
}

/** The innermost nodes that touch an offset, the one that begins there first. */
export function nodesAt(model: ScriptModel, offset: number): SyntaxNode[] {
  const tree = syntaxTree(model);
  return [tree.resolveInner(offset, 1), tree.resolveInner(offset, -1)];
}

export function textOf(model: ScriptModel, node: SyntaxNode): string {
  return model.text.slice(node.from, node.to);
}

export function rangeOf({ from, to }: SyntaxNode): TextRange {
  return { start: from, end: to };
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** The nearest node of a name around a node, itself included. */
export function around(node: SyntaxNode, ...names: readonly string[]): SyntaxNode | undefined {
  for (let at: SyntaxNode | null = node; at; at = at.parent) if (names.includes(at.name)) return at;
  return undefined;
}

/** What stands between the quotes of a string literal, and where; undefined for f-strings and the like. */
export function literalText(
  model: ScriptModel,
  node: SyntaxNode,
): { readonly value: string; readonly range: TextRange } | undefined {
  const match = /^[bBrRuU]{0,2}('''|"""|'|")([\s\S]*?)(?:\1)?$/.exec(textOf(model, node));
  if (node.name !== 'String' || match === null) return undefined;
  const value = match[2]!;
  const start = node.from + match[0].indexOf(match[1]!) + match[1]!.length;
  return { value, range: { start, end: start + value.length } };
}
