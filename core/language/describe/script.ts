/** What hovers say of what stands in the script itself, outside of code strings. */
import type { SyntaxNode } from '@lezer/common';
import {
  type ApiEntry,
  apiEntry,
  arrayFunction,
  membersOf,
  stringConstant,
  variableDocumentation,
} from '../../documentation/index.ts';
import { code, definedAt, inline, oneLine, paragraphs } from '../markdown.ts';
import type { ObjectInfo, ScriptModel } from '../model.ts';
import { argumentAt, ownerOf, subjectOf } from '../python/arguments.ts';
import { importsOf } from '../python/imports.ts';
import { brianName, fullName } from '../python/origins.ts';
import { preferencePath } from '../python/preferences.ts';
import type { PythonSite } from '../python/site.ts';
import { textOf } from '../python/syntax.ts';
import { calledEntry, definitionOf, isLocal, typeOf } from '../python/types.ts';
import { describeEntry, describeParameter, parameterNamed } from './api.ts';
import { describeEquation } from './equations.ts';
import { describeDefinition } from './objects.ts';
import { unitWord } from './values.ts';
import {
  describeMethod,
  describePhysicalConstant,
  describePreference,
  describeSlot,
  describeUnit,
  example,
} from './words.ts';

/** Explains what stands at a place of the script; undefined where it has nothing to do with Brian. */
export function describePythonSite(model: ScriptModel, site: PythonSite): string | undefined {
  switch (site.kind) {
    case 'name':
      return describeScriptName(model, site.node, site.name);
    case 'attribute':
      return describeAttribute(model, site.object, site.node, site.name);
    case 'keyword': {
      const entry = calledEntry(model, site.call.callee);
      const parameter = entry && parameterNamed(entry, site.name);
      return parameter && describeParameter(entry, parameter, ownerOf(model, site.call.callee)?.className);
    }
    case 'string':
      return describeString(model, site.node, site.value);
  }
}

function describeScriptName(model: ScriptModel, node: SyntaxNode, name: string): string | undefined {
  const full = fullName(model, node);
  if (full !== undefined) return describeImported(model, full, name);
  const local = isLocal(model, node, name);
  const definition = local ? undefined : definitionOf(model, name, node.from);
  if (definition !== undefined) return describeDefinition(model, definition);
  const type = typeOf(model, node);
  const entry = type && apiEntry(type.className);
  return entry && paragraphs(code(`(${entry.name}) ${name}`), entry.text);
}

/** What an import brought: Brian's API, units, constants, methods, functions of NumPy. */
function describeImported(model: ScriptModel, full: string, shown: string): string | undefined {
  const name = full.slice(full.lastIndexOf('.') + 1);
  if (full.startsWith('numpy.')) {
    const entry = arrayFunction(name);
    return entry && describeEntry(entry);
  }
  if (!full.startsWith('brian2.')) return undefined;
  const entry = apiEntry(name);
  if (entry !== undefined) return describeEntry(entry);
  const constants = 'brian2.units.constants';
  const isConstant = full.startsWith(constants) || importsOf(model).wildcards.has(constants);
  const constant = isConstant ? describePhysicalConstant(name) : undefined;
  return constant ?? describeUnit(name) ?? describeMethod(name) ?? describeNumber(name, shown);
}

function describeNumber(name: string, shown: string): string | undefined {
  const found = stringConstant(name);
  return found && paragraphs(code(shown), found.text, example(found.example));
}

function describeAttribute(
  model: ScriptModel,
  object: SyntaxNode,
  node: SyntaxNode,
  name: string,
): string | undefined {
  const expression = node.parent ?? node;
  const preference = preferencePath(model, expression);
  const documented = preference && describePreference(preference);
  if (documented) return documented;
  if (brianName(model, expression) !== undefined || fullName(model, expression)?.startsWith('numpy.'))
    return describeImported(model, fullName(model, expression) ?? '', name);
  const owner = typeOf(model, object);
  if (owner === undefined) return undefined;
  const variable = owner.object && describeStateVariable(model, owner.object, name);
  if (variable !== undefined) return variable;
  const member = membersOf(owner.className).get(name);
  return member && describeMember(model, member, object);
}

function describeMember(model: ScriptModel, member: ApiEntry, object: SyntaxNode): string {
  return describeEntry(member, oneLine(textOf(model, object), 40));
}

/** `G.v`, `G.v_`, `M.v`: a variable as the script reads and sets it. */
export function describeStateVariable(
  model: ScriptModel,
  object: ObjectInfo,
  name: string,
): string | undefined {
  const plain = name.endsWith('_') ? name.slice(0, -1) : name;
  if (!object.variables.includes(plain)) return undefined;
  const resolved = object.resolve(plain);
  if (resolved?.kind !== 'variable') return undefined;
  const { variable } = resolved;
  const notes = [
    ...(plain === name ? [] : ['Without units: plain numbers in SI base units.']),
    ...(object.className === 'StateMonitor'
      ? ['Recorded values: one row per element, one column per time.']
      : []),
    ...(/^(?:Spike|Event)Monitor$/.test(object.className) ? ['Recorded values, one for each event.'] : []),
  ];
  const equation = describeEquation(model, variable.owner, variable.name, plain);
  if (equation !== undefined) return paragraphs(equation, ...notes);
  const internal = variableDocumentation(variable.name);
  return paragraphs(
    code(`${plain} : ${unitWord(variable)}`),
    internal?.text ?? membersOf(object.className).get(plain)?.text ?? 'Variable.',
    `Of ${inline(object.name)}.`,
    ...notes,
    definedAt(model, resolved.definition),
  );
}

/** A string that names something: a method, a slot, a preference, an event, a variable. */
function describeString(model: ScriptModel, node: SyntaxNode, value: string): string | undefined {
  const preference = node.parent && preferencePath(model, node.parent);
  if (preference) return describePreference(preference);
  const argument = argumentAt(model, node);
  if (argument === undefined) return undefined;
  const subject = () => subjectOf(model, argument.place.call);
  switch (argument.parameter.name) {
    case 'method':
      return describeMethod(value);
    case 'when':
      return describeSlot(value);
    case 'event':
    case 'on_event':
      return describeEvent(subject(), value);
    case 'events':
      return argument.place.isKey
        ? paragraphs(code(`(event) ${value}`), 'Name of an event, and its condition.')
        : undefined;
    case 'variables':
    case 'vars':
    case 'target_var':
    case 'var': {
      const object = subject();
      return object && describeStateVariable(model, object, value);
    }
    default:
      return undefined;
  }
}

/** An event of a group, with its condition. */
function describeEvent(object: ObjectInfo | undefined, event: string): string | undefined {
  if (object === undefined || !object.events.includes(event)) return undefined;
  const text =
    event === 'spike'
      ? 'The event of the group’s `threshold`.'
      : `Event of ${inline(object.name)}, from its argument \`events\`.`;
  return paragraphs(code(`(event) ${event}`), text);
}
