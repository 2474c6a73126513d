/**
 * `npm run mutants [-- FOLDER|FILE...] [--limit N] [--seed N] [--jobs N] [--json FILE]`: scripts that Brian accepts, changed
 * in one place at a time; Brian 2 and our check are both asked, and what they say is compared. Without files, our own
 * scripts. The same seed gives the same mutants. Exits with 1 if a script that Brian accepts is complained of.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { NodeHost } from '../../client/cli/nodeHost.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { analyse } from '../../core/script/analyse.ts';
import { siblingReader } from '../../core/script/siblings.ts';
import { type Comparison, compare, lineOf } from './compare.ts';
import { type Script, scriptsOf } from './corpus.ts';
import { askAll, Judge, type Verdict, whyNoBrian } from './judge.ts';
import { mutationsOf } from './mutate.ts';
import { type Mutation, mutated } from './mutation.ts';
import { disagreements, table } from './report.ts';
import { select } from './select.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const OUR_RUN_MILLISECONDS = 30_000;

interface Accepted extends Script {
  /** Whether Brian needs all steps of its runs. */
  readonly full: boolean;
}

interface Mutant {
  readonly script: Accepted;
  readonly mutation: Mutation;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    limit: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: `${availableParallelism()}` },
    json: { type: 'string' },
  },
});
const missing = whyNoBrian();
if (missing) {
  console.error(missing);
  process.exit(2);
}
const seed = Number(values.seed);
const judges = Array.from({ length: Number(values.jobs) }, () => new Judge());
const { accepted, complaints } = await acceptedScripts(scriptsOf(positionals));
const comparisons = await compareAll(mutantsOf(accepted));
for (const judge of judges) judge.close();
print();
process.exit(complaints.length > 0 ? 1 : 0);

/** The scripts that Brian accepts, and what our check says against them. */
async function acceptedScripts(
  scripts: readonly Script[],
): Promise<{ accepted: readonly Accepted[]; complaints: readonly string[] }> {
  const found = await askAll(scripts, judges, async (judge, script) => {
    for (const full of [false, true]) {
      const verdict = await judge.ask(script.path, script.text, full);
      if (verdict.verdict === 'accepted') return { ...script, full };
      if (full) console.log(`left out: ${relative(root, script.path)}: ${reasonOf(verdict)}`);
    }
    return undefined;
  });
  const accepted = found.filter((script) => script !== undefined);
  const complaints = accepted.flatMap(({ path, text }) =>
    errorsOf(text, problemsOf(path, text)).map((error) => `${relative(root, path)}: ${error}`),
  );
  return { accepted, complaints };
}

function reasonOf(verdict: Verdict): string {
  if (verdict.verdict === 'rejected') return `${verdict.errorClasses[0]}: ${verdict.message.split('\n')[0]}`;
  return verdict.verdict === 'none' ? verdict.reason : '';
}

function mutantsOf(scripts: readonly Accepted[]): Mutant[] {
  const mutants = scripts.flatMap((script) =>
    mutationsOf(script.text, script.path, seed).map((mutation) => ({ script, mutation })),
  );
  const kindOf = ({ mutation }: Mutant) => mutation.kind;
  return select(mutants, Number(values.limit), seed, kindOf, ({ script }) => script.path);
}

function compareAll(mutants: readonly Mutant[]): Promise<Comparison[]> {
  return askAll(mutants, judges, async (judge, { script, mutation }, k) => {
    if (k % 100 === 0) console.error(`${k} of ${mutants.length} mutants`);
    const { path, full } = script;
    const text = mutated(script.text, mutation);
    const brian = await judge.ask(path, text, full);
    const problems = problemsOf(path, text);
    const outcome = compare(text, mutation, brian, problems);
    const foundByRun = outcome === 'missed' && (await isFoundByRun(path, text, brian));
    const { start, end } = mutation.range;
    return {
      path,
      line: lineOf(text, start),
      mutation,
      original: script.text.slice(start, end),
      outcome: foundByRun ? 'run only' : outcome,
      brian,
      ours: errorsOf(text, problems),
    };
  });
}

/** As `spikelens check` asks. */
function problemsOf(path: string, text: string): readonly Problem[] {
  const readSibling = siblingReader(path, (name) => new NodeHost().readFile(name));
  const now = () => performance.now();
  try {
    return analyse(text, path, { budgetMilliseconds: 10_000, now, anyScript: true, readSibling }).problems;
  } catch (error) {
    return [{ code: 'internal', severity: 'error', errorClass: 'InternalError', message: String(error) }];
  }
}

function errorsOf(text: string, problems: readonly Problem[]): string[] {
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(
      ({ errorClass, message, location }) =>
        `line ${lineOf(text, location?.range.start ?? 0)}: ${errorClass}: ${message}`,
    );
}

/** Whether Brian's error depends on what a run computes, and our run ends with one of that class. */
async function isFoundByRun(path: string, text: string, brian: Verdict): Promise<boolean> {
  if (brian.verdict !== 'rejected' || !['loop', 'results'].includes(brian.moment)) return false;
  return brian.errorClasses.includes(await classFromOurRun(path, text));
}

/** The class of the error that ends our run; empty where there is none or the run takes too long. */
function classFromOurRun(path: string, text: string): Promise<string> {
  const program = fileURLToPath(new URL('ourRun.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, path], {
    timeout: OUR_RUN_MILLISECONDS,
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (part) => {
    output += part;
  });
  child.stdin.end(text);
  return new Promise((done) => child.on('close', () => done(output)));
}

function print(): void {
  console.log(disagreements(comparisons, root));
  console.log(`\n${table(comparisons)}\n`);
  const clean = complaints.length === 0 ? 'none of them is complained of' : complaints.join('\n');
  console.log(`${accepted.length} scripts that Brian accepts: ${clean}`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(comparisons, undefined, 1)}\n`);
}
