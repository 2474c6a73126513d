/**
 * The one parser class for all that Brian writes in strings. Its rules accept any text: where Python's
 * grammar has no way on, a rule notes what is wrong and leaves a hole in the tree.
 */
import { EmbeddedActionsParser, EOF, type IToken, type TokenType } from 'chevrotain';
import type { TextRange } from '../../core/text/range.ts';
import { ExpressionNotes } from './notes.ts';
import { missing, readNumber } from './numbers.ts';
import * as T from './tokens.ts';
import type {
  BinaryOperator,
  ComparisonOperator,
  EquationType,
  Expression,
  Flag,
  GrammarProblem,
  Name,
  UnitText,
} from './tree.ts';

/** An equation as the grammar sees it, before anything is asked of its parts. */
export interface EquationParts {
  readonly type: EquationType;
  readonly name: Name;
  readonly expr?: Expression;
  readonly unit?: UnitText;
  readonly flags: readonly Flag[];
}

export interface GeneratorParts {
  readonly element: Expression;
  readonly iterator?: IteratorParts;
  readonly condition?: Expression;
}

export interface IteratorParts {
  readonly variable: Expression;
  /** Absent where the iterator is no call of a function. */
  readonly function?: Name;
  readonly args: readonly Expression[];
  readonly keywords: ReadonlyMap<string, Expression>;
  readonly sourceRange: TextRange;
  readonly range: TextRange;
}

const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=']);

class BrianParser extends EmbeddedActionsParser {
  /** The text that the tokens' offsets count in. */
  private text = '';
  notes = new ExpressionNotes('');

  constructor() {
    super([...T.VOCABULARY], { maxLookahead: 1, skipValidations: true });
    this.performSelfAnalysis();
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

  // ---- model equations ------------------------------------------------------------------------------

  readonly equation = this.RULE('equation', (): EquationParts => {
    let head: { type: EquationType; name: Name; expr?: Expression } | undefined;
    this.OR([
      {
        GATE: () => this.differentialName() > 0,
        ALT: () => {
          head = this.SUBRULE(this.differential);
        },
      },
      {
        ALT: () => {
          head = this.SUBRULE(this.definition);
        },
      },
    ]);
    let unit: UnitText | undefined;
    let flags: readonly Flag[] = [];
    this.OPTION(() => {
      this.CONSUME(T.Colon);
      this.OPTION1(() => {
        unit = this.SUBRULE(this.unit);
      });
      this.OPTION2({
        GATE: () => unit !== undefined && this.flagsFollow(),
        DEF: () => {
          flags = this.SUBRULE(this.flags);
        },
      });
    });
    return this.ACTION(() => ({ ...head!, unit, flags }));
  });

  private readonly differential = this.RULE('differential', () => {
    // `dv` is one word, `d v` are two.
    const words = this.differentialName();
    const first = this.CONSUME1(T.Word);
    let second: IToken | undefined;
    this.OPTION({
      GATE: () => words === 2,
      DEF: () => {
        second = this.CONSUME2(T.Word);
      },
    });
    this.CONSUME(T.Slash);
    this.CONSUME3(T.Word);
    this.CONSUME(T.Assign);
    const expr = this.SUBRULE(this.rightHandSide);
    return this.ACTION(() => {
      const name =
        second === undefined ? nameAt(first.image.slice(1), first.startOffset + 1) : nameOf(second);
      return { type: 'differential equation' as const, name, expr };
    });
  });

  private readonly definition = this.RULE('definition', () => {
    const word = this.CONSUME(T.Word);
    let expr: Expression | undefined;
    this.OPTION(() => {
      this.CONSUME(T.Assign);
      expr = this.SUBRULE(this.rightHandSide);
    });
    return this.ACTION(() => {
      const type: EquationType = expr === undefined ? 'parameter' : 'subexpression';
      return { type, name: nameOf(word), expr };
    });
  });

  private readonly rightHandSide = this.RULE('rightHandSide', (): Expression => {
    const expr = this.SUBRULE(this.wholeExpression);
    return expr;
  });

  private readonly unit = this.RULE('unit', (): UnitText => {
    const first = this.CONSUME1(T.UnitPart);
    this.MANY({
      GATE: () => this.unitGoesOn(),
      DEF: () => {
        this.CONSUME2(T.UnitPart);
      },
    });
    return this.ACTION(() => {
      const range = { start: first.startOffset, end: T.endOf(this.LA(0)) };
      return { text: this.text.slice(range.start, range.end), range };
    });
  });

  private readonly flags = this.RULE('flags', (): readonly Flag[] => {
    const flags: Flag[] = [];
    this.CONSUME(T.LeftParenthesis);
    this.AT_LEAST_ONE_SEP({
      SEP: T.Comma,
      DEF: () => {
        flags.push(this.SUBRULE(this.flag));
      },
    });
    this.CONSUME(T.RightParenthesis);
    return flags;
  });

  private readonly flag = this.RULE('flag', (): Flag => {
    const first = this.CONSUME1(T.Word);
    this.MANY(() => {
      this.CONSUME2(T.UnitPart);
    });
    return this.ACTION(() => {
      const end = T.endOf(this.LA(0));
      // Blanks before `,` and `)` belong to the name, so that the class that checks it refuses it.
      const trailing = /[ ]*/y;
      trailing.lastIndex = end;
      const blanks = trailing.exec(this.text)?.[0] ?? '';
      const name = this.text.slice(first.startOffset, end) + blanks;
      return { name, range: { start: first.startOffset, end } };
    });
  });

  /** 1 at `dv/dt =`, 2 at `d v/dt =`, 0 elsewhere. */
  private differentialName(): number {
    const at = (k: number) => this.LA(k).image;
    if (!at(1).startsWith('d')) return 0;
    const words = at(1) === 'd' && this.LA(2).tokenType !== T.Slash ? 2 : 1;
    if (words === 1 && at(1) === 'd') return 0;
    return at(words + 1) === '/' && at(words + 2) === 'dt' && at(words + 3) === '=' ? words : 0;
  }

  /** A unit ends at the end of the line and at whatever its text cannot hold. */
  private unitGoesOn(): boolean {
    return (
      /^ *$/.test(this.text.slice(T.endOf(this.LA(0)), this.LA(1).startOffset)) &&
      !this.LA(1).image.includes('_')
    );
  }

  /** True at `(flag, flag)`; anything else after a unit is left over. */
  private flagsFollow(): boolean {
    let k = 1;
    do {
      if (!/^[A-Za-z]/.test(this.LA(++k).image)) return false;
      while (isFlagPart(this.LA(k + 1))) k++;
      k++;
    } while (this.LA(k).tokenType === T.Comma);
    return this.LA(k).tokenType === T.RightParenthesis;
  }

  // ---- generators -----------------------------------------------------------------------------------

  readonly generator = this.RULE('generator', (): GeneratorParts => {
    this.ACTION(() =>
      this.notes.checkBrackets(
        () => true,
        (k) => this.LA(k),
      ),
    );
    const element = this.SUBRULE1(this.disjunction);
    let iterator: IteratorParts | undefined;
    let condition: Expression | undefined;
    this.OPTION1(() => {
      iterator = this.SUBRULE(this.iterator);
    });
    this.OPTION2(() => {
      this.CONSUME(T.If);
      condition = this.SUBRULE2(this.disjunction);
    });
    return this.ACTION(() => ({ element, iterator, condition }));
  });

  private readonly iterator = this.RULE('iterator', (): IteratorParts => {
    const start = this.CONSUME(T.For);
    const variable = this.SUBRULE1(this.sum);
    this.CONSUME(T.In);
    const source = this.SUBRULE(this.iteratorSource);
    return this.ACTION(() => ({ ...source, variable, range: this.since(start.startOffset) }));
  });

  /** `range(...)` or `sample(...)`, whose arguments may have names. */
  private readonly iteratorSource = this.RULE('iteratorSource', () => {
    const start = this.here();
    const args: Expression[] = [];
    const keywords = new Map<string, Expression>();
    let name: IToken | undefined;
    this.OR([
      {
        GATE: () => this.LA(2).tokenType === T.LeftParenthesis,
        ALT: () => {
          name = this.CONSUME1(T.Identifier);
          this.CONSUME(T.LeftParenthesis);
          this.OPTION({
            GATE: () => this.LA(1).tokenType !== T.RightParenthesis,
            DEF: () => {
              this.AT_LEAST_ONE_SEP({
                SEP: T.Comma,
                DEF: () => {
                  const argument = this.SUBRULE(this.argument);
                  this.ACTION(() => {
                    if (argument.key === undefined) args.push(argument.value);
                    else keywords.set(argument.key, argument.value);
                  });
                },
              });
            },
          });
          this.SUBRULE(this.closing);
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.disjunction);
        },
      },
    ]);
    return this.ACTION(() => ({
      function: name && nameOf(name),
      args,
      keywords,
      sourceRange: this.since(start),
    }));
  });

  private readonly argument = this.RULE('argument', () => {
    let key: IToken | undefined;
    this.OPTION({
      GATE: () => this.LA(2).tokenType === T.Assign,
      DEF: () => {
        key = this.CONSUME(T.Identifier);
        this.CONSUME(T.Assign);
      },
    });
    const value = this.SUBRULE(this.disjunction);
    return this.ACTION(() => ({ key: key?.image, value }));
  });

  // ---- expressions ----------------------------------------------------------------------------------

  /** An expression up to the end of the input or to the `:` of an equation, with all that is wrong with it. */
  readonly wholeExpression = this.RULE('wholeExpression', (): Expression => {
    this.ACTION(() =>
      this.notes.checkBrackets(
        (t) => t.tokenType !== T.Colon,
        (k) => this.LA(k),
      ),
    );
    const expr = this.SUBRULE(this.expression);
    this.SUBRULE(this.leftovers);
    return expr;
  });

  /** What stands after a complete expression: Python stops at its first token. */
  private readonly leftovers = this.RULE('leftovers', () => {
    this.OPTION(() => {
      const first = this.CONSUME1(T.Inner);
      this.ACTION(() => this.notes.unexpected(first));
      this.MANY(() => {
        this.CONSUME2(T.Inner);
      });
    });
  });

  private readonly expression: (idx?: number) => Expression = this.RULE('expression', (): Expression => {
    const start = this.here();
    let expr = this.SUBRULE1(this.disjunction);
    this.OPTION1(() => {
      this.CONSUME(T.If);
      this.SUBRULE2(this.disjunction);
      let complete = false;
      this.OPTION2(() => {
        this.CONSUME(T.Else);
        this.SUBRULE3(this.disjunction);
        complete = true;
      });
      this.ACTION(() => {
        if (!complete) this.notes.syntax("expected 'else' after 'if' expression", this.since(start));
        expr = this.unsupported('Unknown syntax: IfExp', start);
      });
    });
    return expr;
  });

  private readonly disjunction: (idx?: number) => Expression = this.RULE('disjunction', (): Expression => {
    const start = this.here();
    let left = this.SUBRULE1(this.conjunction);
    this.MANY(() => {
      this.CONSUME(T.Or);
      const right = this.SUBRULE2(this.conjunction);
      left = this.ACTION(
        () => ({ kind: 'logical', op: 'or', left, right, range: this.since(start) }) as Expression,
      );
    });
    return left;
  });

  private readonly conjunction = this.RULE('conjunction', (): Expression => {
    const start = this.here();
    let left = this.SUBRULE1(this.inversion);
    this.MANY(() => {
      this.CONSUME(T.And);
      const right = this.SUBRULE2(this.inversion);
      left = this.ACTION(
        () => ({ kind: 'logical', op: 'and', left, right, range: this.since(start) }) as Expression,
      );
    });
    return left;
  });

  private readonly inversion: (idx?: number) => Expression = this.RULE('inversion', (): Expression => {
    const start = this.here();
    let expr: Expression | undefined;
    this.OPTION1(() => {
      this.CONSUME(T.Not);
      const operand = this.SUBRULE(this.inversion);
      expr = this.ACTION((): Expression => ({ kind: 'unary', op: 'not', operand, range: this.since(start) }));
    });
    this.OPTION2({
      GATE: () => expr === undefined,
      DEF: () => {
        expr = this.SUBRULE(this.comparison);
      },
    });
    return this.ACTION(() => expr ?? this.hole());
  });

  private readonly comparison = this.RULE('comparison', (): Expression => {
    const start = this.here();
    let left = this.SUBRULE1(this.bitwise);
    let count = 0;
    this.MANY({
      GATE: () => this.LA(1).tokenType !== T.Not || this.LA(2).tokenType === T.In,
      DEF: () => {
        const sign = this.SUBRULE(this.comparisonSign);
        const right = this.SUBRULE2(this.bitwise);
        this.ACTION(() => {
          left = this.compared(left, sign, right, start, ++count);
        });
      },
    });
    return left;
  });

  private readonly comparisonSign = this.RULE('comparisonSign', (): string =>
    this.OR([
      {
        ALT: () => {
          this.CONSUME(T.Not);
          this.CONSUME(T.In);
          return 'NotIn';
        },
      },
      {
        ALT: () => {
          const sign = this.CONSUME(T.ComparisonSign);
          let negated = false;
          this.OPTION({
            GATE: () => this.LA(0).tokenType === T.Is,
            DEF: () => {
              this.CONSUME2(T.Not);
              negated = true;
            },
          });
          return this.ACTION(() =>
            sign.tokenType === T.Is
              ? negated
                ? 'IsNot'
                : 'Is'
              : sign.tokenType === T.In
                ? 'In'
                : sign.image,
          );
        },
      },
    ]),
  );

  private compared(
    left: Expression,
    sign: string,
    right: Expression,
    start: number,
    count: number,
  ): Expression {
    const range = this.since(start);
    if (count > 1) return this.unsupported('Can only handle single comparisons like a<b not a<b<c', start);
    if (!COMPARISONS.has(sign)) return this.unsupported(`Unsupported operation ${sign}`, start);
    return { kind: 'comparison', op: sign as ComparisonOperator, left, right, range };
  }

  private readonly bitwise = this.RULE('bitwise', (): Expression => {
    const start = this.here();
    let left = this.SUBRULE1(this.sum);
    this.MANY(() => {
      const sign = this.OR([
        { ALT: () => this.CONSUME(T.Bar) },
        { ALT: () => this.CONSUME(T.Caret) },
        { ALT: () => this.CONSUME(T.Ampersand) },
        { ALT: () => this.CONSUME(T.ShiftLeft) },
        { ALT: () => this.CONSUME(T.ShiftRight) },
      ]);
      this.SUBRULE2(this.sum);
      this.ACTION(() => {
        left = this.unsupported(foreignOperator(sign.image), start);
      });
    });
    return left;
  });

  private readonly sum = this.RULE('sum', (): Expression => {
    const start = this.here();
    let left = this.SUBRULE1(this.term);
    this.MANY(() => {
      const sign = this.OR([{ ALT: () => this.CONSUME(T.Plus) }, { ALT: () => this.CONSUME(T.Minus) }]);
      const right = this.SUBRULE2(this.term);
      this.ACTION(() => {
        left = this.binary(sign, left, right, start);
      });
    });
    return left;
  });

  private readonly term = this.RULE('term', (): Expression => {
    const start = this.here();
    let left = this.SUBRULE1(this.factor);
    this.MANY(() => {
      const sign = this.OR([
        { ALT: () => this.CONSUME(T.Star) },
        { ALT: () => this.CONSUME(T.Slash) },
        { ALT: () => this.CONSUME(T.FloorDivide) },
        { ALT: () => this.CONSUME(T.Percent) },
        { ALT: () => this.CONSUME(T.At) },
      ]);
      const right = this.SUBRULE2(this.factor);
      this.ACTION(() => {
        left =
          sign.tokenType === T.At
            ? this.unsupported(foreignOperator('@'), start)
            : this.binary(sign, left, right, start);
      });
    });
    return left;
  });

  private readonly factor: (idx?: number) => Expression = this.RULE('factor', (): Expression => {
    const start = this.here();
    let expr: Expression | undefined;
    this.OPTION1(() => {
      const sign = this.OR([
        { ALT: () => this.CONSUME(T.Plus) },
        { ALT: () => this.CONSUME(T.Minus) },
        { ALT: () => this.CONSUME(T.Tilde) },
      ]);
      const operand = this.SUBRULE(this.factor);
      expr = this.ACTION(() => this.signed(sign, operand, start));
    });
    this.OPTION2({
      GATE: () => expr === undefined,
      DEF: () => {
        expr = this.SUBRULE(this.power);
      },
    });
    return this.ACTION(() => expr ?? this.hole());
  });

  private signed(sign: IToken, operand: Expression, start: number): Expression {
    if (sign.tokenType === T.Tilde) return this.refused('Unknown unary operator: Invert', start);
    return { kind: 'unary', op: sign.image as '+' | '-', operand, range: this.since(start) };
  }

  private readonly power = this.RULE('power', (): Expression => {
    const start = this.here();
    const base = this.SUBRULE(this.primary);
    let result = base;
    this.OPTION(() => {
      const sign = this.CONSUME(T.Power);
      const exponent = this.SUBRULE(this.factor);
      this.ACTION(() => {
        result = this.binary(sign, base, exponent, start);
      });
    });
    return result;
  });

  private readonly primary = this.RULE('primary', (): Expression => {
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
              expr = this.unsupported('Unknown syntax: Subscript', start);
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
              expr = this.unsupported('Unknown syntax: Attribute', start);
            });
          },
        },
      ]);
    });
    return expr;
  });

  /** `(a, b)` after a name; undefined where Brian does not know this way of passing arguments. */
  private readonly callArguments = this.RULE('callArguments', (): Expression[] | string => {
    const args: Expression[] = [];
    let refusal = '';
    this.CONSUME(T.LeftParenthesis);
    this.MANY({
      GATE: () => startsArgument(this.LA(1)),
      DEF: () => {
        this.OPTION1(() => {
          this.OR([{ ALT: () => this.CONSUME(T.Star) }, { ALT: () => this.CONSUME(T.Power) }]);
          refusal ||= 'Unknown syntax: Starred';
        });
        this.OPTION2({
          GATE: () => this.LA(2).tokenType === T.Assign,
          DEF: () => {
            this.CONSUME(T.Identifier);
            this.CONSUME(T.Assign);
            refusal = 'Keyword arguments not supported.';
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
    return this.ACTION(() => refusal || args);
  });

  /** The `)`, after whatever else stands before it. */
  private readonly closing = this.RULE('closing', () => {
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

  private readonly brackets = this.RULE('brackets', () => {
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

  private readonly braces = this.RULE('braces', () => {
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

  private readonly atom = this.RULE('atom', (): Expression => {
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
          return this.ACTION(() => this.refused(`could not convert string to float: ${text.image}`, start));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.Ellipsis);
          return this.ACTION(() => this.refused('cannot create mpf from Ellipsis', start));
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.brackets);
          return this.ACTION(() => this.unsupported('Unknown syntax: List', start));
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.braces);
          return this.ACTION(() => this.unsupported('Unknown syntax: Set', start));
        },
      },
    ]);
  });

  private readonly parenthesised = this.RULE('parenthesised', (): Expression => {
    const start = this.here();
    let expr: Expression | undefined;
    let commas = 0;
    this.CONSUME(T.LeftParenthesis);
    this.OPTION1({
      GATE: () => this.LA(1).tokenType !== T.RightParenthesis,
      DEF: () => {
        expr = this.SUBRULE1(this.expression);
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
    return this.ACTION(() =>
      expr === undefined || commas > 0 ? this.unsupported('Unknown syntax: Tuple', start) : expr,
    );
  });

  // ---- building the tree ----------------------------------------------------------------------------

  private here(): number {
    return this.LA(1).startOffset;
  }

  private since(start: number): TextRange {
    const last = this.LA(0);
    return { start, end: last.tokenType === EOF ? start : Math.max(start, T.endOf(last)) };
  }

  private binary(sign: IToken, left: Expression, right: Expression, start: number): Expression {
    return { kind: 'binary', op: sign.image as BinaryOperator, left, right, range: this.since(start) };
  }

  private called(callee: Expression, args: Expression[] | string, start: number): Expression {
    if (typeof args === 'string') {
      return args.startsWith('Unknown') ? this.unsupported(args, start) : this.refused(args, start);
    }
    if (callee.kind !== 'name') return this.unsupported('Unknown syntax: Call', start);
    return { kind: 'call', name: callee.name, nameRange: callee.range, args, range: this.since(start) };
  }

  private named(token: IToken): Expression {
    return this.ACTION((): Expression => {
      const odd = /[^\p{L}\p{N}\p{M}_]/u.exec(token.image)?.[0];
      if (odd !== undefined) this.notes.invalidCharacter(odd, token.startOffset + token.image.indexOf(odd));
      return nameOf(token);
    });
  }

  private numeric(token: IToken): Expression {
    return this.ACTION((): Expression => {
      const range = rangeOf(token);
      const literal = readNumber(token.image, range);
      if (typeof literal !== 'string') return literal;
      if (literal.startsWith('cannot')) return this.refused(literal, range.start);
      this.notes.syntax(literal, range);
      return missing(range);
    });
  }

  private truth(token: IToken): Expression {
    return this.ACTION(
      (): Expression => ({ kind: 'boolean', value: token.image === 'True', range: rangeOf(token) }),
    );
  }

  private hole(): Expression {
    const next = this.LA(1);
    this.notes.unexpected(next, this.LA(0));
    const at = next.tokenType === EOF ? T.endOf(this.LA(0)) || 0 : next.startOffset;
    return missing({ start: at, end: at });
  }

  /** Python has it, Brian has not. */
  private unsupported(message: string, start: number): Expression {
    this.notes.unsupported(message, this.since(start));
    return missing(this.since(start));
  }

  /** As `unsupported`, where the error comes from Brian's symbolic form of the expression. */
  private refused(reason: string, start: number): Expression {
    this.notes.refused(reason, this.since(start));
    return missing(this.since(start));
  }
}

function foreignOperator(sign: string): string {
  const replacement = { '^': '**', '&': 'and', '|': 'or' }[sign];
  if (replacement !== undefined)
    return `The operator "${sign}" is not supported, use "${replacement}" instead.`;
  return `Unsupported operation ${{ '<<': 'LShift', '>>': 'RShift' }[sign] ?? 'MatMult'}`;
}

function rangeOf(token: IToken): TextRange {
  return { start: token.startOffset, end: T.endOf(token) };
}

function nameAt(name: string, start: number): Name {
  return { kind: 'name', name, range: { start, end: start + name.length } };
}

function nameOf(token: IToken): Name {
  return nameAt(token.image, token.startOffset);
}

function isSign(token: IToken): boolean {
  return token.tokenType === T.Plus || token.tokenType === T.Minus || token.tokenType === T.Tilde;
}

function isFlagPart(token: IToken): boolean {
  return /^(?:[\w ]+|-)$/.test(token.image);
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

let parser: BrianParser | undefined;

/** Reads tokens of a text with one of the rules. Problems of expressions and of the rule itself come apart. */
export function runRule<R>(
  rule: (parser: BrianParser) => R,
  tokens: IToken[],
  text: string,
): {
  readonly result: R | undefined;
  readonly problems: GrammarProblem[];
  readonly failedAt?: IToken;
  readonly consumed: number;
} {
  parser ??= new BrianParser();
  parser.start(tokens, text);
  const result = rule(parser);
  // What a rule leaves over is for its caller to judge.
  const failure = parser.errors.find((error) => error.name !== 'NotAllInputParsedException');
  return {
    result: failure === undefined ? result : undefined,
    problems: parser.notes.problems(),
    failedAt: failure?.token,
    consumed: parser.consumed(tokens),
  };
}
