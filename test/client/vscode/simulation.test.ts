import assert from 'node:assert/strict';
import { figurePage } from '../../../client/vscode/figures/page.ts';
import { runArguments } from '../../../client/vscode/simulation/arguments.ts';
import { readFailure } from '../../../client/vscode/simulation/failure.ts';
import { MessageReader, progressReport } from '../../../client/vscode/simulation/messages.ts';

describe('arguments of a run', () => {
  const start = ['run', '--device', 'runtime', '--out', '/out'];
  const cases: readonly (readonly [{ seed?: unknown; threads?: unknown }, string[]])[] = [
    [{}, []],
    [{ seed: 7, threads: 2 }, ['--seed', '7', '--threads', '2']],
    [{ seed: 0 }, ['--seed', '0']],
    [{ seed: -1, threads: 0 }, []],
    [{ seed: 'x', threads: 1.5 }, []],
  ];
  for (const [settings, options] of cases)
    it(JSON.stringify(settings), () => {
      const typed = settings as { seed?: number; threads?: number };
      assert.deepEqual(runArguments('runtime', '-odd.py', '/out', typed), [
        ...start,
        ...options,
        '--',
        '-odd.py',
      ]);
    });
});

describe('messages of a run', () => {
  it('are told apart, however the stream is cut', () => {
    const stream = 'WARNING one\n{"progress":0.25,"message":"2.5 ms"}\n{"progress":oops\nlast';
    for (let size = 1; size < stream.length; size++) {
      let text = '';
      const reports: unknown[] = [];
      const reader = new MessageReader({
        onProgress: (report) => reports.push(report),
        onText: (piece) => (text += piece),
      });
      for (let at = 0; at < stream.length; at += size) reader.push(stream.slice(at, at + size));
      reader.end();
      assert.equal(text, 'WARNING one\n{"progress":oops\nlast');
      assert.deepEqual(reports, [{ fraction: 0.25, message: '2.5 ms' }]);
    }
  });

  it('are no progress without a number', () => {
    assert.equal(progressReport('{"progress":"x"}'), undefined);
    assert.equal(progressReport('{"other":1}'), undefined);
  });
});

describe('failures', () => {
  it('are found at the innermost place, with the characters that the carets mark', () => {
    const text = `Traceback (most recent call last):
  File "/scripts/model.py", line 3, in <module>
    f(1)
  File "/scripts/model.py", line 2, in f
    return x + undefined
               ^^^^^^^^^
NameError: name 'undefined' is not defined
`;
    assert.deepEqual(readFailure(text), {
      message: "NameError: name 'undefined' is not defined",
      file: '/scripts/model.py',
      line: 1,
      character: 11,
      length: 9,
    });
  });

  it('keep a message that has no place', () =>
    assert.deepEqual(readFailure('spikelens: /x.py: no such file\n'), {
      message: 'spikelens: /x.py: no such file',
    }));

  it('are none where nothing was said', () => assert.equal(readFailure('\n'), undefined));
});

describe('the page of figures', () => {
  const summary = {
    device: 'runtime',
    seed: 1,
    timing: { simulate: 0.5, total: 1 },
    monitors: [{ name: '<b>', kind: 'SpikeMonitor', source: 'neurongroup', events: 12 }],
    figures: ['figure-1.svg'],
  };
  const page = figurePage('a<script>.py', { summary, figures: ['<svg onload="alert(1)"/>'] }, 'abc');

  it('lets nothing through that it does not know', () => {
    assert.ok(!page.includes('a<script>') && !page.includes('<b>') && !page.includes('<svg'));
    assert.match(page, /default-src 'none'; img-src data:; style-src 'nonce-abc'; script-src 'nonce-abc'/);
    assert.deepEqual(page.match(/<(?:script|style)(?! nonce="abc")/g), null);
  });
  it('holds the figure as an image', () =>
    assert.ok(page.includes(Buffer.from('<svg onload="alert(1)"/>').toString('base64'))));
  it('says so where the script made no figure', () =>
    assert.match(figurePage('x.py', { summary, figures: [] }, 'n'), /made no figure/));
});
