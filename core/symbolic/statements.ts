import type { Expression, Statement } from '../../grammars/equations/tree.ts';
import { name } from './build.ts';

/** `target = expr`, placed where the expression stands. */
export function assign(target: string, expr: Expression): Statement {
  return { target: { ...name(target), range: expr.range }, op: '=', expr, range: expr.range };
}
