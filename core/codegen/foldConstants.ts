/** Puts in what is known when code is generated: constants, units, results of functions of numbers. */
import type { ComparisonOperator, Expression } from '../../grammars/equations/tree.ts';
import { floorDivide, modulo } from '../functions/mathematics.ts';
import { asNumber, boolean, number, rebuild } from '../symbolic/build.ts';
import { mapExpression } from '../symbolic/tree.ts';
import type { CodeScope } from './scope.ts';

/** The expression with its constants as numbers, and without operations that change nothing. */
export function foldConstants(expr: Expression, scope: CodeScope): Expression {
  return mapExpression(expr, (node) => foldNode(node, scope));
}

function foldNode(node: Expression, scope: CodeScope): Expression {
  switch (node.kind) {
    case 'name':
      return constantValue(node.name, scope) ?? node;
    case 'binary':
      return node.op === '//' || node.op === '%' ? foldDivision(node) : rebuild(node);
    case 'comparison':
      return foldComparison(node);
    case 'call':
      return foldCall(node, scope);
    default:
      return rebuild(node);
  }
}

function constantValue(name: string, scope: CodeScope): Expression | undefined {
  const resolved = scope.resolved(name);
  if (resolved?.kind === 'constant')
    return literal(resolved.value, resolved.valueType === 'boolean', resolved.valueType === 'integer');
  if (resolved?.kind !== 'variable' || resolved.variable.kind !== 'constant') return undefined;
  const { value, dataType } = resolved.variable;
  return literal(value, dataType === 'bool', dataType === 'int32' || dataType === 'int64');
}

function literal(value: number, isBoolean: boolean, isInteger: boolean): Expression {
  return isBoolean ? boolean(value !== 0) : number(value, isInteger);
}

function foldDivision(node: Extract<Expression, { kind: 'binary' }>): Expression {
  const x = asNumber(node.left);
  const y = asNumber(node.right);
  if (x === undefined || y === undefined) return node;
  const isInteger = x.isInteger && y.isInteger;
  const byZero = isInteger && y.value === 0;
  const value = byZero ? 0 : node.op === '//' ? floorDivide(x.value, y.value) : modulo(x.value, y.value);
  return Number.isFinite(value) ? number(value, isInteger) : node;
}

const COMPARISONS: Readonly<Record<ComparisonOperator, (x: number, y: number) => boolean>> = {
  '==': (x, y) => x === y,
  '!=': (x, y) => x !== y,
  '<': (x, y) => x < y,
  '<=': (x, y) => x <= y,
  '>': (x, y) => x > y,
  '>=': (x, y) => x >= y,
};

function foldComparison(node: Extract<Expression, { kind: 'comparison' }>): Expression {
  const x = asNumber(node.left);
  const y = asNumber(node.right);
  return x === undefined || y === undefined ? node : boolean(COMPARISONS[node.op](x.value, y.value));
}

function foldCall(node: Extract<Expression, { kind: 'call' }>, scope: CodeScope): Expression {
  if (node.name === '_where') return foldWhere(node);
  const called = scope.functionOf(node.name);
  if (!called?.stateless || called.evaluate === undefined || called.implementation !== undefined)
    return rebuild(node);
  const args = node.args.map((arg) => (arg.kind === 'boolean' ? Number(arg.value) : asNumber(arg)?.value));
  if (!args.every((arg): arg is number => arg !== undefined)) return rebuild(node);
  const value = called.evaluate(...args);
  if (!Number.isFinite(value)) return node;
  const type = scope.typeOf(node);
  return literal(value, type === 'boolean', type === 'integer');
}

function foldWhere(node: Extract<Expression, { kind: 'call' }>): Expression {
  const [condition, yes, no] = node.args;
  if (condition?.kind !== 'boolean') return node;
  return (condition.value ? yes : no) ?? node;
}
