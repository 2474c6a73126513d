import type { IToken } from 'chevrotain';
import { AtomParser } from './atomParser.ts';
import { missing } from './numbers.ts';
import * as T from './tokens.ts';
import type { ComparisonOperator, Expression } from './tree.ts';

const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** Python's names of the operators that Brian has not. */
const FOREIGN_OPERATORS: Readonly<Record<string, string>> = {
  '^': 'BitXor',
  '&': 'BitAnd',
  '|': 'BitOr',
  '<<': 'LShift',
  '>>': 'RShift',
};

/** Operators, in Python's precedence: one rule for each level, the loosest first. */
export abstract class ExpressionParser extends AtomParser {
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
  protected readonly leftovers = this.RULE('leftovers', () => {
    this.OPTION(() => {
      const first = this.CONSUME1(T.Inner);
      this.ACTION(() => this.notes.unexpected(first));
      this.MANY(() => {
        this.CONSUME2(T.Inner);
      });
    });
  });

  protected readonly expression: (idx?: number) => Expression = this.RULE('expression', (): Expression => {
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
        expr = this.unsupported('IfExp', start);
      });
    });
    return expr;
  });

  protected readonly disjunction: (idx?: number) => Expression = this.RULE('disjunction', (): Expression => {
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

  protected readonly conjunction = this.RULE('conjunction', (): Expression => {
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

  protected readonly inversion: (idx?: number) => Expression = this.RULE('inversion', (): Expression => {
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

  protected readonly comparison = this.RULE('comparison', (): Expression => {
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

  protected readonly comparisonSign = this.RULE('comparisonSign', (): string =>
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

  protected compared(
    left: Expression,
    sign: string,
    right: Expression,
    start: number,
    count: number,
  ): Expression {
    const range = this.since(start);
    if (count > 1) {
      this.notes.comparedTwice(range);
      return missing(range);
    }
    if (!COMPARISONS.has(sign)) return this.unsupported(sign, start);
    return { kind: 'comparison', op: sign as ComparisonOperator, left, right, range };
  }

  protected readonly bitwise = this.RULE('bitwise', (): Expression => {
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
        left = this.unsupported(FOREIGN_OPERATORS[sign.image] ?? '', start);
      });
    });
    return left;
  });

  protected readonly sum = this.RULE('sum', (): Expression => {
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

  protected readonly term = this.RULE('term', (): Expression => {
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
            ? this.unsupported('MatMult', start)
            : this.binary(sign, left, right, start);
      });
    });
    return left;
  });

  protected readonly factor: (idx?: number) => Expression = this.RULE('factor', (): Expression => {
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

  protected signed(sign: IToken, operand: Expression, start: number): Expression {
    if (sign.tokenType === T.Tilde)
      return this.unsupported('Invert', start, 'Unknown unary operator: Invert');
    return { kind: 'unary', op: sign.image as '+' | '-', operand, range: this.since(start) };
  }

  protected readonly power = this.RULE('power', (): Expression => {
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
}
