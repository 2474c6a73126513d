import type { Location, TextRange } from './range.ts';

/**
 * A run of string characters that came from one place of one document.
 * `exact` segments map character by character; the others (an escape sequence, an interpolated value)
 * map as a whole: every character of theirs comes from the whole document range.
 */
interface Segment {
  readonly start: number;
  readonly length: number;
  readonly document: string;
  readonly range: TextRange;
  readonly exact: boolean;
}

const MOST_SEGMENTS = 10_000;

/** Says which characters of which document each character of a string came from. Immutable. */
export class Provenance {
  private constructor(
    readonly length: number,
    private readonly segments: readonly Segment[],
  ) {}

  /** A string whose characters nobody wrote (a result of computation). */
  static unknown(length: number): Provenance {
    return new Provenance(length, []);
  }

  /** `length` characters that stand one to one at `start` of the document. */
  static exact(document: string, start: number, length: number): Provenance {
    if (length === 0) return Provenance.unknown(0);
    const range = { start, end: start + length };
    return new Provenance(length, [{ start: 0, length, document, range, exact: true }]);
  }

  /** `length` characters that all came from `range` as a whole. */
  static whole(document: string, range: TextRange, length: number): Provenance {
    if (length === 0) return Provenance.unknown(0);
    return new Provenance(length, [{ start: 0, length, document, range, exact: false }]);
  }

  /** A string of very many pieces is one that nobody wrote: it is data, not a model. */
  static concat(parts: readonly Provenance[]): Provenance {
    const count = parts.reduce((sum, part) => sum + part.segments.length, 0);
    if (count > MOST_SEGMENTS) return Provenance.unknown(parts.reduce((sum, part) => sum + part.length, 0));
    const segments: Segment[] = [];
    let length = 0;
    for (const part of parts) {
      for (const segment of part.segments) append(segments, { ...segment, start: segment.start + length });
      length += part.length;
    }
    return new Provenance(length, segments);
  }

  /** The same characters after text before them has come or gone. */
  moved(by: number): Provenance {
    const segments = this.segments.map((segment) => {
      const { start, end } = segment.range;
      return { ...segment, range: { start: start + by, end: end + by } };
    });
    return new Provenance(this.length, segments);
  }

  slice(start: number, end: number): Provenance {
    const segments: Segment[] = [];
    for (const segment of this.segments) {
      const from = Math.max(segment.start, start);
      const to = Math.min(segment.start + segment.length, end);
      if (from >= to) continue;
      const range = segment.exact ? shifted(segment, from, to) : segment.range;
      segments.push({ ...segment, start: from - start, length: to - from, range });
    }
    return new Provenance(Math.max(0, end - start), segments);
  }

  /**
   * The document range that covers a range of the string, or undefined where nobody wrote it.
   * An empty range maps to the place between its neighbours.
   */
  locate(range: TextRange): Location | undefined {
    const first = this.segmentAt(range.start) ?? this.segmentAt(range.start - 1);
    if (first === undefined) return this.locateInside(range);
    const last = range.end > range.start ? (this.segmentAt(range.end - 1) ?? first) : first;
    const start = startOf(first, range.start);
    const end = range.end > range.start ? endOf(last, range.end) : start;
    const isEmpty = end === start && range.end > range.start;
    if (last.document !== first.document || end < start || isEmpty)
      return { document: first.document, range: { start, end: endOf(first, first.start + first.length) } };
    return { document: first.document, range: { start, end } };
  }

  /** As `locate`, but only where every character maps one to one (what rename and format need). */
  locateExactly(range: TextRange): Location | undefined {
    const first = this.segmentAt(range.start);
    if (first === undefined || !first.exact || range.end > first.start + first.length) return undefined;
    return this.locate(range);
  }

  /** The string offset of a document offset, or undefined where the string does not hold it. */
  offsetOf(document: string, documentOffset: number): number | undefined {
    let atEnd: number | undefined;
    for (const segment of this.segments) {
      const { start, end } = segment.range;
      if (segment.document !== document || documentOffset < start || documentOffset > end) continue;
      const inside = segment.exact ? documentOffset - start : 0;
      if (documentOffset < end) return segment.start + inside;
      atEnd = segment.exact ? segment.start + inside : segment.start + segment.length;
    }
    return atEnd;
  }

  private locateInside(range: TextRange): Location | undefined {
    const segment = this.segments.find((s) => s.start < range.end && s.start + s.length > range.start);
    return segment && { document: segment.document, range: segment.range };
  }

  private segmentAt(offset: number): Segment | undefined {
    return this.segments.find((s) => s.start <= offset && offset < s.start + s.length);
  }
}

/** A string and where it came from: what every equation and code string of a script is. */
export interface SourceString {
  readonly value: string;
  readonly provenance?: Provenance;
}

function startOf(segment: Segment, offset: number): number {
  if (!segment.exact) return segment.range.start;
  return segment.range.start + Math.min(Math.max(offset - segment.start, 0), segment.length);
}

function endOf(segment: Segment, offset: number): number {
  return segment.exact ? segment.range.start + (offset - segment.start) : segment.range.end;
}

function shifted(segment: Segment, from: number, to: number): TextRange {
  const base = segment.range.start - segment.start;
  return { start: base + from, end: base + to };
}

/** Joins a segment to its predecessor where both are exact and adjacent, so long strings stay short lists. */
function append(segments: Segment[], next: Segment): void {
  const last = segments[segments.length - 1];
  const joins =
    last?.exact &&
    next.exact &&
    last.document === next.document &&
    last.start + last.length === next.start &&
    last.range.end === next.range.start;
  if (!last || !joins) {
    segments.push(next);
    return;
  }
  const range = { start: last.range.start, end: next.range.end };
  segments[segments.length - 1] = { ...last, length: last.length + next.length, range };
}
