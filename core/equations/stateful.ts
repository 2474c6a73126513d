/** Functions whose value differs from call to call, such as `rand()`. */

import { childrenOf } from '../../grammars/equations/children.ts';
import type { Call, Expression } from '../../grammars/equations/tree.ts';
import type { Names } from '../namespaces/resolved.ts';
import type { RangeProblem } from './report.ts';

/** The calls of stateful functions in an expression, subexpressions of the group not looked into. */
export function statefulCalls(expr: Expression, names: Names): Call[] {
  const inner = childrenOf(expr).flatMap((child) => statefulCalls(child, names));
  if (expr.kind !== 'call') return inner;
  const resolved = names.get(expr.name);
  return resolved?.kind === 'function' && !resolved.function.stateless ? [...inner, expr] : inner;
}

/** NotImplementedError where one expression calls the same stateful function twice; `text` is how it reads. */
export function repeatedStatefulCall(expr: Expression, names: Names, text: string): RangeProblem | undefined {
  const seen = new Set<string>();
  for (const { name, range } of statefulCalls(expr, names)) {
    if (seen.has(name))
      return {
        code: 'stateful-function',
        errorClass: 'NotImplementedError',
        message: repeated(text, name),
        hint: `Give each call an equation of its own: 'r = ${name}() : 1 (constant over dt)'.`,
        range,
      };
    seen.add(name);
  }
  return undefined;
}

function repeated(text: string, name: string): string {
  return (
    `The expression '${text}' contains more than one call of ${name}. This is currently not supported since ` +
    `${name} is a stateful function and its multiple calls might be treated incorrectly (e.g.'rand() - rand()' ` +
    "could be  simplified to '0.0')."
  );
}
