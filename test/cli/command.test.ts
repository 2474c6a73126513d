/** The built command, as other programs call it. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
let folder = '';

function spikelens(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function script(name: string, data: string | Uint8Array): string {
  writeFileSync(join(folder, name), data);
  return name;
}

const UNITS = `from brian2 import *
eqs = 'dv/dt = -v + I_input : volt'
I_input = 3*nA
G = NeuronGroup(1, eqs)
run(1*ms)
`;
const SPIKES = `from brian2 import *
N = 4
G = NeuronGroup(N, 'dv/dt = 1/ms : 1', threshold='v > 1', reset='v = 0', method='euler')
spikes = SpikeMonitor(G)
trace = StateMonitor(G, 'v', record=[0, 1])
run(5*ms)
print(spikes.num_spikes)
plot(spikes.t/ms, spikes.i, '.k')
`;

describe('the command', function () {
  this.timeout(30_000);

  before(() => {
    assert.ok(existsSync(CLI), 'not built: npm run build');
    folder = mkdtempSync(join(tmpdir(), 'spikelens-test-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('says its version and its usage', () => {
    assert.match(spikelens('--version').stdout, /^spikelens \d+\.\d+\.\d+\n$/);
    assert.match(spikelens('--help').stdout, /usage: spikelens check/);
    const wrong = spikelens('frobnicate');
    assert.deepEqual([wrong.status, wrong.stdout], [2, '']);
    assert.match(wrong.stderr, /unknown command 'frobnicate'\nusage:/);
  });

  it('checks a script with a unit error, on the expression at fault', () => {
    const { status, stdout } = spikelens('check', '--format', 'json', script('units.py', UNITS));
    assert.equal(status, 1);
    const [problem, ...others] = JSON.parse(stdout);
    assert.equal(others.length, 0);
    assert.deepEqual(
      [problem.file, problem.severity, problem.code],
      ['units.py', 'error', 'dimension-mismatch'],
    );
    assert.match(problem.message, /DimensionMismatchError/);
    assert.match(problem.message, /has unit V.*has unit A/s);
    const line = UNITS.split('\n')[problem.range.start.line]!;
    assert.equal(line.slice(problem.range.start.character, problem.range.end.character), '-v + I_input');
  });

  it('refuses to run the same script, for the same reason', () => {
    const { status, stdout, stderr } = spikelens('run', script('units.py', UNITS));
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /units\.py", line \d/);
    assert.match(stderr, /DimensionMismatchError/);
    assert.doesNotMatch(stderr, /\.[jt]s:\d|at .*\(file:/);
  });

  it('runs a script and writes its results', () => {
    const { status, stdout, stderr } = spikelens(
      'run',
      '--out',
      'results',
      '--seed',
      '3',
      script('spikes.py', SPIKES),
    );
    assert.equal(stderr.includes('Results: results/report.html'), true, stderr);
    assert.deepEqual([status, stdout], [0, '16\n']);
    const files = readdirSync(join(folder, 'results')).sort();
    assert.deepEqual(files, ['figure-1.svg', 'report.html', 'spikes.npz', 'summary.json', 'trace.npz']);
    const summary = JSON.parse(readFileSync(join(folder, 'results/summary.json'), 'utf8'));
    assert.deepEqual([summary.device, summary.seed], ['runtime', 3]);
    assert.equal(summary.monitors.find((one: { name: string }) => one.name === 'spikes').events, 16);
  });

  it('takes settings from the command line, and keeps quiet if asked to', () => {
    const { stdout, stderr } = spikelens('run', '--quiet', '--set', 'N=2', script('spikes.py', SPIKES));
    assert.deepEqual([stdout, stderr], ['8\n', '']);
  });

  it('writes the generated code', () => {
    const { status } = spikelens('codegen', '--out', 'code', script('spikes.py', SPIKES));
    assert.equal(status, 0);
    const written = readdirSync(join(folder, 'code'), { recursive: true }).map(String);
    assert.ok(
      written.some((name) => name.endsWith('.cpp')),
      written.join(),
    );
  });

  it('reports progress as JSON to a program that asks for it', () => {
    const env = { ...process.env, SPIKELENS_PROGRESS: 'json' };
    const { stderr } = spawnSync(process.execPath, [CLI, 'run', script('spikes.py', SPIKES)], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    const steps = stderr
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
    assert.ok(steps.length > 0 && steps.every((step) => step.progress >= 0 && step.progress <= 1), stderr);
  });

  const bad: [what: string, text: string | Uint8Array, status: number, message: RegExp][] = [
    [
      'bytes that are not UTF-8',
      Buffer.from([0x78, 0x3d, 0xff]),
      1,
      /line 1[\s\S]*SyntaxError: Non-UTF-8 code/,
    ],
    ['a syntax error', 'x = 1\ny = = 2\n', 1, /line 2[\s\S]*SyntaxError/],
    ['an unclosed bracket', 'x = 1\nprint((1, 2)\n', 1, /line 2[\s\S]*SyntaxError: '\(' was never closed/],
    ['an unclosed string', 'x = "abc\n', 1, /line 1[\s\S]*SyntaxError: unterminated string literal/],
    [
      'an unknown name',
      'from brian2 import *\nprint(nonesuch)\n',
      1,
      /line 2[\s\S]*NameError: name 'nonesuch' is not defined/,
    ],
    [
      'an unclosed bracket in an equation',
      "from brian2 import *\nG = NeuronGroup(1, 'dv/dt = (-v/ms : 1')\n",
      1,
      /line 2[\s\S]*Error/,
    ],
    ['nothing', '', 0, /is empty/],
  ];
  for (const [what, text, status, message] of bad) {
    it(`explains a script with ${what}`, () => {
      const ran = spikelens('run', script('bad.py', text));
      assert.match(ran.stderr, message);
      assert.deepEqual([ran.status, ran.stdout], [status, '']);
      assert.doesNotMatch(ran.stderr, /\.[jt]s:\d/);
      assert.equal(spikelens('check', 'bad.py').status, status);
    });
  }

  it('fails at an unknown module, which a check only warns of', () => {
    const ran = spikelens('run', script('unknown.py', 'x = 1\nimport nonesuch\n'));
    assert.equal(ran.status, 1);
    assert.match(ran.stderr, /line 2[\s\S]*ModuleNotFoundError: No module named 'nonesuch'/);
    const checked = spikelens('check', 'unknown.py');
    assert.equal(checked.status, 0);
    assert.match(checked.stdout, /unknown\.py:2:\d+: warning .*\[unknown-module\]/);
  });

  it('explains a missing file and a folder', () => {
    for (const command of ['check', 'run']) {
      assert.deepEqual(spikelens(command, 'none.py').status, 2);
      assert.match(spikelens(command, 'none.py').stderr, /can't open file 'none\.py'/);
      assert.match(spikelens(command, '.').stderr, /Is a directory/);
    }
  });

  it('warns of a NaN that spreads, and goes on', () => {
    const text = `from brian2 import *\ntau = nan*ms\nG = NeuronGroup(1, 'dv/dt = -v/tau : 1', method='exact')\nrun(1*ms)\nprint('end')\n`;
    const { status, stdout, stderr } = spikelens('run', script('nan.py', text));
    assert.deepEqual([status, stdout], [0, 'end\n']);
    assert.match(stderr, /'v' has NaN/);
  });

  it('gives up reading an endless loop, and says so', () => {
    const { status, stdout } = spikelens('check', script('endless.py', 'while True:\n    pass\nx = 1\n'));
    assert.deepEqual([status, /endless\.py:1:1: information/.test(stdout)], [0, true], stdout);
  });

  it('stops an endless loop when asked to, with status 130', async () => {
    const child = spawn(
      process.execPath,
      [CLI, 'run', '--out', 'stopped', script('endless.py', "print('on')\nwhile True:\n    pass\n")],
      { cwd: folder },
    );
    const end = new Promise((resolve) => child.on('close', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGINT');
    assert.equal(await end, 130);
    assert.ok(existsSync(join(folder, 'stopped/summary.json')), 'results so far');
  });

  it('stops a simulation when asked to, keeping what was recorded', async () => {
    const text = `${SPIKES.replace('run(5*ms)', "print('on')\nrun(100000*second)")}`;
    const child = spawn(process.execPath, [CLI, 'run', '--out', 'halted', script('long.py', text)], {
      cwd: folder,
    });
    const end = new Promise((resolve) => child.on('close', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    setTimeout(() => child.kill('SIGINT'), 300);
    assert.equal(await end, 130);
    assert.ok(existsSync(join(folder, 'halted/spikes.npz')), 'spikes so far');
  });

  it('answers a check from cold in good time', () => {
    script('units.py', UNITS);
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now();
      spikelens('check', 'units.py');
      return performance.now() - began;
    });
    assert.ok(Math.min(...times) < 1000, `${times.map(Math.round)} ms`);
  });
});
