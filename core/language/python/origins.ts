import type { SyntaxNode } from '@lezer/common';
import type { ScriptModel } from '../model.ts';
import { importsOf } from './imports.ts';
import { around, childrenOf, syntaxTree, textOf } from './syntax.ts';

/** Modules whose wildcard import brings Brian's names. */
const BRIAN = /^brian2(?:\.only|\.units(?:\.\w+)*|\.numpy_)?$/;

/**
 * The full name of what an expression of the script names, such as `brian2.NeuronGroup`; undefined for what
 * the script itself binds. Names of a wildcard import count as Brian's where the script takes all of Brian's.
 */
export function fullName(model: ScriptModel, node: SyntaxNode): string | undefined {
  if (node.name === 'VariableName') return nameOrigin(model, node);
  const parts = membersIn(node);
  if (parts === undefined) return undefined;
  const [object, , member] = parts;
  if (object === undefined || member?.name !== 'PropertyName') return undefined;
  const module = moduleName(model, object);
  return module && `${module}.${textOf(model, member)}`;
}

/** Object, dot and member; a decorator holds them without a node of their own. */
function membersIn(node: SyntaxNode): SyntaxNode[] | undefined {
  if (node.name === 'MemberExpression') return childrenOf(node);
  const isDecorator = node.name === 'PropertyName' && node.parent?.name === 'Decorator';
  return isDecorator && node.parent ? childrenOf(node.parent).slice(1) : undefined;
}

/** The module behind `b2` or `brian2.units`. */
export function moduleName(model: ScriptModel, node: SyntaxNode): string | undefined {
  if (node.name === 'VariableName') {
    const name = textOf(model, node);
    const { modules, names, wildcards } = importsOf(model);
    const numpy = name === 'np' && [...wildcards].some((module) => module === 'brian2') ? 'numpy' : undefined;
    return modules.get(name) ?? (names.get(name) || numpy);
  }
  return fullName(model, node);
}

/** The last part of a full name in Brian; undefined where it is of another package. */
export function brianName(model: ScriptModel, node: SyntaxNode): string | undefined {
  const full = fullName(model, node);
  return full?.startsWith('brian2.') ? full.slice(full.lastIndexOf('.') + 1) : undefined;
}

function nameOrigin(model: ScriptModel, node: SyntaxNode): string | undefined {
  const name = textOf(model, node);
  if (boundAround(model, node, name)) return undefined;
  const { names, wildcards } = importsOf(model);
  const imported = names.get(name);
  if (imported !== undefined) return imported;
  return [...wildcards].some((module) => BRIAN.test(module)) ? `brian2.${name}` : undefined;
}

/** Whether the script binds the name itself: in a function around the node, or at module level. */
function boundAround(model: ScriptModel, node: SyntaxNode, name: string): boolean {
  for (let scope: SyntaxNode | undefined = node; scope; ) {
    scope = around(scope, 'FunctionDefinition', 'LambdaExpression', 'Script');
    if (scope === undefined) return false;
    if (bindings(model, scope).has(name)) return true;
    scope = scope.parent ?? undefined;
  }
  return false;
}

const cache = new WeakMap<ScriptModel, Map<number, ReadonlySet<string>>>();

/** Names that a function (or the module) binds, those of functions inside left out; imports are none. */
export function bindings(model: ScriptModel, scope: SyntaxNode): ReadonlySet<string> {
  const known = cache.get(model) ?? new Map<number, ReadonlySet<string>>();
  cache.set(model, known);
  // The script and a function at its very beginning both start at 0.
  const key = scope.parent === null ? -1 : scope.from;
  const names = known.get(key) ?? new Set(boundNames(model, scope));
  known.set(key, names);
  return names;
}

function boundNames(model: ScriptModel, scope: SyntaxNode): string[] {
  const names: string[] = [];
  const top = scope.parent === null ? syntaxTree(model).topNode : scope;
  const visit = (node: SyntaxNode) => {
    const inner = node.name === 'FunctionDefinition' || node.name === 'LambdaExpression';
    if (node !== top) names.push(...bindingsOf(node).map((bound) => textOf(model, bound)));
    if (node === top || !inner) for (const child of childrenOf(node)) visit(child);
  };
  if (top.name !== 'Script') names.push(...parametersOf(top).map((bound) => textOf(model, bound)));
  visit(top);
  return names;
}

/** The name nodes that one statement binds. */
function bindingsOf(node: SyntaxNode): SyntaxNode[] {
  const children = childrenOf(node);
  switch (node.name) {
    case 'AssignStatement':
      return namesBefore(children, 'AssignOp');
    case 'ForStatement':
      return namesBefore(children, 'in');
    case 'FunctionDefinition':
    case 'ClassDefinition':
      return children.filter((child) => child.name === 'VariableName').slice(0, 1);
    case 'WithStatement':
      return children.filter((child, k) => child.name === 'VariableName' && children[k - 1]?.name === 'as');
    default:
      return [];
  }
}

function parametersOf(scope: SyntaxNode): SyntaxNode[] {
  const list = childrenOf(scope).find(({ name }) => name === 'ParamList');
  if (list === undefined) return [];
  const children = childrenOf(list);
  return children.filter((child, k) => child.name === 'VariableName' && children[k - 1]?.name !== 'AssignOp');
}

/** Names up to the last separator, tuples looked into; `a = b = 3` binds both. */
function namesBefore(children: readonly SyntaxNode[], separator: string): SyntaxNode[] {
  const end = children.findLastIndex(({ name }) => name === separator);
  return children.slice(0, Math.max(0, end)).flatMap((child) => {
    if (child.name === 'VariableName') return [child];
    const isPattern = /^(?:TupleExpression|ArrayExpression|ParenthesizedExpression)$/.test(child.name);
    return isPattern ? childrenOf(child).filter(({ name }) => name === 'VariableName') : [];
  });
}
