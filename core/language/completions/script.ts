/** Names for the cursor in the script: attributes, keyword arguments, words in strings, names of Brian. */
import type { SyntaxNode } from '@lezer/common';
import {
  apiEntry,
  documentedMethods,
  documentedPreferences,
  documentedSlots,
  membersOf,
  preferencesUnder,
} from '../../documentation/index.ts';
import { describeParameter } from '../describe/api.ts';
import { describeDefinition } from '../describe/objects.ts';
import { describeStateVariable } from '../describe/script.ts';
import type { ObjectInfo, ScriptModel } from '../model.ts';
import { argumentAt, ownerOf, subjectOf } from '../python/arguments.ts';
import { importsOf } from '../python/imports.ts';
import { brianName, moduleName } from '../python/origins.ts';
import { preferencePath } from '../python/preferences.ts';
import { callOf } from '../python/site.ts';
import { around, childrenOf, nodeBefore, textOf } from '../python/syntax.ts';
import { calledEntry, typeOf } from '../python/types.ts';
import {
  apiCandidates,
  type Candidate,
  definedNames,
  entryCandidate,
  methodCandidates,
  preferenceCandidates,
  slotCandidates,
  unitCandidates,
} from './candidate.ts';

/** `word` is the beginning of a name before the cursor. */
export function scriptCandidates(model: ScriptModel, offset: number, word: string): Candidate[] {
  const node = nodeBefore(model, offset);
  if (node.name === 'Comment') return [];
  if (node.name === 'String') return stringArgument(model, node);
  if (node.name === 'FormatString' || node.name === 'Number') return [];
  const object = objectBefore(model, offset - word.length);
  if (object !== undefined) return attributeCandidates(model, object);
  if (node.name === 'ImportStatement' || around(node, 'ImportStatement')) return [];
  const keywords = keywordCandidates(model, node);
  return word === '' ? keywords : [...keywords, ...nameCandidates(model)];
}

/** The expression whose attribute is being typed: what stands before a dot. */
function objectBefore(model: ScriptModel, offset: number): SyntaxNode | undefined {
  const before = model.text.slice(0, offset).trimEnd();
  if (!before.endsWith('.')) return undefined;
  const node = nodeBefore(model, before.length - 1);
  const member = around(node, 'MemberExpression');
  const end = before.length - 1;
  for (let at: SyntaxNode | null = node; at; at = at.parent)
    if (at.to > end || at.parent?.to !== at.to) return at.to <= end ? at : (member?.firstChild ?? undefined);
  return undefined;
}

function attributeCandidates(model: ScriptModel, object: SyntaxNode): Candidate[] {
  const category = preferencePath(model, object);
  const preferences =
    category === undefined ? [] : preferenceCandidates(preferencesUnder(category), category);
  const type = typeOf(model, object);
  if (type === undefined) return [...preferences, ...moduleCandidates(model, object)];
  const variables = type.object ? variableCandidates(model, type.object) : [];
  const members = [...membersOf(type.className).values()].map((entry) =>
    entryCandidate(entry, textOf(model, object)),
  );
  const taken = new Set(variables.map(({ name }) => name));
  return [...preferences, ...variables, ...members.filter(({ name }) => !taken.has(name))];
}

function moduleCandidates(model: ScriptModel, object: SyntaxNode): Candidate[] {
  const module = moduleName(model, object);
  return module === 'brian2' ? brianCandidates() : [];
}

function variableCandidates(model: ScriptModel, object: ObjectInfo): Candidate[] {
  return object.variables.map((name) => ({
    name,
    kind: 'variable',
    detail: `variable of ${object.name}`,
    documentation: () => describeStateVariable(model, object, name),
  }));
}

/** Arguments of the call around the cursor that are not given yet. */
function keywordCandidates(model: ScriptModel, node: SyntaxNode): Candidate[] {
  const args = around(
    node,
    'ArgList',
    'Body',
    'ParenthesizedExpression',
    'ArrayExpression',
    'DictionaryExpression',
  );
  const call = args?.name === 'ArgList' ? callOf(args) : undefined;
  const entry = call && calledEntry(model, call.callee);
  if (args === undefined || call === undefined || entry === undefined || followsValue(node)) return [];
  const given = new Set(givenKeywords(model, args));
  const owner = ownerOf(model, call.callee)?.className;
  return entry.parameters
    .filter(({ name }) => !name.startsWith('*') && !given.has(name))
    .map((parameter) => ({
      name: parameter.name,
      kind: 'argument',
      detail: parameter.default === undefined ? '' : `= ${parameter.default}`,
      insert: `${parameter.name}=`,
      documentation: () => describeParameter(entry, parameter, owner),
    }));
}

/** The value of a keyword is being typed, or an operand: no place for a keyword. */
function followsValue(node: SyntaxNode): boolean {
  if (node.name === 'AssignOp' || node.prevSibling?.name === 'AssignOp') return true;
  return node.parent?.name !== 'ArgList' && node.name !== 'ArgList';
}

function givenKeywords(model: ScriptModel, args: SyntaxNode): string[] {
  return childrenOf(args)
    .filter((child) => child.name === 'VariableName' && child.nextSibling?.name === 'AssignOp')
    .map((child) => textOf(model, child));
}

/** What a string can say where it names something. */
function stringArgument(model: ScriptModel, node: SyntaxNode): Candidate[] {
  const object = node.parent?.name === 'MemberExpression' ? node.parent.firstChild : null;
  if (object && brianName(model, object) === 'prefs') return preferenceCandidates(documentedPreferences());
  const argument = argumentAt(model, node);
  if (argument === undefined) return [];
  const subject = subjectOf(model, argument.place.call);
  switch (argument.parameter.name) {
    case 'method':
      return methodCandidates(documentedMethods());
    case 'when':
      return slotCandidates(documentedSlots());
    case 'event':
    case 'on_event':
      return (subject?.events ?? []).map((name) => ({
        name,
        kind: 'event',
        detail: `event of ${subject?.name}`,
      }));
    case 'variables':
    case 'vars':
    case 'target_var':
    case 'var':
      return subject ? variableCandidates(model, subject) : [];
    case 'device':
      return ['runtime', 'cpp_standalone'].map((name) => ({ name, kind: 'value', detail: 'device' }));
    default:
      return [];
  }
}

/** Names of the script, and of Brian where all of them are imported. */
function nameCandidates(model: ScriptModel): Candidate[] {
  const own = definedNames(model).flatMap((name): Candidate[] => {
    const definition = model.definitions.findLast((one) => one.name === name)!;
    const { description, className } = definition;
    if (className === 'Unit') return [];
    const documentation = () => describeDefinition(model, definition);
    return [{ name, kind: 'variable', detail: description, documentation }];
  });
  return importsOf(model).wildcards.has('brian2') ? [...own, ...brianCandidates()] : own;
}

function brianCandidates(): Candidate[] {
  return [...apiCandidates(apiEntry), ...unitCandidates()];
}
