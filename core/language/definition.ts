import type { Location, TextRange } from '../text/range.ts';
import type { Definition, ScriptModel } from './model.ts';
import { scriptNameAt } from './scriptNames.ts';
import { definingEquation, siteAt } from './sites.ts';

/** Where the name at a document offset was defined; undefined for what Brian itself defines. */
export function definition(model: ScriptModel, offset: number): Location | undefined {
  const located = siteAt(model, offset);
  if (located === undefined) return definitionAt(model, offset)?.definition.location;
  const { site, codeString } = located;
  if (site.kind !== 'name') return undefined;
  const resolved = codeString.resolve(site.name);
  if (resolved?.definition) return resolved.definition;
  const variable =
    resolved?.kind === 'variable' ? resolved.variable : { owner: codeString.owner, name: site.name };
  const defining = definingEquation(model, variable.owner, variable.name);
  return defining?.codeString.source.provenance?.locate(defining.equation.name.range);
}

/** The module-level name of the script at a document offset, and its binding in force there. */
export function definitionAt(
  model: ScriptModel,
  offset: number,
): { readonly range: TextRange; readonly definition: Definition } | undefined {
  const found = scriptNameAt(model.text, offset);
  if (found === undefined) return undefined;
  const candidates = model.definitions.filter(({ name }) => name === found.name);
  const earlier = candidates.filter(({ location }) => location.range.start <= offset);
  const chosen = earlier.at(-1) ?? candidates[0];
  return chosen && { range: found.range, definition: chosen };
}

/** False for what `from brian2 import *` brings: its place is the import, where the name does not stand. */
export function isWritten(model: ScriptModel, { name, location }: Definition): boolean {
  const { start, end } = location.range;
  return location.document === model.document && model.text.slice(start, end).includes(name);
}
