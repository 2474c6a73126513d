/** Expressions of the parser's tree as abstract syntax. */

import { ELLIPSIS } from '../objects/classes.ts';
import { checkArguments, checkParameters } from './argumentChecks.ts';
import type { Argument, Clause, Expr, Parameter, Span } from './ast.ts';
import { constant, numberLiteral, stringLiteral } from './buildLiterals.ts';
import { type ChainToken, readChain } from './operatorChain.ts';
import { childrenOf, inner, isError, type SyntaxNode, span, splitAt, Unreadable } from './treeNodes.ts';

const OPERATOR_NODES: ReadonlySet<string> = new Set([
  'ArithOp',
  'BitOp',
  'CompareOp',
  'in',
  'not',
  'is',
  'and',
  'or',
]);

export class ExpressionBuilder {
  constructor(
    readonly text: string,
    readonly document: string,
  ) {}

  expression(node: SyntaxNode): Expr {
    switch (node.name) {
      case 'VariableName':
      case 'self':
        return { kind: 'name', name: this.source(node), ...span(node) };
      case 'Number':
        return numberLiteral(this, node);
      case 'Boolean':
        return constant(this.source(node) === 'True', node);
      case 'None':
        return constant(null, node);
      case 'Ellipsis':
        return constant(ELLIPSIS, node);
      case 'String':
      case 'FormatString':
      case 'ContinuedString':
        return stringLiteral(this, node);
      case 'BinaryExpression':
      case 'UnaryExpression':
        return this.operators(node);
      case 'ParenthesizedExpression':
        return this.parenthesized(node);
      case 'TupleExpression':
        return { kind: 'tuple', items: this.items(inner(node)), ...span(node) };
      case 'ArrayExpression':
        return { kind: 'list', items: this.items(inner(node)), ...span(node) };
      case 'SetExpression':
        return { kind: 'set', items: this.items(inner(node)), ...span(node) };
      case 'DictionaryExpression':
        return this.dictionary(node);
      case 'ComprehensionExpression':
        return this.comprehension('generator', inner(node), span(node));
      case 'ArrayComprehensionExpression':
        return this.comprehension('list', inner(node), span(node));
      case 'SetComprehensionExpression':
        return this.comprehension('set', inner(node), span(node));
      case 'DictionaryComprehensionExpression':
        return this.comprehension('dict', inner(node), span(node));
      case 'CallExpression':
        return this.call(node);
      case 'MemberExpression':
        return this.member(node);
      case 'ConditionalExpression':
        return this.conditional(node);
      case 'LambdaExpression':
        return this.lambda(node);
      case 'NamedExpression':
        return this.named(node);
      case 'YieldExpression':
        return this.yielded(childrenOf(node), span(node));
      case 'AwaitExpression':
        return { kind: 'unsupported', what: 'await is', ...span(node) };
      default:
        throw new Unreadable('invalid syntax', span(node));
    }
  }

  /** Several expressions separated by commas: one value, or a tuple. */
  expressions(nodes: readonly SyntaxNode[]): Expr {
    const first = nodes[0];
    const last = nodes[nodes.length - 1];
    if (!first || !last) throw new Unreadable('invalid syntax', { start: 0, end: 0 });
    const items = this.items(nodes);
    const single = items.length === 1 && !nodes.some((node) => node.name === ',') ? items[0] : undefined;
    if (single && single.kind !== 'starred') return single;
    if (single) throw new Unreadable("can't use starred expression here", single);
    return {
      kind: 'tuple',
      items,
      start: first.from,
      end: (items[items.length - 1] ?? { end: last.to }).end,
    };
  }

  items(nodes: readonly SyntaxNode[]): Expr[] {
    return splitAt(nodes, ',')
      .filter((group) => group.length > 0)
      .map((group) => this.item(group));
  }

  arguments(list: SyntaxNode): Argument[] {
    const nodes = inner(list);
    // A bare generator expression is the only argument, and commas in it belong to its targets.
    const isGenerator = nodes.some((node) => node.name === 'for');
    const groups = isGenerator ? [nodes] : splitAt(nodes, ',').filter((group) => group.length > 0);
    const result = groups.map((group) => this.argument(group));
    checkArguments(result);
    return result;
  }

  parameters(list: SyntaxNode): Parameter[] {
    const groups = splitAt(
      childrenOf(list).filter((n) => n.name !== '(' && n.name !== ')'),
      ',',
    );
    const result: Parameter[] = [];
    let keywordOnly = false;
    for (const group of groups) {
      const parameter = this.parameter(group, keywordOnly);
      if (group[0]?.name === '*') keywordOnly = true;
      if (parameter) result.push(parameter);
    }
    checkParameters(result);
    return result;
  }

  yielded(nodes: readonly SyntaxNode[], range: Span): Expr {
    const from = nodes[1]?.name === 'from';
    const rest = nodes.slice(from ? 2 : 1).filter((node) => !isError(node));
    return { kind: 'yield', value: rest.length > 0 ? this.expressions(rest) : undefined, from, ...range };
  }

  source(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }

  private item(group: readonly SyntaxNode[]): Expr {
    const [first, second] = group;
    if (first?.name === '*' && second) {
      const value = this.expression(second);
      return { kind: 'starred', value, start: first.from, end: value.end };
    }
    if (!first || group.length > 1)
      throw new Unreadable('invalid syntax', span(second ?? (first as SyntaxNode)));
    return this.expression(first);
  }

  private operators(node: SyntaxNode): Expr {
    const tokens: ChainToken[] = [];
    this.flatten(node, tokens);
    const expr = readChain(tokens);
    if (!expr) throw new Unreadable('invalid syntax', span(node));
    return expr;
  }

  /** Lays a nest of operators out flat; left-nested ones without recursion, as those can be thousands deep. */
  private flatten(node: SyntaxNode, tokens: ChainToken[]): void {
    const pending: SyntaxNode[] = [node];
    for (let next = pending.pop(); next; next = pending.pop()) {
      if (next.name === 'BinaryExpression' || next.name === 'UnaryExpression')
        pending.push(...childrenOf(next).reverse());
      else if (isError(next)) throw new Unreadable('invalid syntax', span(next));
      else if (OPERATOR_NODES.has(next.name)) addOperator(tokens, this.source(next), next);
      else tokens.push({ kind: 'operand', expr: this.expression(next) });
    }
  }

  private parenthesized(node: SyntaxNode): Expr {
    const children = inner(node);
    const first = children[0];
    if (!first) throw new Unreadable('invalid syntax', span(node));
    if (first.name === '*') throw new Unreadable('cannot use starred expression here', span(first));
    const expr = this.expression(first);
    // The parentheses belong to the range that an error shows, but `(a)` is no other expression than `a`.
    return expr.kind === 'name' || expr.kind === 'constant' ? expr : { ...expr, ...span(node) };
  }

  private dictionary(node: SyntaxNode): Expr {
    const entries = splitAt(inner(node), ',')
      .filter((group) => group.length > 0)
      .map((group) => {
        const [key, colon, value] = group;
        if (key?.name === '**' && colon) return { value: this.expression(colon) };
        if (!key || colon?.name !== ':' || !value)
          throw new Unreadable("':' expected after dictionary key", span(key ?? node));
        return { key: this.expression(key), value: this.expression(value) };
      });
    return { kind: 'dict', entries, ...span(node) };
  }

  private comprehension(
    of: 'list' | 'set' | 'dict' | 'generator',
    nodes: readonly SyntaxNode[],
    range: Span,
  ): Expr {
    const start = nodes.findIndex((node) => node.name === 'for' || node.name === 'async');
    const head = nodes.slice(0, start);
    const clauses = this.clauses(nodes.slice(start), range);
    if (of !== 'dict') return { kind: 'comprehension', of, element: this.item(head), clauses, ...range };
    const [key, , value] = head;
    if (!key || !value) throw new Unreadable('dict unpacking cannot be used in dict comprehension', range);
    return {
      kind: 'comprehension',
      of,
      element: this.expression(key),
      value: this.expression(value),
      clauses,
      ...range,
    };
  }

  private clauses(nodes: readonly SyntaxNode[], range: Span): Clause[] {
    const clauses: Clause[] = [];
    let i = 0;
    while (i < nodes.length) {
      if (nodes[i]?.name !== 'for')
        throw new Unreadable('asynchronous comprehension outside of an asynchronous function', range);
      const inAt = nodes.findIndex((node, at) => at > i && node.name === 'in');
      const iterable = nodes[inAt + 1];
      if (inAt < 0 || !iterable) throw new Unreadable('invalid syntax', range);
      const target = this.expressions(nodes.slice(i + 1, inAt));
      const conditions: Expr[] = [];
      i = inAt + 2;
      for (; nodes[i]?.name === 'if'; i += 2) conditions.push(this.expression(nodes[i + 1] as SyntaxNode));
      clauses.push({ target, iterable: this.expression(iterable), conditions });
    }
    return clauses;
  }

  private call(node: SyntaxNode): Expr {
    const [callee, list] = childrenOf(node);
    if (!callee || !list) throw new Unreadable('invalid syntax', span(node));
    return { kind: 'call', callee: this.expression(callee), args: this.arguments(list), ...span(node) };
  }

  private argument(group: readonly SyntaxNode[]): Argument {
    const [first, second, third] = group as [SyntaxNode, SyntaxNode?, SyntaxNode?];
    const range = { start: first.from, end: (group[group.length - 1] ?? first).to };
    if (first.name === '*' && second) return { form: 'star', value: this.expression(second), ...range };
    if (first.name === '**' && second)
      return { form: 'doubleStar', value: this.expression(second), ...range };
    if (group.some((node) => node.name === 'for') && second?.name !== 'AssignOp')
      return { form: 'plain', value: this.comprehension('generator', group, range), ...range };
    if (second?.name === 'AssignOp' && third) return this.namedArgument(first, second, third, range);
    return { form: 'plain', value: this.item(group), ...range };
  }

  private namedArgument(name: SyntaxNode, op: SyntaxNode, value: SyntaxNode, range: Span): Argument {
    if (name.name !== 'VariableName' && name.name !== 'self')
      throw new Unreadable('expression cannot contain assignment, perhaps you meant "=="?', range);
    if (this.source(op) === ':=')
      return {
        form: 'plain',
        value: { kind: 'named', name: this.source(name), value: this.expression(value), ...range },
        ...range,
      };
    return { form: 'keyword', name: this.source(name), value: this.expression(value), ...range };
  }

  private member(node: SyntaxNode): Expr {
    const [object, ...rest] = childrenOf(node);
    if (!object) throw new Unreadable('invalid syntax', span(node));
    if (rest[0]?.name === '.') {
      const property = rest[1];
      if (property?.name !== 'PropertyName') throw new Unreadable('invalid syntax', span(property ?? node));
      return {
        kind: 'attribute',
        object: this.expression(object),
        name: this.source(property),
        ...span(node),
      };
    }
    const between = rest.filter((child) => child.name !== '[' && child.name !== ']');
    const last = between[between.length - 1];
    if (!last) throw new Unreadable('invalid syntax', span(node));
    const groups = splitAt(between, ',');
    const indices = groups.filter((group) => group.length > 0).map((group) => this.subscript(group));
    const range = { start: (between[0] as SyntaxNode).from, end: last.to };
    const index: Expr =
      groups.length === 1 && indices[0] ? indices[0] : { kind: 'tuple', items: indices, ...range };
    return { kind: 'subscript', object: this.expression(object), index, ...span(node) };
  }

  private subscript(group: readonly SyntaxNode[]): Expr {
    if (!group.some((node) => node.name === ':')) return this.item(group);
    const [lower, upper, step] = splitAt(group, ':').map((part) =>
      part.length > 0 ? this.item(part) : undefined,
    );
    const start = (group[0] as SyntaxNode).from;
    return { kind: 'slice', lower, upper, step, start, end: (group[group.length - 1] as SyntaxNode).to };
  }

  private conditional(node: SyntaxNode): Expr {
    const [body, , test, , orelse] = childrenOf(node);
    if (!body || !test || !orelse) throw new Unreadable("expected 'else' after 'if' expression", span(node));
    return {
      kind: 'conditional',
      test: this.expression(test),
      body: this.expression(body),
      orelse: this.expression(orelse),
      ...span(node),
    };
  }

  private lambda(node: SyntaxNode): Expr {
    const children = childrenOf(node);
    const list = children.find((child) => child.name === 'ParamList');
    const body = children[children.length - 1];
    if (!body || body.name === ':') throw new Unreadable('invalid syntax', span(node));
    return {
      kind: 'lambda',
      parameters: list ? this.parameters(list) : [],
      body: this.expression(body),
      ...span(node),
    };
  }

  private named(node: SyntaxNode): Expr {
    const [name, , value] = childrenOf(node);
    if (name?.name !== 'VariableName' || !value) throw new Unreadable('invalid syntax', span(node));
    return { kind: 'named', name: this.source(name), value: this.expression(value), ...span(node) };
  }

  private parameter(group: readonly SyntaxNode[], keywordOnly: boolean): Parameter | undefined {
    const [first] = group;
    if (!first || first.name === '/') return undefined;
    const star = first.name === '*' || first.name === '**' ? first.name : undefined;
    const name = star ? group[1] : first;
    if (!name) return undefined;
    if (name.name !== 'VariableName' && name.name !== 'self')
      throw new Unreadable('invalid syntax', span(name));
    const assign = group.findIndex((node) => node.name === 'AssignOp');
    const value = assign >= 0 ? group[assign + 1] : undefined;
    const kind = star === '**' ? 'keywordRest' : star ? 'rest' : keywordOnly ? 'keyword' : 'positional';
    return { name: this.source(name), kind, default: value && this.expression(value), ...span(name) };
  }
}

/** Joins `not in` and `is not`, which the tree gives as two tokens. */
function addOperator(tokens: ChainToken[], text: string, node: SyntaxNode): void {
  const last = tokens[tokens.length - 1];
  const both = last?.kind === 'operator' ? `${last.text} ${text}` : '';
  const joined = both === 'not in' || both === 'is not' ? both : undefined;
  if (joined && last?.kind === 'operator') {
    tokens[tokens.length - 1] = { kind: 'operator', text: joined, start: last.start, end: node.to };
    return;
  }
  tokens.push({ kind: 'operator', text: text === '<>' ? '!=' : text, start: node.from, end: node.to });
}
