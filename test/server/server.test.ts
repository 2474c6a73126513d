import assert from 'node:assert/strict';
import type { ScriptModel } from '../../core/language/model.ts';
import { TestClient } from './support/client.ts';

const URI = 'file:///scripts/model.py';
const BRIAN = 'from brian2 import *\n';

/** Finds the word `bad`, and a run call; counts how often it is asked. */
class AnalysisDouble {
  readonly texts: string[] = [];
  siblings: unknown[] = [];

  readonly analyse = (
    text: string,
    document: string,
    { readSibling }: { readSibling: (name: string) => unknown },
  ): ScriptModel => {
    this.texts.push(text);
    this.siblings.push(readSibling('other'));
    if (text.includes('crash')) throw new Error('a mistake of ours');
    const at = (word: string) => {
      const start = text.indexOf(word);
      return { document, range: { start, end: start + word.length } };
    };
    const related = [{ message: 'see here', location: at('from') }];
    const bad = {
      code: 'bad-word',
      severity: 'warning' as const,
      errorClass: 'BadError',
      message: 'bad',
      location: at('bad'),
      related,
    };
    return {
      document,
      text,
      usesBrian: true,
      problems: text.includes('bad') ? [bad] : [],
      codeStrings: [],
      runCalls: text.includes('run()') ? [at('run()')] : [],
      objects: new Map(),
      definitions: text.includes('tau') ? [{ name: 'tau', location: at('tau'), description: '10. ms' }] : [],
    };
  };
}

describe('the language server', () => {
  let client: TestClient;
  let double: AnalysisDouble;

  async function start(debounce = 5, initializationOptions?: object): Promise<void> {
    double = new AnalysisDouble();
    client = await TestClient.inProcess({ analyse: double.analyse, debounce }, initializationOptions);
  }
  afterEach(() => client.stop());

  it('sends a diagnostic with all that an editor shows', async () => {
    await start();
    await client.open(URI, `${BRIAN}x = 'é😀' + bad\n`);
    assert.deepEqual(await client.diagnostics(URI), [
      {
        range: { start: { line: 1, character: 12 }, end: { line: 1, character: 15 } },
        severity: 2,
        code: 'bad-word',
        source: 'spikelens',
        message: 'BadError: bad',
        relatedInformation: [
          {
            message: 'see here',
            location: {
              uri: URI,
              range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
            },
          },
        ],
      },
    ]);
  });

  it('follows changes without a save', async () => {
    await start();
    await client.open(URI, `${BRIAN}bad\n`);
    assert.equal((await client.diagnostics(URI)).length, 1);
    await client.change(URI, `${BRIAN}good\n`);
    assert.deepEqual(await client.diagnostics(URI), []);
  });

  it('analyses once after fast typing, and never shows a stale result', async () => {
    await start(40);
    await client.open(URI, BRIAN);
    for (const word of ['b', 'ba', 'bad', 'bad!', 'good']) await client.change(URI, `${BRIAN}${word}\n`);
    assert.deepEqual(await client.diagnostics(URI), []);
    assert.deepEqual(double.texts, [`${BRIAN}good\n`]);
    assert.equal(client.published.length, 1);
  });

  it('answers requests from the newest text, before diagnostics are due', async () => {
    await start(10_000);
    await client.open(URI, `${BRIAN}tau = 10*ms\n`);
    assert.match((await client.hover(URI, `${BRIAN}tau = 10*ms\n`, 'tau')) ?? '', /10\. ms/);
  });

  it('does not look at Python without Brian', async () => {
    await start();
    await client.open(URI, 'import math\nbad\nrun()\n');
    assert.deepEqual(await client.diagnostics(URI), []);
    assert.equal(await client.request('textDocument/codeLens', URI), null);
    assert.deepEqual(double.texts, []);
  });

  it('survives a mistake of ours, and says so in the log', async () => {
    await start();
    await client.open(URI, `${BRIAN}crash\n`);
    assert.deepEqual(await client.diagnostics(URI), []);
    assert.match(client.logged.join(), /a mistake of ours/);
    await client.change(URI, `${BRIAN}bad\n`);
    assert.equal((await client.diagnostics(URI)).length, 1);
  });

  it('offers to run above run()', async () => {
    await start();
    await client.open(URI, `${BRIAN}run()\n`);
    const lenses = await client.request<{ command: { command: string; arguments: string[] } }[]>(
      'textDocument/codeLens',
      URI,
    );
    assert.deepEqual(
      lenses.map(({ command }) => [command.command, command.arguments]),
      [
        ['spikelens.runSimulation', [URI]],
        ['spikelens.buildAndRun', [URI]],
      ],
    );
  });

  it('takes diagnostics away when a file is closed', async () => {
    await start();
    await client.open(URI, `${BRIAN}bad\n`);
    await client.diagnostics(URI);
    await client.close(URI);
    await client.request('textDocument/codeLens', URI);
    assert.deepEqual(client.published.at(-1)?.diagnostics, []);
  });

  it('can be told not to check', async () => {
    await start(5, { diagnostics: { enable: false } });
    await client.open(URI, `${BRIAN}bad\n`);
    assert.deepEqual(await client.diagnostics(URI), []);
    await client.configure({ diagnostics: { enable: true } });
    await client.change(URI, `${BRIAN}bad \n`);
    assert.equal((await client.diagnostics(URI)).length, 1);
  });

  it('hands over modules beside the script that are open', async () => {
    await start();
    await client.open('file:///scripts/other.py', 'x = 1\n');
    await client.open(URI, BRIAN);
    await client.diagnostics(URI);
    assert.deepEqual(double.siblings, [{ document: 'file:///scripts/other.py', text: 'x = 1\n' }]);
  });

  it('survives requests about documents that are not open', async () => {
    await start();
    const position = { line: 99, character: 99 };
    assert.equal(await client.request('textDocument/hover', 'file:///nowhere.py', { position }), null);
  });
});
