/** Functions and classes of the parser's tree. */
import { PyStr } from '../values.ts';
import type { Argument, Expr, FunctionNode, Span, Stmt } from './ast.ts';
import type { ExpressionBuilder } from './buildExpressions.ts';
import { childrenOf, type SyntaxNode, span, Unreadable } from './treeNodes.ts';

/** Where a statement stands, for the statements that are only allowed in some places. */
export interface Surroundings {
  readonly inFunction: boolean;
  readonly inLoop: boolean;
}

/** Reads the blocks of compound statements. */
export interface BlockBuilder {
  readonly expressions: ExpressionBuilder;
  block(parent: SyntaxNode, at: Surroundings): Stmt[];
}

export function decoratedStatement(b: BlockBuilder, children: readonly SyntaxNode[]): Stmt {
  const decorators = children.filter((node) => node.name === 'Decorator').map((node) => decorator(b, node));
  const node = children[children.length - 1] as SyntaxNode;
  const parts = childrenOf(node);
  return node.name === 'ClassDefinition'
    ? classDefinition(b, parts, span(node), decorators)
    : functionDefinition(b, parts, span(node), decorators);
}

function decorator(b: BlockBuilder, node: SyntaxNode): Expr {
  const [, first, ...rest] = childrenOf(node);
  if (!first) throw new Unreadable('invalid syntax', span(node));
  let expr: Expr = b.expressions.expression(first);
  for (const child of rest) {
    if (child.name === 'VariableName')
      expr = {
        kind: 'attribute',
        object: expr,
        name: b.expressions.source(child),
        start: first.from,
        end: child.to,
      };
    if (child.name === 'ArgList')
      expr = {
        kind: 'call',
        callee: expr,
        args: b.expressions.arguments(child),
        start: first.from,
        end: child.to,
      };
  }
  return expr;
}

export function functionDefinition(
  b: BlockBuilder,
  children: readonly SyntaxNode[],
  range: Span,
  decorators: readonly Expr[],
): FunctionNode {
  if (children[0]?.name === 'async') throw new Unreadable('async functions are not supported', range);
  const name = children.find((node) => node.name === 'VariableName');
  const list = children.find((node) => node.name === 'ParamList');
  const block = children[children.length - 1];
  if (!name || !list || block?.name !== 'Body') throw new Unreadable('invalid syntax', range);
  const body = b.block(block, { inFunction: true, inLoop: false });
  return {
    kind: 'function',
    name: b.expressions.source(name),
    nameSpan: span(name),
    parameters: b.expressions.parameters(list),
    decorators,
    body,
    doc: docOf(body),
    ...range,
  };
}

export function classDefinition(
  b: BlockBuilder,
  children: readonly SyntaxNode[],
  range: Span,
  decorators: readonly Expr[],
): Stmt {
  const name = children.find((node) => node.name === 'VariableName');
  const list = children.find((node) => node.name === 'ArgList');
  const block = children[children.length - 1];
  if (!name || block?.name !== 'Body') throw new Unreadable('invalid syntax', range);
  const args: Argument[] = list ? b.expressions.arguments(list) : [];
  return {
    kind: 'class',
    name: b.expressions.source(name),
    nameSpan: span(name),
    args,
    decorators,
    body: b.block(block, { inFunction: false, inLoop: false }),
    ...range,
  };
}

/** The string that a body begins with. */
function docOf(body: readonly Stmt[]): PyStr | undefined {
  const first = body[0];
  if (first?.kind !== 'expr' || first.value.kind !== 'constant') return undefined;
  return first.value.value instanceof PyStr ? first.value.value : undefined;
}
