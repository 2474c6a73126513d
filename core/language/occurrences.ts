/** Everywhere that one variable of a model, or one name of the script, stands. */
import type { SyntaxNode } from '@lezer/common';
import type { Location, TextRange } from '../text/range.ts';
import { isWritten } from './definition.ts';
import { type VariableId, variableOf } from './dependencies.ts';
import type { CodeString, ScriptModel } from './model.ts';
import { argumentAt, subjectOf } from './python/arguments.ts';
import { type PythonSite, pythonSiteAt } from './python/site.ts';
import { literalText, syntaxTree, textOf } from './python/syntax.ts';
import { isLocal, typeOf } from './python/types.ts';
import { siteAt, sitesOf } from './sites.ts';

/** What a name at the cursor means: a variable of Brian, or a name that the script binds at module level. */
export type Target =
  | ({ readonly kind: 'variable' } & VariableId)
  | { readonly kind: 'script name'; readonly name: string };

export interface Occurrence {
  readonly location: Location;
  /** As it stands there: `v`, `v_post`, `v_`. */
  readonly text: string;
  /** Whether its characters stand in a document one to one; else they are part of what the script computed. */
  readonly exact: boolean;
}

/** What the name at a document offset means, and where it stands. */
export function targetAt(
  model: ScriptModel,
  offset: number,
): { readonly target: Target; readonly range: TextRange } | undefined {
  const located = siteAt(model, offset);
  if (located !== undefined) {
    const { site, codeString, range } = located;
    const target = site.kind === 'name' ? targetInString(model, codeString, site.name) : undefined;
    return target && { target, range };
  }
  const site = pythonSiteAt(model, offset);
  const target = site && targetInScript(model, site);
  return site && target && { target, range: site.range };
}

/** In the order of the text; `target` itself is among them. */
export function occurrences(model: ScriptModel, target: Target): Occurrence[] {
  const found = [...inStrings(model, target), ...inScript(model, target)];
  const seen = new Set<string>();
  const distinct = found.filter(({ location }) => {
    const key = `${location.document} ${location.range.start} ${location.range.end}`;
    return !seen.has(key) && seen.add(key);
  });
  return distinct.sort((a, b) => a.location.range.start - b.location.range.start);
}

function targetInString(model: ScriptModel, codeString: CodeString, name: string): Target | undefined {
  const resolved = codeString.resolve(name);
  const variable = variableOf(codeString, name);
  if (variable !== undefined) return { kind: 'variable', ...variable };
  // Names of a `namespace=` dictionary are keys, and stand elsewhere as they are.
  const isOfGroup = resolved?.kind === 'constant' && resolved.source === 'group namespace';
  const isOfScript = resolved !== undefined && 'definition' in resolved && !isOfGroup;
  return isOfScript ? scriptName(model, name) : undefined;
}

function targetInScript(model: ScriptModel, site: PythonSite): Target | undefined {
  switch (site.kind) {
    case 'name':
      return isLocal(model, site.node, site.name) ? undefined : scriptName(model, site.name);
    case 'attribute':
      return variableNamed(model, attributeOwner(model, site.node), site.name.replace(/_$/, ''));
    case 'string':
      return variableNamed(model, namedObject(model, site.node), site.value);
    case 'keyword':
      return undefined;
  }
}

function scriptName(model: ScriptModel, name: string): Target | undefined {
  const bound = model.definitions.some((one) => one.name === name && isWritten(model, one));
  return bound ? { kind: 'script name', name } : undefined;
}

function variableNamed(
  model: ScriptModel,
  object: string | undefined,
  name: string,
): (Target & { kind: 'variable' }) | undefined {
  const resolved = object === undefined ? undefined : model.objects.get(object)?.resolve(name);
  if (resolved?.kind !== 'variable') return undefined;
  return { kind: 'variable', owner: resolved.variable.owner, name: resolved.variable.name };
}

/** The object whose attribute a node names. */
function attributeOwner(model: ScriptModel, node: SyntaxNode): string | undefined {
  const object = node.parent?.firstChild;
  return object ? typeOf(model, object)?.object?.name : undefined;
}

const NAMES_VARIABLES = new Set(['variables', 'vars', 'var', 'target_var']);

/** The object whose variable a string names, as in `StateMonitor(G, 'v')`. */
function namedObject(model: ScriptModel, node: SyntaxNode): string | undefined {
  const argument = argumentAt(model, node);
  if (argument === undefined || !NAMES_VARIABLES.has(argument.parameter.name)) return undefined;
  return subjectOf(model, argument.place.call)?.name;
}

function inStrings(model: ScriptModel, target: Target): Occurrence[] {
  return model.codeStrings.flatMap((codeString) => {
    const { provenance, value } = codeString.source;
    const sites = sitesOf(codeString.tree).filter(
      ({ kind, name }) => kind === 'name' && same(targetInString(model, codeString, name), target),
    );
    return sites.flatMap(({ range }) => {
      const text = value.slice(range.start, range.end);
      const exact = provenance?.locateExactly(range);
      const location = exact ?? provenance?.locate(range);
      return location ? [{ location, text, exact: exact !== undefined }] : [];
    });
  });
}

function inScript(model: ScriptModel, target: Target): Occurrence[] {
  const found: Occurrence[] = [];
  const add = (range: TextRange) => {
    const text = model.text.slice(range.start, range.end);
    found.push({ location: { document: model.document, range }, text, exact: true });
  };
  syntaxTree(model).iterate({
    enter: ({ node }) => {
      if (!mayMean(model, node, target)) return;
      const site = pythonSiteAt(model, node.from);
      if (site && same(targetInScript(model, site), target)) add(site.range);
    },
  });
  return found;
}

/** A cheap look before a name is traced to what it means. */
function mayMean(model: ScriptModel, node: SyntaxNode, target: Target): boolean {
  if (target.kind === 'script name')
    return node.name === 'VariableName' && textOf(model, node) === target.name;
  if (node.name === 'PropertyName') return textOf(model, node).startsWith(target.name);
  return node.name === 'String' && literalText(model, node)?.value.startsWith(target.name) === true;
}

function same(a: Target | undefined, b: Target): boolean {
  if (a?.kind !== b.kind || a.name !== b.name) return false;
  return a.kind === 'script name' || (b.kind === 'variable' && a.owner === b.owner);
}
