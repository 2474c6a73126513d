/** The trees of all that Brian writes in strings. Ranges are offsets in the parsed string. */
import type { TextRange } from '../../core/text/range.ts';

export type ValueType = 'boolean' | 'integer' | 'float';

export interface NumberLiteral {
  readonly kind: 'number';
  readonly value: number;
  readonly text: string;
  readonly isInteger: boolean;
  readonly range: TextRange;
}

export interface BooleanLiteral {
  readonly kind: 'boolean';
  readonly value: boolean;
  readonly range: TextRange;
}

export interface Name {
  readonly kind: 'name';
  readonly name: string;
  readonly range: TextRange;
}

export interface Unary {
  readonly kind: 'unary';
  readonly op: '+' | '-' | 'not';
  readonly operand: Expression;
  readonly range: TextRange;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**';

export interface Binary {
  readonly kind: 'binary';
  readonly op: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly range: TextRange;
}

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';

export interface Comparison {
  readonly kind: 'comparison';
  readonly op: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly range: TextRange;
}

export interface Logical {
  readonly kind: 'logical';
  readonly op: 'and' | 'or';
  readonly left: Expression;
  readonly right: Expression;
  readonly range: TextRange;
}

export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly nameRange: TextRange;
  readonly args: readonly Expression[];
  readonly range: TextRange;
}

export type Expression = NumberLiteral | BooleanLiteral | Name | Unary | Binary | Comparison | Logical | Call;

/** `:=` marks the first definition of a temporary; only generated abstract code has it. */
export type AssignmentOperator = '=' | ':=' | '+=' | '-=' | '*=' | '/=' | '%=' | '**=' | '//=';

export interface Statement {
  readonly target: Name;
  readonly op: AssignmentOperator;
  readonly expr: Expression;
  readonly range: TextRange;
  /**
   * For `target op= expr` of a script: `target op expr` as Brian puts it together to check its units, without
   * brackets around `expr`, so that `v *= 1 + x` is taken for `v * 1 + x`.
   */
  readonly combined?: Expression;
  /** The statement and its right-hand side as written; absent for generated ones. */
  readonly text?: string;
  readonly exprText?: string;
}

export type EquationType = 'differential equation' | 'subexpression' | 'parameter';

export interface UnitText {
  readonly text: string;
  readonly range: TextRange;
}

export interface Flag {
  readonly name: string;
  readonly range: TextRange;
}

/** One line of a model, as written; nothing in it is resolved or checked. */
export interface EquationTree {
  readonly type: EquationType;
  readonly name: Name;
  readonly expr?: Expression;
  readonly unit: UnitText;
  readonly flags: readonly Flag[];
  readonly range: TextRange;
}

/** `ELEMENT [for VARIABLE in range(...)|sample(...)] [if CONDITION]`, the argument of connect(j=...). */
export interface GeneratorTree {
  readonly element: Expression;
  readonly iterator?: {
    readonly variable: Name;
    readonly function: 'range' | 'sample';
    readonly args: readonly Expression[];
    /** Named arguments of `sample`. */
    readonly p?: Expression;
    readonly size?: Expression;
    readonly range: TextRange;
  };
  readonly condition?: Expression;
  readonly range: TextRange;
}

/** What a parser could not understand; `message` and `errorClass` are Brian's. */
export interface GrammarProblem {
  readonly code: string;
  readonly errorClass: string;
  readonly message: string;
  readonly range: TextRange;
  /** What Python has and Brian has not: each reader of Brian says that in its own words. */
  readonly foreign?: ForeignSyntax;
  /** The statement whose expression it is in. */
  readonly statement?: Statement;
}

/** A part of Python that Brian's strings have not. */
export interface ForeignSyntax {
  /** As Python calls it in its trees: `BitXor`, `Attribute`, `IfExp`, ...; `keyword` for a named argument. */
  readonly construct: string;
  /** Why the symbolic form of the expression refuses it, for what it does not just call unknown. */
  readonly refusal?: string;
}

export interface Parsed<T> {
  readonly tree: T;
  readonly problems: readonly GrammarProblem[];
}
