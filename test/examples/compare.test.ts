import assert from 'node:assert/strict';
import { differences, statisticalDifferences } from './compare.ts';
import type { Results } from './simulator.ts';

function run(printed: string, v: readonly number[]): Results {
  const bytes = Buffer.from(Float64Array.from(v).buffer);
  return { printed, numbers: { 'M.v': bytes.toString('base64') } };
}

/** Runs that print one number and record two. */
function runs(...means: readonly number[]): Results[] {
  return means.map((mean) => run(`mean ${mean} Hz\n`, [mean - 1, mean + 1]));
}

describe('comparison of runs without chance', () => {
  const brian = run('Starting simulation at t=0. s for 5. s\n3 spikes\n', [1, 2]);
  const cases: readonly (readonly [title: string, ours: Results, expected: readonly string[]])[] = [
    ['rounding', run('3 spikes\n', [1, 2 + 1e-10]), []],
    ['a value', run('3 spikes\n', [1, 2.001]), ['M.v[1] is 2.001, not 2 (of 2)']],
    ['a length', run('3 spikes\n', [1]), ['M.v has 1 numbers, not 2']],
    ['printed text', run('4 spikes\n', [1, 2]), ['line 1 printed is "4 spikes", not "3 spikes"']],
  ];
  for (const [title, ours, expected] of cases)
    it(title, () => assert.deepEqual(differences(ours, brian), expected));
});

describe('comparison of runs with chance', () => {
  const brian = runs(9, 10, 11, 10.5);
  const cases: readonly (readonly [title: string, ours: readonly Results[], expected: RegExp])[] = [
    ['the same mean', runs(10, 9.5, 11.2, 10.1), /^$/],
    ['another mean', runs(20, 19, 21, 20.5), /^number 1 printed is 20.*mean of M.v is 20.*not 10/],
    ['other words', [run('mean 10 kHz\n', [9, 11])], /^line 1 printed is "mean # kHz ", not "mean # Hz "$/],
    [
      'another spread',
      runs(9, 10, 11, 10).map((one) => ({ ...one, ...run(one.printed, [0, 20]) })),
      /spread/,
    ],
  ];
  for (const [title, ours, expected] of cases)
    it(title, () => assert.match(statisticalDifferences(ours, brian).join('; '), expected));
});
