import type { Frame } from './frame.ts';
import type { Globals } from './globals.ts';

/** `. Did you mean: 'x'?`, or nothing. */
export function suggestion(name: string, frame: Frame, globals: Globals): string {
  const names: string[] = [];
  for (const [known] of frame.locals()) names.push(known);
  for (const known of globals.names()) names.push(known);
  names.push(...globals.builtins.keys());
  const best = nearestName(name, names);
  return best === undefined ? '' : `. Did you mean: '${best}'?`;
}

/** The most alike of the names, where one is alike enough that it may have been meant (CPython's measure). */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of names) {
    if (candidate === name) continue;
    const limit = Math.min(Math.floor((name.length + candidate.length + 3) / 3), least - 1);
    const distance = editDistance(name, candidate, limit);
    if (distance > limit) continue;
    best = candidate;
    least = distance;
  }
  return best;
}

/** Two for each insertion, deletion and replacement, one for a change of case. Stops beyond `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) * 2 > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => 2 * i);
  for (let i = 1; i <= a.length; i++) {
    const next = [2 * i];
    for (let j = 1; j <= b.length; j++) {
      const change = replacementCost(a[i - 1] ?? '', b[j - 1] ?? '');
      next.push(Math.min((row[j] ?? 0) + 2, (next[j - 1] ?? 0) + 2, (row[j - 1] ?? 0) + change));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

function replacementCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? 1 : 2;
}
