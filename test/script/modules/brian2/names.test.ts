import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse } from '../../../../core/script/analyse.ts';
import { runScript } from '../../../../core/script/run.ts';
import { MemoryHost } from '../../support.ts';

/** All that `from brian2 import *` brings in Brian 2.5.1 with matplotlib 3.6 and NumPy 1.24. */
const NAMES = readFileSync(new URL('./names.txt', import.meta.url), 'utf8')
  .trim()
  .split(/\s+/);

function run(text: string): string | undefined {
  const options = { host: new MemoryHost(), device: 'runtime', threads: 1, overrides: new Map() } as const;
  return runScript(`from brian2 import *\n${text}`, 'script.py', options)
    .error?.text.trim()
    .split('\n')
    .pop();
}

describe('names of brian2', () => {
  it('are all known to a check', () => {
    const { problems } = analyse(`from brian2 import *\n${NAMES.join('\n')}\n`, 'script.py');
    assert.deepEqual(
      problems.map((problem) => problem.message),
      [],
    );
  });

  it('are all known to a run', () => assert.equal(run(NAMES.join('\n')), undefined));

  const refused: readonly (readonly [string, string])[] = [
    ['packbits', 'packbits([1, 2])'],
    ['tensorinv', 'np.linalg.tensorinv(eye(2))'],
    ['fftn', 'np.fft.fftn([1, 2])'],
    ['rfft2', 'rfft2([[1, 2]])'],
    ['logseries', 'np.random.logseries(0.5)'],
    ['nditer', 'nditer([1, 2])'],
    ['date2num', 'date2num(1)'],
    ['ExplicitStateUpdater', "ExplicitStateUpdater('x_new = x')"],
  ];
  for (const [name, use] of refused)
    it(`${use} is refused by its name`, () =>
      assert.equal(run(use), `NotImplementedError: Spikelens doesn't support ${name} yet.`));

  it('are unknown values to a check where nothing here implements them', () => {
    const text = 'from brian2 import *\nn = unpackbits([1])[0] + 3*mV\nnditer(n).x[2].y = 1\n';
    assert.deepEqual(analyse(text, 'script.py').problems, []);
  });

  for (const text of [
    'assert time.time() > 0',
    "mpl.rcParams['font.size'] = 8",
    'gca().xaxis.set_major_formatter(ScalarFormatter())',
    'plot([1, 2])\ngca().yaxis.set_major_locator(MaxNLocator(3))',
    'assert zeros(3)[newaxis].shape == (1, 3)',
    'assert isinstance(random(), float)',
    'import pylab\nassert pylab.mean([1, 2]) == 1.5\npylab.plot([1])',
    'from pylab import *\nplot(arange(3))',
  ])
    it(text.replace(/\n/g, '; '), () => {
      assert.equal(run(text), undefined);
      assert.deepEqual(analyse(`from brian2 import *\n${text}`, 'script.py').problems, []);
    });
});
