import type { SyntaxNode } from '@lezer/common';
import { apiEntry, membersOf } from '../../documentation/index.ts';
import type { Definition, ObjectInfo, ScriptModel } from '../model.ts';
import { bindings, brianName } from './origins.ts';
import { around, childrenOf, syntaxTree, textOf } from './syntax.ts';

/** What an expression of the script is worth to Brian. */
export interface BrianValue {
  /** A class that `membersOf` knows. */
  readonly className: string;
  /** The object itself, where analysis knows it. */
  readonly object?: ObjectInfo;
}

/** Assignments are followed this far; a name may be defined by itself. */
const DEPTH = 8;

/** The class of an expression, from what analysis knows of names, else from how they are assigned. */
export function typeOf(model: ScriptModel, node: SyntaxNode, depth = DEPTH): BrianValue | undefined {
  if (depth === 0) return undefined;
  switch (node.name) {
    case 'VariableName':
      return typeOfName(model, node, depth);
    case 'CallExpression':
      return typeOfCall(model, node, depth);
    case 'MemberExpression':
      return typeOfMember(model, node, depth);
    case 'ParenthesizedExpression':
      return typeOf(model, childrenOf(node)[1] ?? node, depth - 1);
    default:
      return undefined;
  }
}

/** The binding of a module-level name that is in force at an offset: the last before it, else the first. */
export function definitionOf(model: ScriptModel, name: string, offset: number): Definition | undefined {
  const candidates = model.definitions.filter((candidate) => candidate.name === name);
  return candidates.findLast(({ location }) => location.range.start <= offset) ?? candidates[0];
}

function typeOfName(model: ScriptModel, node: SyntaxNode, depth: number): BrianValue | undefined {
  const name = textOf(model, node);
  const known = apiEntry(brianName(model, node) ?? '');
  if (known?.kind === 'object') return known.type === undefined ? undefined : { className: known.type };
  const isOfModule = !isLocal(model, node, name);
  const definition = isOfModule ? definitionOf(model, name, node.from) : undefined;
  const object = definition?.object === undefined ? undefined : model.objects.get(definition.object);
  if (definition?.className !== undefined && apiEntry(definition.className))
    return { className: definition.className, ...(object && { object }) };
  const scope = isOfModule
    ? syntaxTree(model).topNode
    : node.parent && around(node.parent, 'FunctionDefinition');
  const assigned = scope && lastAssignment(model, scope, name, node.from);
  return assigned ? typeOf(model, assigned, depth - 1) : undefined;
}

/** `NeuronGroup(...)` makes a NeuronGroup; other calls give what their documentation says. */
function typeOfCall(model: ScriptModel, node: SyntaxNode, depth: number): BrianValue | undefined {
  const callee = node.firstChild;
  const entry = callee ? calledEntry(model, callee, depth) : undefined;
  if (entry === undefined) return undefined;
  const className = entry.kind === 'class' ? entry.name : entry.type;
  if (className === undefined) return undefined;
  const object = [...model.objects.values()].find(
    ({ location }) =>
      location?.document === model.document &&
      location.range.start === node.from &&
      location.range.end === node.to,
  );
  return { className, ...(object && { object }) };
}

/** What a call calls: a class or function of Brian, or a method of one of its objects. */
export function calledEntry(model: ScriptModel, callee: SyntaxNode, depth = DEPTH) {
  const name = brianName(model, callee);
  if (name !== undefined) return apiEntry(name);
  if (callee.name !== 'MemberExpression') return undefined;
  const [object, dot, member] = childrenOf(callee);
  if (dot?.name !== '.' || member === undefined || object === undefined) return undefined;
  const owner = typeOf(model, object, depth - 1);
  return owner && membersOf(owner.className).get(textOf(model, member));
}

function typeOfMember(model: ScriptModel, node: SyntaxNode, depth: number): BrianValue | undefined {
  const [object, separator, member] = childrenOf(node);
  const owner = object && typeOf(model, object, depth - 1);
  if (owner === undefined || object === undefined) return undefined;
  if (separator?.name === '[') return itemOf(owner);
  const name = member ? textOf(model, member) : '';
  const documented = membersOf(owner.className).get(name);
  if (documented?.type !== undefined) return { className: documented.type };
  return owner.object?.variables.includes(name) ? { className: 'VariableView' } : undefined;
}

const SLICED = new Set(['NeuronGroup', 'Subgroup', 'PoissonGroup', 'SpikeGeneratorGroup', 'SpatialNeuron']);

/** `G[:10]` is a Subgroup with the variables of `G`. */
function itemOf(owner: BrianValue): BrianValue | undefined {
  return SLICED.has(owner.className) ? { ...owner, className: 'Subgroup' } : undefined;
}

/** Whether a name is bound in a function around the node, and so is no name of the module. */
export function isLocal(model: ScriptModel, node: SyntaxNode, name: string): boolean {
  let scope = node.parent && around(node.parent, 'FunctionDefinition', 'LambdaExpression');
  while (scope) {
    if (bindings(model, scope).has(name)) return true;
    scope = scope.parent && around(scope.parent, 'FunctionDefinition', 'LambdaExpression');
  }
  return false;
}

/** The right-hand side of the last assignment to a name before an offset, else of the first. */
function lastAssignment(
  model: ScriptModel,
  scope: SyntaxNode,
  name: string,
  before: number,
): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  const visit = (node: SyntaxNode) => {
    if (node.name === 'AssignStatement') {
      const [target, operator, value] = childrenOf(node);
      const isPlain = target?.name === 'VariableName' && operator?.name === 'AssignOp';
      const isName = isPlain && textOf(model, target) === name;
      if (isName && value && (!found || node.from < before)) found = value;
    }
    for (const child of childrenOf(node))
      if (child.name !== 'FunctionDefinition' || child === scope) visit(child);
  };
  visit(scope);
  return found;
}
