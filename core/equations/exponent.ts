/** The exponent of something with a dimension must be a number known beforehand. */
import type { Expression } from '../../grammars/equations/tree.ts';
import type { Names } from '../namespaces/resolved.ts';
import type { TextRange } from '../text/range.ts';
import { arithmetic } from './evaluate.ts';

interface Refusal {
  readonly message: string;
  readonly range: TextRange;
}

/** The value, Brian's reason why there is none, or undefined where it can't be known now. */
export function exponentValue(expr: Expression, names: Names): number | Refusal | undefined {
  const refuse = (message: string): Refusal => ({ message, range: expr.range });
  switch (expr.kind) {
    case 'number':
      return expr.text === '' ? undefined : expr.value;
    case 'boolean':
      return expr.value ? 1 : 0;
    case 'name':
      return valueOfName(expr.name, names, refuse);
    case 'call':
      return refuse('Cannot determine the numerical value for a function call.');
    case 'logical':
    case 'comparison':
      return refuse('Cannot determine the numerical value for a boolean operation.');
    case 'unary': {
      if (expr.op === 'not') return refuse('Cannot determine the numerical value for a boolean operation.');
      if (expr.op === '+') return refuse('Unknown unary operation UAdd');
      const operand = exponentValue(expr.operand, names);
      return typeof operand === 'number' ? -operand : operand;
    }
    case 'binary': {
      const left = exponentValue(expr.left, names);
      if (typeof left !== 'number') return left;
      const right = exponentValue(expr.right, names);
      return typeof right === 'number' ? arithmetic(expr.op, left, right) : right;
    }
  }
}

function valueOfName(
  name: string,
  names: Names,
  refuse: (message: string) => Refusal,
): number | Refusal | undefined {
  const resolved = names.get(name);
  if (resolved?.kind === 'constant') return resolved.value;
  if (resolved?.kind !== 'variable') return undefined;
  const { variable } = resolved;
  if (variable.kind === 'constant') return variable.value;
  if (!variable.constant) return refuse(`Value ${name} is not constant`);
  return variable.scalar ? undefined : refuse(`Value ${name} is not scalar`);
}
