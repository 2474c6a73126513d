/** `import` statements of the parser's tree. */
import type { ImportedName, Span, Stmt } from './ast.ts';
import type { ExpressionBuilder } from './buildExpressions.ts';
import { type SyntaxNode, splitAt } from './treeNodes.ts';

export function importStatement(
  expressions: ExpressionBuilder,
  children: readonly SyntaxNode[],
  range: Span,
): Stmt {
  const at = children.findIndex((node) => node.name === 'import');
  const listed = children.slice(at + 1).filter((node) => node.name !== '(' && node.name !== ')');
  if (children[0]?.name === 'import')
    return { kind: 'import', names: importedNames(expressions, listed), ...range };
  const source = children.slice(1, at);
  const isWord = (node: SyntaxNode) => node.name === 'VariableName';
  const firstWord = source.findIndex(isWord);
  const dots = (firstWord < 0 ? source : source.slice(0, firstWord)).map((node) => node.to - node.from);
  const module = source
    .filter(isWord)
    .map((node) => expressions.source(node))
    .join('.');
  const names = listed[0]?.name === '*' ? ('*' as const) : importedNames(expressions, listed);
  return { kind: 'importFrom', level: dots.reduce((a, b) => a + b, 0), module, names, ...range };
}

function importedNames(expressions: ExpressionBuilder, nodes: readonly SyntaxNode[]): ImportedName[] {
  return splitAt(nodes, ',')
    .filter((group) => group.length > 0)
    .map((group) => {
      const as = group.findIndex((node) => node.name === 'as');
      const words = (as < 0 ? group : group.slice(0, as)).filter((node) => node.name === 'VariableName');
      const first = group[0] as SyntaxNode;
      const last = group[group.length - 1] as SyntaxNode;
      return {
        name: words.map((node) => expressions.source(node)).join('.'),
        as: as < 0 ? undefined : expressions.source(last),
        start: first.from,
        end: last.to,
      };
    });
}
