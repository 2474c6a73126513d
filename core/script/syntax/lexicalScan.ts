/**
 * One pass over the characters of a script: what CPython's tokenizer complains about, and a text of the same
 * length in which the few forms that the grammar does not read are written as equals that it does.
 */
import type { Span } from './ast.ts';
import { Blocks } from './blocks.ts';
import { endOfLine, matchingParenthesis } from './lexicalParts.ts';
import { LineIndex } from './lineIndex.ts';
import { Masks } from './masks.ts';
import { endsAtBeginning, resumesAt, startOfLine, statementBetween, type Unread } from './resumption.ts';

export interface SyntaxProblem extends Span {
  readonly errorClass: 'SyntaxError' | 'IndentationError' | 'TabError';
  readonly message: string;
}

export interface LexicalScan {
  /** As long as the source: offsets in it are offsets in the source. */
  readonly masked: string;
  /** Tokenizer errors in the order of the text; after the first of them CPython reads no further. */
  readonly problems: readonly SyntaxProblem[];
  /** Parts after brackets and quotes that are never closed; blank in the masked text. */
  readonly unread: readonly Unread[];
}

interface Bracket {
  readonly open: string;
  readonly offset: number;
}

/** A place to which the scan can go back, and what had been found up to there. */
interface Mark {
  /** The bracket or quote that is taken as the one that is never closed, if one is. */
  readonly culprit: number;
  /** Where reading stops: there, or at the outermost bracket around it. */
  readonly from: number;
  /** Where reading goes on; 0 as long as that is not known. */
  readonly resume: number;
  readonly problems: number;
  readonly masks: number;
  readonly blocks: Blocks;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Going back costs a pass over the rest of the text; nobody has more than a few open ends. */
const MOST_RESUMPTIONS = 8;

const BLANKS = /[ \t\f]+/y;
const WORD = /[\p{L}\p{N}\p{M}_]+/uy;
/** The points after the first part of `1.`, `1.e5` and `1.5` are told apart by what follows them. */
const NUMBER = /0[xXoObB][0-9a-fA-F_]+|(\d[\d_]*)?(\.)?(?:(\d[\d_]*)?([eE][+-]?\d[\d_]*)?)[jJ]?/y;

export function scan(text: string): LexicalScan {
  return new Scanner(text).run();
}

class Scanner {
  private readonly problems: SyntaxProblem[] = [];
  private readonly brackets: Bracket[] = [];
  private readonly masks: Masks;
  private readonly lines: LineIndex;
  private readonly unread: Unread[] = [];
  private position = 0;
  private blocks: Blocks;
  /** Where to go on if the outermost open bracket, or the first doubtful string, turns out to have no end. */
  private afterBracket: Mark | undefined;
  private afterString: Mark | undefined;

  constructor(private readonly text: string) {
    this.masks = new Masks(text);
    this.lines = new LineIndex(text);
    this.blocks = new Blocks(text, this.lines, this.problems);
  }

  run(): LexicalScan {
    this.startLine();
    do while (this.position < this.text.length) this.step();
    while (this.resumed());
    const open = this.brackets[0] && this.brackets[this.brackets.length - 1];
    if (open) this.problem(open.offset, open.offset + 1, `'${open.open}' was never closed`);
    else this.blocks.endText();
    this.problems.sort((a, b) => a.start - b.start);
    return { masked: this.masks.masked(), problems: this.problems, unread: this.unread };
  }

  /** At the end of the text with something open: goes back to where the next statement seems to begin. */
  private resumed(): boolean {
    const mark = this.brackets.length > 0 ? this.afterBracket : undefined;
    if (!mark || mark.resume === 0 || this.unread.length >= MOST_RESUMPTIONS) return false;
    const open =
      this.brackets.findLast(({ offset }) => offset < mark.resume) ?? (this.brackets[0] as Bracket);
    this.goBack(mark);
    this.problem(open.offset, open.offset + 1, `'${open.open}' was never closed`);
    return true;
  }

  private goBack(mark: Mark): void {
    this.problems.length = mark.problems;
    this.masks.cutTo(mark.masks);
    this.brackets.length = 0;
    this.unread.push({ start: mark.from, end: mark.resume });
    this.masks.blank(mark.from, mark.resume - (this.text[mark.resume - 2] === '\r' ? 2 : 1));
    this.blocks = mark.blocks;
    this.position = mark.resume;
    this.afterBracket = undefined;
    this.afterString = undefined;
    this.startLine();
  }

  private mark(culprit: number, resume: number): Mark {
    return {
      culprit,
      from: this.brackets[0]?.offset ?? culprit,
      resume,
      problems: this.problems.length,
      masks: this.masks.count,
      blocks: this.blocks.afterBrokenLine(),
    };
  }

  private step(): void {
    const character = this.text[this.position] ?? '';
    const code = character.charCodeAt(0);
    if (character === ' ' || character === '\t' || character === '\f')
      this.position += this.match(BLANKS).length;
    else if (character === '\n' || character === '\r') this.newline(character);
    else if (character === '#') this.position = endOfLine(this.text, this.position);
    else if (character === '\\') this.continuation();
    else if (character === '"' || character === "'") this.string(this.position);
    else if (isDigit(code) || (character === '.' && isDigit(this.text.charCodeAt(this.position + 1))))
      this.number();
    else if (isLetter(code)) this.word();
    else this.punctuation(character);
  }

  /** What the pattern finds at the present position. */
  private match(pattern: RegExp): string {
    pattern.lastIndex = this.position;
    return pattern.exec(this.text)?.[0] ?? '';
  }

  private newline(character: string): void {
    this.position += character === '\r' && this.text[this.position + 1] === '\n' ? 2 : 1;
    if (this.brackets.length > 0) {
      this.noteResumption();
      return;
    }
    this.blocks.endLine();
    this.startLine();
  }

  /** Inside brackets: the first line that looks like a statement is where to go on if they are never closed. */
  private noteResumption(): void {
    const mark = this.afterBracket;
    if (mark === undefined || mark.resume > 0) return;
    if (resumesAt(this.text, this.position, this.blocks.indent))
      this.afterBracket = { ...mark, resume: this.position };
  }

  private startLine(): void {
    const indent = this.match(BLANKS);
    this.blocks.startLine(this.position, indent);
    this.position += indent.length;
  }

  private continuation(): void {
    const next = this.text[this.position + 1];
    if (next === '\n' || next === '\r') {
      const isPair = next === '\r' && this.text[this.position + 2] === '\n';
      if (isPair) this.masks.add(this.position, '   ');
      this.position += isPair ? 3 : 2;
      return;
    }
    const message =
      next === undefined
        ? 'unexpected EOF while parsing'
        : 'unexpected character after line continuation character';
    this.problem(this.position, this.position + 1, message);
    this.position += 1;
  }

  private word(): void {
    const found = this.match(WORD);
    const word = found || String.fromCodePoint(this.text.codePointAt(this.position) ?? 0);
    const quote = this.text[this.position + word.length] ?? '';
    if ((quote === '"' || quote === "'") && /^([rRuUbBfF]|[bBfF][rR]|[rR][bBfF])$/.test(word)) {
      const start = this.position;
      this.position += word.length;
      this.string(start);
      return;
    }
    if (!found) this.problem(this.position, this.position + word.length, invalidCharacter(word));
    if (word === 'with') this.maskWithParentheses();
    if (word === 'as') this.maskTarget();
    this.position += word.length;
    this.blocks.word(word, this.position);
  }

  /** `1.` and `1.e5` are read by the grammar as attributes of 1: a zero stands in for such a point. */
  private number(): void {
    NUMBER.lastIndex = this.position;
    const [whole = '0', before, point, after] = NUMBER.exec(this.text) ?? [];
    if (point && before !== undefined && after === undefined)
      this.masks.add(this.position + before.length, '0');
    this.position += Math.max(1, whole.length);
    this.blocks.token('number', this.position);
  }

  private string(start: number): void {
    const quote = this.text[this.position] ?? '';
    if (this.text.startsWith(quote.repeat(3), this.position)) this.tripleQuoted(start, quote.repeat(3));
    else this.quoted(start, quote);
    this.blocks.token('string', this.position);
  }

  private quoted(start: number, quote: string): void {
    for (let i = this.position + 1; i < this.text.length; i++) {
      const character = this.text[i];
      if (character === '\n' || character === '\r') break;
      if (character === '\\') i += this.text.startsWith('\r\n', i + 1) ? 2 : 1;
      else if (character === quote) {
        this.position = i + 1;
        return;
      }
    }
    const line = this.lines.lineAt(start) + 1;
    this.position = endOfLine(this.text, start);
    this.problem(start, this.position, `unterminated string literal (detected at line ${line})`);
  }

  private tripleQuoted(start: number, quotes: string): void {
    const end = this.endOfTripleQuoted(this.position + 3, quotes);
    if (end === undefined) {
      this.unterminated(start);
      return;
    }
    this.position = end;
    if (this.afterString !== undefined || !endsAtBeginning(this.text, end - 3, end)) return;
    const { indent } = this.blocks;
    const resume = statementBetween(this.text, start, end - 3, indent) ?? startOfLine(this.text, end - 3);
    if (resume > start) this.afterString = this.mark(start, resume);
  }

  private endOfTripleQuoted(from: number, quotes: string): number | undefined {
    let at = from;
    for (;;) {
      const end = this.text.indexOf(quotes, at);
      if (end < 0) return undefined;
      let escapes = 0;
      while (end - escapes > from && this.text[end - escapes - 1] === '\\') escapes += 1;
      if (escapes % 2 === 0) return end + 3;
      at = end + 1;
    }
  }

  /** Which of the quotes lacks its partner? The first string that seems to end where another one begins, or the last. */
  private unterminated(start: number): void {
    const last = this.lines.lineAt(this.text.length) + 1;
    const message = `unterminated triple-quoted string literal (detected at line ${last})`;
    const mark =
      this.unread.length < MOST_RESUMPTIONS ? (this.afterString ?? this.markAfter(start)) : undefined;
    if (mark !== undefined) this.goBack(mark);
    else this.position = this.text.length;
    const culprit = mark?.culprit ?? start;
    this.problem(culprit, endOfLine(this.text, culprit), message);
  }

  private markAfter(start: number): Mark | undefined {
    const resume = statementBetween(this.text, start, this.text.length, this.blocks.indent);
    return resume === undefined ? undefined : this.mark(start, resume);
  }

  private punctuation(character: string): void {
    const at = this.position;
    this.position += 1;
    this.blocks.token(character, this.position);
    if (character === ':' && this.brackets.length === 0) this.blocks.colon();
    if (CLOSING[character]) this.open(character, at);
    else if (character === ')' || character === ']' || character === '}') this.close(character, at);
    else if (character === '$' || character === '?' || (character === '!' && this.text[at + 1] !== '='))
      this.problem(at, at + 1, 'invalid syntax');
  }

  private open(character: string, at: number): void {
    if (this.brackets.length === 0) this.afterBracket = this.mark(at, 0);
    this.brackets.push({ open: character, offset: at });
  }

  private close(character: string, at: number): void {
    const open = this.brackets.pop();
    if (!open) {
      this.problem(at, at + 1, `unmatched '${character}'`);
      return;
    }
    if (CLOSING[open.open] === character) return;
    const line = this.lines.lineAt(open.offset);
    const where = line === this.lines.lineAt(at) ? '' : ` on line ${line + 1}`;
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
    this.masks.add(from, ' ');
    this.masks.add(to, ' ');
    for (const match of inside.matchAll(/[\r\n]/g)) this.masks.add(from + 1 + match.index, ' ');
    const comma = /,\s*$/.exec(inside);
    if (comma) this.masks.add(from + 1 + comma.index, ' ');
  }

  /** The grammar takes only a name after `as`; the builder reads the real target from the source. */
  private maskTarget(): void {
    const rest = this.text.slice(this.position, this.position + 300);
    const dotted = /^as\s+([\w]+\.[\w.]+)/.exec(rest);
    const open = /^as\s*\(/.exec(rest);
    const from =
      this.position + (dotted ? dotted[0].length - (dotted[1] ?? '').length : (open?.[0].length ?? 1) - 1);
    const to = dotted ? this.position + dotted[0].length - 1 : open && matchingParenthesis(this.text, from);
    if (to !== undefined && to !== null) this.masks.add(from, '_'.repeat(to + 1 - from));
  }

  private problem(start: number, end: number, message: string): void {
    this.problems.push({ start, end, message, errorClass: 'SyntaxError' });
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128;
}

function invalidCharacter(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (/^[\p{C}\p{Z}]$/u.test(character)) return `invalid non-printable character ${code}`;
  return `invalid character '${character}' (${code})`;
}
