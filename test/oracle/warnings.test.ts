/** What Brian logs, and nothing else, is what a run says and a check shows: the same texts, under Brian's names. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse } from '../../core/script/analyse.ts';
import { runText } from './scriptRun.ts';

const FOLDER = new URL('./warnings/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

type Logged = readonly [level: string, name: string, text: string];

/** Written by `record.py`. */
const BRIAN = JSON.parse(read('brian.json')) as Readonly<Record<string, readonly Logged[]>>;

/** Messages to which Brian gives no name of their own, so that they go by the module's. */
const NAMES: Readonly<Record<string, string>> = { base: 'order_dependence', statemonitor: 'shared_variable' };
/** Only the time steps of a run show them. */
const OF_RUNS = new Set(['ignored_spikes', 'invalid_values']);
/** Of NumPy and of the target that is made of it, which is none of ours. */
const FOREIGN = new Set(['numpy_generator', 'warnings']);
/** A warning as a run writes it. */
const MESSAGE = /^(WARNING|INFO) +(.*?) \[([a-z-]+)\](?: \(script\.py, line \d+\))?$/gms;

/** `WARNING method_choice text`, without the time that choosing took, and of code only that there is some. */
function expected(script: string): string[] {
  return BRIAN[script]!.filter(([, name]) => !FOREIGN.has(name)).map(
    ([level, name, text]) => `${level} ${NAMES[name] ?? name} ${withoutDetails(text)}`,
  );
}

function withoutDetails(text: string): string {
  return text.replace(/ \(took .*\)\.$/, '.').replace(/(does not matter\.) .*$/s, '$1');
}

describe("Brian's warnings", () => {
  for (const script of read('scripts.txt').trim().split('\n\n')) {
    const [, title = ''] = /^# (.*)$/m.exec(script)!;
    const text = `from brian2 import *\n${script}`;
    const logged = expected(title);

    it(`in a run: ${title}`, () => {
      const { messages } = runText(text, 'script.py', 'runtime', 1);
      const said = [...messages.matchAll(MESSAGE)].map(
        ([, level, message, code]) => `${level} ${code!.replaceAll('-', '_')} ${withoutDetails(message!)}`,
      );
      assert.deepEqual(said.sort(), [...logged].sort());
    });

    it(`in a check: ${title}`, () => {
      // Objects outside of networks are a warning of later releases.
      const { problems } = analyse(text, 'script.py');
      const shown = problems
        .filter(({ code }) => code !== 'unused-object')
        .map(({ severity, code, message }) => {
          const level = severity === 'warning' ? 'WARNING' : 'INFO';
          return `${level} ${code.replaceAll('-', '_')} ${withoutDetails(message)}`;
        });
      const foreseen = logged.filter((line) => !OF_RUNS.has(line.split(' ')[1]!));
      assert.deepEqual(shown.sort(), foreseen.sort());
    });
  }
});
