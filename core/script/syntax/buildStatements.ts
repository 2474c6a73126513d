/** Statements of the parser's tree as abstract syntax. What cannot be read becomes a broken statement. */

import { parser } from '@lezer/python';
import { type BinaryOp, Unknown } from '../values.ts';
import type { Expr, Handler, NameNode, Span, Stmt } from './ast.ts';
import {
  type BlockBuilder,
  classDefinition,
  decoratedStatement,
  functionDefinition,
  type Surroundings,
} from './buildDefinitions.ts';
import type { ExpressionBuilder } from './buildExpressions.ts';
import { importStatement } from './buildImports.ts';
import { constant } from './buildLiterals.ts';
import { messageOfError } from './errorMessages.ts';
import type { Fresh, KeptStatements } from './keptStatements.ts';
import type { SyntaxProblem } from './lexicalScan.ts';
import { checkDeletion, checkTarget } from './targets.ts';
import { childrenOf, firstError, type SyntaxNode, span, splitAt, Unreadable } from './treeNodes.ts';

const COMPOUND = /^(If|For|While|With|Try|Decorated)Statement$|Definition$/;
const TOP: Surroundings = { inFunction: false, inLoop: false };

export class StatementBuilder implements BlockBuilder {
  readonly problems: SyntaxProblem[] = [];

  /** `openEnds`: where strings and brackets start that never end, in order; what holds one is not to be believed. */
  constructor(
    readonly expressions: ExpressionBuilder,
    private readonly openEnds: readonly number[] = [],
  ) {}

  /** `kept`: where statements are taken from and put, if they may be used again. */
  script(root: SyntaxNode, kept?: KeptStatements): Stmt[] {
    if (!kept) return this.block(root, TOP);
    const statements: Stmt[] = [];
    for (const node of childrenOf(root)) {
      if (node.type.isError) this.strayError(node, root);
      else if (this.holdsOpenEnd(node.from, node.to)) this.statement(node, TOP, statements);
      else statements.push(...kept.of(node, () => this.statementsOf(node)));
    }
    return statements;
  }

  private statementsOf(node: SyntaxNode): Fresh {
    const statements: Stmt[] = [];
    const problems = this.problems.length;
    this.statement(node, TOP, statements);
    return { statements, isClean: this.problems.length === problems };
  }

  block(parent: SyntaxNode, at: Surroundings): Stmt[] {
    const statements: Stmt[] = [];
    for (const node of childrenOf(parent)) {
      if (node.type.isError) this.strayError(node, parent);
      else if (node.name !== ':') this.statement(node, at, statements);
    }
    return statements;
  }

  /** Errors between statements; one at the end of a statement that is itself broken says nothing new. */
  private strayError(node: SyntaxNode, parent: SyntaxNode): void {
    const before = node.prevSibling;
    if (node.from === node.to && (before === null || firstError(before) || parent.name === 'Body')) return;
    this.report(messageOfError(this.expressions.text, node, node));
  }

  private statement(node: SyntaxNode, at: Surroundings, out: Stmt[]): void {
    if (node.name === 'StatementGroup') {
      for (const child of childrenOf(node)) if (child.name !== ';') this.statement(child, at, out);
      return;
    }
    if (this.openEnds.length > 0 && this.holdsOpenEnd(node.from, endOfHeader(node))) {
      this.broken(node, at, out);
      return;
    }
    const error = firstError(node);
    if (error) {
      this.report(messageOfError(this.expressions.text, error, node));
      this.broken(node, at, out);
      return;
    }
    try {
      out.push(this.read(node, at));
    } catch (reason) {
      if (!(reason instanceof Unreadable)) throw reason;
      this.report({ ...reason.span, message: reason.message, errorClass: 'SyntaxError' });
      this.broken(node, at, out);
    }
  }

  /** An unclosed bracket is not in the tree: the statement before it on the line is the one that it belongs to. */
  private holdsOpenEnd(start: number, end: number): boolean {
    const ends = this.openEnds;
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const found = ends[low];
    return found !== undefined && (found <= end || isBlank(this.expressions.text.slice(end, found)));
  }

  /** Keeps what can be kept of a statement that can't be read: the names it binds, and the blocks of a compound. */
  private broken(node: SyntaxNode, at: Surroundings, out: Stmt[]): void {
    if (node.name === 'ReturnStatement' && at.inFunction)
      out.push({ kind: 'return', value: constant(new Unknown(), node), ...span(node) });
    else out.push({ kind: 'broken', names: this.boundNames(node), ...span(node) });
    if (/^(If|For|While|With|Try)Statement$/.test(node.name))
      for (const body of childrenOf(node).filter((child) => child.name === 'Body'))
        out.push(...this.block(body, { ...at, inLoop: true }));
  }

  private boundNames(node: SyntaxNode): string[] {
    const names: string[] = [];
    const children = childrenOf(node);
    if (/^(Assign|Update)Statement$/.test(node.name)) {
      const last = children.findLastIndex((child) => /Op$/.test(child.name));
      for (const child of children.slice(0, Math.max(0, last)))
        collectNames(child, this.expressions.text, names);
    } else if (node.name !== 'ExpressionStatement')
      for (const child of children)
        if (child.name === 'VariableName') names.push(this.expressions.source(child));
    return names;
  }

  private read(node: SyntaxNode, at: Surroundings): Stmt {
    const children = childrenOf(node);
    const range = span(node);
    switch (node.name) {
      case 'ExpressionStatement':
        return { kind: 'expr', value: this.expressions.expressions(children), ...range };
      case 'AssignStatement':
        return this.assignment(children, range);
      case 'UpdateStatement':
        return this.update(children, range);
      case 'YieldStatement':
        this.requireFunction(at, 'yield', range);
        return { kind: 'expr', value: this.expressions.yielded(children, range), ...range };
      case 'DeleteStatement':
        return this.deletion(children, range);
      case 'PassStatement':
        return { kind: 'pass', ...range };
      case 'BreakStatement':
        if (!at.inLoop) throw new Unreadable("'break' outside loop", range);
        return { kind: 'break', ...range };
      case 'ContinueStatement':
        if (!at.inLoop) throw new Unreadable("'continue' not properly in loop", range);
        return { kind: 'continue', ...range };
      case 'ReturnStatement':
        this.requireFunction(at, 'return', range);
        return { kind: 'return', value: this.optional(children.slice(1)), ...range };
      case 'RaiseStatement':
        return this.raising(children, range);
      case 'ScopeStatement':
        return this.scope(children, range);
      case 'AssertStatement':
        return this.assertion(children, range);
      case 'ImportStatement':
        return importStatement(this.expressions, children, range);
      default:
        return this.compound(node, children, range, at);
    }
  }

  private compound(node: SyntaxNode, children: readonly SyntaxNode[], range: Span, at: Surroundings): Stmt {
    switch (node.name) {
      case 'IfStatement':
        return this.conditional(children, range, at);
      case 'WhileStatement':
        return this.whileLoop(children, range, at);
      case 'ForStatement':
        return this.forLoop(children, range, at);
      case 'TryStatement':
        return this.trying(children, range, at);
      case 'WithStatement':
        return this.withBlock(children, range, at);
      case 'FunctionDefinition':
        return functionDefinition(this, children, range, []);
      case 'ClassDefinition':
        return classDefinition(this, children, range, []);
      case 'DecoratedStatement':
        return decoratedStatement(this, children);
      default:
        throw new Unreadable(unsupportedMessage(node.name), range);
    }
  }

  private assignment(children: readonly SyntaxNode[], range: Span): Stmt {
    const groups = splitAt(children, 'AssignOp');
    const typed = groups[0]?.findIndex((node) => node.name === 'TypeDef') ?? -1;
    if (typed >= 0) {
      const target = this.expressions.expressions((groups[0] as SyntaxNode[]).slice(0, typed));
      checkTarget(target);
      return { kind: 'annotate', target, value: groups[1] && this.value(groups[1]), ...range };
    }
    const targets = groups.slice(0, -1).map((group) => this.target(group));
    return { kind: 'assign', targets, value: this.value(groups[groups.length - 1] ?? []), ...range };
  }

  private target(group: readonly SyntaxNode[]): Expr {
    const [only] = group;
    const starred = group.length > 1 || only?.name === '*';
    const target = starred ? this.starredTarget(group) : this.expressions.expressions(group);
    checkTarget(target);
    return target;
  }

  private starredTarget(group: readonly SyntaxNode[]): Expr {
    const items = this.expressions.items(group);
    const first = group[0] as SyntaxNode;
    if (items.length === 1 && !group.some((node) => node.name === ','))
      throw new Unreadable('starred assignment target must be in a list or tuple', items[0] as Expr);
    return { kind: 'tuple', items, start: first.from, end: (items[items.length - 1] as Expr).end };
  }

  private value(group: readonly SyntaxNode[]): Expr {
    return this.expressions.expressions(group);
  }

  private optional(group: readonly SyntaxNode[]): Expr | undefined {
    return group.length > 0 ? this.expressions.expressions(group) : undefined;
  }

  private update(children: readonly SyntaxNode[], range: Span): Stmt {
    const at = children.findIndex((node) => node.name === 'UpdateOp');
    const target = this.expressions.expressions(children.slice(0, at));
    if (!['name', 'attribute', 'subscript'].includes(target.kind))
      throw new Unreadable(`'${describe(target)}' is an illegal expression for augmented assignment`, target);
    const op = this.expressions.source(children[at] as SyntaxNode).slice(0, -1) as BinaryOp;
    return { kind: 'augment', op, target, value: this.value(children.slice(at + 1)), ...range };
  }

  private deletion(children: readonly SyntaxNode[], range: Span): Stmt {
    const targets = this.expressions.items(children.slice(1));
    for (const target of targets) checkDeletion(target);
    return { kind: 'delete', targets, ...range };
  }

  private raising(children: readonly SyntaxNode[], range: Span): Stmt {
    const [, value, from, cause] = children;
    return {
      kind: 'raise',
      value: value && this.expressions.expression(value),
      cause: from?.name === 'from' && cause ? this.expressions.expression(cause) : undefined,
      ...range,
    };
  }

  private scope(children: readonly SyntaxNode[], range: Span): Stmt {
    const names = children
      .filter((node) => node.name === 'VariableName')
      .map((node) => this.expressions.source(node));
    return { kind: 'scope', of: children[0]?.name === 'global' ? 'global' : 'nonlocal', names, ...range };
  }

  private assertion(children: readonly SyntaxNode[], range: Span): Stmt {
    const [test, message] = this.expressions.items(children.slice(1));
    if (!test) throw new Unreadable('invalid syntax', range);
    return { kind: 'assert', test, message, ...range };
  }

  private conditional(children: readonly SyntaxNode[], range: Span, at: Surroundings): Stmt {
    const [keyword, test, body, ...rest] = children;
    if (!test || !body) throw new Unreadable('invalid syntax', range);
    const next = rest[0];
    const orelse =
      next?.name === 'elif'
        ? [this.conditional(rest, { start: next.from, end: range.end }, at)]
        : next?.name === 'else' && rest[1]
          ? this.block(rest[1], at)
          : [];
    const start = keyword?.from ?? range.start;
    return {
      kind: 'if',
      test: this.expressions.expression(test),
      body: this.block(body, at),
      orelse,
      start,
      end: range.end,
    };
  }

  private whileLoop(children: readonly SyntaxNode[], range: Span, at: Surroundings): Stmt {
    const [, test, body] = children;
    if (!test || !body) throw new Unreadable('invalid syntax', range);
    return {
      kind: 'while',
      test: this.expressions.expression(test),
      body: this.block(body, { ...at, inLoop: true }),
      orelse: this.elseBlock(children, at),
      ...range,
    };
  }

  private forLoop(children: readonly SyntaxNode[], range: Span, at: Surroundings): Stmt {
    if (children[0]?.name === 'async') throw new Unreadable("'async for' outside async function", range);
    const inAt = children.findIndex((node) => node.name === 'in');
    const bodyAt = children.findIndex((node) => node.name === 'Body');
    const target = this.target(children.slice(1, inAt));
    return {
      kind: 'for',
      target,
      iterable: this.expressions.expressions(children.slice(inAt + 1, bodyAt)),
      body: this.block(children[bodyAt] as SyntaxNode, { ...at, inLoop: true }),
      orelse: this.elseBlock(children, at),
      ...range,
    };
  }

  private elseBlock(children: readonly SyntaxNode[], at: Surroundings): Stmt[] {
    const elseAt = children.findIndex((node) => node.name === 'else');
    const body = elseAt < 0 ? undefined : children[elseAt + 1];
    return body ? this.block(body, at) : [];
  }

  private trying(children: readonly SyntaxNode[], range: Span, at: Surroundings): Stmt {
    const handlers: Handler[] = [];
    let final: Stmt[] = [];
    let orelse: Stmt[] = [];
    children.forEach((node, i) => {
      const body = children.slice(i + 1).find((child) => child.name === 'Body');
      if (!body) return;
      if (node.name === 'except') handlers.push(this.handler(children.slice(i), body, at));
      if (node.name === 'else') orelse = this.block(body, at);
      if (node.name === 'finally') final = this.block(body, at);
    });
    const body = children[1];
    if (!body || !children.some((node) => node.name === 'except' || node.name === 'finally'))
      throw new Unreadable("expected 'except' or 'finally' block", {
        start: range.start,
        end: range.start + 3,
      });
    return { kind: 'try', body: this.block(body, at), handlers, orelse, final, ...range };
  }

  private handler(children: readonly SyntaxNode[], body: SyntaxNode, at: Surroundings): Handler {
    const [except, type, as, name] = children.slice(0, children.indexOf(body));
    const bound: NameNode | undefined =
      as && name ? { kind: 'name', name: this.expressions.source(name), ...span(name) } : undefined;
    return {
      type: type && this.expressions.expression(type),
      name: bound,
      body: this.block(body, at),
      start: (except as SyntaxNode).from,
      end: (name ?? type ?? (except as SyntaxNode)).to,
    };
  }

  private withBlock(children: readonly SyntaxNode[], range: Span, at: Surroundings): Stmt {
    if (children[0]?.name === 'async') throw new Unreadable("'async with' outside async function", range);
    const bodyAt = children.findIndex((node) => node.name === 'Body');
    const items = splitAt(children.slice(1, bodyAt), ',').map((group) => {
      const [context, , target] = group;
      if (!context) throw new Unreadable('invalid syntax', range);
      return {
        context: this.expressions.expression(context),
        target: target && this.withTarget(target),
      };
    });
    return { kind: 'with', items, body: this.block(children[bodyAt] as SyntaxNode, at), ...range };
  }

  /** A target that is no plain name stands in the source under the name that the scanner wrote over it. */
  private withTarget(node: SyntaxNode): Expr {
    const source = this.expressions.source(node);
    if (/^[\p{L}\p{N}_]+$/u.test(source)) return this.expressions.expression(node);
    const shifted = parser.parse(' '.repeat(node.from) + source).topNode.firstChild?.firstChild;
    if (!shifted) throw new Unreadable('invalid syntax', span(node));
    const target = this.expressions.expression(shifted);
    checkTarget(target);
    return target;
  }

  private requireFunction(at: Surroundings, word: string, range: Span): void {
    if (!at.inFunction) throw new Unreadable(`'${word}' outside function`, range);
  }

  private report(problem: SyntaxProblem): void {
    this.problems.push(problem);
  }
}

function isBlank(text: string): boolean {
  return /^[ \t]{0,99}$/.test(text);
}

/** Of a statement without blocks, its end. */
function endOfHeader(node: SyntaxNode): number {
  if (!COMPOUND.test(node.name)) return node.to;
  return childrenOf(node).find((child) => child.name === 'Body')?.from ?? node.to;
}

function collectNames(node: SyntaxNode, text: string, names: string[]): void {
  if (node.name === 'VariableName') names.push(text.slice(node.from, node.to));
  if (/^(Tuple|Array|Parenthesized)Expression$/.test(node.name))
    for (const child of childrenOf(node)) collectNames(child, text, names);
}

function describe(target: Expr): string {
  if (target.kind === 'tuple' || target.kind === 'list') return target.kind;
  if (target.kind === 'call') return 'function call';
  return target.kind === 'constant' ? 'literal' : 'expression';
}

function unsupportedMessage(name: string): string {
  if (name === 'MatchStatement') return 'match statements are not supported';
  if (name === 'TypeDefinition') return 'type statements are not supported';
  if (name === 'PrintStatement') return "Missing parentheses in call to 'print'. Did you mean print(...)?";
  return 'invalid syntax';
}
