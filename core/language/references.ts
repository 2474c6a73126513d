import type { Location, TextRange } from '../text/range.ts';
import { definition } from './definition.ts';
import type { ScriptModel } from './model.ts';
import { occurrences, targetAt } from './occurrences.ts';

/** Every place that means what the name at a document offset means; `declaration`: with the definition. */
export function references(model: ScriptModel, offset: number, declaration: boolean): Location[] {
  const found = targetAt(model, offset);
  if (found === undefined) return [];
  const locations = occurrences(model, found.target).map(({ location }) => location);
  const defined = declaration ? undefined : definition(model, offset);
  return locations.filter((location) => defined === undefined || !begins(location, defined));
}

/** As `references`, in this document alone: what an editor marks around the cursor. */
export function highlights(model: ScriptModel, offset: number): TextRange[] {
  return references(model, offset, true)
    .filter(({ document }) => document === model.document)
    .map(({ range }) => range);
}

/** A definition of the script covers its statement, one of a model its name. */
function begins(location: Location, defined: Location): boolean {
  return location.document === defined.document && location.range.start === defined.range.start;
}
