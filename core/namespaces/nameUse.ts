import type { SourceString } from '../text/provenance.ts';
import type { TextRange } from '../text/range.ts';

/** A name as it stands in a string of the script. */
export interface NameUse {
  readonly name: string;
  readonly range?: TextRange;
  readonly source?: SourceString;
  /** True where the string does not say the name, but needs it. */
  readonly implicit?: boolean;
}

/** Whether the name stands in a string of the script; code that Brian adds has no place there. */
export function isWritten({ source, range }: NameUse): boolean {
  return source !== undefined && range !== undefined && range.end > range.start;
}
