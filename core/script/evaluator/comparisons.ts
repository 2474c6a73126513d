/** Comparisons, single and chained. */
import { compareValues } from '../operations/comparison.ts';
import { contains } from '../operations/items.ts';
import type { Comparison, ExprOf } from '../syntax/ast.ts';
import { PyStr, type PyValue, Unknown } from '../values.ts';
import type { Compiler } from './compiler.ts';
import type { Eval } from './frame.ts';

export function compileComparison(c: Compiler, expr: ExprOf<'compare'>): Eval {
  const first = c.expr(expr.first);
  const rest = expr.rest.map(({ op, right }) => ({ compare: comparer(c, op), right: c.expr(right) }));
  const only = rest.length === 1 ? rest[0] : undefined;
  if (only) {
    const { compare, right } = only;
    return (frame) => {
      const a = first(frame);
      const b = right(frame);
      frame.at = expr;
      return compare(a, b);
    };
  }
  return (frame) => {
    let left = first(frame);
    let result: PyValue = true;
    for (const { compare, right } of rest) {
      const value = right(frame);
      frame.at = expr;
      result = compare(left, value);
      if (result instanceof Unknown || !c.evaluator.truth(result)) return result;
      left = value;
    }
    return result;
  };
}

function comparer(c: Compiler, op: Comparison): (a: PyValue, b: PyValue) => PyValue {
  const { evaluator } = c;
  switch (op) {
    case 'in':
      return (a, b) => contains(b, a, evaluator);
    case 'not in':
      return (a, b) => negated(contains(b, a, evaluator));
    case 'is':
      return isSame;
    case 'is not':
      return (a, b) => negated(isSame(a, b));
    default:
      return (a, b) => compareValues(op, a, b, evaluator);
  }
}

function negated(value: PyValue): PyValue {
  return typeof value === 'boolean' ? !value : value;
}

/** Identity; an unknown may be anything, None too. Equal strings and ints count as one object. */
function isSame(a: PyValue, b: PyValue): PyValue {
  if (a instanceof Unknown || b instanceof Unknown) return new Unknown();
  return a === b || (a instanceof PyStr && b instanceof PyStr && a.value === b.value);
}
