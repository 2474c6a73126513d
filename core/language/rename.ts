import { identifierProblem } from '../equations/identifiers.ts';
import type { TextRange } from '../text/range.ts';
import type { ScriptModel } from './model.ts';
import { type Occurrence, occurrences, type Target, targetAt } from './occurrences.ts';
import { definingEquation } from './sites.ts';

export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** The edits of this document, or why there can be none. */
export type Renaming = { readonly edits: readonly TextEdit[] } | { readonly refusal: string };

/** The characters that a rename at a document offset is about; undefined where nothing can be renamed. */
export function renameRange(
  model: ScriptModel,
  offset: number,
): { readonly range: TextRange; readonly name: string } | undefined {
  const found = targetAt(model, offset);
  if (found === undefined || obstacle(model, found.target, occurrences(model, found.target)) !== undefined)
    return undefined;
  return { range: found.range, name: found.target.name };
}

/** Gives a variable of a model, or a name of the script, another name wherever it stands. */
export function rename(model: ScriptModel, offset: number, newName: string): Renaming {
  const found = targetAt(model, offset);
  if (found === undefined) return { refusal: 'There is no name here that the script defines.' };
  const places = occurrences(model, found.target);
  const refusal =
    identifierProblem(newName) ??
    taken(model, found.target, newName) ??
    obstacle(model, found.target, places);
  if (refusal !== undefined) return { refusal };
  return { edits: places.map((place) => edit(place, found.target, newName)) };
}

/** `v_post` becomes `u_post`, `v_` becomes `u_`. */
function edit({ location, text }: Occurrence, { name }: Target, newName: string): TextEdit {
  return { range: location.range, newText: newName + text.slice(name.length) };
}

/** Two things of one name would become one. */
function taken(model: ScriptModel, target: Target, newName: string): string | undefined {
  const ofGroup = target.kind === 'variable' && model.objects.get(target.owner)?.variables.includes(newName);
  const ofScript = model.definitions.some(({ name }) => name === newName);
  return ofGroup || ofScript ? `The name '${newName}' is taken.` : undefined;
}

function obstacle(model: ScriptModel, target: Target, places: readonly Occurrence[]): string | undefined {
  if (target.kind === 'variable' && definingEquation(model, target.owner, target.name) === undefined)
    return `'${target.name}' is a variable that Brian defines.`;
  if (places.some(({ location }) => location.document !== model.document))
    return 'The name stands in another file, too.';
  if (places.some(({ exact }) => !exact)) return 'The name stands in text that the script computes.';
  return undefined;
}
