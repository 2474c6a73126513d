/** The indentation of logical lines, and the headers that ask for a block. */
import { columnsOf, endOfLine, headerName } from './lexicalParts.ts';
import type { SyntaxProblem } from './lexicalScan.ts';
import type { LineIndex } from './lineIndex.ts';

/** Words that begin the header of a block; `else` and the like never begin a line of anything else. */
const BLOCK_WORDS: ReadonlySet<string> = new Set(
  'if elif else for while def class with try except finally'.split(' '),
);

/** Follows the logical lines of a text and puts what is wrong with their blocks among the problems. */
export class Blocks {
  private readonly indents: number[] = [0];
  private lineStart = 0;
  /** Of the logical line: its first word, its last token and where that ended, whether a colon stood outside brackets. */
  private firstWord = '';
  private lastToken = '';
  private inkEnd = 0;
  private hasColon = false;
  /** Where the line starts that opened the block to come. */
  private opener: number | undefined;
  /** The header there has no colon yet, so nobody can have written the block. */
  private isHalfTyped = false;

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly problems: SyntaxProblem[],
  ) {}

  /** Columns of the innermost block. */
  get indent(): number {
    return this.indents[this.indents.length - 1] ?? 0;
  }

  /** The state at the beginning of the next line if this one is not to be believed. */
  afterBrokenLine(): Blocks {
    const copy = new Blocks(this.text, this.lines, this.problems);
    copy.indents.splice(0, 1, ...this.indents);
    return copy;
  }

  /** Compares the indentation of a logical line with the blocks that are open. */
  startLine(start: number, indent: string): void {
    this.lineStart = start;
    const at = start + indent.length;
    const first = this.text[at] ?? '\n';
    if (first !== '\n' && first !== '\r' && first !== '#') this.checkIndent(columnsOf(indent), at);
  }

  word(word: string, end: number): void {
    if (this.lastToken === '') this.firstWord = word;
    this.token('word', end);
  }

  token(token: string, end: number): void {
    this.lastToken = token;
    this.inkEnd = end;
  }

  /** A colon outside brackets. */
  colon(): void {
    this.hasColon = true;
  }

  endLine(): void {
    const lacksColon = BLOCK_WORDS.has(this.firstWord) && !this.hasColon;
    if (lacksColon)
      this.problems.push({
        start: this.inkEnd,
        end: this.inkEnd + 1,
        message: "expected ':'",
        errorClass: 'SyntaxError',
      });
    if (this.lastToken === ':' || lacksColon) {
      this.opener = this.lineStart;
      this.isHalfTyped = lacksColon;
    }
    this.lastToken = '';
    this.firstWord = '';
    this.hasColon = false;
  }

  endText(): void {
    this.endLine();
    if (this.opener !== undefined) this.expectBlock(this.opener, this.text.length);
  }

  private checkIndent(columns: number, at: number): void {
    const { opener, indent } = this;
    this.opener = undefined;
    if (columns > indent) {
      this.indents.push(columns);
      if (opener === undefined) this.wrongIndent(at, 'unexpected indent');
      return;
    }
    if (opener !== undefined) this.expectBlock(opener, at);
    while (columns < this.indent) this.indents.pop();
    if (columns === this.indent) return;
    this.indents.push(columns);
    this.wrongIndent(at, 'unindent does not match any outer indentation level');
  }

  private expectBlock(opener: number, at: number): void {
    if (this.isHalfTyped) return;
    const header = headerName(this.text.slice(opener, endOfLine(this.text, opener)).trim());
    const line = this.lines.lineAt(opener) + 1;
    this.wrongIndent(at, `expected an indented block after ${header} on line ${line}`);
  }

  private wrongIndent(at: number, message: string): void {
    const end = endOfLine(this.text, at);
    this.problems.push({ start: at, end, message, errorClass: 'IndentationError' });
  }
}
