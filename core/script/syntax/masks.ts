/** A text in which some parts are replaced by others of the same length, so that all offsets stay. */
export class Masks {
  private readonly masks: { readonly offset: number; readonly replacement: string }[] = [];

  constructor(private readonly text: string) {}

  get count(): number {
    return this.masks.length;
  }

  add(offset: number, replacement: string): void {
    this.masks.push({ offset, replacement });
  }

  /** Takes a part out of what is read. */
  blank(start: number, end: number): void {
    this.add(start, ' '.repeat(Math.max(0, end - start)));
  }

  /** Forgets all but the first `count`. */
  cutTo(count: number): void {
    this.masks.length = count;
  }

  masked(): string {
    if (this.masks.length === 0) return this.text;
    const parts: string[] = [];
    let position = 0;
    for (const { offset, replacement } of [...this.masks].sort((a, b) => a.offset - b.offset)) {
      // Where two overlap, the first stands.
      const covered = Math.max(0, position - offset);
      parts.push(this.text.slice(position, offset), replacement.slice(covered));
      position = Math.max(position, offset + replacement.length);
    }
    return parts.join('') + this.text.slice(position);
  }
}
