import type { TextRange } from '../text/range.ts';
import { definitionAt, isWritten } from './definition.ts';
import { describeFlag, describeName, describeUnit } from './describe.ts';
import type { Definition, ScriptModel } from './model.ts';
import { type LocatedSite, siteAt } from './sites.ts';

export interface HoverResult {
  /** The characters that the text explains. */
  readonly range: TextRange;
  readonly markdown: string;
}

/** Explains the name at a document offset: in a code string first, else in the script around it. */
export function hover(model: ScriptModel, offset: number): HoverResult | undefined {
  const located = siteAt(model, offset);
  if (located) {
    const markdown = describeSite(model, located);
    return markdown === undefined ? undefined : { range: located.range, markdown };
  }
  const found = definitionAt(model, offset);
  return found && { range: found.range, markdown: describeDefinition(model, found.definition) };
}

/** A unit that an import brought in is explained as such. */
function describeDefinition(model: ScriptModel, definition: Definition): string {
  const { name, description } = definition;
  const unit = isWritten(model, definition) ? undefined : describeUnit(name);
  return unit ?? `\`${name}\`: ${description}`;
}

function describeSite(model: ScriptModel, { site, codeString }: LocatedSite): string | undefined {
  switch (site.kind) {
    case 'flag':
      return describeFlag(site.name);
    case 'unit':
      return describeUnit(site.name);
    case 'name':
      return describeName(model, codeString, site.name);
  }
}
