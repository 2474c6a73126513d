import type { Interpreter } from '../interpreter.ts';
import { callArguments } from '../objects/arguments.ts';
import { isLess } from '../operations/comparison.ts';
import type { PyValue } from '../values.ts';

/** Stable sort by `<`, as `sorted` and `list.sort`. */
export function sortedItems(
  items: readonly PyValue[],
  key: PyValue,
  reverse: boolean,
  ctx: Interpreter,
): PyValue[] {
  const keyed = items.map((item) => ({
    item,
    key: key === null ? item : ctx.call(key, callArguments([item])),
  }));
  const order = (a: PyValue, b: PyValue): number => (isLess(a, b, ctx) ? -1 : isLess(b, a, ctx) ? 1 : 0);
  keyed.sort((a, b) => (reverse ? order(b.key, a.key) : order(a.key, b.key)));
  return keyed.map((entry) => entry.item);
}
