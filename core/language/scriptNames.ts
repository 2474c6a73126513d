import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import type { TextRange } from '../text/range.ts';

/**
 * The module-level Python name at an offset. Attributes, comments and strings hold none; nor does a
 * function that binds the name itself, since there it is another variable.
 */
export function scriptNameAt(
  text: string,
  offset: number,
): { readonly name: string; readonly range: TextRange } | undefined {
  const tree = parser.parse(text);
  const node = [1, -1].map((side) => tree.resolveInner(offset, side as 1 | -1)).find(isVariable);
  if (node === undefined) return undefined;
  const name = text.slice(node.from, node.to);
  if (isKeyword(node, text) || boundInFunction(node, name, text)) return undefined;
  return { name, range: { start: node.from, end: node.to } };
}

function isVariable(node: SyntaxNode): boolean {
  return node.name === 'VariableName';
}

/** `name=` in a call names a parameter of the function, not a variable of the script. */
function isKeyword(node: SyntaxNode, text: string): boolean {
  if (node.parent?.name !== 'ArgList') return false;
  const next = node.nextSibling;
  return next?.name === 'AssignOp' && text.slice(next.from, next.to) === '=';
}

function boundInFunction(node: SyntaxNode, name: string, text: string): boolean {
  for (let around = node.parent; around; around = around.parent) {
    if (around.name !== 'FunctionDefinition' && around.name !== 'LambdaExpression') continue;
    if (bindsName(around, name, text)) return true;
  }
  return false;
}

function bindsName(scope: SyntaxNode, name: string, text: string): boolean {
  let found = false;
  scope.cursor().iterate((node) => {
    if (node.name !== 'VariableName' || text.slice(node.from, node.to) !== name) return;
    const parent = node.node.parent?.name;
    const next = node.node.nextSibling?.name;
    found ||= parent === 'ParamList' || (parent === 'AssignStatement' && next === 'AssignOp');
  });
  return found;
}
