/** The real server, as a process of its own over standard input and output. */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type {
  CodeAction,
  CompletionItem,
  Location,
  MarkupContent,
  SignatureHelp,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { UNIT_TREE, type UnitTreeResult } from '../../server/protocol.ts';
import { TestClient } from './support/client.ts';

const MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
const URI = 'file:///scripts/model.py';
const GOOD = `from brian2 import *
tau = 10*ms
eqs = '''
dv/dt = (-v + I)/tau : volt
I : volt
'''
G = NeuronGroup(3, eqs, method='exact')
run(10*ms)
`;
const BAD = GOOD.replace('I : volt', 'I : amp');

describe('the server process', function () {
  this.timeout(10_000);
  let client: TestClient;

  before(async function () {
    // The sources are compiled on the way.
    this.timeout(30_000);
    client = await TestClient.spawn(process.execPath, ['--import', 'tsx', MAIN, '--stdio']);
  });

  it('underlines a sum of volts and amps, and takes it back', async () => {
    await client.open(URI, BAD);
    const [problem, ...others] = await client.diagnostics(URI);
    assert.deepEqual(others, []);
    assert.equal(problem?.code, 'dimension-mismatch');
    assert.equal(problem?.severity, 1);
    assert.match(String(problem?.message), /^DimensionMismatchError: /);
    const line = BAD.split('\n')[3]!;
    assert.deepEqual(
      line.slice(problem?.range.start.character, problem?.range.end.character),
      '-v + I',
      JSON.stringify(problem),
    );
    assert.equal(problem?.range.start.line, 3);
    await client.change(URI, GOOD);
    assert.deepEqual(await client.diagnostics(URI), []);
  });

  const hovers: readonly (readonly [part: string, expected: RegExp])[] = [
    ['v + I', /\(differential equation\) v : volt/],
    ['I)/', /\(parameter\) I : volt/],
    ['tau : volt', /tau = 10 ms/],
    ['volt\nI', /Unit: `V`/],
    ['tau = 10', /10\. ms/],
  ];
  for (const [part, expected] of hovers)
    it(`explains ${JSON.stringify(part)}`, async () =>
      assert.match((await client.hover(URI, GOOD, part)) ?? '', expected));

  /** A position in the good script. */
  const at = (part: string, into = 0) => {
    const before = GOOD.slice(0, GOOD.indexOf(part) + into).split('\n');
    return { line: before.length - 1, character: before.at(-1)!.length };
  };

  it('completes, and explains what it offers', async () => {
    const items = await client.request<CompletionItem[]>('textDocument/completion', URI, {
      position: at('v + I', 1),
    });
    const tau = items.find(({ label }) => label === 'tau');
    assert.equal(tau?.detail, '10 ms');
    const resolved = await client.resolveCompletion(tau!);
    assert.match((resolved.documentation as MarkupContent).value, /tau = 10 ms/);
  });

  it('shows the signature of a call', async () => {
    const help = await client.request<SignatureHelp>('textDocument/signatureHelp', URI, {
      position: at(', eqs', 2),
    });
    assert.match(help.signatures[0]?.label ?? '', /^NeuronGroup\(N, model/);
    assert.equal(help.activeParameter, 1);
  });

  it('finds and renames a variable', async () => {
    const position = at('v + I');
    const extra = { position, context: { includeDeclaration: true } };
    const places = await client.request<Location[]>('textDocument/references', URI, extra);
    const marked = await client.request<unknown[]>('textDocument/documentHighlight', URI, { position });
    assert.deepEqual([places.length, marked.length], [2, 2]);
    const prepared = await client.request<{ placeholder: string }>('textDocument/prepareRename', URI, {
      position,
    });
    assert.equal(prepared.placeholder, 'v');
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', URI, { position, newName: 'u' });
    assert.equal(edit.changes?.[URI]?.length, 2);
    await assert.rejects(client.request('textDocument/rename', URI, { position, newName: 'mV' }), /unit/);
  });

  it('shows the units of a selection', async () => {
    const range = { start: at('(-v + I)'), end: at('(-v + I)', 8) };
    const tree = await client.request<UnitTreeResult>(UNIT_TREE, URI, { range });
    assert.match(tree.markdown, /^-v \+ I +V$/m);
    const nothing = { start: at('import'), end: at('import') };
    assert.equal(await client.request(UNIT_TREE, URI, { range: nothing }), null);
  });

  it('offers a quick fix for a diagnostic', async () => {
    const text = GOOD.replace('/tau', '/tua');
    await client.change(URI, text);
    const [diagnostic] = await client.diagnostics(URI);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', URI, {
      range: diagnostic!.range,
      context: { diagnostics: [diagnostic] },
    });
    const fix = actions.find(({ title }) => title === "Change to 'tau'");
    assert.equal(fix?.diagnostics?.length, 1);
    assert.deepEqual(fix.edit?.changes?.[URI], [{ range: diagnostic!.range, newText: 'tau' }]);
    await client.change(URI, GOOD);
  });

  it('is silent in a file without Brian', async () => {
    await client.open('file:///scripts/plain.py', 'x = (\n');
    assert.deepEqual(await client.diagnostics('file:///scripts/plain.py'), []);
  });

  const garbage: readonly (readonly [name: string, text: string])[] = [
    ['an open bracket', 'from brian2 import *\nG = NeuronGroup(3, "dv/dt = (-v : 1"\n'],
    ['an open string', "from brian2 import *\neqs = '''dv/dt = "],
    ['noise', `from brian2 import *\n${String.fromCharCode(0, 1, 0xd800, 0xffff)}\n)]}'"\\\t\r x`],
    ['brackets within brackets', `from brian2 import *\nx = ${'('.repeat(3000)}`],
    ['nothing but the import', 'import brian2'],
  ];
  for (const [name, text] of garbage)
    it(`survives ${name}`, async () => {
      await client.change(URI, text);
      await client.diagnostics(URI);
      await client.hover(URI, text, 'brian2');
      await client.request('textDocument/documentSymbol', URI);
    });

  it('survives every state of a script while it is typed', async () => {
    for (let length = 20; length < GOOD.length; length += 7) {
      const text = GOOD.slice(0, length);
      await client.change(URI, text);
      await client.hover(URI, text, 'from');
    }
    await client.change(URI, GOOD);
    assert.deepEqual(await client.diagnostics(URI), []);
  });

  it('gives up on an endless loop, says so, and goes on', async () => {
    await client.change(URI, `${GOOD}while True:\n    pass\n`);
    const found = await client.diagnostics(URI);
    assert.deepEqual(
      found.map(({ code }) => code),
      ['analysis-budget'],
    );
    await client.change(URI, BAD);
    assert.equal((await client.diagnostics(URI)).length, 1);
  });

  it('survives messages that it does not know', async () => {
    await client.notify('spikelens/nothing', { a: 1 });
    await assert.rejects(client.request('textDocument/nothing', URI));
    assert.match((await client.hover(URI, BAD, 'tau : volt')) ?? '', /tau/);
  });

  it('ends when told to', async () => assert.equal(await client.stop(), 0));
});
