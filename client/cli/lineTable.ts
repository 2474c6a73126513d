/** Offsets of one text as lines and UTF-16 columns (zero-based, as LSP counts). */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export class LineTable {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    const ends = /\r\n|\r|\n/g;
    for (let end = ends.exec(text); end; end = ends.exec(text)) this.starts.push(end.index + end[0].length);
  }

  positionAt(offset: number): LinePosition {
    const inside = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= inside) low = middle;
      else high = middle;
    }
    return { line: low, character: inside - this.starts[low]! };
  }

  /** The text of a line, without its end. */
  line(line: number): string {
    return this.text
      .slice(this.starts[line] ?? this.text.length, this.starts[line + 1])
      .replace(/[\r\n]+$/, '');
  }
}
