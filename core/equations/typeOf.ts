/** Types of expressions: boolean < integer < float. */
import { isMissing } from '../../grammars/equations/index.ts';
import type { Call, Expression, ValueType } from '../../grammars/equations/tree.ts';
import type { Names } from '../namespaces/resolved.ts';
import { valueTypeOf } from '../variables/variable.ts';

const RANK: Readonly<Record<ValueType, number>> = { boolean: 0, integer: 1, float: 2 };

/** The type of the value. Operators give the highest type of their operands, `/` always a float. */
export function typeOf(expr: Expression, names: Names): ValueType {
  switch (expr.kind) {
    case 'number':
      return expr.isInteger ? 'integer' : 'float';
    case 'boolean':
    case 'comparison':
    case 'logical':
      return 'boolean';
    case 'name':
      return typeOfName(expr.name, names);
    case 'unary':
      return expr.op === 'not' ? 'boolean' : typeOf(expr.operand, names);
    case 'binary':
      return expr.op === '/' ? 'float' : highest([typeOf(expr.left, names), typeOf(expr.right, names)]);
    case 'call':
      return typeOfCall(expr, names);
  }
}

/**
 * Whether Brian takes an expression for a condition: comparisons, `not`, `and`, `or`, truth values, boolean
 * variables and functions. What is unknown may be one.
 */
export function isBooleanExpression(expr: Expression, names: Names): boolean {
  switch (expr.kind) {
    case 'boolean':
    case 'comparison':
      return true;
    case 'number':
      return isMissing(expr);
    case 'logical':
      return isBooleanExpression(expr.left, names) && isBooleanExpression(expr.right, names);
    case 'unary':
      return expr.op === 'not';
    case 'name': {
      const resolved = names.get(expr.name);
      if (resolved === undefined || resolved.kind === 'unknown') return true;
      return resolved.kind !== 'function' && typeOfName(expr.name, names) === 'boolean';
    }
    case 'call': {
      const resolved = names.get(expr.name);
      if (resolved === undefined || resolved.kind === 'unknown') return true;
      return resolved.kind === 'function' && resolved.function.returnUnit === 'boolean';
    }
    case 'binary':
      return false;
  }
}

function typeOfName(name: string, names: Names): ValueType {
  const resolved = names.get(name);
  if (resolved?.kind === 'variable') return valueTypeOf(resolved.variable.dataType);
  return resolved?.kind === 'constant' ? resolved.valueType : 'float';
}

function typeOfCall(expr: Call, names: Names): ValueType {
  const resolved = names.get(expr.name);
  if (resolved?.kind !== 'function') return 'float';
  const { returnType } = resolved.function;
  return returnType === 'highest' ? highest(expr.args.map((arg) => typeOf(arg, names))) : returnType;
}

function highest(types: readonly ValueType[]): ValueType {
  return types.reduce<ValueType>((high, type) => (RANK[type] > RANK[high] ? type : high), 'boolean');
}
