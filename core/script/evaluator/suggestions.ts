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

/** The most alike of the names, where one is alike enough that it may have been meant. */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.floor((name.length + 2) / 3) + 1;
  for (const candidate of names) {
    if (candidate === name || Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(name, candidate, least);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Number of insertions, deletions and replacements; a change of case counts half. Stops at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change =
        a[i - 1] === b[j - 1] ? 0 : a[i - 1]?.toLowerCase() === b[j - 1]?.toLowerCase() ? 0.5 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change));
    }
    if (Math.min(...next) >= limit) return limit;
    row = next;
  }
  return row[b.length] ?? limit;
}
