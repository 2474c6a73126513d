import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { NodeHost } from '../../../client/cli/nodeHost.ts';
import { monitorFiles, writeResults } from '../../../client/cli/results/index.ts';
import { NdArray } from '../../../core/arrays/ndarray.ts';
import { parseNpy } from '../../../core/arrays/npy.ts';
import type { ArrayResult, MonitorResult, RunResult } from '../../../core/script/results.ts';
import { Plotting } from '../../script/modules/matplotlib/harness.ts';

const traces: ArrayResult = { data: Float64Array.from([1, 2, 3, 4, 5, 6]), shape: [2, 3] };
const spikes: MonitorResult = {
  name: 'spikes',
  kind: 'SpikeMonitor',
  source: 'neurongroup',
  events: 3,
  elements: 10,
  arrays: new Map<string, ArrayResult>([
    ['t', { data: Float64Array.from([0.001, 0.002, 0.0035]), shape: [3] }],
    ['i', { data: Int32Array.from([0, 2, 1]), shape: [3] }],
    ['on', { data: Uint8Array.from([1, 0, 1]), shape: [3] }],
  ]),
};

function resultWith(changes: Partial<RunResult>): RunResult {
  return {
    script: '/home/u/my <model>.py',
    device: 'runtime',
    seed: 7,
    timing: { read: 0.01, prepare: 0.02, compile: 0, simulate: 0.1, total: 0.13 },
    simulated: 0.05,
    monitors: [],
    figures: [],
    ...changes,
  };
}

describe('monitorFiles', () => {
  it('makes names that every system takes, each once', () => {
    const names = ['m', 'M', "d['a/b']", 'list[0]', '..', '', 'm'];
    assert.deepEqual(monitorFiles(names.map((name) => ({ name }))), [
      'm.npz',
      'M-2.npz',
      "d['a_b'].npz",
      'list[0].npz',
      '...npz',
      'monitor.npz',
      'm-3.npz',
    ]);
  });
});

describe('writeResults', () => {
  let directory: string;
  const host = new NodeHost({ quiet: true });
  const path = (name: string) => join(directory, name);

  beforeEach(() => {
    directory = join(mkdtempSync(join(tmpdir(), 'spikelens-results-')), 'out');
  });
  afterEach(() => rmSync(join(directory, '..'), { recursive: true }));

  function write(changes: Partial<RunResult>, output = ''): void {
    writeResults(resultWith(changes), output, directory, host);
  }
  const summary = () => JSON.parse(readFileSync(path('summary.json'), 'utf8'));

  it('writes one array file per monitor', () => {
    const voltage: MonitorResult = {
      ...spikes,
      name: 'm',
      kind: 'StateMonitor',
      arrays: new Map([['v', traces]]),
      events: undefined,
    };
    write({ monitors: [spikes, voltage] });
    assert.deepEqual(summary().monitors, [
      { name: 'spikes', kind: 'SpikeMonitor', source: 'neurongroup', file: 'spikes.npz', events: 3 },
      { name: 'm', kind: 'StateMonitor', source: 'neurongroup', file: 'm.npz' },
    ]);
    const files = unzipSync(readFileSync(path('spikes.npz')));
    assert.deepEqual(Object.keys(files), ['t.npy', 'i.npy', 'on.npy']);
    assert.deepEqual(parseNpy(files['i.npy']!), new NdArray(Int32Array.from([0, 2, 1]), [3], 'int32'));
  });

  it('writes files that NumPy reads', function () {
    const python = '/usr/bin/python3';
    if (!existsSync(python) || spawnSync(python, ['-c', 'import numpy']).status !== 0) this.skip();
    write({ monitors: [{ ...spikes, arrays: new Map([...spikes.arrays, ['v', traces]]) }] });
    const program = `import numpy; f = numpy.load(${JSON.stringify(path('spikes.npz'))})
print([(k, f[k].dtype.str, f[k].tolist()) for k in f])`;
    const { stdout } = spawnSync(python, ['-c', program], { encoding: 'utf8' });
    assert.equal(
      stdout.trim(),
      "[('t', '<f8', [0.001, 0.002, 0.0035]), ('i', '<i4', [0, 2, 1]), ('on', '|b1', [True, False, True]), ('v', '<f8', [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])]",
    );
  });

  it('writes figures and a page that shows them', () => {
    const plotting = new Plotting();
    plotting.plt('plot', [1, 2], 'o');
    plotting.plt('show');
    plotting.plt('plot', [3, 4], 'o');
    write({ figures: plotting.figures, monitors: [spikes] }, 'hello <world>\n');
    assert.deepEqual(summary().figures, ['figure-1.svg', 'figure-2.svg']);
    assert.match(readFileSync(path('figure-2.svg'), 'utf8'), /^<svg /);
    const page = readFileSync(path('report.html'), 'utf8');
    assert.equal(page.split('<svg ').length - 1, 2);
    assert.ok(page.includes('hello &lt;world&gt;') && page.includes('my &lt;model&gt;.py'));
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(!/(src|href)="(https?:)?\/\//.test(page));
  });

  it('writes equal files for equal results', () => {
    write({ monitors: [spikes] });
    const first = readFileSync(path('spikes.npz'));
    write({ monitors: [spikes] });
    assert.ok(first.equals(readFileSync(path('spikes.npz'))));
  });

  it('tells of a failure', () => {
    const problem = {
      code: 'dimension-mismatch',
      severity: 'error',
      errorClass: 'DimensionMismatchError',
      message: 'no',
    } as const;
    write({ error: { problem, text: 'Traceback <...>', interrupted: false } });
    assert.deepEqual(summary().error, {
      class: 'DimensionMismatchError',
      code: 'dimension-mismatch',
      message: 'no',
      text: 'Traceback <...>',
      interrupted: false,
    });
    assert.ok(readFileSync(path('report.html'), 'utf8').includes('Traceback &lt;...&gt;'));
    assert.deepEqual(readdirSync(directory).sort(), ['report.html', 'summary.json']);
  });
});
