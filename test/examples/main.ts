/**
 * `npm run examples -- FOLDER|FILE... [--longest MS] [--seeds N] [--jobs N]`: every script under Brian 2 and under our
 * runtime device, no run longer than `--longest` milliseconds of biological time (100 by default). What monitors hold, state
 * variables at the end and printed text are compared: to rounding, or over `--seeds` seeds of each side (5 by default) where
 * they depend on Brian's seed. Prints a row per script. Exits with 1 if any is different or failed.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { whyNoBrian } from '../mutants/judge.ts';
import { Pair } from './simulator.ts';
import { judge, type Paths, type Row, type Verdict } from './verdict.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    longest: { type: 'string', default: '100' },
    seeds: { type: 'string', default: '5' },
    jobs: { type: 'string', default: `${Math.ceil(availableParallelism() / 2)}` },
  },
});
const missing = positionals.length === 0 ? 'Name a folder with scripts.' : whyNoBrian();
if (missing) {
  console.error(missing);
  process.exit(2);
}
const settings = { longest: Number(values.longest) / 1000, seeds: Number(values.seeds) };
const copies = mkdtempSync(join(tmpdir(), 'spikelens-examples-'));
process.on('exit', () => rmSync(copies, { recursive: true, force: true }));
const rows = await judgeAll(positionals.flatMap(scriptsOf));
console.log(`\n${totals(rows)}`);
process.exit(rows.some(({ verdict }) => verdict === 'different' || verdict === 'failed') ? 1 : 0);

interface Script {
  readonly name: string;
  readonly paths: Paths;
}

/** Scripts may write files, so each side has a copy of the folder. */
function scriptsOf(given: string, k: number): Script[] {
  const path = resolve(process.env.INIT_CWD ?? '.', given);
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const copyTo = (side: string) => {
    const copy = join(copies, side, `${k}`, basename(folder));
    cpSync(folder, copy, { recursive: true });
    return copy;
  };
  const [brian, ours] = [copyTo('brian'), copyTo('ours')];
  const names = isFolder ? readdirSync(path, { recursive: true, encoding: 'utf8' }).sort() : [basename(path)];
  return names
    .filter((name) => name.endsWith('.py'))
    .map((name) => ({
      name: relative(process.cwd(), join(folder, name)),
      paths: { brian: join(brian, name), ours: join(ours, name) },
    }));
}

async function judgeAll(scripts: readonly Script[]): Promise<Row[]> {
  const found: Row[] = [];
  const waiting = [...scripts];
  const work = async () => {
    const pair = new Pair();
    for (let script = waiting.shift(); script; script = waiting.shift()) {
      const row = { path: script.name, ...(await judge(pair, script.paths, settings)) };
      found.push(row);
      console.log(line(row));
    }
    pair.close();
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, work));
  return found;
}

function line({ path, verdict, what }: Row): string {
  return `${verdict.padEnd(20)}  ${path}${what === '' ? '' : `\n    ${what.replaceAll('\n', '\n    ')}`}`;
}

function totals(all: readonly Row[]): string {
  const verdicts: Verdict[] = [...new Set(all.map(({ verdict }) => verdict))].sort();
  return verdicts
    .map((verdict) => `${verdict}: ${all.filter((row) => row.verdict === verdict).length}`)
    .join(', ');
}
