/**
 * `npm run fuzz [-- FOLDER] [--seconds N] [--seed N]`: damages scripts at random and checks that the analysis
 * survives. The parent watches a child, so that even an endless loop is found; what fails is kept in a file.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { anEdit, edited } from './edits.ts';
import { checkRobust } from './robustness.ts';
import { ownScripts, scriptsBelow } from './scripts.ts';

/** Longest silence of the child before it counts as hanging. */
const SILENCE_MILLISECONDS = 30_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    child: { type: 'string' },
  },
});
const folder = positionals[0] && resolve(process.env.INIT_CWD ?? '.', positionals[0]);
if (values.child === undefined) await watch(mkdtempSync(join(tmpdir(), 'spikelens-fuzz-')));
else fuzz(values.child);

/** Tries random texts until the time is over. The case under way lies in `directory`. */
function fuzz(directory: string): void {
  const scripts = folder ? scriptsBelow(folder) : ownScripts();
  const deadline = Date.now() + Number(values.seconds) * 1000;
  const edits = fc.array(anEdit, { minLength: 1, maxLength: 4 });
  const known = new Set<string>();
  let tried = 0;
  for (let seed = Number(values.seed); Date.now() < deadline; seed++) {
    const [script] = fc.sample(fc.constantFrom(...scripts), { seed, numRuns: 1 });
    const [list] = fc.sample(edits, { seed, numRuns: 1 });
    const text = (list ?? []).reduce(edited, script?.text ?? '');
    writeFileSync(join(directory, 'now.py'), text);
    process.stdout.write('.');
    tried += 1;
    const reason = failure(text, seed);
    if (reason === undefined || known.has(firstLine(reason))) continue;
    known.add(firstLine(reason));
    const file = join(directory, `seed-${seed}.py`);
    writeFileSync(file, text);
    console.log(`\n${script?.path}, seed ${seed}, kept in ${file}\n${reason}`);
  }
  console.log(`\n${tried} texts, ${known.size} kinds of failure`);
  process.exitCode = known.size > 0 ? 1 : 0;
}

function failure(text: string, seed: number): string | undefined {
  const offsets = fc.sample(fc.integer({ min: 0, max: text.length }), { seed, numRuns: 8 });
  try {
    checkRobust(text, offsets);
    return undefined;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.stack : '';
    return error instanceof Error ? `${error.stack}\n${cause}` : String(error);
  }
}

function firstLine(reason: string): string {
  return reason.split('\n')[0] ?? '';
}

/** Runs the child and ends it if it falls silent. */
async function watch(directory: string): Promise<void> {
  const self = fileURLToPath(import.meta.url);
  const args = [
    '--import',
    'tsx',
    self,
    ...process.argv.slice(2),
    '--seed',
    values.seed,
    '--child',
    directory,
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const hangs = () => {
    child.kill('SIGKILL');
    const text = readFileSync(join(directory, 'now.py'), 'utf8');
    const file = join(directory, 'hangs.py');
    writeFileSync(file, text);
    console.log(`\nHangs: ${file}`);
  };
  // The child prints before each case, so its start may take as long as it likes.
  let timer: ReturnType<typeof setTimeout> | undefined;
  child.stdout.on('data', (data: Buffer) => {
    clearTimeout(timer);
    timer = setTimeout(hangs, SILENCE_MILLISECONDS);
    process.stdout.write(data);
  });
  const status = await new Promise<number | null>((done) => child.on('close', done));
  clearTimeout(timer);
  process.exitCode = status ?? 1;
}
