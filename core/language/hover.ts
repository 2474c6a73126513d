import type { TextRange } from '../text/range.ts';
import { describeName } from './describe/names.ts';
import { describePythonSite } from './describe/script.ts';
import { describeFlag, describeUnit } from './describe/words.ts';
import type { ScriptModel } from './model.ts';
import { pythonSiteAt } from './python/site.ts';
import { type LocatedSite, siteAt } from './sites.ts';

export interface HoverResult {
  /** The characters that the text explains. */
  readonly range: TextRange;
  readonly markdown: string;
}

/** Explains the name at a document offset: in a code string first, else in the script around it. */
export function hover(model: ScriptModel, offset: number): HoverResult | undefined {
  const located = siteAt(model, offset);
  if (located !== undefined) return result(located.range, describeSite(model, located));
  const site = pythonSiteAt(model, offset);
  return site && result(site.range, describePythonSite(model, site));
}

function result(range: TextRange, markdown: string | undefined): HoverResult | undefined {
  return markdown === undefined ? undefined : { range, markdown };
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
