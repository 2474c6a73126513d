/** Values of expressions, as Python computes them. Truth values are 0 and 1. */
import type { BinaryOperator, ComparisonOperator, Expression } from '../../grammars/equations/tree.ts';
import { DEFAULT_FUNCTIONS } from '../functions/defaults.ts';
import type { BrianFunction } from '../functions/function.ts';
import { floorDivide, modulo } from '../functions/mathematics.ts';

/**
 * The value of an expression; undefined where it holds something without a value (an unknown name, a random
 * function).
 * @param lookup values of names in SI base units
 */
export function evaluateExpression(
  expr: Expression,
  lookup: (name: string) => number | undefined,
  functions: (name: string) => BrianFunction | undefined = (name) => DEFAULT_FUNCTIONS.get(name),
): number | undefined {
  const value = (part: Expression) => evaluateExpression(part, lookup, functions);
  switch (expr.kind) {
    case 'number':
      return expr.text === '' ? undefined : expr.value;
    case 'boolean':
      return expr.value ? 1 : 0;
    case 'name':
      return lookup(expr.name);
    case 'unary':
      return mapped([value(expr.operand)], ([x]) =>
        expr.op === 'not' ? Number(!x) : expr.op === '-' ? -x! : x!,
      );
    case 'binary':
      return mapped([value(expr.left), value(expr.right)], ([a, b]) => arithmetic(expr.op, a!, b!));
    case 'comparison':
      return mapped([value(expr.left), value(expr.right)], ([a, b]) => Number(compare(expr.op, a!, b!)));
    case 'logical': {
      const left = value(expr.left);
      if (left === undefined) return undefined;
      return (expr.op === 'and') === (left !== 0) ? value(expr.right) : left;
    }
    case 'call': {
      const evaluate = functions(expr.name)?.evaluate;
      return evaluate && mapped(expr.args.map(value), (args) => evaluate(...args));
    }
  }
}

/** Python's arithmetic on floats. */
export function arithmetic(op: BinaryOperator, a: number, b: number): number {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '//':
      return floorDivide(a, b);
    case '%':
      return modulo(a, b);
    case '**':
      // In Python 1**nan and (-1)**inf are 1.
      return a === 1 || (a === -1 && !Number.isFinite(b) && !Number.isNaN(b)) ? 1 : a ** b;
  }
}

function compare(op: ComparisonOperator, a: number, b: number): boolean {
  switch (op) {
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

function mapped(
  values: readonly (number | undefined)[],
  f: (values: number[]) => number,
): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? f(known) : undefined;
}
