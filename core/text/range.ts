/** Half-open range of UTF-16 offsets in one text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A range in a named document (a file path or a URI; the core never interprets it). */
export interface Location {
  readonly document: string;
  readonly range: TextRange;
}

export function rangeContains(range: TextRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
