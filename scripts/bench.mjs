// `npm run bench [-- FILE]`: examples/cuba.py (or FILE) on both devices, beside Brian 2 where that is installed
// (PYTHON names another interpreter than /usr/bin/python3). Only the ratios of one run mean anything.
// Then what an editor needs, see test/bench/editor.ts; `npm run bench -- editor` for that alone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installPackages, root, stage } from './install.mjs';

const REPEATS = 3;
const onlyEditor = process.argv[2] === 'editor';
const named = onlyEditor ? undefined : process.argv[2];
const script = resolve(process.env.INIT_CWD ?? '.', named ?? resolve(root, 'examples/cuba.py'));
const python = process.env.PYTHON ?? '/usr/bin/python3';
const timer = '/usr/bin/time';
const work = mkdtempSync(join(tmpdir(), 'spikelens-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

/** Runs a script under Brian 2, timing what `run` does before the steps (`build`) and the steps themselves. */
const BRIAN = `
import json, sys, time
script, device_name, directory, report = sys.argv[1:]
import brian2
if device_name == 'cpp_standalone':
    brian2.set_device('cpp_standalone', directory=directory)
else:
    brian2.prefs.codegen.target = 'cython'
brian2.seed(1)
began, ended = [], []
def note(owner, name, times, after):
    method = getattr(owner, name)
    def noting(*args, **keywords):
        if not after: times.append(time.time())
        result = method(*args, **keywords)
        if after: times.append(time.time())
        return result
    setattr(owner, name, noting)
note(brian2.Network, 'before_run', began, False)
if device_name == 'cpp_standalone':
    note(brian2.get_device(), 'build', ended, True)
else:
    note(brian2.Network, 'after_run', ended, True)
exec(compile(open(script).read(), script, 'exec'), {'__name__': '__main__', '__file__': script})
run = brian2.get_device()._last_run_time
json.dump({'build': ended[-1] - began[-1] - run, 'run': run}, open(report, 'w'))
`;

installPackages();
stage('', ['scripts/build.mjs']);
const rows = new Map();
if (!onlyEditor) simulations();
if (named === undefined) stage('Editor', ['--import', 'tsx', 'test/bench/editor.ts']);

function simulations() {
  measure('Spikelens runtime', REPEATS, () => spikelens('runtime'));
  measure('Spikelens C++, first time', REPEATS, () => spikelens('cpp_standalone', 'empty cache'));
  measure('Spikelens C++, again', REPEATS, () => spikelens('cpp_standalone'));
  if (spawnSync(python, ['-c', 'import brian2']).status === 0) {
    console.error('Warming up Brian 2 (its compiler may take a minute) ...');
    brian('runtime');
    measure('Brian 2 Cython, warm', REPEATS, () => brian('runtime'));
    measure('Brian 2 C++, first time', 1, () => brian('cpp_standalone'));
  } else console.error(`No Brian 2 at ${python}: only Spikelens is measured.`);
  print();
}

function measure(name, repeats, once) {
  console.error(`${name} ...`);
  const runs = Array.from({ length: repeats }, once);
  const median = (key) => runs.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(runs.length / 2)];
  rows.set(name, Object.fromEntries(['build', 'run', 'total', 'memory'].map((key) => [key, median(key)])));
}

/** `build`: what `run(...)` does before the steps; `run`: the steps; `total`: from command to written results. */
function spikelens(device, cache) {
  const out = join(work, 'out');
  const home = join(work, 'cache');
  if (cache === 'empty cache') rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const args = [
    join(root, 'dist/cli.js'),
    'run',
    '--quiet',
    '--device',
    device,
    '--seed',
    '1',
    '--out',
    out,
    script,
  ];
  const { total, memory } = timed(process.execPath, args, { XDG_CACHE_HOME: home });
  const { timing } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
  return { build: timing.prepare + timing.compile, run: timing.simulate, total, memory };
}

function brian(device) {
  const report = join(work, 'brian.json');
  const args = ['-W', 'ignore', '-c', BRIAN, script, device, join(work, 'standalone'), report];
  rmSync(join(work, 'standalone'), { recursive: true, force: true });
  const { total, memory } = timed(python, args, { MPLBACKEND: 'Agg' });
  return { ...JSON.parse(readFileSync(report, 'utf8')), total, memory };
}

/** Wall time in seconds, and the largest resident size of any process in it in MiB. */
function timed(command, args, env) {
  const withTimer = existsSync(timer);
  const words = withTimer ? [timer, '-f', 'PEAK %M', command, ...args] : [command, ...args];
  const began = performance.now();
  const outcome = spawnSync(words[0], words.slice(1), {
    cwd: work,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const total = (performance.now() - began) / 1000;
  if (outcome.status !== 0) throw new Error(`${words.join(' ')} failed:\n${outcome.stderr}`);
  const peak = /PEAK (\d+)/.exec(outcome.stderr)?.[1];
  return { total, memory: peak ? Number(peak) / 1024 : Number.NaN };
}

function print() {
  const cells = (one) =>
    [one.build, one.run, one.total].map((value) => value.toFixed(2).padStart(9)).join('');
  console.log(
    `\n${''.padEnd(28)}${'build s'.padStart(9)}${'steps s'.padStart(9)}${'total s'.padStart(9)}${'peak MiB'.padStart(10)}`,
  );
  for (const [name, one] of rows)
    console.log(name.padEnd(28) + cells(one) + one.memory.toFixed(0).padStart(10));
  const pairs = [
    ['Brian 2 Cython, warm', 'Spikelens runtime'],
    ['Brian 2 C++, first time', 'Spikelens C++, first time'],
  ];
  for (const [theirs, ours] of pairs) {
    const [a, b] = [rows.get(theirs), rows.get(ours)];
    if (!a || !b) continue;
    // `run(...)` as the script calls it: what comes before the steps, and the steps.
    const call = (a.build + a.run) / (b.build + b.run);
    const ratios = [
      `build ${(a.build / b.build).toFixed(1)}`,
      `steps ${(a.run / b.run).toFixed(1)}`,
      `run() ${call.toFixed(1)}`,
      `total ${(a.total / b.total).toFixed(1)}`,
      `memory ${(a.memory / b.memory).toFixed(1)}`,
    ];
    console.log(`\n${theirs} / ${ours}: ${ratios.join(', ')}`);
  }
}
