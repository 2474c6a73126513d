/** Small helpers over the parser's tree. */
import type { SyntaxNode } from '@lezer/common';
import type { Span } from './ast.ts';

export type { SyntaxNode };

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.name !== 'Comment') children.push(child);
  return children;
}

export function isError(node: SyntaxNode): boolean {
  return node.type.isError;
}

/** The first error in the node, not looking into the blocks below it. */
export function firstError(node: SyntaxNode): SyntaxNode | undefined {
  const cursor = node.cursor();
  if (!cursor.firstChild()) return undefined;
  let depth = 1;
  for (;;) {
    if (cursor.type.isError && !isBareYield(cursor.node)) return cursor.node;
    const skipped = cursor.name === 'Body' || cursor.name === 'String';
    if (!skipped && cursor.firstChild()) {
      depth += 1;
      continue;
    }
    while (!cursor.nextSibling()) {
      depth -= 1;
      if (depth === 0 || !cursor.parent()) return undefined;
    }
  }
}

/** A chain of children split at a separator such as `,`. */
export function splitAt(nodes: readonly SyntaxNode[], separator: string): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === separator) groups.push([]);
    else groups[groups.length - 1]?.push(node);
  }
  return groups;
}

/** The grammar wants a value after `yield`; Python does not. */
function isBareYield(error: SyntaxNode): boolean {
  return error.from === error.to && /^Yield/.test(error.parent?.name ?? '');
}

/** Thrown inside the builder at what cannot be read; the statement around it catches it. */
export class Unreadable extends Error {
  constructor(
    message: string,
    readonly span: Span,
  ) {
    super(message);
  }
}

export function span(node: { from: number; to: number }): Span {
  return { start: node.from, end: node.to };
}

/** The children between the brackets. */
export function inner(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter((child) => !/^[()[\]{}]$/.test(child.name));
}
