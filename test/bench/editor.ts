/**
 * The `editor` part of `npm run bench`: how long after a keystroke a script has been checked again, what a first
 * check costs from a cold start, and whether memory stays steady. Measures what is built in `dist`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { ScriptModel } from '../../core/language/model.ts';
import type { analyse } from '../../core/script/analyse.ts';
import { longScript } from '../support/longScript.ts';
import { keystrokes } from './keystrokes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const BUDGET_MILLISECONDS = 2000;
const SIZES = [1, 19];
const WARM_UP = 200;
const EDITS = 600;
const MANY_EDITS = 10_000;
const PUBLISHED = 60;
const COLD_STARTS = 15;

type Analyse = typeof analyse;

const library = (await import(pathToFileURL(join(root, 'dist/index.js')).href)) as { analyse: Analyse };
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

console.log(
  `${'keystroke to checked, ms'.padEnd(34)}${'p50'.padStart(8)}${'p95'.padStart(8)}${'max'.padStart(8)}`,
);
for (const size of SIZES) {
  const text = longScript(size);
  const lines = text.split('\n').length;
  row(`${lines} lines`, timesOfEdits(text, EDITS));
  row(`${lines} lines, published by the server`, await timesOfPublishing(text, PUBLISHED));
}
row('first check of 100 lines, cold', timesOfColdChecks(longScript(1)));
memory(longScript(1));

function row(name: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(1);
  console.log(name.padEnd(34) + [0.5, 0.95, 1].map((part) => at(part).padStart(8)).join(''));
}

/** Milliseconds of each re-analysis, every one going on from the last. */
function timesOfEdits(text: string, count: number): number[] {
  const times: number[] = [];
  let model: ScriptModel | undefined;
  let done = 0;
  for (const edited of keystrokes(text)) {
    const began = performance.now();
    model = analysed(edited, model);
    if (done >= WARM_UP) times.push(performance.now() - began);
    done += 1;
    if (done >= WARM_UP + count) break;
  }
  return times;
}

function analysed(text: string, previous: ScriptModel | undefined): ScriptModel {
  const now = () => performance.now();
  return library.analyse(text, 'script.py', { previous, now, budgetMilliseconds: BUDGET_MILLISECONDS });
}

/** From the change of a document to its diagnostics at the client, the server's pause for more keys included. */
async function timesOfPublishing(text: string, count: number): Promise<number[]> {
  const server = spawn(process.execPath, [join(root, 'dist/server.cjs'), '--stdio']);
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const uri = 'file:///script.py';
  let published: (version: number) => void = () => {};
  connection.onNotification('textDocument/publishDiagnostics', ({ version }: { version: number }) =>
    published(version),
  );
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  const textDocument = { uri, languageId: 'python', version: 1, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const times: number[] = [];
  let version = 1;
  for (const edited of keystrokes(text)) {
    version += 1;
    const began = performance.now();
    const answer = new Promise<void>((done) => {
      published = (of) => of === version && done();
    });
    const change = { textDocument: { uri, version }, contentChanges: [{ text: edited }] };
    await connection.sendNotification('textDocument/didChange', change);
    await answer;
    times.push(performance.now() - began);
    if (times.length >= count) break;
  }
  connection.dispose();
  server.kill();
  return times;
}

function timesOfColdChecks(text: string): number[] {
  const directory = mkdtempSync(join(tmpdir(), 'spikelens-bench-'));
  const script = join(directory, 'script.py');
  writeFileSync(script, text);
  const times = Array.from({ length: COLD_STARTS }, () => {
    const began = performance.now();
    spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'check', script]);
    return performance.now() - began;
  });
  rmSync(directory, { recursive: true });
  return times;
}

/** What is in use after garbage has been collected, before and after very many edits. */
function memory(text: string): void {
  const inUse = () => {
    collectGarbage();
    return (process.memoryUsage().heapUsed / 2 ** 20).toFixed(0);
  };
  let model: ScriptModel | undefined;
  let done = 0;
  let before = '';
  for (const edited of keystrokes(text)) {
    if (done === WARM_UP) before = inUse();
    model = analysed(edited, model);
    done += 1;
    if (done === WARM_UP + MANY_EDITS) break;
  }
  console.log(`${`memory before and after ${MANY_EDITS} edits, MiB`.padEnd(42)}${before} -> ${inUse()}`);
}
