import type { IToken, TokenType } from 'chevrotain';
import { missing, readNumber } from './numbers.ts';
import * as T from './tokens.ts';
import type { Expression } from './tree.ts';
import { nameOf, rangeOf, TreeParser } from './treeParser.ts';

/** What stands in the brackets of a call, or what Brian does not know there. */
type Arguments = Expression[] | 'Starred' | 'keyword';

/** Names, numbers, calls and parentheses, and what Python can put in their place. */
export abstract class AtomParser extends TreeParser {
  protected abstract readonly expression: (idx?: number) => Expression;

  protected readonly primary = this.RULE('primary', (): Expression => {
    const start = this.here();
    let expr = this.SUBRULE(this.atom);
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            const args = this.SUBRULE(this.callArguments);
            this.ACTION(() => {
              expr = this.called(expr, args, start);
            });
          },
        },
        {
          ALT: () => {
            this.SUBRULE(this.brackets);
            this.ACTION(() => {
              expr = this.unsupported('Subscript', start);
            });
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.Dot);
            this.OPTION(() => {
              this.CONSUME(T.Word);
            });
            this.ACTION(() => {
              if (this.LA(0).tokenType === T.Dot) this.notes.unexpected(this.LA(1), this.LA(0));
              expr = this.unsupported('Attribute', start);
            });
          },
        },
      ]);
    });
    return expr;
  });

  /** `(a, b)` after a name. */
  protected readonly callArguments = this.RULE('callArguments', (): Arguments => {
    const args: Expression[] = [];
    let foreign: 'Starred' | 'keyword' | undefined;
    this.CONSUME(T.LeftParenthesis);
    this.MANY({
      GATE: () => startsArgument(this.LA(1)),
      DEF: () => {
        this.OPTION1(() => {
          this.OR([{ ALT: () => this.CONSUME(T.Star) }, { ALT: () => this.CONSUME(T.Power) }]);
          foreign ??= this.LA(0).tokenType === T.Power ? 'keyword' : 'Starred';
        });
        this.OPTION2({
          GATE: () => this.LA(2).tokenType === T.Assign,
          DEF: () => {
            this.CONSUME(T.Identifier);
            this.CONSUME(T.Assign);
            foreign = 'keyword';
          },
        });
        const arg = this.SUBRULE(this.expression);
        this.ACTION(() => {
          args.push(arg);
          if (startsArgument(this.LA(1))) this.notes.forgottenComma(arg.range.start, this.LA(1));
        });
        this.OPTION3({
          GATE: () => this.LA(1).tokenType === T.Comma,
          DEF: () => {
            this.CONSUME(T.Comma);
          },
        });
      },
    });
    this.SUBRULE(this.closing);
    return this.ACTION(() => foreign ?? args);
  });

  /** The `)`, after whatever else stands before it. */
  protected readonly closing = this.RULE('closing', () => {
    this.MANY({
      GATE: () => this.LA(1).tokenType !== T.RightParenthesis && this.notes.isClosed(this.LA(1)),
      DEF: () => {
        const extra = this.CONSUME(T.Inner);
        this.ACTION(() => this.notes.unexpected(extra));
      },
    });
    this.OPTION(() => {
      this.CONSUME(T.RightParenthesis);
    });
  });

  protected readonly brackets = this.RULE('brackets', () => {
    this.CONSUME(T.LeftBracket);
    this.MANY({
      GATE: () => this.LA(1).tokenType !== T.RightBracket,
      DEF: () => {
        this.OR([
          {
            ALT: () => {
              this.SUBRULE(this.brackets);
            },
          },
          {
            GATE: () => this.LA(1).tokenType !== T.LeftBracket,
            ALT: () => {
              this.CONSUME(T.Inner);
            },
          },
        ]);
      },
    });
    this.OPTION(() => {
      this.CONSUME(T.RightBracket);
    });
  });

  protected readonly braces = this.RULE('braces', () => {
    this.CONSUME(T.LeftBrace);
    this.MANY({
      GATE: () => this.LA(1).tokenType !== T.RightBrace,
      DEF: () => {
        this.CONSUME(T.Inner);
      },
    });
    this.OPTION(() => {
      this.CONSUME(T.RightBrace);
    });
  });

  protected readonly atom = this.RULE('atom', (): Expression => {
    const start = this.here();
    return this.OR([
      { ALT: () => this.named(this.CONSUME(T.Identifier)) },
      { ALT: () => this.numeric(this.CONSUME(T.NumberToken)) },
      { ALT: () => this.truth(this.CONSUME(T.True)) },
      { ALT: () => this.truth(this.CONSUME(T.False)) },
      { ALT: () => this.SUBRULE(this.parenthesised) },
      {
        ALT: () => {
          this.CONSUME(T.None);
          return this.ACTION(() => {
            const problem = {
              code: 'undefined-name',
              errorClass: 'KeyError',
              message: 'The identifier "None" could not be resolved.',
            };
            this.notes.add({ ...problem, range: this.since(start) });
            return missing(this.since(start)) as Expression;
          });
        },
      },
      {
        ALT: () => {
          const text = this.CONSUME(T.StringToken);
          return this.ACTION(() =>
            this.unsupported(
              'Constant',
              start,
              `could not convert string to float: ${pythonString(text.image)}`,
            ),
          );
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.Ellipsis);
          return this.ACTION(() => this.unsupported('Constant', start, 'cannot create mpf from Ellipsis'));
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.brackets);
          return this.ACTION(() => this.unsupported('List', start));
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.braces);
          return this.ACTION(() => this.unsupported('Set', start));
        },
      },
    ]);
  });

  protected readonly parenthesised = this.RULE('parenthesised', (): Expression => {
    const start = this.here();
    let expr: Expression | undefined;
    let commas = 0;
    this.CONSUME(T.LeftParenthesis);
    this.OPTION1({
      GATE: () => this.LA(1).tokenType !== T.RightParenthesis,
      DEF: () => {
        expr = this.SUBRULE1(this.expression);
        this.ACTION(() => {
          if (startsArgument(this.LA(1))) this.notes.forgottenComma(expr!.range.start, this.LA(1));
        });
        this.MANY({
          GATE: () => this.LA(1).tokenType === T.Comma,
          DEF: () => {
            this.CONSUME(T.Comma);
            commas++;
            this.OPTION2({
              GATE: () => this.LA(1).tokenType !== T.RightParenthesis,
              DEF: () => {
                this.SUBRULE2(this.expression);
              },
            });
          },
        });
      },
    });
    this.SUBRULE(this.closing);
    return this.ACTION(() => (expr === undefined || commas > 0 ? this.unsupported('Tuple', start) : expr));
  });

  protected called(callee: Expression, args: Arguments, start: number): Expression {
    if (args === 'Starred') return this.unsupported(args, start);
    if (args === 'keyword') return this.unsupported(args, start, 'Keyword arguments not supported.');
    if (callee.kind !== 'name') return this.unsupported('Call', start);
    return { kind: 'call', name: callee.name, nameRange: callee.range, args, range: this.since(start) };
  }

  protected named(token: IToken): Expression {
    return this.ACTION((): Expression => {
      const odd = /[^\p{L}\p{N}\p{M}_]/u.exec(token.image)?.[0];
      if (odd !== undefined) this.notes.invalidCharacter(odd, token.startOffset + token.image.indexOf(odd));
      return nameOf(token);
    });
  }

  protected numeric(token: IToken): Expression {
    return this.ACTION((): Expression => {
      const range = rangeOf(token);
      const literal = readNumber(token.image, range);
      if (typeof literal !== 'string') return literal;
      if (literal.startsWith('cannot')) return this.unsupported('Constant', range.start, literal);
      this.notes.syntax(literal, range);
      return missing(range);
    });
  }

  protected truth(token: IToken): Expression {
    return this.ACTION(
      (): Expression => ({ kind: 'boolean', value: token.image === 'True', range: rangeOf(token) }),
    );
  }
}

/** As Python shows the string that a literal stands for. */
function pythonString(literal: string): string {
  const text = literal.replace(/^[a-zA-Z]*./, '').slice(0, -1);
  return text.includes("'") ? `"${text}"` : `'${text}'`;
}

function isSign(token: IToken): boolean {
  return token.tokenType === T.Plus || token.tokenType === T.Minus || token.tokenType === T.Tilde;
}

const ATOMS = new Set<TokenType>([
  T.Identifier,
  T.NumberToken,
  T.True,
  T.False,
  T.None,
  T.StringToken,
  T.Ellipsis,
  T.LeftParenthesis,
  T.LeftBracket,
  T.LeftBrace,
]);

function startsAtom(token: IToken): boolean {
  return ATOMS.has(token.tokenType);
}

function startsArgument(token: IToken): boolean {
  return startsAtom(token) || isSign(token) || [T.Not, T.Star, T.Power].includes(token.tokenType);
}
