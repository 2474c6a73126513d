import { EmbeddedActionsParser, EOF, type IToken } from 'chevrotain';
import type { TextRange } from '../../core/text/range.ts';
import { ExpressionNotes } from './notes.ts';
import { missing } from './numbers.ts';
import * as T from './tokens.ts';
import type { BinaryOperator, Expression, Name } from './tree.ts';

/** What all rules share: the text that is read, the problems found, and the building of trees. */
export abstract class TreeParser extends EmbeddedActionsParser {
  /** The text that the tokens' offsets count in. */
  protected text = '';
  notes = new ExpressionNotes('');

  constructor() {
    super([...T.VOCABULARY], { maxLookahead: 1, skipValidations: true });
  }

  /** Makes the parser read these tokens of this text; problems go to a fresh list. */
  start(tokens: IToken[], text: string): void {
    this.text = text;
    this.input = tokens;
    this.notes = new ExpressionNotes(text);
  }

  /** How many of the tokens the rule took. */
  consumed(tokens: readonly IToken[]): number {
    const rest = this.LA(1);
    return rest.tokenType === EOF ? tokens.length : tokens.indexOf(rest);
  }

  protected here(): number {
    return this.LA(1).startOffset;
  }

  protected since(start: number): TextRange {
    const last = this.LA(0);
    return { start, end: last.tokenType === EOF ? start : Math.max(start, T.endOf(last)) };
  }

  protected binary(sign: IToken, left: Expression, right: Expression, start: number): Expression {
    return { kind: 'binary', op: sign.image as BinaryOperator, left, right, range: this.since(start) };
  }

  protected hole(): Expression {
    const next = this.LA(1);
    this.notes.unexpected(next, this.LA(0));
    const at = next.tokenType === EOF ? T.endOf(this.LA(0)) || 0 : next.startOffset;
    return missing({ start: at, end: at });
  }

  /** Python has it, Brian has not. `refusal`: see `ForeignSyntax`. */
  protected unsupported(construct: string, start: number, refusal?: string): Expression {
    this.notes.unsupported({ construct, ...(refusal !== undefined && { refusal }) }, this.since(start));
    return missing(this.since(start));
  }
}

export function rangeOf(token: IToken): TextRange {
  return { start: token.startOffset, end: T.endOf(token) };
}

export function nameAt(name: string, start: number): Name {
  return { kind: 'name', name, range: { start, end: start + name.length } };
}

export function nameOf(token: IToken): Name {
  return nameAt(token.image, token.startOffset);
}
