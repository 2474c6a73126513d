import { Choices } from './random.ts';

/**
 * At most `limit` of the items, as many of each kind as possible, and within a kind from as many scripts as possible.
 * Depends on nothing but the items and the seed.
 */
export function select<T>(
  items: readonly T[],
  limit: number,
  seed: number,
  kindOf: (item: T) => string,
  scriptOf: (item: T) => string,
): T[] {
  const queues = [...grouped(new Choices(seed, 'select').shuffled(items), kindOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, some]) => inTurns([...grouped(some, scriptOf).values()]));
  return inTurns(queues).slice(0, limit);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The first of each list, then the second of each, ... */
function inTurns<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, k) => lists.flatMap((list) => list.slice(k, k + 1))).flat();
}
