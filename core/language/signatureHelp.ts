/** The call around the cursor: what it takes, and which argument is being typed. */
import type { SyntaxNode } from '@lezer/common';
import type { ApiEntry } from '../documentation/index.ts';
import { functionDocumentation } from '../functions/documentation.ts';
import type { BrianFunction } from '../functions/function.ts';
import { entrySignature, parameterText } from './describe/api.ts';
import { argumentSentence, functionSignature, unitsSentence } from './describe/functions.ts';
import { paragraphs } from './markdown.ts';
import type { ScriptModel } from './model.ts';
import { ownerOf, parameterAt } from './python/arguments.ts';
import { callOf } from './python/site.ts';
import { around, childrenOf, nodeBefore, textOf } from './python/syntax.ts';
import { calledEntry } from './python/types.ts';
import { codeStringAt } from './sites.ts';

export interface SignatureHelp {
  readonly label: string;
  readonly documentation: string;
  /** Their labels are parts of `label`. */
  readonly parameters: readonly { readonly label: string; readonly documentation: string }[];
  /** Index of the argument at the cursor; undefined where it is beyond the last. */
  readonly active?: number;
}

/** In a code string the function that is called, in the script the class, function or method of Brian. */
export function signatureHelp(model: ScriptModel, offset: number): SignatureHelp | undefined {
  const found = codeStringAt(model, offset);
  if (found === undefined) return scriptSignature(model, offset);
  const { codeString, inside } = found;
  const call = openCall(codeString.source.value.slice(0, inside));
  const resolved = call && codeString.resolve(call.name);
  return call && resolved?.kind === 'function' ? functionHelp(resolved.function, call.argument) : undefined;
}

/** The innermost call that is not closed before the end of a text, and which argument it has come to. */
function openCall(before: string): { readonly name: string; readonly argument: number } | undefined {
  let depth = 0;
  let argument = 0;
  for (let at = before.length - 1; at >= 0; at--) {
    const character = before[at];
    if (character === ')') depth += 1;
    else if (character === '\n' || character === ';') return undefined;
    else if (character === ',' && depth === 0) argument += 1;
    else if (character === '(' && depth > 0) depth -= 1;
    else if (character === '(') {
      const name = /[A-Za-z_]\w*\s*$/.exec(before.slice(0, at))?.[0].trim();
      if (name !== undefined) return { name, argument };
      argument = 0;
    }
  }
  return undefined;
}

function functionHelp(fn: BrianFunction, argument: number): SignatureHelp {
  const parameters = fn.argNames.map((label, k) => ({ label, documentation: argumentSentence(fn, k) }));
  return {
    label: functionSignature(fn),
    documentation: paragraphs(functionDocumentation(fn.name)?.text, unitsSentence(fn)),
    parameters,
    ...(argument < parameters.length && { active: argument }),
  };
}

function scriptSignature(model: ScriptModel, offset: number): SignatureHelp | undefined {
  const node = nodeBefore(model, offset);
  if (/String|Comment/.test(node.name)) return undefined;
  const args = around(node, 'ArgList', 'Body');
  // Right behind the closing bracket the call is over.
  if (args?.name !== 'ArgList' || (args.to <= offset && args.lastChild?.name === ')')) return undefined;
  const call = callOf(args);
  const entry = call && calledEntry(model, call.callee);
  if (call === undefined || entry === undefined || entry.parameters.length === 0) return undefined;
  const owner = ownerOf(model, call.callee) && textOf(model, call.callee.firstChild!);
  const active = activeParameter(model, entry, args, offset);
  return {
    label: entrySignature(entry, owner),
    documentation: entry.text,
    parameters: entry.parameters.map((one) => ({ label: parameterText(one), documentation: one.text })),
    ...(active >= 0 && { active }),
  };
}

function activeParameter(model: ScriptModel, entry: ApiEntry, args: SyntaxNode, offset: number): number {
  const before = childrenOf(args).filter(({ from }) => from < offset);
  const lastComma = before.findLastIndex(({ name }) => name === ',');
  const position = before.filter(({ name }) => name === ',').length;
  const current = before.slice(lastComma + 1).filter(({ name }) => name !== '(');
  const keyword = current[1]?.name === 'AssignOp' && current[0] ? textOf(model, current[0]) : undefined;
  // After a keyword only keywords can come, and which shows when it is typed.
  if (keyword === undefined && before.some(({ name }) => name === 'AssignOp')) return -1;
  const parameter = parameterAt(entry, { position, ...(keyword !== undefined && { keyword }) });
  return parameter === undefined ? -1 : entry.parameters.indexOf(parameter);
}
