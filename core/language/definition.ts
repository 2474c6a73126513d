import type { Location } from '../text/range.ts';
import { variableOf } from './dependencies.ts';
import type { Definition, ScriptModel } from './model.ts';
import { type PythonSite, pythonSiteAt } from './python/site.ts';
import { definitionOf, isLocal, typeOf } from './python/types.ts';
import { definingEquation, siteAt } from './sites.ts';

/** Where the name at a document offset was defined; undefined for what Brian itself defines. */
export function definition(model: ScriptModel, offset: number): Location | undefined {
  const located = siteAt(model, offset);
  if (located === undefined) {
    const site = pythonSiteAt(model, offset);
    return site && definitionInScript(model, site);
  }
  const { site, codeString } = located;
  if (site.kind !== 'name') return undefined;
  const resolved = codeString.resolve(site.name);
  if (resolved?.definition) return resolved.definition;
  const variable = variableOf(codeString, site.name) ?? { owner: codeString.owner, name: site.name };
  return equationOf(model, variable.owner, variable.name);
}

/** The binding of a module-level name in force at its place, or the equation of `G.v`. */
function definitionInScript(model: ScriptModel, site: PythonSite): Location | undefined {
  switch (site.kind) {
    case 'name':
      return isLocal(model, site.node, site.name)
        ? undefined
        : definitionOf(model, site.name, site.node.from)?.location;
    case 'attribute': {
      const object = typeOf(model, site.object)?.object;
      const resolved = object?.resolve(site.name.replace(/_$/, ''));
      return resolved?.kind === 'variable'
        ? equationOf(model, resolved.variable.owner, resolved.variable.name)
        : undefined;
    }
    default:
      return undefined;
  }
}

function equationOf(model: ScriptModel, owner: string, name: string): Location | undefined {
  const found = definingEquation(model, owner, name);
  return found?.codeString.source.provenance?.locate(found.equation.name.range);
}

/** False for what `from brian2 import *` brings: its place is the import, where the name does not stand. */
export function isWritten(model: ScriptModel, { name, location }: Definition): boolean {
  const { start, end } = location.range;
  return location.document === model.document && model.text.slice(start, end).includes(name);
}
