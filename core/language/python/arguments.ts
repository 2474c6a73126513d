import type { SyntaxNode } from '@lezer/common';
import type { ApiEntry, Parameter } from '../../documentation/index.ts';
import type { ObjectInfo, ScriptModel } from '../model.ts';
import { type ArgumentPlace, argumentPlace, type CallSite } from './site.ts';
import { childrenOf, textOf } from './syntax.ts';
import { type BrianValue, calledEntry, typeOf } from './types.ts';

/** An argument of a call of Brian. */
export interface ArgumentSite {
  readonly entry: ApiEntry;
  readonly parameter: Parameter;
  readonly place: ArgumentPlace;
}

/** The argument of a call of Brian that a node of the script is, or is part of. */
export function argumentAt(model: ScriptModel, node: SyntaxNode): ArgumentSite | undefined {
  const place = argumentPlace(model, node);
  const entry = place && calledEntry(model, place.call.callee);
  const parameter = entry && parameterAt(entry, place);
  return place && entry && parameter && { entry, parameter, place };
}

/** By keyword, else by position; what follows `*args` is part of them. */
export function parameterAt(
  { parameters }: ApiEntry,
  { keyword, position }: Pick<ArgumentPlace, 'keyword' | 'position'>,
): Parameter | undefined {
  if (keyword !== undefined)
    return (
      parameters.find(({ name }) => name === keyword) ?? parameters.find(({ name }) => name.startsWith('**'))
    );
  const rest = parameters.findIndex(({ name }) => name.startsWith('*'));
  return parameters[rest >= 0 && position >= rest ? rest : position];
}

/** The object whose variables and events the arguments of a call name: `G` in `SpikeMonitor(G, 'v')`. */
export function subjectOf(model: ScriptModel, { callee, args }: CallSite): ObjectInfo | undefined {
  const owner = ownerOf(model, callee);
  if (owner !== undefined) return owner.object;
  const first = childrenOf(args).find(({ name }) => !/^[(,]$/.test(name));
  const isKeyword = first?.nextSibling?.name === 'AssignOp';
  const named = isKeyword
    ? (keywordValue(model, args, 'source') ?? keywordValue(model, args, 'target'))
    : first;
  return named && typeOf(model, named)?.object;
}

/** The object whose method a call calls. */
export function ownerOf(model: ScriptModel, callee: SyntaxNode): BrianValue | undefined {
  const [object, dot] = childrenOf(callee);
  return callee.name === 'MemberExpression' && dot?.name === '.' && object
    ? typeOf(model, object)
    : undefined;
}

function keywordValue(model: ScriptModel, args: SyntaxNode, keyword: string): SyntaxNode | undefined {
  const children = childrenOf(args);
  const at = children.findIndex(
    (child, k) => children[k + 1]?.name === 'AssignOp' && textOf(model, child) === keyword,
  );
  return at < 0 ? undefined : children[at + 2];
}
