/** Whether two simulators agree on a script: number by number where chance plays no part, else in distribution. */
import { firstDifference } from '../oracle/recorded.ts';
import type { Results } from './simulator.ts';

/** Rounding errors grow over a run. */
const ROUNDING = 1e-9;
/** Standard errors of the difference of two means. Few seeds make few degrees of freedom, hence a wide bound. */
const BOUND = 7;
const TOLD = 3;

/** The lines of `report='text'`: the first names a duration that was cut, the others tell how fast the machine is. */
const REPORT = /^Starting simulation at .*\n|^.* simulated in .*\n/gm;

/** What differs between two runs without chance, in words; nothing where they agree to rounding. */
export function differences(ours: Results, brian: Results): string[] {
  const found = printedDifference(printedBy(ours), printedBy(brian));
  return [...found, ...sharedNames(ours, [brian]).flatMap((name) => arrayDifference(name, ours, brian))];
}

/** What differs in distribution: our runs and Brian's, each with several seeds. */
export function statisticalDifferences(ours: readonly Results[], brian: readonly Results[]): string[] {
  const [first] = ours;
  if (!first) return [];
  const names = sharedNames(first, brian);
  const arrays = names.flatMap((name) => {
    const [our, their] = [ours, brian].map((runs) =>
      runs.map((run) => summaryOf(decoded(run.numbers[name]))),
    );
    return summaryDifferences(name, our!, their!);
  });
  return [...printedInDistribution(ours, brian), ...arrays];
}

function sharedNames(ours: Results, brian: readonly Results[]): string[] {
  const everywhere = (name: string) => brian.every(({ numbers }) => name in numbers);
  return Object.keys(ours.numbers).filter(everywhere).sort();
}

function decoded(text = ''): Float64Array {
  return new Float64Array(new Uint8Array(Buffer.from(text, 'base64')).buffer);
}

function arrayDifference(name: string, ours: Results, brian: Results): string[] {
  const [our, their] = [decoded(ours.numbers[name]), decoded(brian.numbers[name])];
  if (our.length !== their.length) return [`${name} has ${our.length} numbers, not ${their.length}`];
  const at = firstDifference(our, their, ROUNDING);
  return at === undefined ? [] : [`${name}[${at}] is ${our[at]}, not ${their[at]} (of ${our.length})`];
}

const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|\bnan\b|\binf\b/gi;

function printedBy(run: Results): string {
  return run.printed.replace(REPORT, '');
}

function printedDifference(ours: string, brian: string): string[] {
  if (ours === brian) return [];
  const [our, their] = [ours.split('\n'), brian.split('\n')];
  const at = their.findIndex((line, k) => line !== our[k]);
  const line = at < 0 ? their.length : at;
  return [`line ${line + 1} printed is ${quoted(our[line])}, not ${quoted(their[line])}`];
}

function quoted(line: string | undefined): string {
  return line === undefined ? 'missing' : JSON.stringify(line.slice(0, 100));
}

/** The words around the numbers where Brian's do not vary; the numbers as far as there are always as many. */
function printedInDistribution(ours: readonly Results[], brian: readonly Results[]): string[] {
  const skeletons = (runs: readonly Results[]) =>
    runs.map((run) => printedBy(run).replace(NUMBER, '#').replace(/\s+/g, ' '));
  const [skeleton = '', ...others] = skeletons(brian);
  if (others.some((other) => other !== skeleton)) return [];
  const strange = skeletons(ours).find((one) => one !== skeleton);
  if (strange !== undefined) return printedDifference(strange, skeleton);
  const numbersOf = (run: Results) => (printedBy(run).match(NUMBER) ?? []).map(Number);
  const [our, their] = [ours.map(numbersOf), brian.map(numbersOf)];
  return (our[0] ?? []).flatMap((_, k) => {
    const differs = meansDiffer(column(our, k), column(their, k));
    return differs ? [`number ${k + 1} printed is ${differs}`] : [];
  });
}

function column(rows: readonly (readonly number[])[], k: number): number[] {
  return rows.map((row) => row[k] ?? Number.NaN);
}

/** Count, mean and spread of an array. */
type Summary = readonly number[];
const SUMMARY = ['count', 'mean', 'spread'];

function summaryOf(values: Float64Array): Summary {
  const finite = values.filter((value) => Number.isFinite(value));
  const mean = finite.reduce((sum, value) => sum + value, 0) / finite.length;
  const variance = finite.reduce((sum, value) => sum + (value - mean) ** 2, 0) / finite.length;
  return [finite.length, mean, Math.sqrt(variance)];
}

function summaryDifferences(name: string, ours: readonly Summary[], brian: readonly Summary[]): string[] {
  return SUMMARY.flatMap((feature, k) => {
    const differs = meansDiffer(column(ours, k), column(brian, k));
    return differs ? [`${feature} of ${name} is ${differs}`] : [];
  }).slice(0, 1);
}

/** In words, if the means lie further apart than chance takes them; numbers that never vary must be equal. */
function meansDiffer(ours: readonly number[], brian: readonly number[]): string | undefined {
  const [our, their] = [ours, brian].map((values) => momentsOf(values.filter(Number.isFinite)));
  if (!our || !their || our.count === 0 || their.count === 0) return undefined;
  const error = Math.sqrt(our.variance / our.count + their.variance / their.count);
  const rounding = ROUNDING * Math.max(Math.abs(our.mean), Math.abs(their.mean)) + 1e-15;
  if (Math.abs(our.mean - their.mean) <= BOUND * error + rounding) return undefined;
  return `${our.mean.toPrecision(6)}, not ${their.mean.toPrecision(6)} ± ${error.toPrecision(2)}`;
}

function momentsOf(values: readonly number[]): { count: number; mean: number; variance: number } {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count, mean, variance: count > 1 ? squares / (count - 1) : 0 };
}

/** The first few, for a row of the table. */
export function told(all: readonly string[]): string {
  const more = all.length > TOLD ? [`and ${all.length - TOLD} more`] : [];
  return [...all.slice(0, TOLD), ...more].join('; ');
}
