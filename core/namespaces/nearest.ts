/** The names that a misspelt one may have meant: another case, edit distance 1, else 2 in longer names. */
export function nearestNames(name: string, candidates: Iterable<string>, limit = 3): string[] {
  const found: { name: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (candidate === name || candidate.startsWith('_')) continue;
    const distance = candidate.toLowerCase() === name.toLowerCase() ? 0.5 : editDistance(name, candidate, 2);
    const most = name.length > 3 ? 2 : 1;
    if (distance <= most && distance < Math.max(name.length, candidate.length))
      found.push({ name: candidate, distance });
  }
  const best = Math.min(...found.map((f) => f.distance));
  return found
    .filter((f) => f.distance <= Math.max(1, best))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map((f) => f.name);
}

/** `Did you mean 'tau'?`; undefined where nothing resembles the name. */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const names = nearestNames(name, candidates).map((n) => `'${n}'`);
  return names.length === 0 ? undefined : `Did you mean ${names.join(' or ')}?`;
}

const MOST_LISTED = 12;

/** `Did you mean 'v'? The variables of G: v, w.`; a list too long to help is left out. */
export function didYouMeanOf(name: string, candidates: Iterable<string>, all: string): string {
  const known = [...candidates];
  const listed =
    known.length === 0 || known.length > MOST_LISTED ? undefined : `${all}: ${known.join(', ')}.`;
  return [didYouMean(name, known), listed].filter((part) => part !== undefined).join(' ');
}

/** The name that a misspelt one surely meant: another case, or one slip in a word, two in a long one. */
export function surelyMeant(name: string, candidates: Iterable<string>): string | undefined {
  const [nearest] = nearestNames(name, candidates, 1);
  if (nearest === undefined || Math.min(name.length, nearest.length) < 3) return undefined;
  return editDistance(name, nearest, 2) <= (name.length > 5 ? 2 : 1) ? nearest : undefined;
}

/** The only name that is one slip, or the case of its letters, away. */
export function oneSlipFrom(name: string, candidates: Iterable<string>): string | undefined {
  const near = [...candidates].filter(
    (known) => known.toLowerCase() === name.toLowerCase() || editDistance(name, known, 1) === 1,
  );
  return near.length === 1 ? near[0] : undefined;
}

/** Damerau-Levenshtein distance (adjacent swaps count one), given up beyond `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let r = 1; r <= a.length; r++) {
    const row = [r];
    for (let c = 1; c <= b.length; c++) {
      const same = a[r - 1] === b[c - 1] ? 0 : 1;
      let best = Math.min(previous[c]! + 1, row[c - 1]! + 1, previous[c - 1]! + same);
      if (r > 1 && c > 1 && a[r - 1] === b[c - 2] && a[r - 2] === b[c - 1])
        best = Math.min(best, before[c - 2]! + 1);
      row.push(best);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}
