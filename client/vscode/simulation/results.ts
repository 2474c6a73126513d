import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The parts of `summary.json` that the editor shows. */
export interface Summary {
  readonly device: string;
  readonly seed: number;
  readonly timing: { readonly simulate: number; readonly total: number };
  readonly monitors: readonly MonitorSummary[];
  readonly figures: readonly string[];
}

export interface MonitorSummary {
  readonly name: string;
  readonly kind: string;
  readonly source: string;
  readonly events?: number;
}

export interface Results {
  readonly summary: Summary;
  /** The figures' SVG texts, in the order the script made them. */
  readonly figures: readonly string[];
}

/** Reads what `run --out` wrote; undefined where the run ended before it wrote anything. */
export async function readResults(directory: string): Promise<Results | undefined> {
  const text = await readFile(join(directory, 'summary.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const summary = JSON.parse(text) as Summary;
  const figures = await Promise.all(summary.figures.map((name) => readFile(join(directory, name), 'utf8')));
  return { summary, figures };
}
