import type { IToken } from 'chevrotain';
import { ExpressionParser } from './expressionParser.ts';
import * as T from './tokens.ts';
import type { EquationType, Expression, Flag, Name, UnitText } from './tree.ts';
import { nameAt, nameOf } from './treeParser.ts';

/** An equation as the grammar sees it, before anything is asked of its parts. */
export interface EquationParts {
  readonly type: EquationType;
  readonly name: Name;
  readonly expr?: Expression;
  readonly unit?: UnitText;
  readonly flags: readonly Flag[];
}

/** Model equations: what stands around their expressions. */
export abstract class ModelParser extends ExpressionParser {
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

  protected readonly differential = this.RULE('differential', () => {
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

  protected readonly definition = this.RULE('definition', () => {
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

  protected readonly rightHandSide = this.RULE('rightHandSide', (): Expression => {
    const expr = this.SUBRULE(this.wholeExpression);
    return expr;
  });

  protected readonly unit = this.RULE('unit', (): UnitText => {
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

  protected readonly flags = this.RULE('flags', (): readonly Flag[] => {
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

  protected readonly flag = this.RULE('flag', (): Flag => {
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
  protected differentialName(): number {
    const at = (k: number) => this.LA(k).image;
    if (!at(1).startsWith('d')) return 0;
    const words = at(1) === 'd' && this.LA(2).tokenType !== T.Slash ? 2 : 1;
    if (words === 1 && at(1) === 'd') return 0;
    return at(words + 1) === '/' && at(words + 2) === 'dt' && at(words + 3) === '=' ? words : 0;
  }

  /** A unit ends at the end of the line and at whatever its text cannot hold. */
  protected unitGoesOn(): boolean {
    return (
      /^[ \t]*$/.test(this.text.slice(T.endOf(this.LA(0)), this.LA(1).startOffset)) &&
      !this.LA(1).image.includes('_')
    );
  }

  /** True at `(flag, flag)`; anything else after a unit is left over. */
  protected flagsFollow(): boolean {
    let k = 1;
    do {
      if (!/^[A-Za-z]/.test(this.LA(++k).image)) return false;
      while (isFlagPart(this.LA(k + 1))) k++;
      k++;
    } while (this.LA(k).tokenType === T.Comma);
    return this.LA(k).tokenType === T.RightParenthesis;
  }
}

function isFlagPart(token: IToken): boolean {
  return /^(?:[\w ]+|-)$/.test(token.image);
}
