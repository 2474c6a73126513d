/**
 * One pass over the characters of a script: what CPython's tokenizer complains about, and a text of the same
 * length in which the few forms that the grammar does not read are written as equals that it does.
 */
import type { Span } from './ast.ts';
import { columnsOf, headerName, matchingParenthesis } from './lexicalParts.ts';

export interface SyntaxProblem extends Span {
  readonly errorClass: 'SyntaxError' | 'IndentationError' | 'TabError';
  readonly message: string;
}

export interface LexicalScan {
  /** As long as the source: offsets in it are offsets in the source. */
  readonly masked: string;
  /** Tokenizer errors in the order of the text; after the first of them CPython reads no further. */
  readonly problems: readonly SyntaxProblem[];
}

interface Bracket {
  readonly open: string;
  readonly offset: number;
}

/** Words that begin the header of a block; `else` and the like never begin a line of anything else. */
const BLOCK_WORDS: ReadonlySet<string> = new Set(
  'if elif else for while def class with try except finally'.split(' '),
);

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export function scan(text: string): LexicalScan {
  return new Scanner(text).run();
}

class Scanner {
  private readonly problems: SyntaxProblem[] = [];
  private readonly brackets: Bracket[] = [];
  private readonly masks: [number, string][] = [];
  private readonly indents: number[] = [0];
  private position = 0;
  /** The logical line so far ended with a colon, so the next one must be indented deeper. */
  private lastSignificant = '';
  private lineStart = 0;
  /** Of the logical line: its first word, whether a colon stood outside brackets, where its last token ended. */
  private firstWord = '';
  private hasColon = false;
  private inkEnd = 0;
  /** Where the line starts that opened the block to come. */
  private blockOpener: number | undefined;

  constructor(private readonly text: string) {}

  run(): LexicalScan {
    this.startLine();
    while (this.position < this.text.length) this.step();
    const open = this.brackets[0] && this.brackets[this.brackets.length - 1];
    if (open) this.problem(open.offset, open.offset + 1, `'${open.open}' was never closed`);
    if (!open) this.endLogicalLine();
    if (!open && this.blockOpener !== undefined) this.expectBlock(this.text.length, this.text.length);
    return { masked: this.maskedText(), problems: this.problems };
  }

  private step(): void {
    const character = this.text[this.position] ?? '';
    if (character === '\n' || character === '\r') this.newline(character);
    else if (character === '#') this.comment();
    else if (character === '\\') this.continuation();
    else if (character === '"' || character === "'") this.string(this.position);
    else if (/[A-Za-z_\u0080-\uffff]/.test(character)) this.word();
    else if (/[0-9]/.test(character)) this.number();
    else if (character === '.' && /[0-9]/.test(this.text[this.position + 1] ?? '')) this.number();
    else this.punctuation(character);
  }

  private newline(character: string): void {
    this.position += character === '\r' && this.text[this.position + 1] === '\n' ? 2 : 1;
    if (this.brackets.length > 0) return;
    this.endLogicalLine();
    this.startLine();
  }

  private endLogicalLine(): void {
    const lacksColon = BLOCK_WORDS.has(this.firstWord) && !this.hasColon;
    if (lacksColon) this.problem(this.inkEnd, this.inkEnd + 1, "expected ':'");
    if (this.lastSignificant === ':' || lacksColon) this.blockOpener = this.lineStart;
    this.lastSignificant = '';
    this.firstWord = '';
    this.hasColon = false;
  }

  /** Reads the indentation of a logical line and compares it with the blocks that are open. */
  private startLine(): void {
    const match = /^([ \t\f]*)([^\r\n]?)/.exec(this.text.slice(this.position, this.position + 2000));
    const indent = match?.[1] ?? '';
    const first = match?.[2] ?? '';
    this.lineStart = this.position;
    this.position += indent.length;
    if (first === '' || first === '#') return;
    this.checkIndent(columnsOf(indent), this.position);
  }

  private checkIndent(columns: number, at: number): void {
    const current = this.indents[this.indents.length - 1] ?? 0;
    if (this.blockOpener !== undefined) {
      if (columns <= current) this.expectBlock(at, this.endOfLine(at));
      else this.indents.push(columns);
      this.blockOpener = undefined;
      if (columns > current) return;
    } else if (columns > current) {
      this.problem(at, this.endOfLine(at), 'unexpected indent', 'IndentationError');
      this.indents.push(columns);
      return;
    }
    while (columns < (this.indents[this.indents.length - 1] ?? 0)) this.indents.pop();
    if (columns !== this.indents[this.indents.length - 1]) {
      this.indents.push(columns);
      this.problem(
        at,
        this.endOfLine(at),
        'unindent does not match any outer indentation level',
        'IndentationError',
      );
    }
  }

  private expectBlock(start: number, end: number): void {
    const opener = this.blockOpener;
    if (opener === undefined) return;
    const header = headerName(this.text.slice(opener, this.endOfLine(opener)).trim());
    const message = `expected an indented block after ${header} on line ${this.lineOf(opener)}`;
    this.problem(start, end, message, 'IndentationError');
  }

  private comment(): void {
    this.position = this.endOfLine(this.position);
  }

  private continuation(): void {
    const after = this.text.slice(this.position + 1, this.position + 3);
    const length = after.startsWith('\r\n') ? 3 : /^[\r\n]/.test(after) ? 2 : 0;
    if (length === 0) {
      const atEnd = this.position + 1 >= this.text.length;
      const message = atEnd
        ? 'unexpected EOF while parsing'
        : 'unexpected character after line continuation character';
      this.problem(this.position, this.position + 1, message);
      this.position += 1;
      return;
    }
    if (length === 3) this.masks.push([this.position, '   ']);
    this.position += length;
  }

  private word(): void {
    const match = /^[\p{L}\p{N}\p{M}_]+/u.exec(this.text.slice(this.position, this.position + 300));
    const word = match?.[0] ?? this.text[this.position] ?? '';
    const quote = this.text[this.position + word.length] ?? '';
    if ((quote === '"' || quote === "'") && /^([rRuUbBfF]|[bBfF][rR]|[rR][bBfF])$/.test(word)) {
      const start = this.position;
      this.position += word.length;
      this.string(start);
      return;
    }
    if (!match)
      this.problem(
        this.position,
        this.position + 1,
        `invalid character '${word}' (U+${(word.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`,
      );
    if (word === 'with') this.maskWithParentheses();
    if (word === 'as') this.maskTarget();
    if (this.lastSignificant === '') this.firstWord = word;
    this.position += word.length;
    this.significant('word');
  }

  /** `1.` and `1.e5` are read by the grammar as attributes of 1: a zero stands in for such a point. */
  private number(): void {
    const rest = this.text.slice(this.position, this.position + 400);
    const match = /^(0[xXoObB][0-9a-fA-F_]+|(\d[\d_]*)?(\.)?(?:(\d[\d_]*)?([eE][+-]?\d[\d_]*)?)[jJ]?)/.exec(
      rest,
    );
    const [whole = '0', , before, point, after] = match ?? [];
    if (point && before !== undefined && after === undefined)
      this.masks.push([this.position + before.length, '0']);
    this.position += Math.max(1, whole.length);
    this.significant('number');
  }

  private string(start: number): void {
    const quote = this.text[this.position] ?? '';
    const triple = this.text.startsWith(quote.repeat(3), this.position);
    const end = this.endOfString(this.position + (triple ? 3 : 1), triple ? quote.repeat(3) : quote);
    if (end === undefined) {
      const line = this.lineOf(triple ? this.text.length : start);
      const what = triple ? 'triple-quoted string' : 'string';
      this.problem(start, this.endOfLine(start), `unterminated ${what} literal (detected at line ${line})`);
      this.position = triple ? this.text.length : this.endOfLine(start);
    } else this.position = end;
    this.significant('string');
  }

  private endOfString(from: number, quote: string): number | undefined {
    for (let i = from; i < this.text.length; i++) {
      const character = this.text[i];
      if (character === '\\') {
        if (this.text[i + 1] === '\r' && this.text[i + 2] === '\n') i += 1;
        i += 1;
      } else if (quote.length === 1 && (character === '\n' || character === '\r')) return undefined;
      else if (character === quote[0] && this.text.startsWith(quote, i)) return i + quote.length;
    }
    return undefined;
  }

  private punctuation(character: string): void {
    const at = this.position;
    this.position += 1;
    if (character === ' ' || character === '\t' || character === '\f') return;
    this.significant(character);
    if (character === ':' && this.brackets.length === 0) this.hasColon = true;
    if (CLOSING[character]) this.brackets.push({ open: character, offset: at });
    else if (character === ')' || character === ']' || character === '}') this.close(character, at);
    else if (character === '$' || character === '?' || (character === '!' && this.text[at + 1] !== '='))
      this.problem(at, at + 1, 'invalid syntax');
  }

  /** Notes a token that ends at the current position. */
  private significant(token: string): void {
    this.lastSignificant = token;
    this.inkEnd = this.position;
  }

  private close(character: string, at: number): void {
    const open = this.brackets.pop();
    if (!open) {
      this.problem(at, at + 1, `unmatched '${character}'`);
      return;
    }
    if (CLOSING[open.open] === character) return;
    const line = this.lineOf(open.offset);
    const where = line === this.lineOf(at) ? '' : ` on line ${line}`;
    this.problem(
      at,
      at + 1,
      `closing parenthesis '${character}' does not match opening parenthesis '${open.open}'${where}`,
    );
  }

  /** `with (a as b, c as d):` is read by the grammar without the parentheses. */
  private maskWithParentheses(): void {
    const open = /^with\s*\(/.exec(this.text.slice(this.position, this.position + 100));
    if (!open) return;
    const from = this.position + open[0].length - 1;
    const to = matchingParenthesis(this.text, from);
    if (to === undefined || !/^\s*:/.test(this.text.slice(to + 1, to + 80))) return;
    const inside = this.text.slice(from + 1, to);
    if (!/\bas\s+[\w.]+\s*(,|$)/.test(inside.trimEnd())) return;
    this.masks.push([from, ' '], [to, ' ']);
    for (const match of inside.matchAll(/[\r\n]/g)) this.masks.push([from + 1 + match.index, ' ']);
    const comma = /,\s*$/.exec(inside);
    if (comma) this.masks.push([from + 1 + comma.index, ' ']);
  }

  /** The grammar takes only a name after `as`; the builder reads the real target from the source. */
  private maskTarget(): void {
    const rest = this.text.slice(this.position, this.position + 300);
    const dotted = /^as\s+([\w]+\.[\w.]+)/.exec(rest);
    const open = /^as\s*\(/.exec(rest);
    const from =
      this.position + (dotted ? dotted[0].length - (dotted[1] ?? '').length : (open?.[0].length ?? 1) - 1);
    const to = dotted ? this.position + dotted[0].length - 1 : open && matchingParenthesis(this.text, from);
    if (to !== undefined && to !== null) this.masks.push([from, '_'.repeat(to + 1 - from)]);
  }

  private maskedText(): string {
    if (this.masks.length === 0) return this.text;
    const parts: string[] = [];
    let position = 0;
    for (const [offset, replacement] of [...this.masks].sort((a, b) => a[0] - b[0])) {
      parts.push(this.text.slice(position, offset), replacement);
      position = offset + replacement.length;
    }
    return parts.join('') + this.text.slice(position);
  }

  private problem(
    start: number,
    end: number,
    message: string,
    errorClass: SyntaxProblem['errorClass'] = 'SyntaxError',
  ): void {
    this.problems.push({ start, end: Math.max(end, start), message, errorClass });
  }

  private endOfLine(from: number): number {
    const found = /[\r\n]/.exec(this.text.slice(from));
    return found ? from + found.index : this.text.length;
  }

  private lineOf(offset: number): number {
    return this.text.slice(0, offset).split(/\r\n|\r|\n/).length;
  }
}
