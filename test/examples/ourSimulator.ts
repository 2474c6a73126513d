/** Our side of the comparison: answers as judge.py does. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { NodeHost } from '../../client/cli/nodeHost.ts';
import type { Storage } from '../../core/devices/plan.ts';
import { Group } from '../../core/groups/group.ts';
import { NeuronGroup } from '../../core/groups/neuronGroup.ts';
import type { ScriptFrame } from '../../core/script/interpreter.ts';
import { BrianPyObject } from '../../core/script/modules/brian2/brianObject.ts';
import type { RunResult } from '../../core/script/results.ts';
import { runScript } from '../../core/script/run.ts';
import { Synapses } from '../../core/synapses/synapses.ts';
import type { Answer, Request } from './simulator.ts';

class RecordingHost extends NodeHost {
  printed = '';

  override writeOutput(text: string): void {
    this.printed += text;
  }

  override writeMessage(): void {}
  override progress(): void {}
}

function answer({ path, seed, longest }: Request): Answer {
  process.chdir(dirname(path));
  const host = new RecordingHost();
  const states = new Map<string, ArrayLike<number>>();
  try {
    const result = runScript(readFileSync(path, 'utf8'), path, {
      host,
      device: 'runtime',
      threads: 1,
      seed: seed + 1,
      overrides: new Map(),
      longestRun: longest,
      atEnd: ({ storage }, globals) => readStates(storage, globals, states),
    });
    const results = { printed: host.printed, numbers: numbersOf(result, states) };
    if (result.error) {
      const { errorClass, message } = result.error.problem;
      const told = `${message}\n${result.error.text}`;
      return { outcome: 'failed', errorClass, message: told, ...results };
    }
    return { outcome: 'done', ...results };
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? '') : String(error);
    return { outcome: 'failed', errorClass: 'InternalError', message, printed: '', numbers: {} };
  } finally {
    host.dispose();
  }
}

/** State variables that a script may set, of the groups that its variables hold. */
function readStates(storage: Storage, globals: ScriptFrame, states: Map<string, ArrayLike<number>>): void {
  for (const [label, value] of globals.scriptEntries()) {
    if (!(value instanceof BrianPyObject)) continue;
    const group: unknown = value.object;
    if (!(group instanceof NeuronGroup || group instanceof Synapses) || !(group instanceof Group)) continue;
    for (const name of group.variables.names()) {
      const variable = group.variables.get(name);
      if (variable?.kind !== 'array' || variable.owner !== group.name || variable.readOnly) continue;
      states.set(`${label}.${name} at the end`, storage.array(variable).slice(0, variable.size));
    }
  }
}

function numbersOf(
  { monitors }: RunResult,
  states: ReadonlyMap<string, ArrayLike<number>>,
): Record<string, string> {
  const numbers = new Map(states);
  for (const { name, arrays } of monitors)
    for (const [variable, { data }] of arrays) numbers.set(`${name}.${variable}`, data);
  return Object.fromEntries([...numbers].map(([name, values]) => [name, encoded(values)]));
}

function encoded(values: ArrayLike<number>): string {
  return Buffer.from(Float64Array.from(values).buffer).toString('base64');
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const request: Request & { readonly id: number } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ id: request.id, ...answer(request) })}\n`);
});
