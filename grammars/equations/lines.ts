/** Finds where each equation of a model starts, so that one that is half typed costs only itself. */
import type { IToken } from 'chevrotain';
import * as T from './tokens.ts';

/**
 * Cuts the tokens of a model into one list per equation. Newlines do not end equations in Brian, so an
 * equation goes on until its unit and flags are complete; but the beginning of an equation at the start of
 * a line, where the text before it cannot go on that way, starts a new one in any case.
 */
export function splitEquations(tokens: readonly IToken[], text: string): IToken[][] {
  const lists: IToken[][] = [];
  let current: IToken[] = [];
  let tail = new Tail();
  tokens.forEach((token, k) => {
    if (current.length > 0 && startsEquation(tokens, k, text, tail)) {
      lists.push(current);
      current = [];
      tail = new Tail();
    }
    current.push(token);
    tail.follow(token);
  });
  if (current.length > 0) lists.push(current);
  return lists;
}

/** How far the part after the colon of an equation has come. */
class Tail {
  inside = false;
  hasUnit = false;
  depth = 0;
  closed = false;

  follow(token: IToken): void {
    if (!this.inside) {
      this.inside = token.tokenType === T.Colon;
      return;
    }
    if (token.tokenType === T.LeftParenthesis) this.depth++;
    else if (token.tokenType === T.RightParenthesis) {
      this.depth--;
      this.closed = true;
    } else this.hasUnit = true;
  }
}

function startsEquation(tokens: readonly IToken[], k: number, text: string, tail: Tail): boolean {
  const before = tokens[k - 1]!;
  const gap = text.slice(T.endOf(before), tokens[k]!.startOffset);
  const firstOnLine = gap.includes('\n');
  const head = headAt(tokens, k);
  if (!tail.inside)
    return firstOnLine && (head === 'assignment' || (head === 'parameter' && endsOperand(before)));
  if (head !== undefined) return firstOnLine || tail.closed || before.tokenType === T.Semicolon;
  const unitToCome = !tail.hasUnit || tokens[k]!.tokenType === T.LeftParenthesis || tail.depth > 0;
  return firstOnLine && !unitToCome;
}

/** What kind of equation begins at a token: `x :`, or `x =` and `dx/dt =`. */
function headAt(tokens: readonly IToken[], k: number): 'parameter' | 'assignment' | undefined {
  const is = (offset: number, image: string) => tokens[k + offset]?.image === image;
  const word = tokens[k]!;
  if (!/^[\w\u0080-\uffff]+$/.test(word.image)) return undefined;
  if (is(1, ':')) return 'parameter';
  if (is(1, '=')) return 'assignment';
  if (!word.image.startsWith('d')) return undefined;
  const slash = word.image === 'd' ? 2 : 1;
  return is(slash, '/') && is(slash + 1, 'dt') && is(slash + 2, '=') ? 'assignment' : undefined;
}

const OPERAND_ENDS = [
  T.Identifier,
  T.NumberToken,
  T.True,
  T.False,
  T.RightParenthesis,
  T.RightBracket,
  T.StringToken,
];

function endsOperand(token: IToken): boolean {
  return OPERAND_ENDS.includes(token.tokenType);
}
