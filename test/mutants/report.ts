import { relative } from 'node:path';
import type { Comparison, Outcome } from './compare.ts';

/** A row per kind of change, with the share of mutants on which both sides agree, and a last row with all. */
export function table(comparisons: readonly Comparison[]): string {
  const kinds = [...new Set(comparisons.map(({ mutation }) => mutation.kind))].sort();
  const rows = kinds.map((kind) => [
    kind,
    ...cells(comparisons.filter(({ mutation }) => mutation.kind === kind)),
  ]);
  const all = [HEAD, ...rows, ['all', ...cells(comparisons)]];
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => row.map((cell, k) => padded(cell, widths[k] ?? 0, k)).join('  ')).join('\n');
}

const HEAD = [
  'change',
  'mutants',
  'rejected',
  'verdict',
  'class',
  'range',
  'agreed',
  'run only',
  'not judged',
];

function padded(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/** Shares are of the mutants that both sides judge before the first step. */
function cells(some: readonly Comparison[]): string[] {
  const count = (...outcomes: Outcome[]) => some.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const unjudged = count('no verdict', 'unsupported');
  const runOnly = count('run only');
  const judged = some.length - unjudged - runOnly;
  const share = (good: number) => (judged === 0 ? '' : `${((100 * good) / judged).toFixed(1)} %`);
  const verdict = judged - count('false alarm', 'missed');
  const sameClass = verdict - count('other class');
  return [
    `${some.length}`,
    `${some.filter(({ brian }) => brian.verdict === 'rejected').length}`,
    share(verdict),
    share(sameClass),
    share(sameClass - count('other place')),
    `${count('agreed')}`,
    `${runOnly}`,
    `${unjudged}`,
  ];
}

/** Every mutant on which the two sides differ, and those that one side did not judge. */
export function disagreements(comparisons: readonly Comparison[], root: string): string {
  return comparisons
    .filter(({ outcome }) => outcome !== 'agreed')
    .sort((a, b) => a.outcome.localeCompare(b.outcome) || a.mutation.kind.localeCompare(b.mutation.kind))
    .map((comparison) => disagreement(comparison, root))
    .join('\n');
}

function disagreement(
  { path, line, mutation, outcome, brian, ours, original }: Comparison,
  root: string,
): string {
  const says =
    brian.verdict === 'rejected'
      ? `${brian.errorClasses.join(' from ')}: ${short(brian.message)} (${brian.moment}, line ${brian.lines.join(', ')})`
      : brian.verdict === 'none'
        ? brian.reason
        : 'accepted';
  return [
    `${outcome}: ${relative(root, path)}:${line}: ${mutation.kind}: ${short(original)} -> ${short(mutation.replacement)}`,
    `    Brian: ${says}`,
    `    we:    ${ours.length === 0 ? 'nothing' : ours.map(short).join('\n           ')}`,
  ].join('\n');
}

function short(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' \\n ');
  return line.length > 200 ? `${line.slice(0, 200)}...` : line;
}
