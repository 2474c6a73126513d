/**
 * The one parser class for all that Brian writes in strings. Its rules accept any text: where Python's
 * grammar has no way on, a rule notes what is wrong and leaves a hole in the tree.
 */
import type { IToken } from 'chevrotain';
import type { TextRange } from '../../core/text/range.ts';
import { ModelParser } from './modelParser.ts';
import { syntaxProblem } from './problems.ts';
import * as T from './tokens.ts';
import type { Expression, GrammarProblem, Name } from './tree.ts';
import { nameOf } from './treeParser.ts';

export type { EquationParts } from './modelParser.ts';

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

class BrianParser extends ModelParser {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

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
}

let parser: BrianParser | undefined;

export interface RuleOutcome<R> {
  /** Absent where the rule gave up. */
  readonly result: R | undefined;
  /** What is wrong with the expressions that the rule read. */
  readonly problems: readonly GrammarProblem[];
  /** Where the rule gave up. */
  readonly failedAt?: IToken;
  /** How many tokens the rule took; the rest is for its caller to judge. */
  readonly consumed: number;
}

/** More than anybody writes; what generated text may hold without endangering recursive walks of its tree. */
const MOST_TOKENS = 5000;

/** Reads tokens of a text with one of the rules. */
export function runRule<R>(rule: (parser: BrianParser) => R, tokens: IToken[], text: string): RuleOutcome<R> {
  if (tokens.length > MOST_TOKENS) return tooDeep('too many tokens in one expression', tokens);
  parser ??= new BrianParser();
  parser.start(tokens, text);
  try {
    return outcome(parser, rule(parser), tokens);
  } catch (error) {
    // Rules call each other for every level of nesting.
    if (error instanceof RangeError) return tooDeep('too many nested parentheses', tokens);
    throw error;
  }
}

function outcome<R>(parser: BrianParser, result: R, tokens: readonly IToken[]): RuleOutcome<R> {
  const failure = parser.errors.find((error) => error.name !== 'NotAllInputParsedException');
  return {
    result: failure === undefined ? result : undefined,
    problems: parser.notes.problems(),
    failedAt: failure?.token,
    consumed: parser.consumed(tokens),
  };
}

function tooDeep<R>(message: string, tokens: readonly IToken[]): RuleOutcome<R> {
  const range = { start: tokens[0]!.startOffset, end: T.endOf(tokens.at(-1)!) };
  return { result: undefined, problems: [syntaxProblem(message, range)], consumed: tokens.length };
}
