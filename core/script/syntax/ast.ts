/** Python's abstract syntax. Every node has its range in the document. */
import type { BinaryOp, CompareOp, PyStr, PyValue, UnaryOp } from '../values.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Comparison = CompareOp | 'in' | 'not in' | 'is' | 'is not';

export interface NameNode extends Span {
  readonly kind: 'name';
  readonly name: string;
}

export interface Argument extends Span {
  /** `*value`, `**value`, `name=value` or just `value`. */
  readonly form: 'plain' | 'star' | 'doubleStar' | 'keyword';
  readonly name?: string;
  readonly value: Expr;
}

export interface Clause {
  readonly target: Expr;
  readonly iterable: Expr;
  readonly conditions: readonly Expr[];
}

export interface Parameter extends Span {
  readonly name: string;
  readonly kind: 'positional' | 'keyword' | 'rest' | 'keywordRest';
  readonly default?: Expr;
}

export type FormatPart = PyStr | FormatHole;

export interface FormatHole extends Span {
  readonly expr: Expr;
  readonly conversion: '' | 'r' | 's' | 'a';
  readonly spec: readonly FormatPart[];
}

export type Expr = Span &
  (
    | { readonly kind: 'constant'; readonly value: PyValue }
    | { readonly kind: 'format'; readonly parts: readonly FormatPart[] }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'tuple' | 'list' | 'set'; readonly items: readonly Expr[] }
    | { readonly kind: 'dict'; readonly entries: readonly { readonly key?: Expr; readonly value: Expr }[] }
    | {
        readonly kind: 'binary';
        readonly op: BinaryOp;
        readonly left: Expr;
        readonly right: Expr;
        readonly opStart: number;
      }
    | { readonly kind: 'unary'; readonly op: UnaryOp | 'not'; readonly operand: Expr }
    | { readonly kind: 'bool'; readonly op: 'and' | 'or'; readonly left: Expr; readonly right: Expr }
    | {
        readonly kind: 'compare';
        readonly first: Expr;
        readonly rest: readonly { readonly op: Comparison; readonly right: Expr }[];
      }
    | { readonly kind: 'conditional'; readonly test: Expr; readonly body: Expr; readonly orelse: Expr }
    | { readonly kind: 'lambda'; readonly parameters: readonly Parameter[]; readonly body: Expr }
    | { readonly kind: 'call'; readonly callee: Expr; readonly args: readonly Argument[] }
    | { readonly kind: 'attribute'; readonly object: Expr; readonly name: string }
    | { readonly kind: 'subscript'; readonly object: Expr; readonly index: Expr }
    | { readonly kind: 'slice'; readonly lower?: Expr; readonly upper?: Expr; readonly step?: Expr }
    | { readonly kind: 'starred'; readonly value: Expr }
    | {
        readonly kind: 'comprehension';
        readonly of: 'list' | 'set' | 'dict' | 'generator';
        readonly element: Expr;
        readonly value?: Expr;
        readonly clauses: readonly Clause[];
      }
    | { readonly kind: 'named'; readonly name: string; readonly value: Expr }
    | { readonly kind: 'yield'; readonly value?: Expr; readonly from: boolean }
    | { readonly kind: 'unsupported'; readonly what: string }
  );

export type ExprOf<K extends Expr['kind']> = Extract<Expr, { readonly kind: K }>;

export interface Handler extends Span {
  readonly type?: Expr;
  readonly name?: NameNode;
  readonly body: readonly Stmt[];
}

export interface ImportedName extends Span {
  readonly name: string;
  readonly as?: string;
}

export type Stmt = Span &
  (
    | { readonly kind: 'expr'; readonly value: Expr }
    | { readonly kind: 'assign'; readonly targets: readonly Expr[]; readonly value: Expr }
    | { readonly kind: 'augment'; readonly op: BinaryOp; readonly target: Expr; readonly value: Expr }
    | { readonly kind: 'annotate'; readonly target: Expr; readonly value?: Expr }
    | { readonly kind: 'return'; readonly value?: Expr }
    | { readonly kind: 'delete'; readonly targets: readonly Expr[] }
    | { readonly kind: 'pass' | 'break' | 'continue' }
    | { readonly kind: 'raise'; readonly value?: Expr; readonly cause?: Expr }
    | { readonly kind: 'scope'; readonly of: 'global' | 'nonlocal'; readonly names: readonly string[] }
    | { readonly kind: 'assert'; readonly test: Expr; readonly message?: Expr }
    | { readonly kind: 'import'; readonly names: readonly ImportedName[] }
    | {
        readonly kind: 'importFrom';
        readonly level: number;
        readonly module: string;
        readonly names: readonly ImportedName[] | '*';
      }
    | {
        readonly kind: 'if';
        readonly test: Expr;
        readonly body: readonly Stmt[];
        readonly orelse: readonly Stmt[];
      }
    | {
        readonly kind: 'while';
        readonly test: Expr;
        readonly body: readonly Stmt[];
        readonly orelse: readonly Stmt[];
      }
    | {
        readonly kind: 'for';
        readonly target: Expr;
        readonly iterable: Expr;
        readonly body: readonly Stmt[];
        readonly orelse: readonly Stmt[];
      }
    | {
        readonly kind: 'try';
        readonly body: readonly Stmt[];
        readonly handlers: readonly Handler[];
        readonly orelse: readonly Stmt[];
        readonly final: readonly Stmt[];
      }
    | {
        readonly kind: 'with';
        readonly items: readonly { readonly context: Expr; readonly target?: Expr }[];
        readonly body: readonly Stmt[];
      }
    | FunctionNode
    | {
        readonly kind: 'class';
        readonly name: string;
        readonly nameSpan: Span;
        readonly args: readonly Argument[];
        readonly decorators: readonly Expr[];
        readonly body: readonly Stmt[];
      }
    /** A statement that could not be read; the names that it seems to bind. */
    | { readonly kind: 'broken'; readonly names: readonly string[] }
  );

export interface FunctionNode extends Span {
  readonly kind: 'function';
  readonly name: string;
  readonly nameSpan: Span;
  readonly parameters: readonly Parameter[];
  readonly decorators: readonly Expr[];
  readonly body: readonly Stmt[];
  readonly doc?: PyStr;
}

export type StmtOf<K extends Stmt['kind']> = Extract<Stmt, { readonly kind: K }>;
