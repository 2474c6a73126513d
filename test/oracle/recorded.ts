/** What record.py stored, and how it is compared. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MonitorResult } from '../../core/script/results.ts';

export interface RecordedArray {
  readonly shape: readonly number[];
  readonly data: readonly (number | boolean)[];
}

export type Recorded =
  | {
      readonly kind: 'exact';
      readonly output: string;
      readonly monitors: Readonly<Record<string, Readonly<Record<string, RecordedArray>>>>;
    }
  | { readonly kind: 'seeds'; readonly seeds: number; readonly numbers: Readonly<Record<string, Spread>> };

export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Script paths with their recorded results. */
export function recordings(): {
  readonly name: string;
  readonly script: string;
  readonly recorded: Recorded;
  /** C++ programs can't call what Python does in every step. */
  readonly runtimeOnly: boolean;
}[] {
  return readdirSync(join(folder, 'scripts'))
    .filter((file) => file.endsWith('.py'))
    .map((file) => {
      const name = basename(file, '.py');
      const path = join(folder, 'results', `${name}.json`);
      if (!existsSync(path)) throw new Error(`${file} has no recorded results; see test/oracle/record.py`);
      const recorded = JSON.parse(readFileSync(path, 'utf8')) as Recorded;
      const script = join(folder, 'scripts', file);
      const runtimeOnly = readFileSync(script, 'utf8').startsWith('# oracle: runtime only');
      return { name, script, recorded, runtimeOnly };
    });
}

/** Equal to rounding: what reordering a sum may change, and no more. */
const RELATIVE = 1e-10;

/** Where the arrays differ, in words; nothing where they agree. */
export function difference(
  monitor: MonitorResult,
  wanted: Readonly<Record<string, RecordedArray>>,
): string[] {
  return Object.entries(wanted).flatMap(([name, array]) => {
    const found = monitor.arrays.get(name);
    if (!found) return [`${monitor.name}.${name} is missing`];
    if (String(found.shape) !== String(array.shape))
      return [`${monitor.name}.${name} has the shape (${found.shape}), not (${array.shape})`];
    const at = firstDifference(found.data, array.data);
    if (at === undefined) return [];
    return [`${monitor.name}.${name}[${at}] is ${found.data[at]}, not ${array.data[at]} (flat index)`];
  });
}

/** @param relative the rounding that is let pass */
export function firstDifference(
  found: ArrayLike<number>,
  wanted: ArrayLike<number | boolean>,
  relative = RELATIVE,
): number | undefined {
  const numbers = Array.from(wanted, Number);
  const scale = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const at = numbers.findIndex(
    (value, index) => !isClose(found[index] ?? Number.NaN, value, scale, relative),
  );
  return at < 0 ? undefined : at;
}

function isClose(a: number, b: number, scale: number, relative: number): boolean {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b);
  return (
    a === b || Math.abs(a - b) <= relative * Math.max(Math.abs(a), Math.abs(b)) + 1e-3 * relative * scale
  );
}

/** `name number` lines. */
export function numbersOf(printed: string): Map<string, number> {
  const lines = printed.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.split(' ')[0]!, Number(line.split(' ')[1])]));
}
