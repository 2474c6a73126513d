import assert from 'node:assert/strict';
import { monitorLine, summary, timingLine } from '../../client/cli/summary.ts';
import { progressLine } from '../../client/cli/terminal.ts';
import type { MonitorResult, RunResult } from '../../core/script/results.ts';

function monitor(more: Partial<MonitorResult>): MonitorResult {
  return { name: 'M', kind: 'SpikeMonitor', source: 'G', elements: 10, arrays: new Map(), ...more };
}

describe('summary of a run', () => {
  const rate = { data: new Float64Array([2, 4]), shape: [2] };
  const lines: [MonitorResult, number | undefined, string][] = [
    [monitor({ events: 50 }), 2, 'M: 50 spikes of 10 neurons (G), mean rate 2.50 Hz'],
    [monitor({ events: 50 }), undefined, 'M: 50 spikes of 10 neurons (G)'],
    [monitor({ kind: 'EventMonitor', events: 1 }), 1, 'M: 1 events of 10 neurons (G), mean rate 0.10 Hz'],
    [
      monitor({ kind: 'PopulationRateMonitor', arrays: new Map([['rate', rate]]) }),
      1,
      'M: mean rate of G 3.00 Hz',
    ],
    [
      monitor({ kind: 'StateMonitor', arrays: new Map([['t', rate]]) }),
      1,
      'M: 10 traces of G, 2 samples each',
    ],
  ];
  for (const [one, simulated, line] of lines) {
    it(`says "${line}"`, () => assert.equal(monitorLine(one, simulated), line));
  }

  it('leaves out stages that took no time', () => {
    assert.equal(
      timingLine({ read: 0.1, prepare: 0.25, compile: 0, simulate: 12, total: 12.3 }),
      '12.3 s (prepare 0.25 s, simulate 12.0 s)',
    );
    assert.equal(timingLine({ read: 0, prepare: 0, compile: 0, simulate: 0, total: 0 }), '0.00 s');
  });

  it('names the report', () => {
    const timing = { read: 0, prepare: 0, compile: 0, simulate: 0, total: 0 };
    const result: RunResult = {
      script: 'a.py',
      device: 'runtime',
      seed: 1,
      timing,
      monitors: [],
      figures: [],
    };
    assert.equal(summary(result, 'a.py', 'out'), 'a.py on runtime: 0.00 s\nResults: out/report.html');
  });

  it('draws progress', () => {
    assert.equal(progressLine('simulating', 0.5), `[${'#'.repeat(15)}${'.'.repeat(15)}]  50 %  simulating`);
    assert.equal(progressLine('x', Number.NaN), `[${'.'.repeat(30)}]   0 %  x`);
    assert.equal(progressLine('x', 7), `[${'#'.repeat(30)}] 100 %  x`);
  });
});
