import type { SyntaxNode } from '@lezer/common';
import type { TextRange } from '../../text/range.ts';
import type { ScriptModel } from '../model.ts';
import { around, childrenOf, literalText, nodesAt, rangeOf, textOf } from './syntax.ts';

/** What stands at an offset of the script, outside of code strings. */
export type PythonSite =
  | { readonly kind: 'name'; readonly name: string; readonly node: SyntaxNode; readonly range: TextRange }
  /** `object.name` */
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly object: SyntaxNode;
      readonly node: SyntaxNode;
      readonly range: TextRange;
    }
  /** `name=` in the arguments of `call` */
  | {
      readonly kind: 'keyword';
      readonly name: string;
      readonly call: CallSite;
      readonly range: TextRange;
    }
  /** A string literal */
  | { readonly kind: 'string'; readonly value: string; readonly node: SyntaxNode; readonly range: TextRange };

/** A call and its arguments; decorators count as calls. */
export interface CallSite {
  readonly callee: SyntaxNode;
  readonly args: SyntaxNode;
}

export function pythonSiteAt(model: ScriptModel, offset: number): PythonSite | undefined {
  for (const node of nodesAt(model, offset)) {
    const site = siteOf(model, node);
    if (site !== undefined) return site;
  }
  return undefined;
}

function siteOf(model: ScriptModel, node: SyntaxNode): PythonSite | undefined {
  const range = rangeOf(node);
  switch (node.name) {
    case 'VariableName': {
      const name = textOf(model, node);
      const call = keywordCall(node);
      return call ? { kind: 'keyword', name, call, range } : { kind: 'name', name, node, range };
    }
    case 'PropertyName': {
      const object = node.parent?.firstChild;
      return object ? { kind: 'attribute', name: textOf(model, node), object, node, range } : undefined;
    }
    case 'String': {
      const literal = literalText(model, node);
      return literal && { kind: 'string', node, ...literal };
    }
    default:
      return undefined;
  }
}

/** The call whose keyword argument a name is. */
function keywordCall(node: SyntaxNode): CallSite | undefined {
  if (node.parent?.name !== 'ArgList' || node.nextSibling?.name !== 'AssignOp') return undefined;
  return callOf(node.parent);
}

/** The call that an argument list belongs to. */
export function callOf(args: SyntaxNode): CallSite | undefined {
  const before = args.prevSibling;
  if (before === null) return undefined;
  return { callee: before, args };
}

/** Where a string stands among the arguments of a call: by keyword, or by position from 0. */
export interface ArgumentPlace {
  readonly call: CallSite;
  readonly keyword?: string;
  readonly position: number;
  /** The string is a key of a dictionary that is the argument. */
  readonly isKey: boolean;
}

export function argumentPlace(model: ScriptModel, node: SyntaxNode): ArgumentPlace | undefined {
  const args = node.parent ? around(node.parent, 'ArgList', 'Body', 'Script') : undefined;
  const call = args?.name === 'ArgList' ? callOf(args) : undefined;
  if (args === undefined || call === undefined) return undefined;
  const children = childrenOf(args);
  const argument = children.find(({ from, to }) => from <= node.from && node.to <= to);
  if (argument === undefined) return undefined;
  const before = argument.prevSibling;
  const keyword =
    before?.name === 'AssignOp' && before.prevSibling ? textOf(model, before.prevSibling) : undefined;
  const commas = children.filter(({ name, to }) => name === ',' && to <= argument.from);
  const isKey = node.parent?.name === 'DictionaryExpression' && node.nextSibling?.name === ':';
  return { call, ...(keyword && { keyword }), position: commas.length, isKey };
}
